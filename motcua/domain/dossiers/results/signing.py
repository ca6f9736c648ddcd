"""How a result becomes electronic: its file is put in, the official who decided signs it, the body seals it."""

from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.signing.acts import in_use
from motcua.domain.papers.signing.door import sign
from motcua.domain.papers.signing.models import SigningCertificate
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import Said

from ..models import Dossier
from . import files as result_files
from . import policies as result_policies
from .files import PERSON, SEAL
from .models import Result
from .register import still_in_force, taken
from .terms import ResultForm

NONE = "none"  # what is seen where there is no file yet
_TO_BE_SIGNED: Said[Any] = Said(
    lambda dossier: (
        Result.objects.filter(dossier=dossier, state="in_force", form=ResultForm.ELECTRONIC)
        .order_by("id")
        .values_list("number", "signers")
    )
)


class WrongOrder(Refused):
    """First the file, then the signature of the official, then that of the body; each once."""

    clause = "5.1.đ-1"


class NotSigned(Refused):
    """An electronic result without its signatures is no result yet."""

    clause = "5.1.đ-1"


@act("5.1.đ-1")
def attach_result(result: Result, *, upload: Upload, by: Officer, at: datetime) -> Result:
    """Put in the file of a result: a scan of the paper, an unsigned PDF to be signed here, or one signed elsewhere."""
    dossier, result = taken(result)
    require(result_policies.may_keep_file(by, result, at))
    still_in_force(result)
    not_signed(result)
    report = result_files.put(result, upload, by=by, at=at)
    result.text, result.signer = "", None
    result.save(update_fields=["form", "scan", "signers", "text", "signer"])
    signers = [each.signer for each in report.signatures]
    record(attach_result, about=dossier, by=by, at=at, number=result.number, sha256=result.sha256, signers=signers)
    return result


@act("5.1.đ-1", "5.1.c-1")
def sign_result(
    result: Result, *, certificate: SigningCertificate, seen: str = "", by: Officer, at: datetime
) -> Result:
    """Sign the file of a result with one's own certificate, in the name in which one may decide.

    `seen` is the digest of the file that the signer has read: nobody signs another one.
    """
    dossier, result = taken(result)
    require(result_policies.may_sign(by, result, dossier, at))
    still_in_force(result)
    can_be_signed(result)
    as_seen(result, seen)
    for_this_signer(result, by)
    if certificate.officer_id != by.pk:
        raise Refused("Chỉ ký được bằng chứng thư số của chính mình.", "5.1.đ-1")
    _add_signature(result, certificate, PERSON, reason="Ký ban hành kết quả", by=by, at=at)
    _told(sign_result, dossier, result, by=by, at=at)
    return result


@act("5.1.đ-1")
def seal_electronically(result: Result, *, certificate: SigningCertificate, by: Officer, at: datetime) -> Result:
    """Put the body's own signature, its electronic seal, behind that of the official."""
    dossier, result = taken(result)
    require(result_policies.may_seal(by, result, at))
    still_in_force(result)
    can_be_sealed(result)
    if certificate.office_id != result.office_id:
        raise Refused("Chứng thư số này không phải của cơ quan ban hành kết quả.", "5.1.đ-1")
    _add_signature(result, certificate, SEAL, reason="Ký số của cơ quan ban hành", by=by, at=at)
    _told(seal_electronically, dossier, result, by=by, at=at)
    return result


def not_signed(result: Result) -> None:
    """Check that no signature stands on the file, which another file would take away; raises `WrongOrder`."""
    if result.signers:
        raise WrongOrder("Tệp kết quả đã được ký số nên không thay được; hãy ban hành kết quả thay thế.")


def as_seen(result: Result, seen: str) -> None:
    """Check that the file is still the one that was read, where somebody says which; raises `WrongOrder`."""
    if seen and seen != (result.sha256 or NONE):
        raise WrongOrder("Tệp kết quả vừa được người khác thay: hãy đọc lại tệp mới trước khi làm tiếp.")


def can_be_signed(result: Result) -> None:
    """Check that there is a file which nobody signed; raises `WrongOrder`."""
    if result.scan_id is None:
        raise WrongOrder("Chưa có tệp PDF của kết quả để ký số.")
    not_signed(result)


def for_this_signer(result: Result, by: Officer) -> None:
    """Check that no other name stands below a result that was drawn up here; raises `WrongOrder`."""
    if result.signer is not None and result.signer_id != by.pk:
        raise WrongOrder(f"Kết quả được soạn để {result.signer.name} ký: hãy soạn lại nếu người khác ký.")


def can_be_sealed(result: Result) -> None:
    """Check that the official has signed and the body has not; raises `WrongOrder`."""
    kinds = [each["kind"] for each in result.signers]
    if SEAL in kinds:
        raise WrongOrder("Kết quả đã có chữ ký số của cơ quan.")
    if PERSON not in kinds:
        raise WrongOrder("Người có thẩm quyền phải ký số trước, cơ quan ký số sau.")


def signed_as_needed(dossier: Dossier) -> None:
    """Check that every electronic result in force carries its signatures; raises `NotSigned`."""
    if dossier.outcome != "approved":
        return
    for number, signers in _TO_BE_SIGNED.all(dossier=dossier.pk):
        kinds = {each["kind"] for each in signers}
        if not kinds or kinds == {PERSON}:
            raise NotSigned(f"Kết quả điện tử số {number} chưa đủ chữ ký số của người và của cơ quan.")


def _add_signature(
    result: Result, certificate: SigningCertificate, kind: str, *, reason: str, by: Officer, at: datetime
) -> None:
    in_use(certificate, at)
    if result.scan is None:
        raise ValueError(f"result {result.pk} has no file")
    field = f"KetQua{len(result.signers) + 1}"
    named = {"key": certificate.key, "fingerprint": certificate.fingerprint, "field": field, "reason": reason}
    result_files.put_signed(result, sign(scans.bytes_of(result.scan), **named, at=at), kind, by=by, at=at)
    result.form = ResultForm.ELECTRONIC
    result.save(update_fields=["form", "scan", "signers"])


def _told(done: object, dossier: Dossier, result: Result, *, by: Officer, at: datetime) -> None:
    newest = result.signers[-1]
    facts = {"number": result.number, "sha256": result.sha256, "signer": newest["name"], "serial": newest["serial"]}
    record(done, about=dossier, by=by, at=at, **facts)
