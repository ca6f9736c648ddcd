"""Money that came by itself, by gateway, bank or post: to its bill at once, or to people who match it (4.5.a).

Whatever comes is kept once, under the mark of whoever told of it. What fits to the đồng is settled by the same road as
at the counter; the rest waits on a list, in the books as money that is nobody's yet.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import change
from motcua.domain.vietnamese.text import clean, unaccented

from . import collecting, ledger, telling
from .charging import locked
from .collecting import Paid
from .models import Arrival, Charge
from .terms import METHOD_OF, ArrivalState, Book, ChargeState, Method, MovementKind, Source, Why

_REFERENCE = re.compile(r"H49[ABCDEFGHKLMNPRTUVXY3456789]{9}")


@dataclass(frozen=True)
class Came:
    """Money as it was told of: by whom under which mark, on whose account, how much, and what its sender wrote.

    `charge_id` is the bill where whoever tells knows it; else it is looked for in `content`. `why` sends it to the
    list whatever it fits: the one who tells knows better.
    """

    source: Source
    key: str
    office_id: int
    desk_id: int
    amount: int
    came_at: datetime
    content: str = ""
    payer: str = ""
    payer_account: str = ""
    charge_id: int | None = None
    online_id: int | None = None
    statement_id: int | None = None
    why: str = ""


@act("4.5.a", "4.5.b")
def take_in_arrival(came: Came, *, by: Signs, at: datetime) -> Arrival:
    """Keep money that came, once however often it is told; pay its bill with it where it fits to the đồng."""
    arrival, fresh = Arrival.objects.get_or_create(
        source=came.source, key=came.key,
        defaults={
            "office_id": came.office_id, "desk_id": came.desk_id, "amount": came.amount, "came_at": came.came_at,
            "content": clean(came.content)[:500], "payer": clean(came.payer)[:200],
            "payer_account": clean(came.payer_account)[:40], "heard_at": at, "charge_id": came.charge_id,
            "online_id": came.online_id, "statement_id": came.statement_id,
        },
    )  # fmt: skip
    if not fresh:
        return arrival
    charge = meant(came)
    arrival.charge = charge
    arrival.why = came.why or hindrance(charge, came.amount, came.office_id, came.source)
    if not arrival.why and charge is not None:
        _try_to_settle(arrival, charge, by, at)
    if arrival.why:
        _wait(arrival, by, at)
    change(arrival, "charge", "why", "said", "state", "payment", "settled")
    facts = {"source": came.source, "amount": came.amount, "content": arrival.content, "why": arrival.why}
    record(take_in_arrival, about=arrival, by=by, at=at, **facts, reference=charge.reference if charge else "")
    return arrival


@rule("4.5.a", "4.5.b")
def hindrance(charge: Charge | None, amount: int, office_id: int, source: str) -> str:
    """Why money does not pay a bill by itself; nothing when it does."""
    if charge is None:
        return Why.UNKNOWN
    if charge.state == ChargeState.CANCELLED:
        return Why.CANCELLED
    if source == Source.BANK and charge.department_id != office_id:
        return Why.OTHER_ACCOUNT
    if charge.open == 0:
        return Why.PAID_BEFORE
    return "" if amount == charge.open else Why.UNEQUAL


@rule("4.5.b")
def is_within_reach(arrival: Arrival, charge: Charge) -> bool:
    """Whether people may put money to a bill: to one of the own desk, and from a department's account to its own."""
    if arrival.desk_id != charge.desk_id:
        return False
    return arrival.place != Book.DEPOSITED or arrival.office_id == charge.department_id


def references_in(content: str) -> list[str]:
    """The references of bills that a sender wrote, however a bank has cut them up or bedecked them."""
    squeezed = re.sub(r"[^A-Z0-9]", "", unaccented(content).upper())
    return sorted(set(_REFERENCE.findall(squeezed)))


def meant(came: Came) -> Charge | None:
    """The one bill that is meant, locked; nothing where none is, or several are."""
    if came.charge_id is not None:
        return locked(Charge(pk=came.charge_id))
    found = list(Charge.objects.filter(reference__in=references_in(came.content))[:2])
    return locked(found[0]) if len(found) == 1 else None


def settled(arrival: Arrival, charge: Charge, amount: int, *, by: Signs, at: datetime, partly: bool = False) -> None:
    """Pay a locked bill with so much of what came, and tell the payer."""
    method: Method = METHOD_OF[Source(arrival.source)]
    paid = Paid(method, amount, f"{arrival.key}"[:80], partly=partly, direct=arrival.place == Book.DEPOSITED)
    receipt = collecting.settle(charge, paid, by=by, at=at)
    arrival.charge, arrival.payment, arrival.settled = charge, receipt.payment, amount
    arrival.state = ArrivalState.SETTLED
    line = record("collect", about=charge, by=by, at=at, **collecting.told(receipt))
    account = arrival.online.account if arrival.online else ""
    telling.paid(charge, receipt, f"{charge.stream}#{line}", at, account=account)


def _try_to_settle(arrival: Arrival, charge: Charge, by: Signs, at: datetime) -> None:
    """What can not be settled after all, because no receipt is left or a document was used, waits for people."""
    try:
        with transaction.atomic():
            settled(arrival, charge, arrival.amount, by=by, at=at)
    except Refused as refusal:
        arrival.payment, arrival.settled, arrival.state = None, 0, ArrivalState.WAITING
        arrival.why, arrival.said = Why.NO_RECEIPT, refusal.sentence[:300]


def _wait(arrival: Arrival, by: Signs, at: datetime) -> None:
    lines = [ledger.Line(arrival.place, arrival.amount), ledger.Line(Book.UNCLAIMED, -arrival.amount)]
    ledger.enter(MovementKind.ARRIVED, lines, about=arrival.stream, department=arrival.office_id, by=by, at=at)
