"""What the matching desk reads: money that waits, what it may be for, and what waits for a second person."""

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.text import fold

from .arrivals import hindrance
from .models import Arrival, ArrivalProposal, Charge, GatewayRefund, OnlinePayment, Statement
from .queries import AT_DESK
from .terms import Book, ChargeState, RefundState

LOOKED_AT, SUGGESTED = 50, 5
LONGEST = 40


@dataclass(frozen=True)
class Suggestion:
    """A bill that money may be for, and what speaks for it."""

    charge: Charge
    because: tuple[str, ...]
    fits: bool


def arrivals(by: Officer, at: datetime, state: str = "", source: str = "") -> QuerySet[Arrival]:
    """Money at the desks of this official, in one state, from one source."""
    rows = Arrival.objects.filter(desk__in=_desks(by, at)).select_related("office", "charge", "online")
    rows = rows.filter(state=state) if state else rows
    return rows.filter(source=source) if source else rows


def arrival(by: Officer, pk: int, at: datetime) -> Arrival:
    """One of them; raises `Arrival.DoesNotExist`."""
    return arrivals(by, at).select_related("desk", "statement", "payment").get(pk=pk)


def proposal_of(arrival: Arrival) -> ArrivalProposal | None:
    """What waits for a second person about it."""
    return ArrivalProposal.objects.filter(arrival=arrival, decided_at=None).select_related("by", "charge").first()


def decided_of(arrival: Arrival) -> list[ArrivalProposal]:
    """What two persons said of it, the latest first."""
    rows = ArrivalProposal.objects.filter(arrival=arrival, decided_at__isnull=False)
    return list(rows.select_related("by", "decided_by", "charge", "document_file").order_by("-id")[:20])


def with_proposal(rows: list[Arrival]) -> set[int]:
    """Which of these wait for a second person."""
    asked = ArrivalProposal.objects.filter(arrival__in=[each.pk for each in rows], decided_at=None)
    return set(asked.values_list("arrival", flat=True))


def bill_called(by: Officer, words: str, at: datetime) -> Charge:
    """An open bill at the desks of this official by code or reference; raises `Charge.DoesNotExist`."""
    words = words.strip().upper()[:LONGEST]
    named = Q(code=words) | Q(reference=words)
    rows = Charge.objects.filter(named, desk__in=_desks(by, at), state=ChargeState.WAITING)
    found = rows.select_related("department").order_by("-id").first()
    if found is None:
        raise Charge.DoesNotExist
    return found


def fits(arrival: Arrival, charge: Charge) -> bool:
    """Whether one person may put it to this bill."""
    return not hindrance(charge, arrival.amount, arrival.office_id, arrival.source)


def suggestions(arrival: Arrival, found: Charge | None = None) -> list[Suggestion]:
    """Open bills with this sum, or named by what was written, the likeliest first; or the one that was looked for."""
    written = fold(arrival.content).replace(" ", "")
    if found is not None:
        return [_suggested(arrival, found, written)]
    alike = [Q(due=arrival.amount + F("paid"))]
    if len(words := [each for each in arrival.content.upper().split() if len(each) > 9]) > 0:
        alike += [Q(code__in=words[:10]), Q(reference__in=words[:10])]
    rows = Charge.objects.filter(desk=arrival.desk_id, state=ChargeState.WAITING).filter(reduce(or_, alike))
    rows = rows.filter(department=arrival.office_id) if arrival.place == Book.DEPOSITED else rows
    rows = rows.select_related("department").order_by("-id")[:LOOKED_AT]
    likely = [_suggested(arrival, each, written) for each in rows]
    return sorted(likely, key=lambda each: len(each.because), reverse=True)[:SUGGESTED]


def missing(by: Officer, at: datetime) -> QuerySet[OnlinePayment]:
    """What the gateway told of and did not hand on, unexplained."""
    rows = OnlinePayment.objects.filter(missed_on__isnull=False, missed_why="", settled_on=None)
    return rows.filter(charge__desk__in=_desks(by, at)).select_related("charge").order_by("id")


def refused_refunds(by: Officer, at: datetime) -> QuerySet[GatewayRefund]:
    """What the gateway would not give back: people have to."""
    rows = GatewayRefund.objects.filter(state=RefundState.REFUSED, charge__desk__in=_desks(by, at))
    return rows.select_related("charge").order_by("id")


def statements(by: Officer, at: datetime) -> QuerySet[Statement]:
    """The statements that were taken in at the desks of this official."""
    rows = Statement.objects.filter(desk__in=_desks(by, at), imported_at__isnull=False)
    return rows.select_related("office", "imported_by").defer("content")


def statement(by: Officer, pk: int, at: datetime) -> Statement:
    """An own file that waits to be confirmed, or one that was taken in; raises `Statement.DoesNotExist`."""
    mine = Q(kept_by=by) | Q(imported_at__isnull=False)
    rows = Statement.objects.filter(mine, desk__in=by.places_with(at, Role.ACCOUNTANT))
    return rows.select_related("office", "desk", "imported_by").get(pk=pk)


def _suggested(arrival: Arrival, charge: Charge, written: str) -> Suggestion:
    because = []
    if charge.open == arrival.amount:
        because.append("đúng số tiền")
    if fold(charge.payer).replace(" ", "") in (fold(arrival.payer).replace(" ", ""), ""):
        because.append("đúng tên người gửi")
    elif fold(charge.payer).replace(" ", "") in written:
        because.append("có tên trong nội dung")
    if charge.code and fold(charge.code) in fold(arrival.content):
        because.append("có mã hồ sơ trong nội dung")
    if charge.reference.lower() in written:
        because.append("có nội dung chuyển tiền")
    return Suggestion(charge, tuple(because), fits(arrival, charge))


def _desks(by: Officer, at: datetime) -> set[int]:
    return set(by.places_with(at, *AT_DESK)) | set(by.bodies_with(at, Role.HEAD))
