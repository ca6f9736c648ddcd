"""What a tariff line comes to, against the tariff of certified copies and by rules that hold for every line."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from motcua.domain.procedures.reckoning import Formula, NotReckonable, Relief, faults, in_words, reckon

COPIES = Formula(2_000, per="trang", later_from=3, later=1_000, ceiling=200_000)
POOR = Relief("hộ nghèo", 100, "Nghị quyết của HĐND tỉnh", "Sổ hộ nghèo")
HALF = Relief("người cao tuổi", 50, "Nghị quyết của HĐND tỉnh", "Căn cước công dân")

thousands = st.integers(0, 10**6).map(lambda number: number * 1000)
formulas = st.builds(
    Formula,
    thousands,
    per=st.just("trang"),
    later_from=st.integers(2, 20),
    later=thousands,
    ceiling=st.none() | thousands,
)


@pytest.mark.clause("4.5.a")
@pytest.mark.parametrize(
    ("pages", "copies", "due"),
    [
        (1, 1, 2_000),
        (2, 1, 4_000),
        (3, 1, 5_000),
        (10, 1, 12_000),
        (10, 3, 36_000),
        (198, 1, 200_000),
        (500, 2, 400_000),
    ],
)
def test_certified_copies_cost_two_thousand_a_page_one_thousand_from_the_third_and_never_over_the_ceiling(
    pages, copies, due
):
    assert reckon(COPIES, units=pages, copies=copies).due == due


@pytest.mark.clause("4.5.a")
def test_a_sum_for_the_whole_matter_does_not_grow_with_the_pages():
    assert reckon(Formula(100_000), units=40).due == 100_000


@pytest.mark.clause("4.5.a")
def test_the_relief_that_favours_the_payer_most_counts_and_is_named():
    asked = reckon(COPIES, units=10, reliefs=[HALF, POOR])
    assert (asked.before, asked.due, asked.remitted, asked.relief) == (12_000, 0, 12_000, POOR)
    assert reckon(COPIES, units=10, reliefs=[HALF]).due == 6_000


@given(formulas, st.integers(1, 2000), st.integers(1, 50))
def test_more_pages_never_cost_less_and_no_copy_costs_more_than_its_ceiling(formula, pages, copies):
    due = reckon(formula, units=pages, copies=copies).due
    assert due <= reckon(formula, units=pages + 1, copies=copies).due
    assert formula.ceiling is None or due <= formula.ceiling * copies


@given(formulas, st.integers(1, 300), st.integers(1, 9), st.sampled_from([POOR, HALF]))
def test_a_relief_that_may_be_announced_is_exact_to_the_dong(formula, pages, copies, relief):
    assume(not faults(formula, [relief]))
    asked = reckon(formula, units=pages, copies=copies, reliefs=[relief])
    assert asked.due * 100 == asked.before * (100 - relief.percent)


@pytest.mark.clause("5.3.a")
@pytest.mark.parametrize(
    ("formula", "relief", "part"),
    [
        (Formula(-1), None, "từ 0 đồng"),
        (Formula(1_000, ceiling=5_000), None, "mức tối đa"),
        (Formula(1_000, per="trang", later=500), None, "thứ mấy"),
        (Formula(1_000, per="trang", later_from=1, later=500), None, "thứ 2"),
        (Formula(1_001), HALF, "không ra số đồng chẵn"),
        (Formula(1_000), Relief("ai đó", 0, "căn cứ", "giấy tờ"), "phần trăm"),
        (Formula(1_000), Relief("ai đó", 50, "", ""), "giấy tờ chứng minh"),
    ],
)
def test_a_line_from_which_no_whole_sum_follows_is_not_announced(formula, relief, part):
    assert any(part in fault for fault in faults(formula, [relief] if relief else []))


@pytest.mark.clause("4.5.a")
@pytest.mark.parametrize("wrong", [{"units": 0}, {"copies": 0}, {"units": -3}])
def test_less_than_one_page_or_copy_is_refused(wrong):
    with pytest.raises(NotReckonable):
        reckon(COPIES, **wrong)


@pytest.mark.clause("5.3.a")
def test_what_is_posted_beside_the_amount_says_the_steps_the_ceiling_and_who_pays_less():
    assert in_words(COPIES, [HALF, POOR], "Nộp tại quầy") == (
        "từ trang thứ 3: 1.000 ₫/trang",
        "không quá 200.000 ₫ một bản",
        "giảm 50% cho người cao tuổi (kèm Căn cước công dân; Nghị quyết của HĐND tỉnh)",
        "miễn cho hộ nghèo (kèm Sổ hộ nghèo; Nghị quyết của HĐND tỉnh)",
        "Nộp tại quầy",
    )
    assert in_words(Formula(50_000)) == ()
