"""The story of one month, every figure worked out by hand: the tariff changes in its middle, people pay in all ways.

Old tariff: a charge of 50.000. From 20 May on a fee of 120.000 and a charge of 60.000, together 180.000.

    A  came on the 10th          50.000   cash
    B  came on the 27th         180.000   cash, its receipt made void, 30.000 given back (of the charge)
    C                           180.000   card, and 60.000 more for another copy
    D                           180.000   transfer, entered at the counter
    E                           180.000   transfer by VietQR, found in the bank's statement
    F                           180.000   gateway
    G                           180.000   cash on delivery by the post

    fee      6 × 120.000 = 720.000: cash 120.000, transfer D E G 360.000, online C F 240.000
    charge   A 50.000, B 30.000, C 120.000, D E F G 60.000 each = 440.000:
             cash 80.000, transfer D E G 180.000, online C F 180.000
    both     1.160.000: in the drawer 200.000, on the Centre's account 780.000, on the department's own (E) 180.000
    after a correction of -49.999 the fee is 670.001, of which 12,5 % is 83.750,125: 83.750 are kept for the Centre
"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Sum

from motcua.domain.dossiers import bills
from motcua.domain.dossiers.delivery import collected, consigned
from motcua.domain.dossiers.models import Dossier
from motcua.domain.fees import (
    checks,
    collecting,
    deposits,
    for_payers,
    gateway_asking,
    money_out,
    online,
    settled,
    shifts,
)  # fmt: skip
from motcua.domain.fees.models import Charge, MonthStatement, Posting, Receipt, Shift
from motcua.domain.fees.months import reconciling, slips, transferring
from motcua.domain.fees.signs import ByGateway, ByPayer
from motcua.domain.fees.statements.importing import import_statement, keep_statement
from motcua.domain.fees.terms import Book, ChargeState, LineState, Method, StatementState
from motcua.domain.journal.recording import verify
from motcua.domain.organisations.models import Officer
from motcua.domain.post.carriers import SettledReport
from motcua.domain.post.signs import ByCarrier
from motcua.domain.procedures import tariff
from motcua.domain.procedures.parts import FeePart
from motcua.domain.procedures.posting import posting_facts
from motcua.domain.regulation.answers import Refused
from tests.gateway import Simulator, fields, word
from tests.money import CashDesk
from tests.people import PLANNING
from tests.posted import LATER, Desk
from tests.world import moment

from .test_month import DAY, EVENING, NINTH, SIXTH, Month

FROM = date(2024, 5, 20)
FEE, CHARGE = "Phí thẩm định", "Lệ phí đăng ký doanh nghiệp"
THIRTY_FIRST = moment("2024-05-31 16:00")


class Told(Month):
    """The month with its dossiers."""

    def announce(self) -> None:
        """The department writes on the 13th what is to be paid from the 20th on."""
        lines = (FeePart("fee", FEE, amount=120_000), FeePart("charge", CHARGE, amount=60_000))
        given: dict[str, Any] = {"by": self.world["tam"], "at": moment("2024-05-13 09:00")}
        procedure = self.world.version.procedure
        tariff.announce_tariff(procedure, lines=lines, document="215/SKHĐT-VP", valid_from=FROM, **given)
        self.name = FEE

    def bill_of(self, dossier: Dossier) -> Charge:
        """What a dossier is asked for."""
        counts = {line.pk: bills.Count() for line in bills.lines_for(dossier)}
        return bills.ask_fees(dossier, counts=counts, by=self.world["lan"], at=DAY)

    def new_bill(self) -> Charge:
        """Of a dossier that came on the 27th."""
        return self.bill_of(self.world.received("2024-05-27"))

    def took(self, bill: Charge, method: Method, document: str = "") -> Receipt:
        """Yến takes it at the counter."""
        given: dict[str, Any] = {"document": document, "by": self.yen, "at": DAY}
        return collecting.collect(bill, method=method, amount=Charge.objects.get(pk=bill.pk).open, **given)


def by_cash(told: Told) -> None:
    """A at the old tariff, B with a receipt in the wrong name and 30.000 too much."""
    told.took(told.bill_of(told.world.received("2024-05-10")), Method.CASH)
    receipt = told.took(told.new_bill(), Method.CASH)
    wrong = money_out.propose_void(receipt, reason="Sai tên", by=told.yen, at=DAY)
    money_out.agree_to_money_out(wrong, by=told.thao, at=DAY)
    back = money_out.propose_refund(receipt.payment, amount=30_000, reason="Thu nhầm", by=told.yen, at=DAY)
    money_out.agree_to_money_out(back, by=told.thao, at=DAY)


def by_card_and_more(told: Told) -> None:
    """C pays, and again when another copy is asked for."""
    dossier = told.world.received("2024-05-27")
    told.took(told.bill_of(dossier), Method.CARD, "POS 0041")
    line = next(each for each in bills.lines_for(dossier) if each.name == CHARGE)
    given: dict[str, Any] = {"reason": "Cấp thêm một bản", "by": told.world["lan"], "at": DAY}
    told.took(bills.ask_more(dossier, counts={line.pk: bills.Count()}, **given), Method.CARD, "POS 0042")


def by_bank(told: Told) -> None:
    """D shows the bank's slip; E used the code on the page, and the statement tells of it."""
    told.took(told.new_bill(), Method.TRANSFER, "FT24148001")
    bill = told.new_bill()
    transfer = for_payers.transfer_for(bill, DAY)
    assert transfer is not None
    assert "5406180000" in transfer.code and bill.reference in transfer.code and "1014567890" in transfer.code
    rows = (
        "Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung",
        f"27/05/2024;FT24148002;;180.000;{bill.reference.lower()} cam on",
    )
    given: dict[str, Any] = {"desk": told.desk.centre, "office": told.desk.department}
    kept = keep_statement("\n".join(rows).encode(), name="sao-ke.csv", **given, by=told.thao, at=DAY)
    import_statement(kept, by=told.thao, at=DAY)
    assert Charge.objects.get(pk=bill.pk).state == ChargeState.PAID


def by_gateway(told: Told, gateway: Simulator) -> None:
    """F pays online: the gateway is asked over HTTP, and tells it ten times more."""
    one = online.begin_online_payment(told.new_bill(), payer=online.Payer(ByPayer()), at=DAY)
    assert online.send_to_gateway(one, "/", DAY).address.endswith(one.reference)
    gateway.payments[one.reference] = fields(one, DAY)
    assert gateway_asking.ask_unanswered(DAY + timedelta(minutes=6)) == 1
    for _ in range(10):
        online.hear_payment(word(one, DAY), gateway="http", by=ByGateway(), at=DAY + timedelta(minutes=7))


def by_post(told: Told) -> None:
    """G pays the postman at the door; the post hands it on, and says so twice."""
    dossier = told.world.at_centre()
    told.bill_of(dossier)
    post = Desk(told.world)
    (one,) = post.given(post.result(dossier, fees=consigned.fees_of(dossier, LATER)))
    report = SettledReport("BK-7", LATER.date(), one.to_collect, ((one.number, one.to_collect),))
    for _ in range(2):
        collected.take_in_settlement(report, carrier=one.carrier, by=ByCarrier(), at=LATER)


def deposited(told: Told, shift: Shift) -> None:
    """The drawer is counted, and everything goes to the department's account."""
    shift = shifts.count_drawer(shift, counted=700_000, by=told.yen, at=EVENING)
    shifts.close_shift(shift, by=told.yen, at=EVENING)
    given: dict[str, Any] = {"by": told.thao, "at": THIRTY_FIRST}
    order = deposits.draw_up_deposit(told.desk.department, told.desk.centre, until_on=THIRTY_FIRST.date(), **given)
    assert (order.cash, order.collected) == (200_000, 780_000)
    deposits.record_bank_advice(order, advice="BC01", advice_on=THIRTY_FIRST.date(), credited=980_000, **given)


def reconciled(told: Told) -> MonthStatement:
    """Line by line: one is disputed, talked about, corrected, agreed to; then the month is closed."""
    statement = told.sent()
    fee, charge = statement.lines.order_by("number")
    assert (fee.name, fee.receipts, fee.voids, fee.rate) == (FEE, 7, 1, 1_250)
    assert (fee.cash, fee.transfer, fee.online) == (120_000, 360_000, 240_000)
    assert (charge.name, charge.receipts, charge.voids, charge.rate) == (CHARGE, 9, 1, 0)
    assert (charge.cash, charge.transfer, charge.online) == (80_000, 180_000, 180_000)
    assert (charge.first, charge.last) == ("AA/24 0000001", "AA/24 0000009")
    whole = slips.total_of(statement, ())
    assert (whole.receipts, whole.voids) == (9, 1)  # seven of them for both
    reconciling.agree_to_line(charge, by=told.quang, at=SIXTH)
    reconciling.dispute_line(fee, reason="Biên lai 7 không phải của Sở", by=told.quang, at=SIXTH)
    with pytest.raises(reconciling.NotReconciled, match=f"Còn dòng chưa khớp: {FEE}"):
        reconciling.confirm_statement(statement, by=told.quang, at=SIXTH)
    reconciling.say_of_line(fee, text="Đúng, của Sở Tư pháp", by=told.thao, at=SIXTH)
    reconciling.correct_line(fee, amount=-49_999, reason="Thu nhầm cho Sở Tư pháp", by=told.thao, at=SIXTH)
    fee.refresh_from_db()
    assert (fee.state, fee.total) == (LineState.WAITING, 670_001)
    reconciling.agree_to_line(fee, by=told.quang, at=SIXTH)
    return reconciling.confirm_statement(statement, by=told.quang, at=SIXTH)


def figures(by: Officer) -> dict[Book, int]:
    """The department's money, as this official reads it."""
    rows = settled.entries(by, NINTH).filter(department__code=PLANNING).order_by()
    return {Book(book): amount for book, amount in rows.values_list("book").annotate(sum=Sum("amount")) if amount}


@pytest.mark.clause("4.5.a", "4.5.b", "4.5.c", "5.3.a", "5.3.b", "5.3.c", "5.3.d")
def test_the_story_of_one_month_comes_out_to_the_đồng(desk: CashDesk, gateway: Simulator) -> None:
    told = Told(desk)
    told.announce()
    before, after = (posting_facts(told.world.version, on=day).fees for day in (FROM - timedelta(1), FROM))
    assert [each.amount for each in before] == [50_000]
    assert [each.amount for each in after] == [120_000, 60_000]
    told.share(1_250)
    shift = told.desk.shift()
    by_cash(told)
    by_card_and_more(told)
    by_bank(told)
    by_gateway(told, gateway)
    by_post(told)
    deposited(told, shift)
    statement = reconciled(told)
    assert (statement.state, statement.retained, len(statement.digest)) == (StatementState.CLOSED, 83_750, 64)
    given: dict[str, Any] = {"advice": "KB07", "advice_on": NINTH.date(), "by": told.quang, "at": NINTH}
    with pytest.raises(Refused, match=r"đúng 83\.750"):
        transferring.transfer_share(statement, amount=83_751, **given)
    transferring.transfer_share(statement, amount=83_750, **given)

    mine, theirs = figures(told.quang), figures(told.thao)
    assert mine == theirs
    assert mine == {
        Book.EARNED: -1_026_251, Book.SHARE: -83_750, Book.DEPOSITED: 1_076_250, Book.TREASURY: 83_750,
    }  # fmt: skip
    for who in (told.quang, told.thao):
        assert [each.total for each in settled.settled_lines(who, date(2024, 5, 1), date(2024, 6, 1), NINTH)] == [
            670_001, 440_000,
        ]  # fmt: skip
    assert not Posting.objects.aggregate(sum=Sum("amount"))["sum"]
    assert list(checks.faults()) == []
    assert list(verify()) == []
