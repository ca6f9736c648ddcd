"""Who may be sent to the Centre: every standard at its border, and a term of 12 to 24 months."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.secondments.standards import Profile, Rank, Rating, ends_after, findings, term_fault

pytestmark = pytest.mark.clause("5.2.a", "4.3.a")
FIT = Profile(Rank.DEPUTY_HEAD, 3, Rating.WELL, False, True, ("receive", "appraise"), ("a", "b"), ("a", "b", "c"))


def unmet(profile: Profile) -> list[int]:
    return [number for number, each in enumerate(findings(profile), start=1) if not each.met]


def test_who_meets_every_standard_at_its_border_is_fit():
    assert unmet(FIT) == []
    assert all(each.source.startswith(("Quy chế", "Nghị định 61")) for each in findings(FIT))


@pytest.mark.parametrize(
    ("changed", "standard"),
    [
        ({"rank": Rank.SPECIALIST}, 1), ({"fields": ("a",)}, 2), ({"fields": ()}, 2), ({"fields": ("a", "a")}, 2),
        ({"roles": ("receive", "return")}, 3), ({"works_on_procedures": False}, 4), ({"years": 2}, 5),
        ({"rating": Rating.FULFILLED}, 6), ({"disciplined": True}, 7),
    ],
)  # fmt: skip
def test_each_standard_is_missed_alone(changed, standard):
    assert unmet(replace(FIT, **changed)) == [standard]


def test_a_body_with_one_field_can_not_give_several():
    assert unmet(replace(FIT, fields=("a",), of_body=("a",))) == []
    assert unmet(replace(FIT, fields=(), of_body=("a",))) == [2]
    assert unmet(replace(FIT, fields=(), of_body=())) == [2]


@pytest.mark.parametrize(
    ("to_on", "sound"),
    [
        ("2025-05-30", False), ("2025-05-31", True), ("2025-06-01", True), ("2026-05-31", True), ("2026-06-01", False),
    ],
)  # fmt: skip
def test_a_term_has_twelve_to_twenty_four_months(to_on, sound):
    fault = term_fault(date(2024, 6, 1), date.fromisoformat(to_on))
    assert (fault == "") is sound
    assert sound or "từ 31/05/2025 đến 31/05/2026" in fault


@given(st.dates(date(2019, 5, 1), date(2050, 1, 1)), st.integers(0, 40))
def test_the_border_is_the_same_whatever_the_first_day(first, months):
    fault = term_fault(first, ends_after(first, months)) if months else term_fault(first, first)
    assert (fault == "") is (12 <= months <= 24)
