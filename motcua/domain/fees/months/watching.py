"""Every morning: the month that has ended is drawn up, and who is next is urged (4.5.b, 5.3.b, 5.3.c)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from motcua.domain.journal.acts import act
from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for

from .. import telling
from ..models import MonthStatement, Payment
from ..terms import StatementState
from . import drawing
from .calendar import Step, dates_of, month_of, warned_on
from .reading import bounds, bounds_of_day

CENTRE, DEPARTMENT = "Trung tâm", "Sở, ngành"


class NothingToUrge(Refused):
    """The step was done meanwhile, its day has not come, or it was urged today."""

    clause = "4.5.b"


@dataclass(frozen=True)
class _Undrawn:
    """What the journal tells of a month that has no statement yet."""

    stream: str


def steps(statement: MonthStatement | None, month: date, calendar: Calendar) -> list[Step]:
    """The checklist of a month with its dates; a month that was not drawn up has all of it before it."""
    dates = dates_of(month)
    one = statement
    done = (
        local_day(one.sent_at) if one and one.sent_at else None,
        local_day(one.closed_at) if one and one.closed_at else None,
        _transferred(one),
    )
    made = (
        ("Lập và gửi bảng tổng hợp, liên 3 của biên lai", CENTRE, dates.statement_by),
        ("Đối chiếu, xác nhận", DEPARTMENT, dates.reconcile_by),
        ("Chuyển khoản trích để lại về tài khoản của Trung tâm tại Kho bạc", DEPARTMENT, dates.share_by),
    )
    return [
        Step(name, side, last, warned_on(last, calendar), when)
        for (name, side, last), when in zip(made, done, strict=True)
    ]


def next_step(statement: MonthStatement | None, month: date, calendar: Calendar) -> Step | None:
    """What is to be done next; nothing when all is done."""
    return next((each for each in steps(statement, month, calendar) if each.done is None), None)


def watch(by: Signs, at: datetime) -> int:
    """Draw up the month that has ended and urge who is next; gives how many were drawn up or urged."""
    last = month_of(month_of(local_day(at)) - timedelta(days=1))
    done = 0
    for department, desk in without_statement(last):
        try:
            drawing.draw_up_statement(department, desk, month=last, by=by, at=at)
            done += 1
        except drawing.NotToBeDrawn:  # a drawer is still open: the accountant hears of it
            done += _urged_to_draw(department, desk, last, by, at)
    for statement in _unfinished():
        try:
            urge_month(statement, by=by, at=at)
            done += 1
        except NothingToUrge:
            continue
    return done


@act("4.5.b", "5.3.b", "5.3.c")
def urge_month(statement: MonthStatement, *, by: Signs, at: datetime) -> MonthStatement:
    """Remind the side that is next, by message too: on the day of the warning, and every working day past the date."""
    statement, today = drawing.locked(statement), local_day(at)
    calendar = calendar_for(statement.desk.code)
    step = next_step(statement, statement.month, calendar)
    if step is None or step.state(today) not in ("now", "late"):
        raise NothingToUrge("Chưa đến ngày phải nhắc, hoặc việc đã làm xong.")
    if statement.urged_on == today or not calendar.is_working_day(today):
        raise NothingToUrge("Hôm nay đã nhắc, hoặc hôm nay là ngày nghỉ.")
    statement.urged_on = today
    statement.save(update_fields=["urged_on"])
    facts = {"body": statement.department.name, "month": str(statement), "step": step.name, "side": step.side}
    line = record(urge_month, about=statement, by=by, at=at, last=step.last, **facts)
    side = statement.desk_id if step.side == CENTRE else statement.department_id
    telling.month_is_due(statement, side, step.name, step.last, f"{statement.stream}#{line}", at)
    return statement


@act("4.5.b")
def urge_to_draw_up(department: Office, desk: Office, *, month: date, by: Signs, at: datetime) -> Step:
    """Remind the Centre of a month that nobody could draw up, because a drawer of it stayed open."""
    Office.objects.select_for_update(of=("self",), no_key=True).get(pk=department.pk)
    today, calendar, stream = local_day(at), calendar_for(desk.code), f"undrawn-month/{desk.pk}-{department.pk}-{month}"
    step = steps(None, month, calendar)[0]
    if step.state(today) not in ("now", "late") or not calendar.is_working_day(today):
        raise NothingToUrge("Chưa đến ngày phải nhắc, hoặc hôm nay là ngày nghỉ.")
    if Entry.objects.filter(stream=stream, at__gte=bounds_of_day(today)[0]).exists():
        raise NothingToUrge("Hôm nay đã nhắc.")
    step = replace(step, name="Đóng ca thu tiền còn mở, rồi lập và gửi bảng tổng hợp")
    facts = {"body": department.name, "month": f"{month:%m/%Y}", "step": step.name, "side": step.side}
    line = record(urge_to_draw_up, about=_Undrawn(stream), by=by, at=at, last=step.last, **facts)
    about = MonthStatement(department=department, desk=desk, month=month)
    telling.month_is_due(about, desk.pk, step.name, step.last, f"{stream}#{line}", at)
    return step


def _transferred(one: MonthStatement | None) -> date | None:
    if one is None or one.state != StatementState.CLOSED or one.closed_at is None:
        return None
    if (one.retained or 0) <= 0:
        return local_day(one.closed_at)  # nothing to transfer
    return local_day(one.transferred_at) if one.transferred_at else None


def _unfinished() -> Iterator[MonthStatement]:
    rows = MonthStatement.objects.exclude(state=StatementState.CLOSED, retained__lte=0).filter(transferred_at=None)
    yield from rows.order_by("month", "id").iterator()


def without_statement(month: date) -> list[tuple[Office, Office]]:
    """The departments for which something was paid in that month, with the desk, that have no statement yet."""
    begin, end = bounds(month)
    paid = Payment.objects.filter(at__gte=begin, at__lt=end).order_by()
    pairs = set(paid.values_list("charge__department", "charge__desk").distinct())
    pairs -= set(MonthStatement.objects.filter(month=month).values_list("department", "desk"))
    offices = Office.objects.in_bulk({pk for pair in pairs for pk in pair})
    return [(offices[department], offices[desk]) for department, desk in sorted(pairs)]


def _urged_to_draw(department: Office, desk: Office, month: date, by: Signs, at: datetime) -> bool:
    try:
        urge_to_draw_up(department, desk, month=month, by=by, at=at)
    except NothingToUrge:
        return False
    return True
