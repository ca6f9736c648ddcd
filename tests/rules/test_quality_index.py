"""The nine indices of Thông tư 01/2018/TT-VPCP, Điều 13 to 15, at every border."""

from datetime import date
from decimal import Decimal

import pytest

from motcua.domain.quality import rules
from motcua.domain.quality.periods import Quarter, ended
from motcua.domain.quality.rules import Answered, Online, Organised, Points, Published, Total
from motcua.domain.regulation.limits import legal
from tests.rules.test_clock import CALENDAR

pytestmark = pytest.mark.clause("3.3-1")
DAY = date(2024, 6, 30)


def total(points: str, of: int) -> Total:
    return Total(Decimal(points), of, of)


@pytest.mark.parametrize(("left", "points"), [(1, 2), (0, 1), (-1, 0)])
def test_time_is_shorter_equal_or_longer(left, points):
    assert rules.time_points(left) == points


@pytest.mark.parametrize(
    ("contacts", "overlooked", "points"),
    [(0, 0, 2), (1, 0, 1), (1, 1, 1), (2, 2, 0), (2, 1, 1), (2, 0, 1), (3, 2, 0)],
)
def test_contacts_count_more_than_one_only_against_who_overlooked_something(contacts, overlooked, points):
    assert rules.contact_points(contacts, overlooked) == points


@pytest.mark.parametrize(
    ("at_the_one_stop", "elsewhere", "points"),
    [(False, 0, 2), (True, 0, 1), (False, 1, 1), (True, 1, 1), (False, 2, 0), (True, 2, 0)],
)
def test_one_body_that_checks_on_the_spot_is_added_to_the_one_stop(at_the_one_stop, elsewhere, points):
    assert rules.body_points(at_the_one_stop, elsewhere) == points


@pytest.mark.parametrize(
    ("time", "founded", "points"), [(2, False, 2), (1, False, 1), (0, False, 0), (2, True, 0), (1, True, 0)]
)
def test_attitude_is_being_early_and_nothing_founded(time, founded, points):
    assert rules.attitude_points(time, founded) == points


@pytest.mark.parametrize(
    ("listed", "wholly", "there", "least", "points"),
    [
        (0, 0, 0, 20, None), (10, 2, 10, 20, 2), (10, 2, 2, 20, 2), (11, 2, 11, 20, 1), (11, 2, 10, 20, 0),
        (2, 1, 2, 50, 2), (3, 1, 3, 50, 1), (3, 3, 3, 100, 2), (3, 2, 3, 100, 1), (3, 2, 2, 100, 0),
    ],
)  # fmt: skip
def test_organisation_is_the_share_wholly_done_at_the_one_stop(listed, wholly, there, least, points):
    assert rules.organisation_points(Organised(listed, wholly, there), least) == points


@pytest.mark.parametrize(
    ("listed", "electronic", "posted", "points"),
    [(0, 0, 0, None), (3, 3, 3, 2), (3, 3, 2, 1), (3, 2, 3, 1), (3, 2, 2, 0)],
)
def test_publication_is_posted_and_electronic_for_every_procedure(listed, electronic, posted, points):
    assert rules.publication_points(Published(listed, electronic, posted)) == points


@pytest.mark.parametrize(
    ("due", "on_time", "lingering", "points"),
    [(0, 0, 0, 2), (3, 3, 0, 2), (10, 9, 0, 1), (100, 89, 0, 0), (11, 10, 0, 1), (10, 10, 1, 0), (0, 0, 1, 0)],
)
def test_feedback_is_answered_on_time_and_none_lingers(due, on_time, lingering, points):
    assert rules.feedback_points(Answered(due, on_time, lingering), DAY) == points


@pytest.mark.parametrize(
    ("found", "points"),
    [
        (Online(0, 0, 10, 5, 0), None),
        (Online(5, 1, 0, 0, 0), None),
        (Online(5, 1, 10, 3, 0), 2),
        (Online(6, 1, 10, 3, 0), 1),  # 16.7% of the procedures: deployed, and no more
        (Online(5, 1, 100, 29, 0), 1),
        (Online(5, 1, 100, 15, 0), 1),
        (Online(5, 1, 100, 14, 0), 0),
        (Online(5, 0, 100, 50, 0), 0),
        (Online(5, 5, 10, 10, 1), 0),
    ],
)
def test_online_service_is_deployed_used_and_never_late(found, points):
    assert rules.online_points(found, DAY) == points


@pytest.mark.parametrize(
    ("points", "score"),
    [
        (Points(), None), (Points(two=1), "2.0"), (Points(zero=4), "0.0"), (Points(two=1, one=1), "1.5"),
        (Points(one=1, zero=3), "0.3"), (Points(two=3, zero=5), "0.8"), (Points(two=1, zero=2), "0.7"),
    ],
)  # fmt: skip
def test_an_average_is_rounded_half_up_to_one_decimal(points, score):
    """One of four is 0.25 and six of eight 0.75: both are rounded up."""
    assert rules.average(points) == (None if score is None else Decimal(score))


def test_a_total_leaves_out_what_has_no_data_and_is_read_in_proportion():
    found = rules.total([Decimal("2.0"), None, Decimal("1.0"), None, None, None, None, None, Decimal("1.3")])
    assert found == Total(Decimal("4.3"), 3, 9)
    assert found.read_as == Decimal("12.9")
    assert rules.total([None, None]) is None


@pytest.mark.parametrize(
    ("points", "grade"),
    [
        ("18", "xuất sắc"), ("15", "xuất sắc"), ("14.9", "tốt"), ("12", "tốt"), ("11.9", "khá"), ("9", "khá"),
        ("8.9", "trung bình"), ("6", "trung bình"), ("5.9", "yếu"), ("0", "yếu"),
    ],
)  # fmt: skip
def test_a_body_is_graded_at_each_border(points, grade):
    assert rules.grade(total(points, 9), DAY) == grade


@pytest.mark.parametrize(
    ("points", "part"), [("10", "100%"), ("5", "100%"), ("4.9", "70% đến"), ("3.5", "70% đến"), ("3.4", "dưới 70%")]
)
def test_an_official_is_graded_at_each_border(points, part):
    assert part in rules.fulfilment(total(points, 5), DAY)


def test_points_and_decimals_of_the_law_are_read_out():
    assert legal("quality_tasks_mostly", DAY).shown() == "3,5 điểm"
    assert legal("quality_online_share", DAY).shown() == "30 %"


def test_a_quarter_is_closed_on_the_first_working_day_after_it():
    second = Quarter(2024, 2)
    assert (second.first, second.last) == (date(2024, 4, 1), date(2024, 6, 30))
    assert second.before().before() == Quarter(2023, 4) == next(ended(date(2024, 3, 31), 1))
    assert Quarter(2023, 4).closes_at(CALENDAR).date() == date(2024, 1, 2)


@pytest.mark.parametrize(("counted", "of", "told"), [(4, 9, "chưa xếp loại"), (5, 9, "xuất sắc")])
def test_a_body_with_few_indices_is_not_graded(counted, of, told):
    assert rules.grade(Total(Decimal(2 * counted), counted, of), DAY) == told


@pytest.mark.parametrize(("counted", "told"), [(2, "chưa xếp loại"), (3, "hoàn thành 100% nhiệm vụ")])
def test_an_official_with_few_indices_is_not_graded(counted, told):
    assert rules.fulfilment(Total(Decimal(2 * counted), counted, 5), DAY) == told
