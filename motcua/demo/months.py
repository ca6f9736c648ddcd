"""Two months of fees in the demo: one closed and its share transferred, one sent in which a line is disputed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from motcua.domain.dossiers import bills
from motcua.domain.dossiers.models import Dossier
from motcua.domain.fees import books, collecting, deposits, shares, shifts
from motcua.domain.fees.models import MonthStatement
from motcua.domain.fees.months import drawing, reconciling, transferring
from motcua.domain.fees.months.calendar import dates_of, month_after, month_of
from motcua.domain.fees.terms import Method
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.terms import FeeKind
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from .bank_accounts import name_accounts
from .bodies import CENTRE
from .timeline import Timeline
from .world import World

PAID = (Method.CASH, Method.CARD, Method.TRANSFER, Method.CASH)
HOUR = timedelta(hours=1)
SHARE = 1_250  # hundredths of a percent; invented, as its decision


def close_months(world: World, times: Timeline) -> None:
    """Before yesterday's drawer was opened: a month that both sides closed, and one that they still compare."""
    keeper = world.holders(CENTRE, "accountant")[0]
    name_accounts(world, keeper, times.processes_from)
    yesterday = times.working_days_ago(CENTRE, 1)
    month = _before(month_of(local_day(yesterday)))
    found = _with_fee(_open_on(_before(month) + timedelta(days=14)))
    if not found:
        return
    department = found[0].department
    side = Sides(world.office(CENTRE), department, keeper, world.at_desk(CENTRE, "cashier")[0],
                 world.head_of(department.code))  # fmt: skip
    half = max(1, min(len(found) // 2, len(PAID)))
    side.agree_on_share(found[0], _before(month))
    side.close(side.collected(found[:half], _before(month)))
    side.dispute(side.collected(found[half : 2 * half], month), yesterday)


@dataclass(frozen=True)
class Sides:
    """Who keeps the books and takes the money at the Centre, and who answers for the department."""

    centre: Office
    department: Office
    keeper: Officer
    cashier: Officer
    head: Officer

    def agree_on_share(self, dossier: Dossier, month: date) -> None:
        """The share of one fee: proposed by the department, agreed by the Centre, decided by the province."""
        at = _open_on(month)
        name = next(line.name for line in bills.lines_for(dossier) if line.amount and line.kind == FeeKind.FEE)
        terms = shares.Terms(name, SHARE, month, "Chi phí phục vụ thu tại Trung tâm")
        one = shares.propose_share(self.department, self.centre, terms=terms, by=self.head, at=at)
        one = shares.agree_to_share(one, by=self.keeper, at=at + HOUR)
        decided: dict[str, Any] = {"decision": "1999/QĐ-UBND (mẫu)", "on": local_day(at)}
        shares.enter_share_decision(one, **decided, by=self.keeper, at=at + 2 * HOUR)
        books.open_receipt_book(
            self.department, self.centre, form="01BLP2-001", symbol="TA/19E", first=1, last=500, by=self.keeper, at=at
        )

    def collected(self, dossiers: list[Dossier], month: date) -> MonthStatement:
        """A day of collecting, the deposit with the bank's advice, and the statement sent in the month after."""
        at = _open_on(month + timedelta(days=14))
        shift = shifts.open_shift(self.centre, change=1_000_000, by=self.cashier, at=at)
        for number, (dossier, method) in enumerate(zip(dossiers, PAID, strict=False), start=1):
            counts = {line.pk: bills.Count() for line in bills.lines_for(dossier) if line.amount}
            bill = bills.ask_fees(dossier, counts=counts, by=self.cashier, at=at + HOUR)
            document = "" if method == Method.CASH else f"{method.name[:2]}{at:%y%m%d}{number:04}"
            given: dict[str, Any] = {"document": document, "by": self.cashier, "at": at + HOUR}
            collecting.collect(bill, method=method, amount=bill.open, **given)
        evening = at + 8 * HOUR
        shift = shifts.count_drawer(shift, counted=shifts.in_drawer(shift), by=self.cashier, at=evening)
        shifts.close_shift(shift, by=self.cashier, at=evening)
        self._deposit(at, evening)
        sent_at = _open_on(month_after(month))
        statement = drawing.draw_up_statement(self.department, self.centre, month=month, by=self.keeper, at=sent_at)
        return drawing.send_statement(statement, by=self.keeper, at=sent_at + HOUR)

    def _deposit(self, at: datetime, evening: datetime) -> None:
        order = deposits.draw_up_deposit(
            self.department, self.centre, until_on=local_day(at), by=self.keeper, at=evening
        )
        advised_at = _open_on(local_day(at) + timedelta(days=1))
        given: dict[str, Any] = {"advice": f"BC{at:%y%m%d}", "advice_on": local_day(advised_at)}
        deposits.record_bank_advice(order, **given, credited=order.amount, by=self.keeper, at=advised_at)

    def close(self, statement: MonthStatement) -> None:
        """The department agrees line by line, confirms, and transfers what is kept for the Centre."""
        at = _open_on(dates_of(statement.month).reconcile_from)
        for line in statement.lines.order_by("number"):
            reconciling.agree_to_line(line, by=self.head, at=at)
        statement = reconciling.confirm_statement(statement, by=self.head, at=at + HOUR)
        if statement.retained:
            given: dict[str, Any] = {"advice": f"KB{at:%y%m%d}", "advice_on": local_day(at)}
            transferring.transfer_share(statement, amount=statement.retained, **given, by=self.head, at=at + 2 * HOUR)

    def dispute(self, statement: MonthStatement, latest: datetime) -> None:
        """One line is not as the department has it; the Centre has answered and waits."""
        at = min(_open_on(dates_of(statement.month).reconcile_from), latest) + 2 * HOUR
        line = statement.lines.order_by("number")[0]
        reconciling.dispute_line(line, reason="Sở chưa nhận được liên 3 của biên lai cuối cùng", by=self.head, at=at)
        reconciling.say_of_line(line, text="Trung tâm gửi lại bản chụp trong ngày", by=self.keeper, at=at + HOUR)


def _with_fee(before: datetime) -> list[Dossier]:
    """The oldest dossiers of the department that has most of those with a fee (phí), received before that day."""
    rows = Dossier.objects.filter(one_stop__code=CENTRE, received_at__lt=before, code__isnull=False)
    found = [
        each
        for each in rows.select_related("version", "one_stop", "department").order_by("id")[:150]
        if any(line.amount and line.kind == FeeKind.FEE for line in bills.lines_for(each))
    ]
    most = Counter(each.department_id for each in found).most_common(1)
    return [each for each in found if each.department_id == most[0][0]] if most and most[0][1] > 1 else []


def _before(month: date) -> date:
    return month_of(month - timedelta(days=1))


def _open_on(day: date) -> datetime:
    """When the Centre opens that day, or on the next on which it does."""
    calendar = calendar_for(CENTRE)
    return calendar.opening(day if calendar.is_working_day(day) else calendar.next_working_day(day))
