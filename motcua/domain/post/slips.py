"""The papers of the postal desk: the list that leaves with the postman, the letter when something is lost."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.papers.forms.dispatch_list.facts import DispatchListFacts, Line
from motcua.domain.papers.forms.lost_parcel.facts import LostParcel
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed
from motcua.domain.papers.models import Paper
from motcua.domain.vietnamese.dates import local_day

from .models import Consignment, DispatchList
from .terms import Remedy


def dispatch_list(one: DispatchList, taken: Sequence[Consignment], *, by: Officer, at: datetime) -> Paper:
    """Bảng kê giao bưu gửi, of what the postman takes."""
    facts = DispatchListFacts(
        letterhead=_letterhead(one.one_stop_id, at),
        giving_body=one.one_stop.name,
        postman=one.postman,
        day=one.day,
        given_at=at,
        lines=tuple(Line(each.number, each.about_code, each.name, str(each.home), each.to_collect) for each in taken),
        to_collect=sum(each.to_collect for each in taken),
        giver=Signer(("Bên giao",), by.name),
        taker=Signer(("Bưu tá",)),
    )
    return issue("dispatch_list", facts, office_code=one.one_stop.code, about=one.stream, by=by, at=at)


def apology(one: Consignment, *, remedy: Remedy, explanation: str, by: Officer, at: datetime) -> Paper:
    """The letter with which a loss is admitted and made good."""
    office = office_at_hand(one.one_stop_id)
    facts = LostParcel(
        letterhead=_letterhead(one.one_stop_id, at, one.about_code),
        body=office.name,
        party=Party(one.name, address=str(one.home), phone=one.phone),
        number=one.number,
        contents=one.what,
        sent_on=local_day(one.ordered_at),
        what_happened=explanation,
        remedy=remedy.label,
        signer=Signer(("Người xử lý",), by.name),
    )
    return issue("lost_parcel", facts, office_code=office.code, about=one.about, by=by, at=at)


def _letterhead(office_id: int, at: datetime, about_code: str = "") -> Letterhead:
    office = office_at_hand(office_id)
    return headed(office, local_day(at), dossier_code=about_code, hotline=settings.HOTLINE if about_code else "")
