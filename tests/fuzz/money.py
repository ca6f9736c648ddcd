"""How each act of the fees is tried on whatever bills, money and months there are; a tally is kept beside the books."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db.models import F, QuerySet

from motcua.domain.fees import (
    books,
    charging,
    collecting,
    deposits,
    giving_back,
    lost_copies,
    matching,
    money_out,
    online,
    shifts,
)  # fmt: skip
from motcua.domain.fees.arrivals import Came, take_in_arrival
from motcua.domain.fees.gateways import GATEWAYS, Word, embedded
from motcua.domain.fees.models import (
    Arrival,
    ArrivalProposal,
    Charge,
    DepositOrder,
    MonthStatement,
    OnlinePayment,
    Payment,
    Proposal,
    Receipt,
    Shift,
    StatementLine,
)  # fmt: skip
from motcua.domain.fees.months import drawing, reconciling, transferring
from motcua.domain.fees.months.calendar import month_of
from motcua.domain.fees.signs import ByGateway, ByPayer, ByPost
from motcua.domain.fees.statements.importing import import_statement, keep_statement
from motcua.domain.fees.terms import Method, Source
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.models import TariffLine
from motcua.domain.vietnamese.dates import local_day


class Nothing(Exception):
    """There is no bill, money or month on which the act could be tried."""


@dataclass
class Money:
    """The fees of two departments at one Centre; `cash` is what came into anybody's hands less what left them."""

    cast: dict[str, Officer]
    centre: Office
    departments: list[Office]
    tariff: list[TariffLine]
    drawn: Random
    at: datetime
    cash: int = 0
    number: int = 0
    heard: list[Word] = field(default_factory=list)

    def by(self, who: str, *others: str) -> dict[str, Any]:
        """Signed by whoever mostly does it; one time in ten by one of the others."""
        chosen = self.drawn.choice(others or tuple(self.cast)) if self.drawn.random() < 1 / 10 else who
        return {"by": self.cast[chosen], "at": self.at}

    def one_of(self, rows: QuerySet[Any]) -> Any:
        """Any of these; mostly one of the last."""
        found = list(rows.order_by("-id")[: self.drawn.choice((1, 3, 50))])
        if not found:
            raise Nothing
        return self.drawn.choice(found)

    def next(self) -> str:
        """A mark that was never given before; now and then one that was."""
        self.number += self.drawn.random() > 1 / 20
        return f"M{self.number}"

    def sum_for(self, right: int) -> int:
        """The right sum, one time in five another."""
        return right if self.drawn.random() < 4 / 5 else right + self.drawn.choice((-1, 1, 70_000, -right))

    @property
    def reason(self) -> str:
        """A reason; now and then none."""
        return "" if self.drawn.random() < 1 / 20 else f"Lý do số {self.number}"

    @property
    def open_bill(self) -> Charge:
        """One that is not paid."""
        return self.one_of(Charge.objects.filter(state="waiting"))  # type: ignore[no-any-return]

    @property
    def bill(self) -> Charge:
        """One that is not paid, now and then any."""
        return self.open_bill if self.drawn.random() < 7 / 8 else self.one_of(Charge.objects.all())

    @property
    def items(self) -> list[charging.Item]:
        """One to three of what costs something."""
        chosen = self.drawn.sample(self.tariff, self.drawn.randint(1, len(self.tariff)))
        return [charging.Item(each, units=self.drawn.randint(1, 4), copies=self.drawn.randint(1, 3)) for each in chosen]

    # Bills

    def ask(self) -> None:
        self.number += 1
        department = self.drawn.choice(self.departments)
        subject = charging.Subject(f"matter/{self.number}", self.centre.pk, department.pk, "Nguyễn Văn An")
        charging.ask_charge(subject, items=self.items, **self.by("lan"))

    def add(self) -> None:
        any_bill = self.one_of(Charge.objects.all())
        charging.add_to_charge(any_bill, items=self.items, reason=self.reason, **self.by("lan"))

    def ask_less(self) -> None:
        bill = self.bill
        amount = self.drawn.choice((bill.open, bill.open // 2, 1, bill.open + 1))
        money_out.propose_reduction(bill, amount=amount, reason=self.reason, **self.by("lan"))

    def ask_nothing(self) -> None:
        money_out.propose_cancelling(self.bill, reason=self.reason, **self.by("lan"))

    # At the counter

    def pay(self) -> None:
        bill, method = self.bill, self.drawn.choice((Method.CASH, Method.CASH, Method.CARD, Method.TRANSFER))
        document = "" if method == Method.CASH else self.next()
        signed = self.by("yen", "van", "thao")
        if self.drawn.random() < 1 / 10:
            signed["at"] -= timedelta(days=35)
        receipt = collecting.collect(bill, method=method, amount=self.sum_for(bill.open), document=document, **signed)
        self.cash += receipt.payment.amount

    def ask_back(self) -> None:
        paid = self.one_of(Payment.objects.select_related("charge"))
        amount = self.drawn.choice((paid.amount, paid.amount // 3, 1, paid.amount + 1))
        money_out.propose_refund(paid, amount=amount, reason=self.reason, **self.by("yen"))

    def ask_void(self) -> None:
        receipt = self.one_of(Receipt.objects.select_related("payment__charge"))
        money_out.propose_void(receipt, reason=self.reason, **self.by("yen"))

    def decide(self) -> None:
        asked = self.one_of(Proposal.objects.filter(decided_at=None))
        if self.drawn.random() < 1 / 6:
            money_out.decline_money_out(asked, reason=self.reason, **self.by("thao", "yen", "lan"))
            return
        document = money_out.Document(self.next(), local_day(self.at)) if asked.goes_by_transfer else None
        asked = money_out.agree_to_money_out(asked, document=document, **self.by("thao", "yen", "lan"))
        self.cash -= asked.amount if asked.kind == "refund" else 0

    def lose_copy(self) -> None:
        receipt = self.one_of(Receipt.objects.select_related("payment__charge"))
        lost_copies.report_lost_copy(receipt, copy=self.drawn.randint(1, 4), reason=self.reason, **self.by("yen"))

    def begin(self) -> None:
        """In the morning there are books and an open drawer."""
        for number, department in enumerate(self.departments):
            given: dict[str, Any] = {"form": "01BLP2-001", "symbol": f"A{number}", "first": 1, "last": 40}
            books.open_receipt_book(department, self.centre, **given, by=self.cast["thao"], at=self.at)
        shifts.open_shift(self.centre, change=500_000, by=self.cast["yen"], at=self.at)

    def new_book(self) -> None:
        self.number += 1
        given: dict[str, Any] = {"form": "01BLP2-001", "symbol": f"S{self.number}", "first": 1}
        last = self.drawn.choice((3, 30, 30))
        books.open_receipt_book(self.drawn.choice(self.departments), self.centre, last=last, **given, **self.by("thao"))

    def open_shift(self) -> None:
        who = self.drawn.choice(("yen", "van"))
        if Shift.objects.filter(closed_at=None, cashier__code=who).exists() and self.drawn.random() < 7 / 8:
            raise Nothing
        shifts.open_shift(self.centre, change=500_000, **self.by(who))

    def count(self) -> None:
        shift = self.one_of(Shift.objects.filter(counted=None))
        counted = shifts.in_drawer(shift) + self.drawn.choice((0, 0, 0, -5_000, 1_000))
        shifts.count_drawer(shift, counted=counted, **self.by(shift.cashier.code))

    def close(self) -> None:
        waits = Shift.objects.filter(closed_at=None).filter(counted__isnull=self.drawn.random() < 1 / 8)
        shift = shifts.close_shift(self.one_of(waits), reason=self.reason, **self.by("thao", "yen", "van"))
        self.cash += (shift.counted or 0) - (shift.expected or 0)

    # From afar

    def arrive(self, came: Came, by: Any) -> None:
        """Tell of it one to three times: it came once."""
        fresh = not Arrival.objects.filter(source=came.source, key=came.key).exists()
        for _ in range(self.drawn.choice((1, 1, 3))):
            arrival = take_in_arrival(came, by=by, at=self.at)
        self.cash += arrival.amount if fresh else 0

    def by_bank(self) -> None:
        bill, key = self.bill, self.next()
        office = self.drawn.choice((bill.department_id, bill.department_id, *(each.pk for each in self.departments),
                                    self.centre.pk))  # fmt: skip
        content = bill.reference if self.drawn.random() < 3 / 4 else "CHUYEN TIEN"
        amount = max(self.sum_for(bill.open), 1)
        self.arrive(Came(Source.BANK, key, office, self.centre.pk, amount, self.at, content=content), self.cast["thao"])

    def by_post(self) -> None:
        bill = self.bill
        given = {"charge_id": bill.pk, "amount": max(self.sum_for(bill.open), 1), "came_at": self.at}
        self.arrive(Came(Source.POST, self.next(), bill.department_id, self.centre.pk, **given), ByPost())

    def by_statement(self) -> None:
        bill, day = self.open_bill, f"{self.at:%d/%m/%Y}"
        rows = [
            "Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung",
            f"{day};{self.next()};;{bill.open};nop phi {bill.reference}",
            f"{day};{self.next()};;9000;khong ro",
        ]
        rows += [f"{day};X;;chín nghìn;sai"] if self.drawn.random() < 1 / 6 else []
        given = {"name": "sao-ke.csv", "desk": self.centre, "office": bill.department}
        kept = keep_statement("\n".join(rows).encode(), **given, **self.by("thao"))
        taken = import_statement(kept, **self.by("thao"))
        self.cash += sum(taken.arrivals.values_list("amount", flat=True))

    def begin_online(self) -> None:
        online.begin_online_payment(
            self.bill, payer=online.Payer(ByPayer()), gateway=GATEWAYS[embedded.CODE], at=self.at
        )

    def hear(self) -> None:
        """The gateway tells: now and then late, of another sum, that nobody paid, or what it told before."""
        if self.heard and self.drawn.random() < 1 / 4:
            word = self.drawn.choice(self.heard)
        else:
            one = self.one_of(OnlinePayment.objects.select_related("charge"))
            at = min(one.begun_at + timedelta(minutes=self.drawn.choice((5, 5, 5, 45))), self.at)
            amount, paid = max(self.sum_for(one.amount), 1), self.drawn.random() < 5 / 6
            word = Word(one.reference, f"GD-{self.next()}", paid, amount, at)
        before = set(Arrival.objects.values_list("pk", flat=True))
        online.hear_payment(word, gateway=embedded.CODE, by=ByGateway(), at=self.at)
        fresh = Arrival.objects.exclude(pk__in=before)
        self.cash += sum(fresh.values_list("amount", flat=True))
        self.heard.append(word)

    def match(self) -> None:
        waits = self.one_of(Arrival.objects.filter(state="waiting"))
        alike = Charge.objects.filter(state="waiting", due=waits.amount + F("paid"), department=waits.office)
        bill = alike.first() or waits.charge or self.open_bill
        matching.match_arrival(waits, charge=bill, **self.by("yen"))

    def ask_to_match(self) -> None:
        waits = self.one_of(Arrival.objects.filter(state="waiting"))
        matching.propose_match(waits, charge=self.bill, reason=self.reason, **self.by("yen"))

    def ask_to_return(self) -> None:
        waits = self.one_of(Arrival.objects.filter(state="waiting"))
        matching.propose_return(waits, reason=self.reason, **self.by("yen"))

    def decide_arrival(self) -> None:
        asked = self.one_of(ArrivalProposal.objects.filter(decided_at=None))
        if self.drawn.random() < 1 / 6:
            matching.decline_arrival(asked, reason=self.reason, **self.by("thao", "yen"))
            return
        document = money_out.Document(self.next(), local_day(self.at))
        asked = matching.agree_to_arrival(asked, document=document, **self.by("thao", "yen"))
        arrival = Arrival.objects.select_related("payment").get(pk=asked.arrival_id)
        self.cash -= arrival.amount - (arrival.payment.amount if arrival.payment else 0)

    def send_back(self) -> None:
        giving_back.send_refunds(lambda: self.at)

    # Afterwards

    def deposit(self) -> None:
        waits = self.one_of(deposits.waiting().select_related("charge__department"))
        department, until = waits.charge.department, local_day(self.at)
        deposits.draw_up_deposit(department, self.centre, until_on=until, **self.by("thao"))

    def advise(self) -> None:
        order = self.one_of(DepositOrder.objects.filter(advised_at=None))
        credited = order.amount - self.drawn.choice((0, 0, 0, 1_100))
        given = {"advice": f"BC{self.next()}", "advice_on": local_day(self.at), "credited": credited}
        deposits.record_bank_advice(order, **given, reason=self.reason, **self.by("thao"))
        self.cash += credited - order.amount

    def draw_up(self) -> None:
        """A month in which somebody paid, mostly one that is over and has no open drawer."""
        paid = self.one_of(Payment.objects.select_related("charge__department"))
        month, now = month_of(local_day(paid.at)), month_of(local_day(self.at))
        too_early = month == now or Shift.objects.filter(closed_at=None, opened_at__lt=paid.at).exists()
        if too_early and self.drawn.random() < 7 / 8:
            raise Nothing
        drawing.draw_up_statement(paid.charge.department, self.centre, month=month, **self.by("thao"))

    def send(self) -> None:
        drawing.send_statement(self._month("drawn"), **self.by("thao"))

    def _month(self, state: str) -> MonthStatement:
        """One in this state, now and then any."""
        rows = MonthStatement.objects.filter(state=state) if self.drawn.random() < 7 / 8 else MonthStatement.objects
        return self.one_of(rows.all())  # type: ignore[no-any-return]

    def _line(self) -> StatementLine:
        rows = StatementLine.objects.filter(statement__in=[self._month("sent").pk])
        return self.one_of(rows)  # type: ignore[no-any-return]

    def _of(self, statement: MonthStatement) -> dict[str, Any]:
        """Signed by who answers for its department."""
        return self.by("quang" if statement.department == self.departments[0] else "chi")

    def dispute(self) -> None:
        line = self._line()
        reconciling.dispute_line(line, reason=self.reason, **self._of(line.statement))

    def say(self) -> None:
        reconciling.say_of_line(self._line(), text=self.reason, **self.by("quang", "thao"))

    def agree(self) -> None:
        line = self._line()
        reconciling.agree_to_line(line, **self._of(line.statement))

    def correct(self) -> None:
        amount = self.drawn.choice((-50_000, -1, 0, 7_001))
        reconciling.correct_line(self._line(), amount=amount, reason=self.reason, **self.by("thao"))

    def confirm(self) -> None:
        statement = self._month("sent")
        reconciling.confirm_statement(statement, **self._of(statement))

    def transfer(self) -> None:
        statement = self.one_of(MonthStatement.objects.filter(retained__gt=0))
        given: dict[str, Any] = {"advice": self.next(), "advice_on": local_day(self.at)}
        transferring.transfer_share(statement, amount=self.sum_for(statement.retained), **given, **self._of(statement))


# What people do, and how often against the rest.
MOVES: dict[Callable[[Money], None], int] = {
    Money.ask: 6, Money.add: 1, Money.ask_less: 1, Money.ask_nothing: 1,
    Money.pay: 10, Money.ask_back: 2, Money.ask_void: 2, Money.decide: 4, Money.lose_copy: 1, Money.new_book: 1,
    Money.open_shift: 2, Money.count: 3, Money.close: 6,
    Money.by_bank: 3, Money.by_post: 1, Money.by_statement: 1, Money.begin_online: 2, Money.hear: 2,
    Money.match: 3, Money.ask_to_match: 2, Money.ask_to_return: 1, Money.decide_arrival: 2, Money.send_back: 1,
    Money.deposit: 1, Money.advise: 2,
    Money.draw_up: 6, Money.send: 6, Money.dispute: 3, Money.say: 1, Money.agree: 2, Money.correct: 4,
    Money.confirm: 6, Money.transfer: 6,
}  # fmt: skip
