"""A month of fees: what it refuses, what it leaves to the next, its share, its deposits, its mornings."""

from datetime import date
from typing import Any

import pytest

from motcua.domain.fees import (
    accounts,
    checks,
    collecting,
    deposits,
    ledger,
    matching,
    money_out,
    settled,
    shares,
    shifts,
)  # fmt: skip
from motcua.domain.fees.models import DepositOrder, MonthStatement, Payment, Posting, Receipt
from motcua.domain.fees.months import drawing, reconciling, watching
from motcua.domain.fees.terms import AccountUse, Book, Method, MovementKind
from motcua.domain.journal.system import System
from motcua.domain.messages import texts
from motcua.domain.messages.models import Message
from motcua.domain.messages.terms import Way
from motcua.domain.procedures.tariff import tariff_on
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.money import CashDesk
from tests.world import moment

MAY, JUNE = date(2024, 5, 1), date(2024, 6, 1)
DAY, EVENING = moment("2024-05-27 08:00"), moment("2024-05-27 17:00")
THIRD, SIXTH, NINTH = moment("2024-06-03"), moment("2024-06-06"), moment("2024-06-07 15:00")


class Month:
    """One month of the planning department at the Centre, told by its people."""

    def __init__(self, desk: CashDesk) -> None:
        self.desk, self.world = desk, desk.world
        self.yen, self.thao, self.quang = (self.world[each] for each in ("yen", "thao", "quang"))
        self.number = 0
        desk.book()
        bank = accounts.Details("Vietcombank", "1014567890", "Sở Kế hoạch và Đầu tư", "970436")
        treasury = accounts.Details("Kho bạc Nhà nước Quảng Ninh", "371310900001", "Trung tâm")
        for owner, use, details in (
            (desk.department, AccountUse.COLLECTING, bank), (desk.centre, AccountUse.TREASURY, treasury),
        ):  # fmt: skip
            accounts.use_account(owner, use, details=details, valid_from=MAY, by=self.thao, at=DAY)

    def fee(self, kind: str = "fee", name: str = "Phí thẩm định") -> None:
        """What is collected is a fee, not a charge."""
        (line,) = tariff_on(self.world.version.procedure_id, DAY.date())
        line.kind, line.name = kind, name
        line.save()
        self.name = name

    def pay(self, method: Method, at: Any = DAY) -> Receipt:
        """Somebody pays fifty thousand."""
        self.number += 1
        document = "" if method == Method.CASH else f"FT{self.number}"
        bill = self.desk.bill(self.number)
        return collecting.collect(bill, method=method, amount=bill.open, document=document, by=self.yen, at=at)

    def share(self, rate: int, valid_from: date = MAY) -> None:
        """The share of the fee, agreed and decided."""
        terms = shares.Terms(self.name, rate, valid_from, "Chi phí vận hành")
        centre, department = self.desk.centre, self.desk.department
        made = shares.propose_share(department, centre, terms=terms, by=self.quang, at=DAY)
        made = shares.agree_to_share(made, by=self.thao, at=DAY)
        shares.enter_share_decision(made, decision="1999/QĐ-UBND", on=DAY.date(), by=self.thao, at=DAY)

    def drawn(self) -> MonthStatement:
        """The statement of May."""
        return drawing.draw_up_statement(self.desk.department, self.desk.centre, month=MAY, by=self.thao, at=THIRD)

    def sent(self) -> MonthStatement:
        """The same, sent."""
        return drawing.send_statement(self.drawn(), by=self.thao, at=THIRD)


@pytest.fixture
def month(desk: CashDesk) -> Month:
    return Month(desk)


def balance(book: Book) -> int:
    return sum(Posting.objects.filter(book=book).values_list("amount", flat=True))


@pytest.mark.clause("4.5.b", "5.3.b")
def test_a_month_that_was_sent_takes_nothing_more_and_is_corrected_in_the_next(month: Month) -> None:
    month.fee("charge", "Lệ phí cấp")
    month.pay(Method.TRANSFER)
    statement = month.sent()
    late = month.desk.bill
    with pytest.raises(ledger.MonthClosed, match="tháng sau"):
        late(99)  # the bills of the test are of 27 May
    with pytest.raises(drawing.NotToBeDrawn, match="đã gửi"):
        month.drawn()
    statement = reconciling.confirm_statement(statement, by=month.quang, at=SIXTH)
    assert statement.retained == 0  # a charge goes whole to the budget
    (line,) = statement.lines.all()
    with pytest.raises(reconciling.NotReconciled, match="điều chỉnh của tháng sau"):
        reconciling.dispute_line(line, reason="Sai", by=month.quang, at=SIXTH)
    reconciling.correct_line(line, amount=-50_000, reason="Thu hai lần", by=month.thao, at=SIXTH)
    given = {"month": JUNE, "by": month.thao, "at": moment("2024-07-01")}
    june = drawing.draw_up_statement(month.desk.department, month.desk.centre, **given)
    (line,) = june.lines.all()
    assert (line.name, line.total) == ("Điều chỉnh tháng 05/2024: Lệ phí cấp", -50_000)
    assert list(checks.faults()) == []


@pytest.mark.clause("4.5.b")
def test_a_month_is_drawn_up_when_it_is_over_and_every_drawer_is_closed(month: Month) -> None:
    month.fee()
    month.pay(Method.CARD)
    shift = month.desk.shift()
    with pytest.raises(drawing.NotToBeDrawn, match="ca thu tiền"):
        month.drawn()
    assert [(body.pk, last) for body, _, last in settled.undrawn(month.thao, THIRD)] == [
        (month.desk.department.pk, MAY)
    ]
    assert settled.undrawn(month.quang, THIRD) == []
    month.thao.email = "thao@quangninh.example"
    month.thao.save(update_fields=["email"])
    mornings = ("2024-06-03 06:30", "2024-06-04 06:30", "2024-06-04 07:30", "2024-06-05 06:30", "2024-06-08 06:30")
    assert [watching.watch(System(), moment(at)) for at in mornings] == [0, 1, 0, 1, 0]  # the eighth is a Saturday
    (told, _) = Message.objects.filter(recipient="thao").order_by("pk")
    assert "Đóng ca thu tiền còn mở" in told.facts["step"]
    with pytest.raises(watching.NothingToUrge):
        watching.urge_to_draw_up(
            month.desk.department, month.desk.centre, month=MAY, by=System(), at=moment(mornings[0])
        )
    shifts.close_shift(shifts.count_drawer(shift, counted=500_000, by=month.yen, at=DAY), by=month.yen, at=DAY)
    given = {"month": MAY, "by": month.thao, "at": moment("2024-05-31 23:59")}
    with pytest.raises(drawing.NotToBeDrawn, match="tháng đã hết"):
        drawing.draw_up_statement(month.desk.department, month.desk.centre, **given)
    with pytest.raises(NotAllowed):
        drawing.draw_up_statement(month.desk.department, month.desk.centre, month=MAY, by=month.quang, at=THIRD)
    assert month.drawn().lines.count() == 1
    assert month.drawn().lines.count() == 1  # anew


@pytest.mark.clause("4.5.c", "5.3.c")
def test_only_a_fee_has_a_share_and_both_sides_and_the_province_agree(month: Month) -> None:
    month.fee("charge", "Lệ phí cấp")
    terms = shares.Terms("Lệ phí cấp", 1_000, MAY, "Chi phí")
    given = {"by": month.thao, "at": DAY}
    department, centre = month.desk.department, month.desk.centre
    with pytest.raises(shares.NoShare, match="Lệ phí nộp toàn bộ"):
        shares.propose_share(department, centre, terms=terms, **given)
    month.fee()
    terms = shares.Terms("Phí thẩm định", 1_000, MAY, "Chi phí")
    made = shares.propose_share(department, centre, terms=terms, **given)
    with pytest.raises(NotAllowed):
        shares.agree_to_share(made, **given)  # the own side has agreed
    with pytest.raises(shares.NoShare, match="chưa thống nhất"):
        shares.enter_share_decision(made, decision="1", on=MAY, **given)
    assert shares.rates(department.pk, centre.pk)("Phí thẩm định", MAY) == 0
    made = shares.agree_to_share(made, by=month.quang, at=DAY)
    assert made.report.shown_number == "01/BC-TTL"
    shares.enter_share_decision(made, decision="1999/QĐ-UBND", on=MAY, **given)
    assert shares.rates(department.pk, centre.pk)("Phí thẩm định", MAY) == 1_000


@pytest.mark.clause("4.5.b")
def test_what_came_to_the_departments_own_account_is_not_asked_for_again(month: Month) -> None:
    month.fee()
    direct = month.desk.waiting(month.desk.bill(80)).payment
    assert direct is not None
    assert (balance(Book.DEPOSITED), balance(Book.COLLECTED)) == (50_000, 0)
    places, given = (month.desk.department, month.desk.centre), {"by": month.thao, "at": EVENING}
    with pytest.raises(deposits.NothingToDeposit):
        deposits.draw_up_deposit(*places, until_on=DAY.date(), **given)
    month.pay(Method.CARD)
    order = deposits.draw_up_deposit(*places, until_on=DAY.date(), **given)
    assert (order.cash, order.collected) == (0, 50_000)
    back = money_out.propose_refund(direct, amount=20_000, reason="Thu nhầm", by=month.yen, at=EVENING)
    transfer = money_out.Document("UNC 1", DAY.date())
    money_out.agree_to_money_out(back, document=transfer, **given)
    strange = month.desk.waiting(key="FT9", amount=70_000)
    assert (balance(Book.DEPOSITED), balance(Book.UNCLAIMED)) == (100_000, -70_000)
    asked = matching.propose_return(strange, reason="Chuyển nhầm", by=month.yen, at=EVENING)
    matching.agree_to_arrival(asked, document=money_out.Document("UNC 2", DAY.date()), **given)
    (line,) = month.sent().lines.all()
    assert (line.transfer, line.online, balance(Book.DEPOSITED)) == (30_000, 50_000, 30_000)
    assert list(checks.faults()) == []


@pytest.mark.clause("4.5.b")
def test_a_difference_of_the_bank_is_explained_or_refused(month: Month) -> None:
    month.pay(Method.CARD)
    given: dict[str, Any] = {"by": month.thao, "at": EVENING}
    places = (month.desk.department, month.desk.centre)
    order = deposits.draw_up_deposit(*places, until_on=DAY.date(), **given)
    with pytest.raises(deposits.NothingToDeposit):
        deposits.draw_up_deposit(*places, until_on=DAY.date(), **given)
    advice = {"advice": "BC01", "advice_on": DAY.date(), "credited": 49_000}
    with pytest.raises(deposits.NotAdvised, match="lý do chênh lệch"):
        deposits.record_bank_advice(order, **advice, **given)
    deposits.record_bank_advice(order, **advice, reason="Ngân hàng trừ phí", **given)
    with pytest.raises(deposits.NotAdvised, match="Đã ghi"):
        deposits.record_bank_advice(order, **advice, reason="Nữa", **given)
    assert (balance(Book.DEPOSITED), balance(Book.DIFFERENCE)) == (49_000, 1_000)
    assert list(checks.faults()) == []
    assert DepositOrder.objects.count() == 1


@pytest.mark.clause("4.5.b", "5.3.b", "5.3.c")
def test_each_morning_the_month_is_drawn_up_and_who_is_next_is_urged_once(month: Month) -> None:
    month.fee()
    month.pay(Method.CARD)
    assert watching.watch(System(), moment("2024-06-01 06:30")) == 1  # drawn up
    (statement,) = MonthStatement.objects.all()
    assert watching.watch(System(), moment("2024-06-03 06:30")) == 0
    assert watching.watch(System(), moment("2024-06-04 06:30")) == 1  # the fourth is the last day
    assert watching.watch(System(), moment("2024-06-04 07:30")) == 0
    drawing.send_statement(statement, by=month.thao, at=moment("2024-06-04 08:00"))
    assert watching.watch(System(), moment("2024-06-06 06:30")) == 0
    assert watching.watch(System(), moment("2024-06-07 06:30")) == 1  # the eighth is a Saturday
    with pytest.raises(Refused):
        watching.urge_month(statement, by=System(), at=moment("2024-06-08 06:30"))
    reconciling.confirm_statement(statement, by=month.quang, at=moment("2024-06-07 09:00"))
    assert watching.watch(System(), moment("2024-06-20 06:30")) == 0  # nothing to transfer


@pytest.mark.clause("4.5.b", "5.3.b", "5.3.c")
def test_each_date_is_told_once_to_the_accountants_of_the_side_whose_turn_it_is(month: Month) -> None:
    month.fee()
    month.share(1_000)
    month.pay(Method.CARD)
    for who in (month.thao, month.quang):
        who.email = f"{who.code}@quangninh.example"
        who.save(update_fields=["email"])
    statement = month.drawn()

    def told(at: str) -> list[tuple[str, str]]:
        before = set(Message.objects.values_list("pk", flat=True))
        for _ in range(2):
            watching.watch(System(), moment(at))
        fresh = Message.objects.exclude(pk__in=before).order_by("pk")
        return [(each.recipient, each.facts["until"]) for each in fresh]

    assert told("2024-06-03 06:30") == []
    assert told("2024-06-04 06:30") == [("thao", "2024-06-04")]
    assert told("2024-06-05 06:30") == [("thao", "2024-06-04")]  # late
    drawing.send_statement(statement, by=month.thao, at=moment("2024-06-05 08:00"))
    assert told("2024-06-07 06:30") == [("quang", "2024-06-08")]  # the eighth is a Saturday
    reconciling.confirm_statement(statement, by=month.quang, at=moment("2024-06-07 09:00"))
    assert told("2024-06-07 10:00") == []  # urged today already, the ninth is a Sunday
    assert told("2024-06-10 06:30") == [("quang", "2024-06-09")]
    (text, *_) = Message.objects.order_by("-pk")
    said = texts.filled(text.kind, Way.EMAIL, text.facts, on=NINTH.date())
    assert said.subject == "Thu phí, lệ phí tháng 05/2024: việc phải xong 09/06/2024"


@pytest.mark.clause("5.3.d")
def test_a_movement_that_does_not_balance_is_never_entered(month: Month) -> None:
    lines = [ledger.Line(Book.EARNED, 1)]
    given = {"about": "x/1", "department": month.desk.department.pk, "by": month.thao, "at": DAY}
    with pytest.raises(ledger.Unbalanced):
        ledger.enter(MovementKind.CHARGED, lines, **given)
    assert Payment.objects.count() == 0
