"""Whatever is done with money, in whatever order: receipts, payments and books say the same, and it is what came in.

The cases are the same each time: a life draws one seed, and everything in it follows from that. Beside the books the
test keeps a tally of its own: what came into anybody's hands, less what left them.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.models import Q, Sum
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from motcua.domain.fees import accounts, checks, shares
from motcua.domain.fees.models import Charge, MonthStatement, Payment, Posting, Receipt
from motcua.domain.fees.months.reading import bounds
from motcua.domain.fees.terms import AccountUse, Book, MovementKind, StatementState
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import TariffLine
from motcua.domain.procedures.parts import FeePart
from motcua.domain.procedures.tariff import tariff_on
from motcua.domain.regulation.answers import Refused
from tests.fuzz.money import MOVES, Money, Nothing
from tests.money import AT, CashDesk, hired
from tests.people import JUSTICE
from tests.world import World

LIVES, STEPS = 8, 120
HOURS = (0, 0, 0, 1, 3, 9, 26, 75)  # some 80 days in a life
LIE = (Book.DRAWER, Book.COLLECTED, Book.ON_THE_WAY, Book.DEPOSITED, Book.TREASURY)  # where money can be
HAPPENED: Counter[str] = Counter()


class MoneyAlwaysAddsUp(RuleBasedStateMachine):
    """Two departments, one Centre, and everybody who has to do with money."""

    desk: CashDesk
    tariff: list[TariffLine]

    @initialize(seed=st.binary(min_size=8, max_size=8))
    def begin(self, seed: bytes) -> None:
        """The same morning each time; nothing of it stays."""
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        places = [self.desk.department, self.desk.world.offices[JUSTICE]]
        drawn = random.Random(seed.hex())
        self.money = Money(self.desk.world.cast, self.desk.centre, places, self.tariff, drawn, AT)
        self.money.begin()

    @rule()
    def somebody_does_something(self) -> None:
        """It is done, or refused with a sentence and a clause; where there is nothing to do it on, another thing is."""
        money = self.money
        money.at += timedelta(hours=money.drawn.choice(HOURS), minutes=7)
        try:
            done = next(filter(None, (self._try(move) for move in self._moves())))
        except Refused as refusal:
            assert refusal.sentence.endswith((".", "”")) and refusal.clause, refusal.sentence
            done = "refused"
        HAPPENED[done] += 1

    def _moves(self) -> Iterator[Callable[[Money], None]]:
        while True:
            yield from self.money.drawn.choices(list(MOVES), weights=list(MOVES.values()))

    def _try(self, move: Callable[[Money], None]) -> str:
        try:
            move(self.money)
        except Nothing:
            return ""
        return move.__name__

    def teardown(self) -> None:
        """Everything comes out to the đồng; then it never happened."""
        if not hasattr(self, "atomic"):
            return
        try:
            broken = [*checks.faults(), *_differences(self.money)]
        finally:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)
        assert not broken, "\n".join(broken)


def _differences(money: Money) -> list[str]:
    """Where the books, the payments, the receipts and the tally do not say the same."""
    paid, back = _sum(Payment.objects.filter(amount__gt=0)), _sum(Payment.objects.filter(amount__lt=0))
    cleared = Posting.objects.filter(book=Book.OWED, movement__kind__in=(MovementKind.PAID, MovementKind.REFUNDED))
    bills = Charge.objects.aggregate(due=Sum("due", default=0), paid=Sum("paid", default=0))
    said = {
        "trial balance": (_sum(Posting.objects.all()), 0),
        "money in all places": (_sum(Posting.objects.filter(book__in=LIE)), money.cash),
        "receipts against payments": (_sum(Receipt.objects.filter(voided_at=None)), paid),
        "payments against the books": (paid + back, -_sum(cleared)),
        "payments against the bills": (paid + back, bills["paid"]),
        "owed": (_sum(Posting.objects.filter(book=Book.OWED)), bills["due"] - bills["paid"]),
        "earned": (-_sum(Posting.objects.filter(Q(book=Book.EARNED) & ~Q(movement__kind__in=_LATER))), bills["due"]),
    } | {f"month {each} of {each.department}": _month(each) for each in MonthStatement.objects.filter(
        state__in=(StatementState.SENT, StatementState.CLOSED))}  # fmt: skip
    return [f"{name}: {one} and {other}" for name, (one, other) in said.items() if one != other]


_LATER = (MovementKind.CORRECTED, MovementKind.RETAINED)


def _sum(rows: object) -> int:
    return int(rows.aggregate(sum=Sum("amount", default=0))["sum"])  # type: ignore[attr-defined]


def _month(statement: MonthStatement) -> tuple[int, int]:
    """What a month says was collected, and what was."""
    begin, end = bounds(statement.month)
    paid = Payment.objects.filter(charge__department=statement.department_id, at__gte=begin, at__lt=end)
    return sum(each.collected for each in statement.lines.all()), _sum(paid)


def at_the_desk(world: World) -> tuple[CashDesk, list[TariffLine]]:
    """Accounts, books, three things that cost something, and the share of one of them."""
    desk = CashDesk(world)
    hired(world, "chi", "Hoàng Mai Chi", Role.ACCOUNTANT, JUSTICE)
    thao, quang, begin = world["thao"], world["quang"], date(2024, 5, 1)
    details = accounts.Details("Kho bạc Nhà nước Quảng Ninh", "371310900001", "Trung tâm")
    accounts.use_account(desk.centre, AccountUse.TREASURY, details=details, valid_from=begin, by=thao, at=AT)
    for number, department in enumerate((desk.department, world.offices[JUSTICE])):
        details = accounts.Details("Vietcombank", f"101456789{number}", department.name, "970436")
        accounts.use_account(department, AccountUse.COLLECTING, details=details, valid_from=begin, by=thao, at=AT)
    fees = (
        FeePart("fee", "Phí thẩm định", amount=120_000),
        FeePart("fee", "Phí chứng thực", amount=2_000, later_from=3, later=1_000, ceiling=200_000, per="trang"),
        FeePart("charge", "Lệ phí cấp", amount=50_000),
    )
    tariff = tariff_on(world.a_procedure(name="Thẩm định, cấp giấy", fees=fees).procedure_id, AT.date())
    terms = shares.Terms("Phí thẩm định", 1_233, begin, "Chi phí vận hành")
    share = shares.propose_share(desk.department, desk.centre, terms=terms, by=quang, at=AT)
    share = shares.agree_to_share(share, by=thao, at=AT)
    shares.enter_share_decision(share, decision="1999/QĐ-UBND", on=AT.date(), by=thao, at=AT)
    return desk, tariff


@pytest.mark.clause("4.5.a", "4.5.b", "5.3.b", "5.3.d")
def test_receipts_payments_and_books_say_the_same_whatever_was_done(db: None, world: World) -> None:
    HAPPENED.clear()
    desk, tariff = at_the_desk(world)
    world.cast.update({name: world[name] for name in world.cast})
    machine = type("Machine", (MoneyAlwaysAddsUp,), {"desk": desk, "tariff": tariff})
    chosen = settings(
        max_examples=LIVES, stateful_step_count=STEPS, derandomize=True, database=None, deadline=None,
        phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(machine, settings=chosen)
    assert len(HAPPENED) > len(MOVES) * 9 / 10, {each.__name__ for each in MOVES} - set(HAPPENED)
    assert sum(HAPPENED.values()) - HAPPENED["refused"] > LIVES * STEPS / 3, HAPPENED
