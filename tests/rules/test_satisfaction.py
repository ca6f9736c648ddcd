"""What may be said of a group and how surely: worked out by hand, and for any numbers at all."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.satisfaction import rules
from motcua.domain.satisfaction.periods import Period
from motcua.domain.satisfaction.rules import Interval

pytestmark = pytest.mark.clause("3.1")
NUMBERS = st.lists(st.integers(0, 30), min_size=1, max_size=14)
YEARS = st.lists(st.integers(0, 12), min_size=12, max_size=12)


def interval(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


# 8 of 10: p = 0.8, z² = 3.8415; (0.8 + 0.19207 ± 1.96·√(0.016 + 0.0096036)) / 1.38415 = (0.99207 ± 0.31362) / 1.38415.
@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (8, 10, interval("49.0", "94.3")),
        (0, 10, interval("0.0", "27.8")),
        (10, 10, interval("72.2", "100.0")),
        (1, 1, interval("20.7", "100.0")),
        (50, 100, interval("40.4", "59.6")),
        (900, 1000, interval("88.0", "91.7")),
    ],
)
def test_the_interval_is_wilsons(part, whole, expected):
    assert rules.wilson(part, whole) == expected


def test_of_nothing_nothing_is_said():
    assert (rules.wilson(0, 0), rules.percent(0, 0)) == (None, None)
    assert (rules.percent(1, 8), rules.percent(2, 3)) == (Decimal("12.5"), Decimal("66.7"))


@given(st.integers(1, 100_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_share_lies_in_its_interval_and_the_interval_in_a_hundred(given_):
    found = rules.wilson(*given_)
    assert 0 <= found.low <= rules.percent(*given_) <= found.high <= 100


@given(st.integers(1, 500), st.integers(1, 500))
def test_the_other_share_has_the_mirrored_interval(some, others):
    mine, theirs = rules.wilson(some, some + others), rules.wilson(others, some + others)
    assert abs(mine.low + theirs.high - 100) <= Decimal("0.1")


# 6 of 8 is 75 (40.9 to 92.9), 0 of 5 is 0 (0 to 43.4): they are 75 apart, and 34.1² + 43.4² = 55.2².
@pytest.mark.parametrize(
    ("mine", "theirs", "sure"),
    [((6, 8), (0, 5), True), ((6, 8), (4, 8), False), ((450, 500), (400, 500), True), ((5, 5), (5, 5), False)],
)
def test_two_shares_differ_surely_or_by_chance(mine, theirs, sure):
    assert rules.differ(mine, theirs) == rules.differ(theirs, mine) == sure


def test_of_nothing_no_difference_is_sure():
    assert not rules.differ((0, 0), (1, 1))


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([6, 7, 8], [True, True, True]),
        ([0, 7, 8], [True, True, True]),
        ([3, 7, 8], [False, False, True]),  # 3 would be what 7 and 8 leave of 18
        ([3, 4, 8], [False, False, True]),  # together 7: nobody knows which of them said what
        ([1, 2, 8, 9], [False, False, False, True]),  # 1 and 2 are small together
        ([3, 0, 5], [False, True, False]),
    ],
)
def test_a_small_part_takes_another_with_it(numbers, told):
    assert rules.parts_told(numbers) == told


@given(NUMBERS)
def test_what_a_whole_leaves_of_its_told_parts_is_never_small(numbers):
    if not rules.is_told(sum(numbers)):
        return
    told = rules.parts_told(numbers)
    hidden = [number for number, may in zip(numbers, told, strict=True) if not may]
    assert all(rules.is_told(number) for number, may in zip(numbers, told, strict=True) if may)
    assert not hidden or (len(hidden) >= 2 and sum(hidden) >= rules.SMALL)


@given(YEARS)
def test_no_month_or_quarter_can_be_taken_out_of_a_year(numbers):
    months = {date(2024, place + 1, 1): number for place, number in enumerate(numbers)}
    told = rules.periods_told(months, 2024)

    def number(period):
        return sum(months[each] for each in period.months())

    assert all(rules.is_told(number(period)) for period in told)
    year = Period(2024, "year")
    for whole in (year, *year.parts()):
        parts = list(whole.parts())
        hidden = [number(part) for part in parts if part not in told]
        if whole in told:
            assert not hidden or (len(hidden) >= 2 and sum(hidden) >= rules.SMALL)
        else:  # a quarter that is kept back is not added up from its months
            assert len(hidden) == len(parts)


def test_periods_are_read_from_their_codes_and_know_the_one_before():
    assert Period.of("quarter", date(2024, 5, 27)) == Period.read("2024-q2")
    assert Period.of("month", date(2024, 12, 31)).code == "2024-12"
    assert Period.read("2024-01").previous().code == "2023-12"
    assert Period.read("2024-q1").previous().code == "2023-q4"
    assert Period.read("2024").previous().code == "2023"
    assert [f"{each:%m}" for each in Period.read("2024-q4").months()] == ["10", "11", "12"]


@pytest.mark.parametrize(
    "code", ["", "24", "2024-q5", "2024-q0", "2024-13", "2024-00", "2024-x", "0000", "٢٠٢٤", "2024-²"]
)
def test_what_is_no_period_is_refused(code):
    with pytest.raises(ValueError, match=r".*"):
        Period.read(code)
