"""What somebody owes: asked for by a dossier, added to, lessened or cancelled with a second person (4.5.a, 5.3.a)."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.models import TariffLine
from motcua.domain.procedures.reckoning import Sum, reckon
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.text import clean

from . import ledger, policies
from .models import Charge, ChargeLine
from .terms import Book, ChargeState, MovementKind, When

_LETTERS = "ABCDEFGHKLMNPRTUVXY3456789"


class NotOpen(Refused):
    """The bill is cancelled or has nothing left: nothing is added to it or taken off it."""

    clause = "4.5.a"


class NotAnnounced(Refused):
    """A relief that the department has not announced for this line."""

    clause = "5.3.a"


@dataclass(frozen=True)
class Item:
    """One tariff line as it applies here: how many pages, how many copies, and the group whose relief is claimed."""

    tariff: TariffLine
    units: int = 1
    copies: int = 1
    relief: str = ""

    def sum(self) -> Sum:
        """What it comes to by the formula of the line; only a relief that was announced with it is given (5.3.a)."""
        favoured = [each for each in self.tariff.favoured if each.group == self.relief]
        if self.relief and not favoured:
            raise NotAnnounced(f"Khoản “{self.tariff.name}” không có mức miễn, giảm cho “{self.relief}”.")
        return reckon(self.tariff.formula, units=self.units, copies=self.copies, reliefs=favoured)


@dataclass(frozen=True)
class Subject:
    """For what, where and by whom something is to be paid; `about` is the stream of the matter."""

    about: str
    desk_id: int
    department_id: int
    payer: str
    code: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@act("4.5.a", "5.3.a")
def ask_charge(subject: Subject, *, items: Sequence[Item], when: When = When.WITH, by: Officer, at: datetime) -> Charge:
    """Make the bill of a matter from the tariff in force when it was received; with nothing due it says so."""
    require(policies.may_ask(by, subject.desk_id, subject.department_id, at))
    if not items:
        raise Refused("Không có khoản thu nào: thủ tục này không thu phí, lệ phí.", "4.5.a")
    charge = Charge(
        about=subject.about, code=subject.code, desk_id=subject.desk_id, department_id=subject.department_id,
        payer=clean(subject.payer), address=clean(subject.address), phone=subject.phone, email=subject.email,
        when=when, reference=_reference(), asked_at=at, asked_by=by,
    )  # fmt: skip
    add([charge])
    lines = [_line(charge, item, by, at) for item in items]
    _entered(charge, lines, MovementKind.CHARGED, by, at)
    record(ask_charge, about=charge, by=by, at=at, subject=subject.about, when=when, lines=told(lines))
    return charge


@act("4.5.a")
def add_to_charge(charge: Charge, *, items: Sequence[Item], reason: str, by: Officer, at: datetime) -> Charge:
    """Ask for more, because the matter turned out larger; what was paid already stays paid."""
    charge = locked(charge)
    require(policies.may_ask(by, charge.desk_id, charge.department_id, at))
    if charge.state == ChargeState.CANCELLED:
        raise NotOpen("Khoản thu đã hủy: hãy lập khoản thu khác.")
    if not clean(reason) or not items:
        raise Refused("Phải ghi khoản thu thêm và lý do.", "4.5.a")
    lines = [_line(charge, item, by, at, reason=clean(reason)) for item in items]
    _entered(charge, lines, MovementKind.CHANGED, by, at)
    record(add_to_charge, about=charge, by=by, at=at, reason=clean(reason), lines=told(lines))
    return charge


def lessen(
    charge: Charge, amount: int, *, reason: str, asked_by: Officer, second: Officer, at: datetime
) -> list[ChargeLine]:
    """Take so much off the bill, from its last lines first; both who asked and who decided are named."""
    left, lines = amount, []
    for line in reversed(standing(charge)):
        part = min(left, line.amount)
        if part:
            lines.append(
                ChargeLine(charge=charge, tariff=line.tariff, kind=line.kind, name=line.name, amount=-part,
                           reason=reason, by=asked_by, second=second, at=at)
            )  # fmt: skip
        left -= part
    if left:
        raise NotOpen("Không giảm được nhiều hơn số còn phải nộp.")
    _entered(charge, lines, MovementKind.CHANGED, second, at)
    return lines


def locked(charge: Charge) -> Charge:
    """Take it: two people at one bill follow one another."""
    return Charge.objects.select_for_update(of=("self",)).get(pk=charge.pk)


def told(lines: Iterable[ChargeLine]) -> list[dict[str, Any]]:
    """The lines as the journal keeps them."""
    return [{"name": line.name, "kind": line.kind, "amount": line.amount, "units": line.units,
             "copies": line.copies, "relief": line.relief} for line in lines]  # fmt: skip


def state_of(charge: Charge) -> ChargeState:
    """What its sums say about it."""
    if charge.state == ChargeState.CANCELLED:
        return ChargeState.CANCELLED
    if charge.due == 0:
        return ChargeState.NOTHING_DUE
    return ChargeState.PAID if charge.paid == charge.due else ChargeState.WAITING


def standing(charge: Charge) -> list[ChargeLine]:
    """Each sum as it stands after what was taken off it before."""
    sums: dict[tuple[int | None, str], ChargeLine] = {}
    for line in ChargeLine.objects.filter(charge=charge).select_related("tariff").order_by("id"):
        key = (line.tariff_id, line.name)
        if key in sums:
            sums[key].amount += line.amount
        else:
            sums[key] = line
    return list(sums.values())


def left_after(charge: Charge, paid: int) -> list[ChargeLine]:
    """What stands of each sum once so much was paid, the first line first."""
    lines = [each for each in standing(charge) if each.amount > 0]
    for line in lines:
        part = min(paid, line.amount)
        line.amount, paid = line.amount - part, paid - part
    return [line for line in lines if line.amount]


def _line(charge: Charge, item: Item, by: Officer, at: datetime, reason: str = "") -> ChargeLine:
    if item.tariff.amount is None:
        raise Refused(f"Chưa biết mức thu của “{item.tariff.name}”: phải rà soát thủ tục trước.", "5.3.a")
    sum_ = item.sum()
    return ChargeLine(
        charge=charge, tariff=item.tariff, kind=item.tariff.kind, name=item.tariff.name, units=item.units,
        copies=item.copies, relief=sum_.relief.group if sum_.relief else "",
        proof=sum_.relief.proof if sum_.relief else "", reason=reason, amount=sum_.due, by=by, at=at,
    )  # fmt: skip


def _entered(charge: Charge, lines: list[ChargeLine], kind: MovementKind, by: Signs, at: datetime) -> None:
    """Keep the lines, the sum of the bill, and the entry in the books: owed by one, earned by the other."""
    add(lines)
    whole = sum(line.amount for line in lines)
    charge.due += whole
    charge.state = state_of(charge)
    change(charge, "due", "state")
    earned = [ledger.Line(Book.EARNED, -line.amount, kind=line.kind) for line in lines]
    owed = ledger.Line(Book.OWED, whole)
    ledger.enter(kind, [owed, *earned], about=charge.stream, department=charge.department_id, by=by, at=at)


def _reference() -> str:
    """Ten letters that nobody mistakes for one another: what the payer's bank sends back to us."""
    return "H49" + "".join(secrets.choice(_LETTERS) for _ in range(9))
