"""The dossiers a body handles, by state."""

import pytest

from tests.web.department.test_work_list import rows_of
from tests.world import World

OURS = "/phong-ban/ho-so/"
AT = "2024-05-29 09:00"


@pytest.fixture
def ours(world: World) -> dict[str, str]:
    """The code of a dossier in every state."""
    return {
        "open": world.in_appraisal("2024-05-28").code,
        "late": world.in_appraisal("2024-05-20").code,
        "waiting": world.awaiting_supplement("2024-05-24", asked="2024-05-27").code,
        "finished": world.at_centre("2024-05-28").code,
    }


@pytest.mark.clause("5.1.đ-1")
def test_open_dossiers_stand_in_the_order_of_their_promise(sits, ours):
    assert rows_of(sits("quang").asks(OURS, AT)) == [ours["late"], ours["open"]]


@pytest.mark.clause("5.1.đ-1")
@pytest.mark.parametrize(("asked", "state"), [("qua-han", "late"), ("cho-bo-sung", "waiting"), ("da-xong", "finished")])
def test_each_state_has_its_list(sits, ours, asked, state):
    assert rows_of(sits("thu").asks(OURS, AT, **{"tinh-trang": asked})) == [ours[state]]


def test_the_tabs_count_each_state(sits, ours):
    text = sits("thu").reads(OURS, AT)
    assert "Đang giải quyết (2) Chờ người dân (1) Quá hạn (1) Xong trong tháng (1)" in text


def test_what_was_finished_last_month_is_not_counted_this_month(sits, ours):
    assert "Xong trong tháng (0)" in sits("thu").reads(OURS, "2024-06-03 09:00")


def test_a_state_nobody_knows_shows_the_open_ones(sits, ours):
    assert len(rows_of(sits("thu").asks(OURS, AT, **{"tinh-trang": "xyz"}))) == 2


@pytest.mark.clause("5.1.đ-2")
def test_another_department_sees_none_of_them(sits, ours):
    binh = sits("binh")
    assert "Không có hồ sơ nào" in binh.reads(OURS, AT)
    assert rows_of(binh.asks(OURS, AT)) == []


def test_the_list_costs_seven_statements(sits, ours, django_assert_num_queries):
    thu = sits("thu")
    thu.asks(OURS, AT)
    with django_assert_num_queries(6):  # session and account, four counts, the page
        thu.asks(OURS, AT)
