"""What `motcua check` says of the post: nothing where all was done by the acts, and each harm."""

from collections.abc import Callable

import pytest

from motcua.domain.dossiers.delivery import checks as delivery
from motcua.domain.dossiers.delivery import consigned
from motcua.domain.dossiers.delivery.models import Parcel
from motcua.domain.post import consigning, endings, movements, settling
from motcua.domain.post.carriers import SettledReport
from motcua.domain.post.checks import faults
from motcua.domain.post.models import Collected, Consignment, DispatchList, ReturnReceipt, SettlementLine
from motcua.domain.post.signs import ByCarrier
from motcua.domain.post.terms import Remedy
from tests.harm import unseen
from tests.posted import LATER, Desk, receipt, said

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.e")]
There = dict[str, Consignment]


@pytest.fixture
def everywhere(desk: Desk) -> There:
    """A consignment in every state, brought there by the acts."""
    names = ("given", "delivered", "came back", "lost", "handed out")
    there = dict(zip(names, desk.given(*(desk.result() for _ in names)), strict=True))
    by = {"by": desk.ngoc, "at": LATER}
    consigned.delivered(there["delivered"], handed_out=receipt(collected=76_000), **by)
    number = there["delivered"].number
    report = SettledReport("BK-1", LATER.date(), 76_000, ((number, 76_000),))
    settling.take_in_settlement(report, carrier="counter", **by)
    consigned.came_back(there["came back"], reason="Vắng nhà", **by)
    endings.report_missing(there["lost"], reason="Không có tin", **by)
    consigned.lost(there["lost"], remedy=Remedy.REISSUED, explanation="Tra tìm không thấy", **by)
    word = said("handed_out", there["handed out"].number, collected=76_000)
    movements.hear(word, carrier="counter", by=ByCarrier(), at=LATER)
    there["waiting"], there["pick up"] = desk.result(), desk.pick_up()
    consigning.cancel_consignment(there["pick up"], reason="Tự mang đến", **by)
    return there


def test_nothing_is_wrong_where_all_was_done_by_the_acts(everywhere: There) -> None:
    assert list(faults()) == []
    assert list(delivery.faults()) == []


def row(there: There, name: str) -> object:
    return Consignment.objects.filter(pk=there[name].pk)


HARMS: dict[str, tuple[Callable[[There], object], str]] = {
    "delivered without a receipt": (lambda there: ReturnReceipt.objects.all().delete(), "giấy báo phát không ứng"),
    "lost without a letter": (lambda there: there["lost"].loss.delete(), "phải có thư xin lỗi"),
    "a sum that is none": (lambda there: Collected.objects.filter(position=1).update(amount=1), "cộng các khoản được"),
    "settled otherwise": (lambda there: SettlementLine.objects.update(amount=1), "bảng kê nộp 1"),
    "settled by nothing": (lambda there: SettlementLine.objects.all().delete(), "không có trong bảng kê nào"),
    "signed for and here": (lambda there: row(there, "given").update(state="ordered"), "bưu tá đã ký nhận"),
    "another state than told": (lambda there: row(there, "waiting").update(state="with_post"), "state: with_post"),
    "another number than told": (lambda there: row(there, "waiting").update(number="EQ7"), "number: EQ7"),
}  # fmt: skip


def test_each_harm_is_seen(everywhere: There) -> None:
    assert unseen(HARMS, everywhere, faults) == []


def test_a_parcel_that_says_otherwise_than_its_consignment_is_seen(everywhere: There) -> None:
    Parcel.objects.filter(number=everywhere["given"].number).update(ended="came_back", ended_at=LATER)
    assert [each for each in delivery.faults() if "ghi khác" in each]
    assert DispatchList.objects.count() == 1
