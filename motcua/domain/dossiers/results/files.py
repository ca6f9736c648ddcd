"""The file of a result: a scan of the paper, or the electronic result, its signatures examined before it is kept."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.signing.door import examine
from motcua.domain.papers.signing.queries import withdrawn_at
from motcua.domain.papers.signing.report import Report, Signature
from motcua.domain.papers.uploads import Upload, kind_of
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import show_moment

from .models import Result
from .terms import ResultForm

PERSON, SEAL, ELSEWHERE = "person", "seal", "elsewhere"
SIGNED = b"/ByteRange"  # stands in the bytes of every signed PDF, in no other place


class NotSound(Refused):
    """A signed file that can not be relied on is not taken in as a result."""

    clause = "5.1.đ-1"


def put(result: Result, upload: Upload, *, by: Officer, at: datetime) -> Report:
    """Keep a file as that of this result: of a signed one every signature must hold, and its signers are noted."""
    report = Report()
    if kind_of(upload) == "pdf" and SIGNED in upload.data:
        report = examine(upload.data, at=at)
        if not report.sound:
            raise NotSound(f"Không nhận tệp “{upload.shown_name}”. {report.sentence}")
        _of_certificates_in_use(report)
        result.form = ResultForm.ELECTRONIC
    elif result.form == ResultForm.ELECTRONIC and kind_of(upload) != "pdf":
        raise NotSound(f"Kết quả điện tử phải là tệp PDF; “{upload.shown_name}” là ảnh.")
    result.signers = [told(each, ELSEWHERE) for each in report.signatures]
    _keep(result, upload, by=by, at=at)
    return report


def put_signed(result: Result, pdf: bytes, kind: str, *, by: Officer, at: datetime) -> None:
    """Keep the file with one signature more, in the place of the one without."""
    newest = examine(pdf, at=at).signatures[-1]
    result.signers = [*result.signers, told(newest, kind)]
    _keep(result, Upload(f"{result}.pdf", pdf), by=by, at=at)


def told(signature: Signature, kind: str) -> dict[str, Any]:
    """A signature in the plain values that are kept with the result."""
    return {
        "kind": kind,
        "name": signature.signer,
        "organisation": signature.organisation,
        "at": signature.signed_at.isoformat() if signature.signed_at else "",
        "issuer": signature.issuer,
        "serial": signature.serial,
        "stamped_at": signature.stamped_at.isoformat() if signature.stamped_at else "",
    }


def _of_certificates_in_use(report: Report) -> None:
    """A certificate that was taken out of use here signs nothing from then on, whatever its issuer says."""
    withdrawn = withdrawn_at({each.fingerprint for each in report.signatures})
    for each in report.signatures:
        since = withdrawn.get(each.fingerprint)
        if since and each.signed_at and each.signed_at >= since:
            raise NotSound(f"Chứng thư số của {each.signer} đã ngừng dùng từ {show_moment(since)}.")


def _keep(result: Result, upload: Upload, *, by: Officer, at: datetime) -> None:
    component = scans.Component(label=str(result))
    given = {"about": result.dossier.stream, "component": component, "replaces": result.scan}
    result.scan = scans.take_in(upload, **given, by=by, at=at)  # type: ignore[arg-type]
