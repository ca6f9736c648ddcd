"""The one receipt of linked procedures that were filed as one."""

from collections.abc import Sequence
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.facts import FeeLine, Signer
from motcua.domain.papers.forms.bundle_receipt.facts import BundleReceipt, Matter
from motcua.domain.papers.forms.receipt.facts import Component
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.models import Paper
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures import tariff
from motcua.domain.vietnamese.dates import local_day

from .. import slips
from ..inviting.terms import Occasion
from ..models import Dossier
from ..terms import ReturnBy
from .bundle_models import BundleFiling
from .bundle_papers import Papers
from .bundle_terms import HandOut


def receipt(
    filing: BundleFiling,
    taken: Sequence[Dossier],
    ends: Sequence[datetime],
    places: Sequence[int | None],
    papers: Papers,
    *,
    by: Officer,
    at: datetime,
) -> Paper:
    """Every matter with its code, the papers once, and one total date."""
    first = taken[0]
    handled = [procedures.handled(each.version_id) for each in taken]
    facts = BundleReceipt(
        letterhead=slips.asking(filing.one_stop, first, Occasion.RECEIPT, by, at),
        receiving_unit=filing.one_stop.name,
        submitter=slips.submitter(first),
        bundle=filing.bundle.name,
        matters=tuple(
            Matter(
                code=each.code or "",
                procedure=one.name,
                body=one.owner_name,
                time_limit=each.limit().show(),
                until=until,
                waits_for="" if after is None else handled[after].name,
            )
            for each, one, until, after in zip(taken, handled, ends, places, strict=True)
        ),
        components=tuple(Component(name, each.originals, photocopies=each.copies) for name, each in papers),
        received_at=at,
        due_at=filing.due_at,
        hand_out=HandOut(filing.hand_out).label,
        result_at=ReturnBy(first.return_by).label,
        receiver=Signer(("NGƯỜI TIẾP NHẬN HỒ SƠ",), by.name),
        owner=slips.owner(first) if first.submitter_name != first.applicant_name else None,
        fees=tuple(
            FeeLine(line.name, line.amount, "; ".join(line.terms) or line.per)
            for one in handled
            for line in tariff.tariff_on(one.procedure_id, local_day(at), first.channel)
        ),
    )
    # It stands with the first dossier, whose secret is behind its QR code.
    return issue("bundle_receipt", facts, office_code=filing.one_stop.code, about=first.stream, by=by, at=at)
