"""The paper with which anybody can check a result: handed out with it, with a QR that opens the page of its state."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings

from motcua.domain.papers.forms.result_slip.facts import ResultSlip
from motcua.domain.papers.issuing import printed

from ..slips import letterhead
from .models import Result
from .terms import ResultForm


def check_address(result: Result) -> str:
    """Where a result can be checked by whoever holds it."""
    return f"{settings.SITE_ADDRESS}/kiem-tra/{result.secret}"


def authentication_slip(result: Result, at: datetime) -> bytes:
    """Phiếu xác thực kết quả, as of now; it has no number and is kept nowhere."""
    head = replace(
        letterhead(result.office, None, at),
        lookup_address=check_address(result),
        lookup_what="Kiểm tra kết quả",
        lookup_site=f"{settings.SITE_ADDRESS.split('//')[-1]}/kiem-tra",
    )
    facts = ResultSlip(
        letterhead=head,
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
