"""Days off are declared and withdrawn, hours set, made-up days chosen: each change moves due dates, so each is an act.

What is past stays as it was, because promises were made by it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local, show_date, weekday
from motcua.domain.vietnamese.text import clean

from . import policies, queries
from .models import EVERY_OFFICE, CalendarDay, CalendarEdition, MakeUpChoice, WorkingHours
from .policies import HasRoles
from .timetable import DayKind, Hours, fault_of


class DayHasPassed(Refused):
    """What offices worked, they worked: due dates were promised by it."""

    clause = "5.1.e-1"


class DayAlreadyDeclared(Refused):
    """The day was declared before, and not as an expectation."""

    clause = "2"


class DayNotDeclared(Refused):
    """Nothing, or nothing of the kind, is declared about the day."""

    clause = "2"


class DayIncomplete(Refused):
    """A day without name or basis, or one that does not fit its weekday."""

    clause = "2"


class TimetableFaulty(Refused):
    """Shifts that overlap, or a part of the year without any."""

    clause = "2"


@act("2")
def declare_day(
    on: date, *, kind: DayKind, name: str, basis: str, by: HasRoles, at: datetime, estimated: bool = False
) -> CalendarDay:
    """Enter a day off or a made-up day with the notice it rests on; what was only expected becomes certain."""
    edition = _take(by, at)
    name, basis = clean(name), clean(basis)
    _require_not_past(on, at)
    _require_complete(on, kind, name, basis)
    day = queries.declared_day(on)
    if day is not None and not day.estimated:
        raise DayAlreadyDeclared(f"Ngày {show_date(on)} đã được khai báo: {day.name}.")
    day = day or CalendarDay(on=on)
    day.kind, day.name, day.basis, day.estimated = kind, name, basis, estimated
    day.save()
    _renew(edition)
    record(declare_day, about=edition, by=by, at=at, on=on, kind=kind, name=name, basis=basis, estimated=estimated)
    return day


@act("2")
def withdraw_day(on: date, *, reason: str, by: HasRoles, at: datetime) -> None:
    """Take a declared day back: it is again as its weekday says."""
    edition = _take(by, at)
    _require_not_past(on, at)
    day = _declared(on)
    if not clean(reason):
        raise DayIncomplete("Hãy ghi lý do bỏ ngày này.")
    day.choices.all().delete()
    day.delete()
    _renew(edition)
    record(withdraw_day, about=edition, by=by, at=at, on=on, kind=day.kind, name=day.name, reason=clean(reason))


@act("2")
def choose_make_up_day(on: date, *, office_code: str = EVERY_OFFICE, works: bool, by: HasRoles, at: datetime) -> None:
    """Say whether an office (or every office) works on a made-up day: it counts only where it is worked."""
    edition = _take(by, at)
    _require_not_past(on, at)
    day = _declared(on)
    if day.kind != DayKind.MAKE_UP:
        raise DayNotDeclared(f"Ngày {show_date(on)} không phải là ngày làm bù.")
    MakeUpChoice.objects.update_or_create(office_code=office_code, day=day, defaults={"works": works})
    _renew(edition)
    record(choose_make_up_day, about=edition, by=by, at=at, on=on, office=office_code, works=works)


@act("2")
def set_hours(
    office_code: str, *, timetable: Sequence[Hours], valid_from: date, by: HasRoles, at: datetime
) -> tuple[Hours, ...]:
    """Give an office (or, without a code, all that have none of their own) its whole timetable from a day on.

    An empty timetable returns the office to the common hours.
    """
    edition = _take(by, at)
    if valid_from <= local(at).date():
        raise DayHasPassed("Giờ làm việc mới chỉ áp dụng được từ ngày mai trở đi.")
    if timetable or office_code == EVERY_OFFICE:
        _require_faultless(timetable)
    own = WorkingHours.objects.filter(office_code=office_code)
    own.filter(valid_from__gte=valid_from).delete()
    lasting = own.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from))
    lasting.update(valid_to=valid_from - timedelta(days=1))
    rows = [row for line in timetable for row in _rows(office_code, line, valid_from)]
    WorkingHours.objects.bulk_create(rows)
    _renew(edition)
    shown = [f"{line.weekday} {line.season.show()} {', '.join(s.show() for s in line.shifts)}" for line in timetable]
    record(set_hours, about=edition, by=by, at=at, office=office_code, valid_from=valid_from, hours=shown)
    return tuple(row.as_hours() for row in rows)


def _take(by: HasRoles, at: datetime) -> CalendarEdition:
    """Lock the calendar for whoever may change it."""
    require(policies.may_change_calendar(by, at))
    return CalendarEdition.objects.select_for_update().get()


def _renew(edition: CalendarEdition) -> None:
    """Make every process read the calendar anew: this one at once, the others when they next ask."""
    edition.number += 1
    edition.save(update_fields=["number"])
    queries.forget()
    transaction.on_commit(queries.forget)


def _declared(on: date) -> CalendarDay:
    day = queries.declared_day(on)
    if day is None:
        raise DayNotDeclared(f"Ngày {show_date(on)} không có trong danh sách ngày nghỉ, ngày làm bù.")
    return day


def _require_not_past(on: date, at: datetime) -> None:
    if on < local(at).date():
        raise DayHasPassed(f"Ngày {show_date(on)} đã qua nên không thay đổi được nữa.")


def _require_complete(on: date, kind: DayKind, name: str, basis: str) -> None:
    if not name or not basis:
        raise DayIncomplete("Hãy ghi tên ngày và văn bản làm căn cứ.")
    weekend = on.isoweekday() > 5
    if kind is DayKind.MAKE_UP and not weekend:
        raise DayIncomplete(f"Ngày làm bù phải là Thứ Bảy hoặc Chủ Nhật; {show_date(on)} là {weekday(on)}.")
    if kind in (DayKind.COMPENSATION, DayKind.SWAPPED_OFF) and weekend:
        raise DayIncomplete(f"{kind.label} phải rơi vào ngày làm việc; {show_date(on)} là {weekday(on)}.")


def _require_faultless(timetable: Sequence[Hours]) -> None:
    fault = fault_of(timetable)
    if fault:
        raise TimetableFaulty(fault)


def _rows(office_code: str, line: Hours, valid_from: date) -> list[WorkingHours]:
    first, last = line.season.as_text()
    return [
        WorkingHours(
            office_code=office_code,
            weekday=line.weekday,
            season_from=first,
            season_to=last,
            opens=shift.opens,
            closes=shift.closes,
            valid_from=valid_from,
        )
        for shift in line.shifts
    ]
