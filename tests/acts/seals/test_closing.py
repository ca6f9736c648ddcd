"""Every day of the register is closed, counted and printed, and takes no more lines."""

from datetime import date

import pytest

from motcua.domain.listing import Place
from motcua.domain.papers import issuing
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.seals import closing, queries, stamping
from motcua.domain.seals.models import Closing
from tests.papers.reading import flat
from tests.sealing import Sealing
from tests.world import moment

DAY = date(2024, 5, 28)
EVENING = moment("2024-05-28 16:45")


@pytest.mark.clause("4.1.đ")
def test_a_closed_day_is_counted_printed_and_takes_no_more(seals: Sealing) -> None:
    world, seal = seals.world, seals.in_use()
    dossiers = [world.at_centre() for _ in range(2)]
    for dossier in dossiers:
        seals.stamped(dossier)
    seals.stamped(dossiers[0], reason="Nhòe mực")
    assert [(each.day, each.count) for each in queries.open_days(world["hanh"], EVENING)] == [(DAY, 3)]
    closed = closing.close_seal_day(seal, day=DAY, by=world["duc"], at=EVENING)
    assert (closed.count, closed.first, closed.last) == (3, 1, 3)
    assert queries.open_days(world["hanh"], EVENING) == []
    with pytest.raises(stamping.DayClosed, match="Mai Trọng Đức khóa lúc 16:45 ngày 28/05/2024"):
        seals.stamped(world.at_centre(), "2024-05-28 16:50")
    assert seals.stamped(world.at_centre(), "2024-05-29 08:00").number == 4
    text = flat(issuing.bytes_of(closed.paper, at=EVENING))
    assert "BẢNG KÊ ĐÓNG DẤU TRONG NGÀY" in text
    assert "01/BKĐD" in text
    assert "Cộng: 3 lần đóng dấu, từ số 1 đến số 3" in text
    assert "Đóng lại số 1/2024: Nhòe mực" in text
    for code in {each.code for each in dossiers}:
        assert code in text
    assert all(place in text for place in ("NGƯỜI GIỮ DẤU", "LÃNH ĐẠO TRUNG TÂM", "ĐẠI DIỆN SỞ, NGÀNH"))


@pytest.mark.clause("4.1.đ")
def test_a_day_is_closed_once_by_a_keeper_and_only_when_there_is_something(seals: Sealing) -> None:
    world, seal = seals.world, seals.in_use()
    with pytest.raises(Refused, match="không có lần đóng dấu nào"):
        closing.close_seal_day(seal, day=DAY, by=world["hanh"], at=EVENING)
    seals.stamped(world.at_centre())
    for wrong in ("son", "hoa", "ngoc"):
        with pytest.raises(NotAllowed):
            closing.close_seal_day(seal, day=DAY, by=world[wrong], at=EVENING)
    closing.close_seal_day(seal, day=DAY, by=world["hanh"], at=EVENING)
    with pytest.raises(stamping.DayClosed):
        closing.close_seal_day(seal, day=DAY, by=world["hanh"], at=EVENING)
    assert Closing.objects.count() == 1
    page = queries.closings(world["quang"], EVENING, Place())
    assert [each.day for each in page.rows] == [DAY]
    assert queries.closings(world["binh"], EVENING, Place()).rows == []


@pytest.mark.clause("4.1.đ")
def test_a_forgotten_day_stays_open_until_it_is_closed_though_later_ones_are(seals: Sealing) -> None:
    world, seal, hanh = seals.world, seals.in_use(), seals.world["hanh"]
    for day in (28, 29, 30):
        seals.stamped(world.at_centre(), f"2024-05-{day} 10:00")
    now = moment("2024-05-30 17:00")
    through = []
    for day in (30, 28, 29):
        closing.close_seal_day(seal, day=date(2024, 5, day), by=hanh, at=now)
        seal.refresh_from_db()
        through.append(seal.closed_through)
    assert through == [None, DAY, date(2024, 5, 30)]
    assert queries.open_days(hanh, now) == []
    with pytest.raises(stamping.DayClosed, match="khóa đến hết ngày 30/05/2024"):
        seals.stamped(world.at_centre(), "2024-05-27 10:00")
