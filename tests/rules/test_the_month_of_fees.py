"""The arithmetic of a month: both parts of every sum come to it, and its dates are those of the regulation."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.fees.months.calendar import Step, dates_of, warned_on
from motcua.domain.fees.months.summing import Paid, Torn, rows, split
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar

MAY = st.dates(date(2024, 5, 1), date(2024, 5, 31))
PAYMENTS = st.lists(
    st.builds(
        Paid, st.sampled_from(["fee", "charge"]), st.sampled_from(["A", "B"]),
        st.sampled_from(["cash", "transfer", "online"]), MAY, st.integers(-10**7, 10**7),
    )
)  # fmt: skip


@pytest.mark.clause("4.5.c", "5.3.c")
@given(st.integers(-(10**12), 10**12), st.integers(0, 10_000))
def test_both_parts_come_to_the_sum_and_only_what_is_below_one_đồng_is_cut(total: int, rate: int) -> None:
    parts = split(total, rate)
    assert parts.retained + parts.budget == total
    assert parts.retained * 10_000 + parts.cut == total * rate
    assert 0 <= parts.cut < 10_000


@pytest.mark.clause("4.5.b", "4.5.c")
@given(PAYMENTS)
def test_the_lines_of_a_month_come_to_its_payments_and_a_charge_has_no_share(paid: list[Paid]) -> None:
    made = rows(paid, [], lambda name, day: 1_000 if name == "A" and day.day > 15 else 0)
    assert sum(each.collected for each in made) == sum(each.amount for each in paid)
    assert all(each.rate == 0 for each in made if each.kind == "charge")


@pytest.mark.clause("4.5.b")
def test_the_share_of_the_day_of_the_receipt_parts_a_fee_into_two_lines() -> None:
    days = date(2024, 5, 15), date(2024, 5, 16)
    paid = [Paid("fee", "A", "cash", day, 50_000) for day in days]
    torn = [Torn("fee", "A", day, 2, 1, (1, at, f"{at}"), (1, at + 1, f"{at + 1}")) for at, day in enumerate(days)]
    made = rows(paid, torn, lambda name, day: 1_250 if day.day > 15 else 0)
    told = [(each.rate, each.receipts, each.voids, each.cash) for each in made]
    assert told == [(0, 2, 1, 50_000), (1_250, 2, 1, 50_000)]
    assert [each.last for each in made] == [(1, 1, "1"), (1, 2, "2")]


@pytest.mark.clause("4.5.b", "5.3.b", "5.3.c")
def test_a_date_on_a_day_off_is_warned_of_on_the_working_day_before() -> None:
    dates = dates_of(date(2024, 5, 1))
    days = (dates.statement_by, dates.reconcile_from, dates.reconcile_by, dates.share_by)
    assert days == (date(2024, 6, 4), date(2024, 6, 5), date(2024, 6, 8), date(2024, 6, 9))
    calendar = Calendar(seed.usual_hours(), seed.declared_days())
    assert warned_on(dates.share_by, calendar) == warned_on(dates.reconcile_by, calendar) == date(2024, 6, 7)
    step = Step("x", "y", dates.share_by, date(2024, 6, 7), None)
    said = [step.state(date(2024, 6, day)) for day in (6, 7, 9, 10)]
    assert said == ["waiting", "now", "now", "late"]
