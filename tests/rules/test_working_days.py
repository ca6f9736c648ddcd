"""When a limit ends: the worked examples of the law and of practice, and each reading of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest

from motcua.domain.vietnamese.dates import LOCAL, show_weekday
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.timetable import Day, DayKind, Hours, Season, Shift

DAYS = seed.declared_days()
CALENDAR = Calendar(seed.usual_hours(), DAYS)
MORNING, AFTERNOON = Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17))
PLAIN_WEEK = tuple(Hours(weekday, (MORNING, AFTERNOON)) for weekday in range(1, 6))


def at(text: str) -> datetime:
    """A moment by the clocks of Vietnam: "26/04/2019 16:30"."""
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=LOCAL)


def day(text: str) -> date:
    return at(f"{text} 00:00").date()


def working_days(amount: int) -> Limit:
    return Limit(amount, Unit.WORKING_DAYS)


def hours(amount: int) -> Limit:
    return Limit(amount, Unit.WORKING_HOURS)


@pytest.mark.parametrize(
    ("received", "amount", "due"),
    [
        ("12/04/2019", 3, "Thứ Năm, 18/04/2019"),
        ("26/04/2019", 5, "Thứ Ba, 07/05/2019"),
        ("01/02/2019", 3, "Thứ Tư, 13/02/2019"),
        ("26/04/2024", 5, "Thứ Ba, 07/05/2024"),
        ("29/04/2025", 3, "Thứ Tư, 07/05/2025"),
        ("31/12/2025", 3, "Thứ Tư, 07/01/2026"),
        ("13/02/2026", 5, "Thứ Sáu, 27/02/2026"),
        ("28/08/2026", 3, "Thứ Hai, 07/09/2026"),
        ("23/11/2026", 2, "Thứ Năm, 26/11/2026"),
    ],
)
def test_working_days_end_at_closing_time_of_the_last_one(received, amount, due):
    ends = CALENDAR.due(at(f"{received} 09:00"), working_days(amount))
    assert show_weekday(ends) == due
    assert ends.timetz() == time(17, tzinfo=LOCAL)


def test_without_the_made_up_saturday_the_limit_ends_a_day_later():
    days = tuple(replace(each, worked=each.on != date(2019, 5, 4)) for each in DAYS)
    resting = Calendar(seed.usual_hours(), days)
    assert resting.due(at("26/04/2019 09:00"), working_days(5)) == at("08/05/2019 17:00")
    why = {line.on: line.why for line in resting.explain(at("26/04/2019 09:00"), working_days(5)).lines}
    assert why[date(2019, 5, 4)] == "không tính: làm bù cho ngày 29/04/2019, đơn vị này không làm"


def test_calendar_days_that_end_on_a_day_off_end_on_the_next_working_day():
    fifteen = Limit(15, Unit.CALENDAR_DAYS)
    assert CALENDAR.due(at("16/04/2019 09:00"), fifteen) == at("02/05/2019 17:00")
    assert CALENDAR.due(at("12/04/2019 09:00"), fifteen) == at("02/05/2019 17:00")
    assert CALENDAR.due(at("10/04/2019 09:00"), fifteen) == at("25/04/2019 17:00")


def test_the_data_hold_as_many_working_days_as_were_announced():
    ends = [date(year, 12, 31) for year in range(2018, 2028)]
    by_year = [CALENDAR.working_days_between(*pair) for pair in pairwise(ends)]
    assert by_year == [252, 252, 250, 249, 249, 251, 250, 249, 249]


@pytest.mark.clause("5.1.e-2")
def test_three_working_days_for_a_supplement_jump_over_tet():
    assert CALENDAR.due(at("23/01/2025 15:00"), working_days(3)) == at("04/02/2025 17:00")


def test_the_day_of_receipt_is_not_counted_however_early_it_came():
    assert CALENDAR.due(at("03/06/2019 07:00"), working_days(1)) == at("04/06/2019 17:00")
    assert CALENDAR.due(at("03/06/2019 16:59"), working_days(1)) == at("04/06/2019 17:00")


@pytest.mark.parametrize(
    "received", ["07/06/2019 17:00", "07/06/2019 20:15", "08/06/2019 10:00", "09/06/2019 23:59", "10/06/2019 05:00"]
)
def test_receipt_outside_working_hours_counts_from_the_next_working_moment(received):
    assert CALENDAR.next_working_moment(at(received)) == at("10/06/2019 07:00")
    assert CALENDAR.due(at(received), working_days(1)) == at("11/06/2019 17:00")


def test_receipt_in_the_lunch_break_counts_from_the_afternoon():
    assert CALENDAR.next_working_moment(at("10/06/2019 12:10")) == at("10/06/2019 13:30")
    assert CALENDAR.due(at("10/06/2019 12:10"), hours(2)) == at("10/06/2019 15:30")
    assert CALENDAR.due(at("10/06/2019 12:10"), working_days(1)) == at("11/06/2019 17:00")


def test_hours_run_inside_working_hours_only():
    assert CALENDAR.due(at("10/06/2019 10:00"), hours(1)) == at("10/06/2019 11:00")
    assert CALENDAR.due(at("10/06/2019 10:00"), hours(2)) == at("10/06/2019 14:00")
    assert CALENDAR.due(at("10/06/2019 10:00"), hours(8)) == at("11/06/2019 10:00")
    assert CALENDAR.due(at("14/06/2019 16:00"), hours(2)) == at("17/06/2019 08:00")


def test_hours_that_fill_a_shift_end_with_it_and_not_with_the_next_opening():
    assert CALENDAR.due(at("10/06/2019 07:00"), hours(8)) == at("10/06/2019 17:00")
    assert Calendar(PLAIN_WEEK).due(at("10/06/2019 07:30"), hours(4)) == at("10/06/2019 11:30")


def test_hours_jump_over_tet_and_are_worked_on_a_made_up_saturday():
    assert CALENDAR.due(at("01/02/2019 16:00"), hours(2)) == at("11/02/2019 08:30")
    assert CALENDAR.due(at("03/05/2019 16:00"), hours(2)) == at("04/05/2019 08:00")


def test_hours_change_with_the_season():
    assert CALENDAR.opening(day("15/10/2019")) == at("15/10/2019 07:00")
    assert CALENDAR.opening(day("16/10/2019")) == at("16/10/2019 07:30")


def test_months_end_on_the_same_day_of_the_month_or_on_its_last():
    def after(received: str, amount: int) -> datetime:
        return CALENDAR.due(at(f"{received} 09:00"), Limit(amount, Unit.MONTHS))

    assert after("15/05/2019", 1) == at("17/06/2019 17:00")
    assert after("31/05/2024", 1) == at("01/07/2024 17:00")
    assert after("31/01/2019", 1) == at("28/02/2019 17:00")
    assert after("30/11/2023", 3) == at("29/02/2024 17:00")
    assert after("31/07/2019", 1) == at("03/09/2019 17:00")
    assert after("14/08/2019", 24) == at("16/08/2021 17:00")


def test_a_limit_of_no_days_ends_with_the_day_or_after_the_cut_off_with_the_next():
    same_day = working_days(0)
    assert CALENDAR.due(at("10/06/2019 15:00"), same_day) == at("10/06/2019 17:00")
    assert CALENDAR.due(at("10/06/2019 15:01"), same_day) == at("11/06/2019 17:00")
    assert CALENDAR.due(at("08/06/2019 09:00"), same_day) == at("10/06/2019 17:00")


@pytest.mark.clause("5.1.đ-2")
@pytest.mark.parametrize(
    ("received", "deadline"),
    [
        ("10/06/2019 08:00", "10/06/2019 17:00"),
        ("10/06/2019 15:00", "10/06/2019 17:00"),
        ("10/06/2019 15:01", "11/06/2019 11:30"),
        ("14/06/2019 16:00", "17/06/2019 11:30"),
        ("14/06/2019 18:30", "17/06/2019 11:30"),
        ("15/06/2019 09:00", "17/06/2019 17:00"),
        ("26/04/2019 15:30", "02/05/2019 11:30"),
    ],
)
def test_a_dossier_is_passed_on_the_same_day_or_after_the_cut_off_next_morning(received, deadline):
    assert CALENDAR.transfer_deadline(at(received)) == at(deadline)


def test_days_left_and_days_late_are_counted_in_working_days():
    assert CALENDAR.working_days_between(day("03/05/2019"), day("07/05/2019")) == 3
    assert CALENDAR.working_days_between(day("07/05/2019"), day("03/05/2019")) == -3
    assert CALENDAR.working_days_between(day("07/06/2019"), day("09/06/2019")) == 0
    assert CALENDAR.working_days_between(day("31/12/2018"), day("31/12/2020")) == 504


def test_working_minutes_leave_out_lunch_nights_and_days_off():
    assert CALENDAR.working_minutes_between(at("10/06/2019 11:00"), at("10/06/2019 14:00")) == 60
    assert CALENDAR.working_minutes_between(at("14/06/2019 16:00"), at("17/06/2019 08:00")) == 120
    assert CALENDAR.working_minutes_between(at("17/06/2019 08:00"), at("14/06/2019 16:00")) == -120
    assert CALENDAR.working_minutes_between(at("15/06/2019 08:00"), at("16/06/2019 20:00")) == 0


def test_the_neighbours_of_a_day_are_working_days():
    assert CALENDAR.next_working_day(day("26/04/2019")) == day("02/05/2019")
    assert CALENDAR.previous_working_day(day("02/05/2019")) == day("26/04/2019")
    assert CALENDAR.previous_working_day(day("02/01/2026")) == day("31/12/2025")


def test_the_closing_time_of_a_day_off_is_that_of_the_next_working_day():
    assert CALENDAR.closing(day("01/05/2019")) == at("02/05/2019 17:00")


def test_moments_in_any_zone_are_read_by_the_clocks_of_vietnam():
    friday_evening = datetime(2019, 6, 7, 10, 30, tzinfo=UTC)
    assert CALENDAR.due(friday_evening, working_days(1)) == at("11/06/2019 17:00")
    with pytest.raises(ValueError, match="zone"):
        CALENDAR.due(datetime(2019, 6, 7, 10, 30), working_days(1))  # noqa: DTZ001 - the mistake itself


def test_an_office_with_hours_of_its_own_follows_them_while_they_are_in_force():
    own = tuple(replace(each, shifts=(MORNING,), valid_from=day("01/07/2019")) for each in PLAIN_WEEK)
    saturday = Hours(6, (MORNING,), valid_from=day("01/07/2019"))
    district = Calendar((*own, saturday), common=PLAIN_WEEK)
    assert district.closing(day("28/06/2019")) == at("28/06/2019 17:00")
    assert district.closing(day("01/07/2019")) == at("01/07/2019 11:30")
    assert not district.is_working_day(day("29/06/2019"))
    assert district.is_working_day(day("06/07/2019"))
    ended = tuple(replace(each, valid_to=day("31/07/2019")) for each in (*own, saturday))
    assert Calendar(ended, common=PLAIN_WEEK).closing(day("01/08/2019")) == at("01/08/2019 17:00")


def test_a_made_up_day_has_the_hours_of_a_friday():
    made_up = Day(day("04/05/2019"), DayKind.MAKE_UP, "Làm bù cho ngày 29/04/2019")
    calendar = Calendar((*PLAIN_WEEK, Hours(6, (MORNING,))), (made_up,))
    assert calendar.closing(day("27/04/2019")) == at("27/04/2019 11:30")
    assert calendar.closing(day("04/05/2019")) == at("04/05/2019 17:00")


def test_a_season_may_run_over_new_year():
    winter = Season.between("10-16", "04-15")
    assert winter.holds_on(day("31/12/2019"))
    assert winter.holds_on(day("15/04/2020"))
    assert not winter.holds_on(day("16/04/2020"))


def test_a_calendar_without_lasting_hours_is_a_mistake():
    with pytest.raises(ValueError, match="without an end"):
        Calendar(tuple(replace(each, valid_to=day("31/12/2019")) for each in PLAIN_WEEK))


def test_limits_are_written_as_officials_write_them():
    assert working_days(3).show() == "3 ngày làm việc"
    assert hours(8).show() == "8 giờ làm việc"
    assert Limit(15, Unit.CALENDAR_DAYS).show() == "15 ngày"
    assert Limit(2, Unit.MONTHS).show() == "2 tháng"
    assert working_days(0).show() == "trong ngày làm việc"
    with pytest.raises(ValueError, match="limit of -1"):
        working_days(-1)


def test_a_due_date_explains_itself_day_by_day():
    told = CALENDAR.explain(at("26/04/2019 18:00"), working_days(3))
    assert (told.effective_start, told.due, told.certain) == (at("02/05/2019 07:00"), at("06/05/2019 17:00"), True)
    assert [(f"{line.on:%d/%m}", line.counted, line.why) for line in told.lines] == [
        ("26/04", None, "18:00 là ngoài giờ làm việc, tính từ 07:00 Thứ Năm, 02/05/2019"),
        ("27/04", None, "không tính: Thứ Bảy"),
        ("28/04", None, "không tính: Chủ Nhật"),
        ("29/04", None, "không tính: nghỉ hoán đổi, làm bù ngày 04/05/2019"),
        ("30/04", None, "không tính: Ngày Chiến thắng 30/4"),
        ("01/05", None, "không tính: Quốc tế Lao động 1/5"),
        ("02/05", None, "ngày bắt đầu, không tính"),
        ("03/05", 1, "ngày làm việc thứ 1"),
        ("04/05", 2, "ngày làm việc thứ 2 (làm bù cho ngày 29/04/2019)"),
        ("05/05", None, "không tính: Chủ Nhật"),
        ("06/05", 3, "ngày làm việc thứ 3, hết hạn lúc 17:00"),
    ]


def test_a_limit_in_hours_explains_itself_by_the_shifts_used():
    told = CALENDAR.explain(at("14/06/2019 16:00"), hours(6))
    assert [(f"{line.on:%d/%m}", line.counted, line.why) for line in told.lines] == [
        ("14/06", 60, "tính 1 giờ (16:00–17:00), cộng dồn 1 giờ"),
        ("15/06", None, "không tính: Thứ Bảy"),
        ("16/06", None, "không tính: Chủ Nhật"),
        ("17/06", 360, "tính 5 giờ (07:00–11:30, 13:30–14:00), cộng dồn 6 giờ, hết hạn lúc 14:00"),
    ]


def test_calendar_days_and_months_explain_why_the_end_was_moved():
    in_days = CALENDAR.explain(at("16/04/2019 09:00"), Limit(15, Unit.CALENDAR_DAYS)).lines
    assert in_days[4].why == "ngày thứ 4 (Thứ Bảy, vẫn tính)"
    assert [line.why for line in in_days[-2:]] == [
        "ngày thứ 15, trùng ngày nghỉ (Quốc tế Lao động 1/5) nên chuyển sang ngày làm việc tiếp theo",
        "ngày làm việc đầu tiên sau đó, hết hạn lúc 17:00",
    ]
    in_months = CALENDAR.explain(at("30/06/2019 09:00"), Limit(2, Unit.MONTHS)).lines
    assert [line.why for line in in_months[-3:]] == [
        "tròn 2 tháng, trùng ngày nghỉ (Chủ Nhật) nên chuyển sang ngày làm việc tiếp theo",
        "chưa hết hạn: Quốc khánh 2/9",
        "ngày làm việc đầu tiên sau đó, hết hạn lúc 17:00",
    ]


def test_a_same_day_limit_explains_the_cut_off():
    assert [line.why for line in CALENDAR.explain(at("10/06/2019 09:00"), working_days(0)).lines] == [
        "hạn trong ngày làm việc, hết hạn lúc 17:00"
    ]
    assert CALENDAR.explain(at("10/06/2019 15:30"), working_days(0)).lines[0].why == (
        "sau 15:00 nên tính sang ngày làm việc tiếp theo"
    )


def test_a_due_date_is_not_certain_where_days_off_are_only_expected():
    assert CALENDAR.explain(at("18/12/2026 09:00"), working_days(3)).certain
    assert not CALENDAR.explain(at("31/12/2026 09:00"), working_days(3)).certain
    assert not CALENDAR.explain(at("30/12/2027 09:00"), working_days(3)).certain
