"""Every number of the law, as it is law on a day."""

import ast
from datetime import date, time
from pathlib import Path

import pytest

import motcua
from motcua.domain.regulation import limits
from motcua.domain.regulation.legal_numbers import DayOfYear, From, Limit, NotInForce, Unit
from motcua.domain.regulation.limits import legal

THE_DAY_OF_THE_REGULATION = date(2019, 4, 24)


@pytest.mark.parametrize(
    ("name", "value", "clause"),
    [
        ("supplement_notice_days", 3, "5.1.e-2"),
        ("supplement_requests", 1, "5.1.d"),
        ("apology_days_before_due", 1, "5.1.e-3"),
        ("new_dates", 1, "5.1.e-3"),
        ("transfer_cut_off", time(15, 0), "5.1.đ-2"),
        ("dossier_code_digits", 4, "5.1.đ-2"),
        ("online_levels", (3, 4), "4.1.c"),
        ("statement_before_day", 5, "4.5.b"),
        ("receipt_copy_for_department", 3, "4.5.b"),
        ("reconciliation_from_day", 5, "5.3.b"),
        ("reconciliation_to_day", 8, "5.3.b"),
        ("share_before_day", 10, "5.3.c"),
        ("shortest_secondment", 12, "5.2.a"),
        ("longest_secondment", 24, "5.2.a"),
        ("reserve_officials", 1, "5.2.b"),
        ("uniform_for_absence_of_days", 30, "5.2.d"),
        ("evaluation_before", DayOfYear(12, 15), "4.3.d"),
        ("rating_before", DayOfYear(12, 30), "5.2.e"),
        ("rating_copies", 1, "5.2.e"),
        ("answer_copies", 1, "4.6.b-1"),
        ("outcome_copies", 1, "5.5.a"),
        ("briefing_every_months", 6, "8.2"),
    ],
)
def test_each_number_stands_under_its_clause(name, value, clause):
    number = legal(name, THE_DAY_OF_THE_REGULATION)
    assert (number.value, number.clause) == (value, clause)
    assert getattr(limits, name)(THE_DAY_OF_THE_REGULATION) == value


def test_what_the_regulation_repeats_is_law_since_the_decree():
    assert limits.supplement_notice_days(date(2018, 6, 21)) == 3
    assert legal("supplement_notice_days", date(2018, 6, 21)).source == "Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4"


def test_before_its_text_was_in_force_a_number_is_no_law():
    with pytest.raises(NotInForce, match="20/06/2018"):
        limits.supplement_notice_days(date(2018, 6, 20))
    with pytest.raises(NotInForce):
        limits.briefing_every_months(date(2019, 4, 23))


def test_a_change_of_law_leaves_the_days_before_it_as_they_were():
    changed = Limit.through(
        "supplement_notice_days",
        "Thông báo bổ sung hồ sơ",
        Unit.WORKING_DAYS,
        "5.1.e-2",
        [From(date(2018, 6, 21), 3, "Nghị định cũ"), From(date(2025, 7, 1), 2, "Nghị định mới")],
    )
    assert [changed(date(2025, 6, 30)), changed(date(2025, 7, 1))] == [3, 2]
    assert [version.until for version in changed.versions] == [date(2025, 6, 30), None]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("supplement_notice_days", "3 ngày làm việc"),
        ("transfer_cut_off", "15:00"),
        ("online_levels", "mức độ 3 và 4"),
        ("statement_before_day", "ngày 05"),
        ("receipt_copy_for_department", "liên 3"),
        ("evaluation_before", "ngày 15/12"),
        ("longest_secondment", "24 tháng"),
    ],
)
def test_a_number_is_shown_as_it_is_read_out(name, shown):
    assert legal(name, THE_DAY_OF_THE_REGULATION).shown() == shown


def test_the_numbers_of_a_clause_are_found_together():
    assert {number.name for number in limits.numbers_of("5.2.a")} == {"shortest_secondment", "longest_secondment"}


def test_the_cut_off_for_transfers_is_written_nowhere_else():
    package = Path(motcua.__file__).parent
    found = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node) in ("time(15)", "time(15, 0)", "dt.time(15)")
    ]
    assert found == ["domain/regulation/limits.py"]
