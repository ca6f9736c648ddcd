"""Mẫu 01 for several dossiers of one applicant: the table of all of them, with the date of each."""

from collections.abc import Sequence
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.receipt.facts import Component, Matter, Receipt
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.models import Channel

from ..inviting.terms import Occasion
from ..slips import FILED, asking, fees, submitter
from ..taking_in import Begun
from ..terms import ReturnBy
from .lot_models import Lot


def receipt(lot: Lot, begun: Sequence[Begun], *, by: Officer, at: datetime) -> Paper:
    """One receipt; it bears the code of the first, under which all are found."""
    first = begun[0].dossier
    facts = Receipt(
        letterhead=asking(first.one_stop, first, Occasion.RECEIPT, by, at),
        receiving_unit=first.one_stop.name,
        submitter=submitter(first),
        channel=FILED[Channel(first.channel)],
        request=f"{len(begun)} hồ sơ theo bảng dưới đây",
        procedure_code="",
        components=(),
        time_limit="",
        received_at=at,
        due_at=max(each.dossier.when_due() for each in begun),
        result_at=ReturnBy(first.return_by).label,
        receiver=Signer(("NGƯỜI TIẾP NHẬN HỒ SƠ",), by.name),
        matters=tuple(_matter(each, at) for each in begun),
    )
    return issue("receipt", facts, office_code=first.one_stop.code, about=lot.stream, by=by, at=at)


def _matter(begun: Begun, at: datetime) -> Matter:
    names = {component.id: component.name for component in begun.handled.components}
    dossier = begun.dossier
    return Matter(
        code=dossier.code or "",
        request=dossier.summary or begun.handled.name,
        procedure_code=begun.handled.code,
        components=tuple(
            Component(names[each.component_id], originals=each.originals, photocopies=each.copies)
            for each in begun.filing.brought
        ),
        time_limit=begun.limit.show(),
        due_at=dossier.when_due(),
        fees=fees(begun.handled, dossier.channel, at),
    )
