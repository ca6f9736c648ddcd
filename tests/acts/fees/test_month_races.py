"""Two at one month, eight at one order: each step of the month happens once."""

import pytest

from motcua.domain.fees import deposits
from motcua.domain.fees.months import drawing, reconciling, transferring, watching
from motcua.domain.fees.terms import Method
from motcua.domain.journal.system import System
from tests.money import CashDesk
from tests.racing import one_wins
from tests.world import World, moment

from .test_month import DAY, EVENING, MAY, NINTH, SIXTH, THIRD, Month

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.clause("4.5.b", "5.3.b", "5.3.c")
def test_of_eight_at_each_step_of_a_month_one_takes_it(transactional_db: None, world: World) -> None:
    month = Month(CashDesk(world))
    month.fee()
    month.share(1_000)
    month.pay(Method.CARD)
    desk, thao, quang = month.desk, month.thao, month.quang
    given = {"desk": desk.centre, "until_on": DAY.date(), "by": thao, "at": EVENING}
    order = one_wins(deposits.draw_up_deposit, desk.department, **given)
    advice = {"advice": "BC1", "advice_on": DAY.date(), "credited": 50_000}
    one_wins(deposits.record_bank_advice, order, **advice, by=thao, at=EVENING)
    late = moment("2024-06-04 06:30")
    one_wins(watching.urge_to_draw_up, desk.department, desk=desk.centre, month=MAY, by=System(), at=late)
    statement = drawing.draw_up_statement(desk.department, desk.centre, month=MAY, by=thao, at=THIRD)
    one_wins(drawing.send_statement, statement, by=thao, at=THIRD)
    one_wins(reconciling.confirm_statement, statement, by=quang, at=SIXTH)
    transfer = {"amount": 5_000, "advice": "KB1", "advice_on": NINTH.date()}
    one_wins(transferring.transfer_share, statement, **transfer, by=quang, at=NINTH)
    assert desk.is_sound()
