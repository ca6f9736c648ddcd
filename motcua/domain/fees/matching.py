"""Money that waits: matched by one person where it fits, by two where it does not, or given back (4.5.a, 3.2)."""

from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers import scans
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import arrivals, giving_back, ledger, policies, telling
from .arrivals import hindrance
from .charging import NotOpen, locked
from .models import Arrival, ArrivalProposal, Charge
from .money_out import Document, NoDocument
from .terms import ArrivalEnd, ArrivalState, Book, ChargeState, MovementKind, Source, Why


class NotMatched(Refused):
    """Money that is dealt with already, or a bill that it does not fit."""

    clause = "4.5.a"


class OutOfReach(Refused):
    """Money on another department's account than the bill's, or told of at another desk than where it is paid."""

    clause = "4.5.b"


@act("4.5.a", "4.5.b")
def match_arrival(arrival: Arrival, *, charge: Charge, by: Officer, at: datetime) -> Arrival:
    """Say which bill money is for: by one person where sum and account are right, so that nothing is decided."""
    charge, arrival = locked(charge), _waiting(arrival)
    require(policies.may_match(by, arrival.desk_id, at))
    _within_reach(arrival, charge)
    against = hindrance(charge, arrival.amount, arrival.office_id, arrival.source)
    if against:
        raise NotMatched(f"{Why(against).label}: việc này cần hai người, hãy gửi đề nghị.")
    _claimed(arrival, charge, arrival.amount, by, at)
    _ended(arrival)
    record(match_arrival, about=arrival, by=by, at=at, amount=arrival.amount, reference=charge.reference)
    return arrival


@act("4.5.a", "3.2")
def propose_match(arrival: Arrival, *, charge: Charge, reason: str, by: Officer, at: datetime) -> ArrivalProposal:
    """Ask that money be put to a bill whose sum it is not: the rest goes back, or is still asked for."""
    arrival = _waiting(arrival)
    require(policies.may_match(by, arrival.desk_id, at))
    _open(charge)
    _within_reach(arrival, charge)
    proposal = ArrivalProposal(kind=ArrivalEnd.MATCH, arrival=arrival, charge=charge, reason=reason, by=by, at=at)
    _proposed(proposal)
    facts = {"amount": arrival.amount, "reference": charge.reference, "open": charge.open}
    record(propose_match, about=arrival, by=by, at=at, **facts, reason=proposal.reason)
    return proposal


@act("4.5.a", "3.2")
def propose_return(arrival: Arrival, *, reason: str, by: Officer, at: datetime) -> ArrivalProposal:
    """Ask that money go back to who sent it."""
    arrival = _waiting(arrival)
    require(policies.may_match(by, arrival.desk_id, at))
    proposal = ArrivalProposal(kind=ArrivalEnd.RETURN, arrival=arrival, reason=reason, by=by, at=at)
    _proposed(proposal)
    record(propose_return, about=arrival, by=by, at=at, amount=arrival.amount, reason=proposal.reason)
    return proposal


@act("4.5.a", "3.2")
def agree_to_arrival(
    proposal: ArrivalProposal, *, document: Document | None = None, by: Officer, at: datetime
) -> ArrivalProposal:
    """Decide for it: what was asked happens now, in the names of both; what people transfer back with its document."""
    proposal, arrival = _undecided(proposal, by, at)
    take = 0
    if proposal.charge is not None:
        charge = locked(proposal.charge)
        _open(charge)
        _within_reach(arrival, charge)
        take = min(arrival.amount, charge.open)
        _claimed(arrival, charge, take, by, at)
    if arrival.amount > take and arrival.source != Source.GATEWAY:
        _documented(proposal, arrival, document, by, at)
    _given_back(arrival, arrival.amount - take, by, at)
    _ended(arrival)
    _decided(proposal, True, "", by, at)
    facts: dict[str, object] = {"kind": proposal.kind, "amount": arrival.amount, "settled": take}
    facts |= {"returned": arrival.returned}
    if proposal.document:
        facts |= {"document": proposal.document, "document_on": proposal.document_on}
    line = record(agree_to_arrival, about=arrival, by=by, at=at, **facts, asked_by=proposal.by.code)
    if arrival.charge is not None and arrival.returned:
        account = arrival.online.account if arrival.online else ""
        telling.given_back(arrival.charge, arrival.returned, f"{arrival.stream}#{line}", at, account=account)
    return proposal


@act("4.5.a", "3.2")
def decline_arrival(proposal: ArrivalProposal, *, reason: str, by: Officer, at: datetime) -> ArrivalProposal:
    """Decide against it, with the reason; the money waits on."""
    proposal, arrival = _undecided(proposal, by, at)
    if not clean(reason):
        raise Refused("Phải ghi lý do không đồng ý.", "3.2")
    _decided(proposal, False, clean(reason)[:500], by, at)
    record(decline_arrival, about=arrival, by=by, at=at, kind=proposal.kind, reason=proposal.answer)
    return proposal


def goes_back_by_people(proposal: ArrivalProposal, arrival: Arrival) -> bool:
    """Whether something would be given back that no gateway carries: then the bank's document is asked for."""
    charge = proposal.charge
    return arrival.source != Source.GATEWAY and (charge is None or arrival.amount > charge.open)


def _documented(
    proposal: ArrivalProposal, arrival: Arrival, document: Document | None, by: Officer, at: datetime
) -> None:
    """The money left the bank between its coming and today, and its number says which transfer it was."""
    if document is None or not clean(document.number):
        raise NoDocument("Trả lại bằng chuyển khoản phải ghi số và ngày chứng từ chuyển tiền.")
    if not local_day(arrival.came_at) <= document.on <= local_day(at):
        raise NoDocument("Ngày chứng từ phải từ ngày tiền đến đến hôm nay.")
    proposal.document, proposal.document_on = clean(document.number)[:80], document.on
    if document.file is not None:
        proposal.document_file = scans.take_in(document.file, about=arrival.stream, by=by, at=at)
    try:
        with transaction.atomic():
            change(proposal, "document", "document_on", "document_file")
    except IntegrityError:
        raise NoDocument(f"Chứng từ {proposal.document} đã được ghi cho một lần trả lại khác.") from None


def _claimed(arrival: Arrival, charge: Charge, amount: int, by: Signs, at: datetime) -> None:
    """It is nobody's no more: out of the books as unclaimed, and into the bill by the road of every payment."""
    _moved(MovementKind.CLAIMED, arrival, amount, by, at)
    arrivals.settled(arrival, charge, amount, by=by, at=at, partly=True)


def _given_back(arrival: Arrival, amount: int, by: Signs, at: datetime) -> None:
    if amount:
        _moved(MovementKind.RETURNED, arrival, amount, by, at)
        giving_back.leave_word(arrival, amount, at)
    arrival.returned = amount
    if not arrival.settled:
        arrival.state = ArrivalState.RETURNED


def _moved(kind: MovementKind, arrival: Arrival, amount: int, by: Signs, at: datetime) -> None:
    lines = [ledger.Line(Book.UNCLAIMED, amount), ledger.Line(arrival.place, -amount)]
    ledger.enter(kind, lines, about=arrival.stream, department=arrival.office_id, by=by, at=at)


def _ended(arrival: Arrival) -> None:
    change(arrival, "charge", "payment", "state", "settled", "returned")


def _open(charge: Charge) -> None:
    if charge.state == ChargeState.CANCELLED or charge.open == 0:
        raise NotOpen("Khoản thu này không còn gì phải nộp: hãy chọn khoản khác hoặc trả lại tiền.")


def _within_reach(arrival: Arrival, charge: Charge) -> None:
    """What a department has on its account pays its own bills only: nobody has moved it to the other one."""
    if arrival.desk_id != charge.desk_id:
        where = office_at_hand(charge.desk_id).name
        raise OutOfReach(f"Khoản thu này thu tại {where}: nơi đó ghép tiền của mình, hãy đề nghị trả lại người gửi.")
    if not arrivals.is_within_reach(arrival, charge):
        has, wants = office_at_hand(arrival.office_id).name, office_at_hand(charge.department_id).name
        raise OutOfReach(
            f"Tiền đang ở tài khoản của {has}, khoản thu này của {wants}: không ghép được. "
            "Hãy đề nghị trả lại người gửi để nộp vào đúng tài khoản."
        )


def _waiting(arrival: Arrival) -> Arrival:
    rows = Arrival.objects.select_for_update(of=("self",)).select_related("charge", "online")
    arrival = rows.get(pk=arrival.pk)
    if arrival.state != ArrivalState.WAITING:
        raise NotMatched("Khoản tiền này đã được xử lý.")
    return arrival


def _proposed(proposal: ArrivalProposal) -> None:
    proposal.reason = clean(proposal.reason)[:500]
    if not proposal.reason:
        raise Refused("Phải ghi lý do.", "4.5.a")
    try:
        with transaction.atomic():
            add([proposal])
    except IntegrityError:
        raise NotOpen("Đã có một đề nghị cho khoản tiền này đang chờ quyết định.") from None


def _undecided(proposal: ArrivalProposal, by: Officer, at: datetime) -> tuple[ArrivalProposal, Arrival]:
    """The proposal and its money, locked: bill first, then money, as wherever money is taken in."""
    if proposal.charge_id is not None:
        locked(Charge(pk=proposal.charge_id))
    arrival = (
        Arrival.objects.select_for_update(of=("self",)).select_related("charge", "online").get(pk=proposal.arrival_id)
    )
    rows = ArrivalProposal.objects.select_for_update(of=("self",)).select_related("by", "charge")
    proposal = rows.get(pk=proposal.pk)
    require(policies.may_decide_arrival(by, proposal, arrival.desk_id, at))
    if proposal.decided_at is not None or arrival.state != ArrivalState.WAITING:
        raise NotOpen("Đề nghị này đã được quyết định.")
    return proposal, arrival


def _decided(proposal: ArrivalProposal, agreed: bool, answer: str, by: Officer, at: datetime) -> None:
    proposal.agreed, proposal.answer, proposal.decided_by, proposal.decided_at = agreed, answer, by, at
    change(proposal, "agreed", "answer", "decided_by", "decided_at")
