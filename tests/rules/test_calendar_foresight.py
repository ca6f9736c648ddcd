"""What a calendar would be after a change that nobody has made yet: the same as after making it."""

from dataclasses import replace
from datetime import date, datetime, time

from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.foresight import DayDeclared, DayWithdrawn, HoursSet, MakeUpChosen
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.timetable import Day, DayKind, Hours, Shift

NOW = Calendar((), seed.declared_days(), seed.usual_hours())
STORM = Day(date(2024, 5, 29), DayKind.HOLIDAY, "Nghỉ tránh bão", "Công điện 15/CĐ-UBND")
THREE_DAYS = Limit(3, Unit.WORKING_DAYS)
MONDAY = datetime(2024, 5, 27, 9, tzinfo=LOCAL)


def due(calendar: Calendar, start: datetime = MONDAY) -> date:
    return calendar.due(start, THREE_DAYS).date()


def test_a_declared_day_off_would_move_a_due_date():
    assert (due(NOW), due(DayDeclared(STORM).made_to(NOW, "so-y-te"))) == (date(2024, 5, 30), date(2024, 5, 31))


def test_declaring_what_was_only_expected_does_not_count_it_twice():
    twice = DayDeclared(replace(STORM, name="Nghỉ bão")).made_to(DayDeclared(STORM).made_to(NOW, ""), "")
    assert [day.name for day in twice.days if day.on == STORM.on] == ["Nghỉ bão"]


def test_a_withdrawn_day_is_as_its_weekday_says():
    declared = DayDeclared(STORM).made_to(NOW, "")
    assert DayWithdrawn(STORM.on).made_to(declared, "") == NOW


def test_a_made_up_day_counts_where_it_would_be_worked():
    saturday = Day(date(2024, 6, 1), DayKind.MAKE_UP, "Làm bù", "Công văn 10/BLĐTBXH", worked=False)
    calendar = replace(NOW, days=(*NOW.days, saturday))
    of_all = MakeUpChosen(saturday.on, works=True, with_own_choice=frozenset({"so-y-te"}))
    for office, worked in (("so-xd", True), ("", True), ("so-y-te", False)):
        assert of_all.made_to(calendar, office).is_working_day(saturday.on) is worked
    of_one = MakeUpChosen(saturday.on, works=True, office_code="so-y-te")
    for office, worked in (("so-xd", False), ("so-y-te", True)):
        assert of_one.made_to(calendar, office).is_working_day(saturday.on) is worked


def test_new_hours_hold_from_their_day_on_and_only_where_they_are_set():
    mornings = tuple(Hours(weekday, (Shift(time(7), time(11)),)) for weekday in range(1, 6))
    change = HoursSet("so-y-te", mornings, date(2024, 6, 3))
    calendar = change.made_to(NOW, "so-y-te")
    assert calendar.closing(date(2024, 5, 31)).hour == 17
    assert calendar.closing(date(2024, 6, 3)).hour == 11
    assert change.made_to(NOW, "so-xd") is NOW
    assert HoursSet("so-y-te", (), date(2024, 6, 10)).made_to(calendar, "so-y-te").closing(date(2024, 6, 10)).hour == 17


def test_new_common_hours_hold_wherever_an_office_has_none_of_its_own():
    mornings = tuple(Hours(weekday, (Shift(time(7), time(11)),)) for weekday in range(1, 6))
    change = HoursSet("", mornings, date(2024, 6, 3))
    own = replace(NOW, hours=tuple(Hours(weekday, (Shift(time(8), time(16)),)) for weekday in range(1, 6)))
    assert change.made_to(NOW, "so-xd").closing(date(2024, 6, 3)).hour == 11
    assert change.made_to(own, "so-y-te").closing(date(2024, 6, 3)).hour == 16
    assert change.made_to(replace(NOW, hours=NOW.common), "").closing(date(2024, 6, 3)).hour == 11
    assert change.since == date(2024, 6, 3)
