"""The papers of a result that anybody can check: the slip handed out with it, and the electronic result itself.

The QR of both opens the page that says whether the result still holds.
"""

from dataclasses import replace
from datetime import datetime

from django.conf import settings

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.facts import Letterhead
from motcua.domain.papers.forms.electronic_result.facts import ElectronicResult
from motcua.domain.papers.forms.result_slip.facts import ResultSlip
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.letterheads import signs

from ..models import Dossier
from ..slips import letterhead
from .models import Result
from .terms import ResultForm


def check_address(result: Result) -> str:
    """Where a result can be checked by whoever holds it."""
    return f"{settings.SITE_ADDRESS}/kiem-tra/{result.secret}"


def authentication_slip(result: Result, at: datetime) -> bytes:
    """Phiếu xác thực kết quả, as of now; it has no number and is kept nowhere."""
    facts = ResultSlip(
        letterhead=_head(result, None, at),
        title=result.title,
        number=result.number,
        on=result.on,
        holder=result.holder,
        dossier_code=result.dossier.code or "",
        form=ResultForm(result.form).label,
        valid_from=result.valid_from,
        valid_to=result.valid_to,
        digest=result.sha256,
        signers=tuple(each["name"] for each in result.signers),
    )
    return printed("result_slip", facts)


def electronic_result(result: Result, dossier: Dossier, *, text: str, signer: Officer, at: datetime) -> bytes:
    """Kết quả giải quyết as the department words it: under its own number and day, for the official who will sign."""
    facts = ElectronicResult(
        letterhead=replace(_head(result, dossier, at), issued_on=result.on),
        title=result.title,
        holder=result.holder,
        text=text,
        signer=replace(signs(signer, result.office, at), note="Ký số"),
        valid_from=result.valid_from,
        valid_to=result.valid_to,
    )
    return printed("electronic_result", facts, number=result.number)


def _head(result: Result, dossier: Dossier | None, at: datetime) -> Letterhead:
    return replace(
        letterhead(result.office, dossier, at),
        lookup_address=check_address(result),
        lookup_what="Kiểm tra kết quả",
        lookup_site=f"{settings.SITE_ADDRESS.split('//')[-1]}/kiem-tra",
    )
