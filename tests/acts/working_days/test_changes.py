"""The calendar changes by acts of administrators, for days to come, and every due date follows at once."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days import changes, queries, seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.models import CalendarDay, CalendarEdition, WorkingHours
from motcua.domain.working_days.timetable import DayKind, Hours, Season, Shift

from .conftest import NOW

MORNING = Shift(time(7, 30), time(11, 30))
MORNINGS = tuple(Hours(weekday, (MORNING,)) for weekday in range(1, 7))
THREE_DAYS = Limit(3, Unit.WORKING_DAYS)
STORM = {"kind": DayKind.HOLIDAY, "name": "Nghỉ tránh bão số 9", "basis": "Công điện 15/CĐ-UBND"}


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=LOCAL)


def facts() -> dict:
    return Entry.objects.filter(stream="calendar").latest("number").facts


def test_a_new_installation_counts_like_the_data_it_was_given():
    given = Calendar(seed.usual_hours(), seed.declared_days())
    stored = queries.calendar_for()
    for start in (at(20), datetime(2019, 4, 26, 9, tzinfo=LOCAL), datetime(2026, 2, 13, 16, tzinfo=LOCAL)):
        for limit in (THREE_DAYS, Limit(30, Unit.WORKING_HOURS), Limit(15, Unit.CALENDAR_DAYS), Limit(2, Unit.MONTHS)):
            assert stored.explain(start, limit) == given.explain(start, limit)


@pytest.mark.clause("2")
def test_a_declared_day_off_moves_due_dates_at_once(admin):
    assert queries.calendar_for().due(at(25), THREE_DAYS) == at(30, 17)
    changes.declare_day(date(2026, 11, 27), **STORM, by=admin, at=NOW)
    assert queries.calendar_for().due(at(25), THREE_DAYS) == datetime(2026, 12, 1, 17, tzinfo=LOCAL)
    assert facts()["name"] == "Nghỉ tránh bão số 9"
    assert not list(verify("calendar"))


@pytest.mark.clause("2")
def test_only_an_administrator_changes_the_calendar(binh):
    with pytest.raises(NotAllowed, match="Quản trị hệ thống"):
        changes.declare_day(date(2026, 11, 27), **STORM, by=binh, at=NOW)
    with pytest.raises(NotAllowed):
        changes.withdraw_day(date(2026, 11, 24), reason="nhầm", by=binh, at=NOW)
    with pytest.raises(NotAllowed):
        changes.choose_make_up_day(date(2026, 8, 22), works=False, by=binh, at=NOW)
    with pytest.raises(NotAllowed):
        changes.set_hours("", timetable=MORNINGS, valid_from=date(2026, 12, 1), by=binh, at=NOW)
    assert not Entry.objects.filter(stream="calendar").exists()


def test_a_day_that_has_passed_stays_as_it_was(admin):
    with pytest.raises(changes.DayHasPassed, match="20/11/2026 đã qua"):
        changes.declare_day(date(2026, 11, 20), **STORM, by=admin, at=NOW)
    with pytest.raises(changes.DayHasPassed):
        changes.withdraw_day(date(2026, 9, 2), reason="nhầm", by=admin, at=NOW)
    changes.declare_day(NOW.date(), **STORM, by=admin, at=NOW)
    assert not queries.calendar_for().is_working_day(NOW.date())


def test_a_day_is_declared_once_unless_it_was_only_expected(admin):
    with pytest.raises(changes.DayAlreadyDeclared, match="Ngày Văn hóa Việt Nam 24/11"):
        changes.declare_day(date(2026, 11, 24), **STORM, by=admin, at=NOW)
    tet = date(2027, 2, 4)
    assert queries.declared_day(tet).estimated
    known = {"kind": DayKind.HOLIDAY, "name": "Ngày 28 Tết", "basis": "Thông báo 12/TB-BNV"}
    changes.declare_day(tet, **known, by=admin, at=NOW)
    assert not queries.declared_day(tet).estimated
    assert queries.declared_day(tet).name == "Ngày 28 Tết"


@pytest.mark.parametrize(
    ("on", "wrong", "sentence"),
    [
        (date(2026, 12, 1), {"name": " "}, "tên ngày và văn bản"),
        (date(2026, 12, 1), {"basis": ""}, "tên ngày và văn bản"),
        (date(2026, 12, 1), {"kind": DayKind.MAKE_UP}, "01/12/2026 là Thứ Ba"),
        (date(2026, 12, 5), {"kind": DayKind.SWAPPED_OFF}, "05/12/2026 là Thứ Bảy"),
        (date(2026, 12, 6), {"kind": DayKind.COMPENSATION}, "06/12/2026 là Chủ Nhật"),
    ],
)
def test_an_incomplete_day_is_refused_with_the_reason(admin, on, wrong, sentence):
    with pytest.raises(changes.DayIncomplete, match=sentence):
        changes.declare_day(on, **{**STORM, **wrong}, by=admin, at=NOW)


def test_a_withdrawn_day_is_again_as_its_weekday_says(admin):
    culture_day = date(2026, 11, 24)
    changes.withdraw_day(culture_day, reason="Thông báo mới", by=admin, at=NOW)
    assert queries.calendar_for().is_working_day(culture_day)
    assert facts() == {
        "on": "2026-11-24",
        "kind": "holiday",
        "name": "Ngày Văn hóa Việt Nam 24/11",
        "reason": "Thông báo mới",
    }
    with pytest.raises(changes.DayNotDeclared):
        changes.withdraw_day(culture_day, reason="lần nữa", by=admin, at=NOW)


def test_a_made_up_day_counts_only_where_it_is_worked(admin):
    saturday, limit = date(2026, 12, 5), Limit(1, Unit.WORKING_DAYS)
    made_up = {"kind": DayKind.MAKE_UP, "name": "Làm bù cho ngày 30/11/2026", "basis": "Công văn 1/VPCP"}
    changes.declare_day(saturday, **made_up, by=admin, at=NOW)
    friday = datetime(2026, 12, 4, 9, tzinfo=LOCAL)
    assert queries.calendar_for("ttpvhcc").due(friday, limit).date() == saturday
    changes.choose_make_up_day(saturday, works=False, by=admin, at=NOW)
    changes.choose_make_up_day(saturday, office_code="ttpvhcc", works=True, by=admin, at=NOW)
    assert queries.calendar_for("ttpvhcc").due(friday, limit).date() == saturday
    assert queries.calendar_for("so-tu-phap").due(friday, limit).date() == date(2026, 12, 7)
    changes.choose_make_up_day(saturday, office_code="ttpvhcc", works=False, by=admin, at=NOW)
    assert not queries.calendar_for("ttpvhcc").is_working_day(saturday)
    assert [choice.office_code for choice in queries.make_up_choices(2026)] == ["", "ttpvhcc"]


def test_only_a_made_up_day_can_be_chosen(admin):
    with pytest.raises(changes.DayNotDeclared, match="không phải là ngày làm bù"):
        changes.choose_make_up_day(date(2026, 11, 24), works=False, by=admin, at=NOW)


def test_an_office_has_its_own_hours_from_a_day_on_and_returns_to_the_common_ones(admin):
    office, monday = "ttpvhcc", date(2026, 11, 30)
    changes.set_hours(office, timetable=MORNINGS, valid_from=monday, by=admin, at=NOW)
    own = queries.calendar_for(office)
    assert own.closing(date(2026, 11, 27)) == at(27, 17)
    assert own.closing(monday) == datetime(2026, 11, 30, 11, 30, tzinfo=LOCAL)
    assert own.is_working_day(date(2026, 12, 5))
    assert queries.calendar_for("so-tu-phap").closing(monday) == at(30, 17)
    assert queries.offices_with_own_hours(monday) == [office]
    assert len(queries.timetable_of(office, monday)) == 6

    changes.set_hours(office, timetable=(), valid_from=date(2026, 12, 7), by=admin, at=NOW)
    own = queries.calendar_for(office)
    assert own.is_working_day(date(2026, 12, 5))
    assert own.closing(date(2026, 12, 7)) == datetime(2026, 12, 7, 17, tzinfo=LOCAL)
    assert queries.timetable_of(office, date(2026, 12, 7)) == ()


def test_a_timetable_that_was_not_yet_in_force_is_replaced_whole(admin):
    longer = tuple(replace(line, shifts=(Shift(time(7), time(12)),)) for line in MORNINGS)
    changes.set_hours("", timetable=MORNINGS, valid_from=date(2026, 12, 1), by=admin, at=NOW)
    changes.set_hours("", timetable=longer, valid_from=date(2026, 12, 1), by=admin, at=NOW)
    assert queries.calendar_for().closing(date(2026, 12, 2)).time() == time(12)
    assert queries.calendar_for().closing(date(2026, 11, 30)).time() == time(17)
    assert WorkingHours.objects.filter(valid_from=date(2026, 12, 1)).count() == 6


def test_hours_are_changed_for_days_to_come_only(admin):
    with pytest.raises(changes.DayHasPassed, match="từ ngày mai"):
        changes.set_hours("", timetable=MORNINGS, valid_from=NOW.date(), by=admin, at=NOW)


@pytest.mark.parametrize(
    ("timetable", "sentence"),
    [
        ((), "Ngày 01/01 hằng năm không có giờ"),
        (tuple(replace(line, season=Season((4, 16), (10, 15))) for line in MORNINGS), "không có giờ làm việc"),
        ((*MORNINGS, Hours(2, (Shift(time(11), time(15)),))), "Thứ Ba: ca 07:30–11:30 và ca 11:00–15:00"),
    ],
)
def test_a_timetable_with_gaps_or_overlaps_is_refused(admin, timetable, sentence):
    with pytest.raises(changes.TimetableFaulty, match=sentence):
        changes.set_hours("", timetable=timetable, valid_from=date(2026, 12, 1), by=admin, at=NOW)


def test_the_database_itself_refuses_a_day_that_does_not_fit():
    for wrong in (
        {"on": date(2026, 12, 1), "kind": "make_up", "name": "Làm bù", "basis": "x"},
        {"on": date(2026, 12, 5), "kind": "compensation", "name": "Nghỉ bù", "basis": "x"},
        {"on": date(2026, 12, 1), "kind": "holiday", "name": "", "basis": "x"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            CalendarDay.objects.create(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekday": 8},
        {"season_from": "13-01"},
        {"opens": time(12)},
        {"valid_to": date(2025, 1, 1)},
    ],
)
def test_the_database_itself_refuses_hours_that_make_no_sense(wrong):
    right = {
        "weekday": 1,
        "season_from": "01-01",
        "season_to": "12-31",
        "opens": time(7),
        "closes": time(11),
        "valid_from": date(2026, 1, 1),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkingHours.objects.create(**{**right, **wrong})


def test_the_calendar_at_hand_costs_no_statement(django_assert_num_queries):
    queries.calendar_for("ttpvhcc")
    with django_assert_num_queries(0):
        assert queries.calendar_for("so-tu-phap") is queries.calendar_for()


def test_a_change_made_by_another_process_is_seen_when_the_process_asks_again(monkeypatch):
    before = queries.calendar_for()
    CalendarDay.objects.create(on=date(2026, 11, 27), kind="holiday", name="Nghỉ tránh bão", basis="Công điện 15")
    CalendarEdition.objects.update(number=2)
    assert queries.calendar_for() is before
    monkeypatch.setattr(queries, "ASK_AGAIN_AFTER", -1.0)
    assert not queries.calendar_for().is_working_day(date(2026, 11, 27))


def test_asking_again_without_a_change_keeps_the_calendar_at_hand(monkeypatch, django_assert_num_queries):
    before = queries.calendar_for()
    monkeypatch.setattr(queries, "ASK_AGAIN_AFTER", -1.0)
    with django_assert_num_queries(1):
        assert queries.calendar_for() is before


def test_the_days_of_a_year_are_listed_in_order():
    days = queries.days_of_year(2026)
    assert len(days) == 17
    assert [day.on for day in days] == sorted(day.on for day in days)
    assert queries.years() == list(range(2019, 2028))
