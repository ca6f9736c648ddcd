"""A drawer is counted before anybody sees what should be in it, and nobody closes an own difference."""

import pytest
from django.db.models import Sum

from motcua.domain.fees import collecting, shifts
from motcua.domain.fees.models import Posting
from motcua.domain.fees.terms import Method
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.money import AT, CashDesk


@pytest.mark.clause("4.5.a")
def test_a_drawer_that_is_right_its_cashier_closes(desk: CashDesk) -> None:
    desk.book()
    shift, yen = desk.shift(change=200_000), desk.world["yen"]
    collecting.collect(desk.bill(), method=Method.CASH, amount=50_000, by=yen, at=AT)
    with pytest.raises(shifts.NoShift, match="kiểm tiền trước"):
        shifts.close_shift(shift, by=yen, at=AT)
    shift = shifts.count_drawer(shift, counted=250_000, by=yen, at=AT)
    assert shifts.close_shift(shift, by=yen, at=AT).closed_by == yen
    with pytest.raises(shifts.NoShift, match="không có gì phải xử lý"):
        shifts.settle_difference(shift, document="PT 1", by=desk.world["thao"], at=AT)
    with pytest.raises(shifts.NoShift, match="đã đóng"):
        shifts.close_shift(shift, by=yen, at=AT)


@pytest.mark.clause("4.5.a", "3.2")
def test_nobody_closes_an_own_difference(desk: CashDesk) -> None:
    shift, yen, thao = desk.shift(), desk.world["yen"], desk.world["thao"]
    shift = shifts.count_drawer(shift, counted=499_000, by=yen, at=AT)
    with pytest.raises(NotAllowed, match="người khác phải xem"):
        shifts.close_shift(shift, reason="Thối nhầm", by=yen, at=AT)
    with pytest.raises(Refused, match="phải ghi lý do"):
        shifts.close_shift(shift, by=thao, at=AT)
    with pytest.raises(NotAllowed):
        shifts.close_shift(shift, reason="Thối nhầm", by=desk.world["van"], at=AT)
    shift = shifts.close_shift(shift, reason="Thối nhầm 1.000 ₫", by=thao, at=AT)
    assert (shift.closed_by, shift.counted - shift.expected) == (thao, -1_000)
    assert shifts.in_drawer(shift) == 499_000  # from now on the books say what was really there
    given = {"document": "PT 12", "at": AT}
    for who in (yen, desk.world["van"]):
        with pytest.raises(NotAllowed):
            shifts.settle_difference(shift, by=who, **given)
    with pytest.raises(Refused, match="số phiếu thu"):
        shifts.settle_difference(shift, document=" ", by=thao, at=AT)
    shifts.settle_difference(shift, by=thao, **given)  # Yến has paid what was missing
    with pytest.raises(shifts.NoShift, match="đã được xử lý"):
        shifts.settle_difference(shift, by=thao, **given)
    assert not Posting.objects.values("book").annotate(sum=Sum("amount")).exclude(sum=0).exists()
    assert desk.is_sound()


@pytest.mark.clause("4.5.a")
def test_a_counted_drawer_takes_no_more_money_and_is_not_counted_again(desk: CashDesk) -> None:
    desk.book()
    shift, bill, yen = desk.shift(), desk.bill(), desk.world["yen"]
    shifts.count_drawer(shift, counted=500_000, by=yen, at=AT)
    with pytest.raises(shifts.NoShift, match="đã được đếm"):
        shifts.count_drawer(shift, counted=500_000, by=yen, at=AT)
    with pytest.raises(shifts.NoShift, match="mở ca mới"):
        collecting.collect(bill, method=Method.CASH, amount=50_000, by=yen, at=AT)


@pytest.mark.clause("4.5.a")
def test_a_cashier_has_one_drawer_at_a_time(desk: CashDesk) -> None:
    desk.shift()
    with pytest.raises(shifts.NoShift, match="chưa đóng"):
        desk.shift()
    with pytest.raises(NotAllowed):
        shifts.open_shift(desk.centre, change=0, by=desk.world["lan"], at=AT)
    with pytest.raises(Refused, match="từ 0 đồng"):
        shifts.open_shift(desk.centre, change=-1, by=desk.world["van"], at=AT)
