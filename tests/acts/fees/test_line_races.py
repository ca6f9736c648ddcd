"""Eight at once at one bill, book, line of a month or share: each sum comes out right, each end comes once."""

import pytest

from motcua.domain.fees import books, charging, collecting, money_out, shares
from motcua.domain.fees.models import Charge, ReceiptBook
from motcua.domain.fees.months import reconciling, watching
from motcua.domain.fees.terms import Method
from motcua.domain.journal.system import System
from motcua.domain.procedures.tariff import tariff_on
from tests.money import AT, CashDesk
from tests.racing import THREADS, all_follow, one_wins
from tests.world import World, moment

from .test_month import DAY, MAY, SIXTH, Month

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.clause("4.5.a", "4.5.b", "3.2")
def test_eight_who_ask_for_more_are_all_added_and_one_book_and_one_void_win(
    transactional_db: None, world: World
) -> None:
    desk, lan = CashDesk(world), world["lan"]
    (line,) = tariff_on(world.version.procedure_id, AT.date())
    subject = charging.Subject("matter/1", desk.centre.pk, desk.department.pk, "Nguyễn Văn An")
    asked = all_follow(charging.ask_charge, subject, items=[charging.Item(line)], by=lan, at=AT)
    assert len({each.reference for each in asked}) == THREADS
    bill = asked[0]
    all_follow(charging.add_to_charge, bill, items=[charging.Item(line)], reason="Thêm bản", by=lan, at=AT)
    assert Charge.objects.get(pk=bill.pk).due == 50_000 * (THREADS + 1)
    numbers = {"form": "01BLP2-001", "symbol": "AA/24", "last": 1000, "by": world["thao"], "at": AT}
    desk.book(symbol="ZZ/24")
    one_wins(books.open_receipt_book, desk.department, desk=desk.centre, first=1, **numbers)
    assert ReceiptBook.objects.filter(closed_at=None).count() == 1
    by = {"by": world["yen"], "at": AT}
    receipt = collecting.collect(asked[1], method=Method.CARD, amount=50_000, document="1", **by)
    one_wins(money_out.propose_void, receipt, reason="Sai tên", **by)
    assert desk.is_sound()


@pytest.mark.clause("4.5.b", "5.3.b", "5.3.c")
def test_what_eight_say_and_correct_of_a_line_is_all_kept(transactional_db: None, world: World) -> None:
    month = Month(CashDesk(world))
    month.fee()
    month.pay(Method.CARD)
    statement = month.drawn()
    one_wins(watching.urge_month, statement, by=System(), at=moment("2024-06-04 06:30"))
    month.sent()
    line = statement.lines.get()
    quang, thao = {"by": month.quang, "at": SIXTH}, {"by": month.thao, "at": SIXTH}
    all_follow(reconciling.dispute_line, line, reason="Thừa tám đồng", **quang)
    all_follow(reconciling.say_of_line, line, text="Đang xem lại", **thao)
    all_follow(reconciling.correct_line, line, amount=-1, reason="Ghi thừa", **thao)
    all_follow(reconciling.agree_to_line, line, **quang)
    line.refresh_from_db()
    assert (line.corrected, line.words.count()) == (-THREADS, 3 * THREADS)
    assert month.desk.is_sound()


@pytest.mark.clause("4.5.c", "5.3.c")
def test_of_eight_who_agree_to_or_decide_a_share_one_does(transactional_db: None, world: World) -> None:
    month = Month(CashDesk(world))
    month.fee()
    terms = shares.Terms(month.name, 1_000, MAY, "Chi phí vận hành")
    given = {"centre": month.desk.centre, "terms": terms, "by": month.quang, "at": DAY}
    made = all_follow(shares.propose_share, month.desk.department, **given)
    one = one_wins(shares.agree_to_share, made[0], by=month.thao, at=DAY)
    decision = {"decision": "1999/QĐ-UBND", "on": DAY.date(), "by": month.thao, "at": DAY}
    one_wins(shares.enter_share_decision, one, **decision)
    assert shares.rates(month.desk.department.pk, month.desk.centre.pk)(month.name, DAY.date()) == 1_000
