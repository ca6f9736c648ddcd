"""What a list says of a dossier or a submission: eight plain words at most, and the day in words."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from motcua.domain.dossiers.overviews.tracking import plain_word_of
from motcua.domain.dossiers.stages import UNDER_THE_CLOCK
from motcua.domain.filing.mine import Line, Rank
from motcua.domain.filing.terms import State
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.vietnamese.dates import local, local_day, show_moment, weekday
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for

SENT = {
    "awaiting_supplement": "Đã gửi bổ sung, chờ cán bộ xem",
    "awaiting_payment": "Đã gửi chứng từ, chờ cán bộ xem",
}
WRITTEN = {
    State.DRAFT: "Đang soạn, chưa nộp",
    State.SUBMITTED: "Đã nộp, chờ cán bộ xem",
    State.SENT_BACK: "Cần sửa rồi nộp lại",
    State.WITHDRAWN: "Đã rút",
}
GROUPS = {Rank.AWAITED: "Chờ bạn", Rank.UNDER_WAY: "Đang giải quyết", Rank.OVER: "Đã xong"}


@dataclass(frozen=True)
class Row:
    """A line of "my dossiers"."""

    group: str
    code: str
    procedure: str
    owner: str
    word: str
    due: str
    is_late: bool
    since: str
    moment: datetime
    address: str


def row_of(line: Line, at: datetime) -> Row:
    """The line in words."""
    if not line.is_dossier:
        return _submission(line, at)
    due, late = "", False
    if line.due_at and line.state in UNDER_THE_CLOCK:
        due = f"Hẹn trả {due_in_words(line.due_at, at, calendar_of(line.one_stop_id))}"
        late = at > line.due_at
    word = plain_word_of(line.state, line.outcome)
    return Row(
        group=GROUPS[Rank(line.rank)],
        code=line.code,
        procedure=line.procedure,
        owner=line.owner,
        word=SENT.get(line.state, word) if line.has_sent else word,
        due=due,
        is_late=late,
        since="nộp",
        moment=line.moment,
        address=reverse("following:dossier", args=[line.code]),
    )


def due_in_words(due: datetime, at: datetime, calendar: Calendar) -> str:
    """ "Thứ Sáu 05/12, còn 4 ngày làm việc"; with the year where it is another one."""
    day, today = local(due), local_day(at)
    shown = f"{weekday(due)} {day:%d/%m}" + (f"/{day.year}" if day.year != today.year else "")
    days = calendar.working_days_between(today, day.date())
    if at > due:
        return f"{shown}, " + (f"đã quá hẹn {-days} ngày làm việc" if days < 0 else "vừa quá hẹn hôm nay")
    return f"{shown}, " + (f"còn {days} ngày làm việc" if days > 0 else "hôm nay")


def calendar_of(one_stop_id: int | None) -> Calendar:
    """The calendar of the one-stop that received it."""
    return calendar_for(office_at_hand(one_stop_id).code) if one_stop_id else calendar_for()


def _submission(line: Line, at: datetime) -> Row:
    waits = line.state == State.SUBMITTED and line.due_at is not None
    return Row(
        group=GROUPS[Rank(line.rank)],
        code=line.code,
        procedure=line.procedure,
        owner=line.owner,
        word=WRITTEN[State(line.state)],
        due=f"Cán bộ trả lời trước {show_moment(line.due_at)}" if waits and line.due_at else "",
        is_late=bool(waits and line.due_at and at > line.due_at),
        since="bắt đầu" if line.state == State.DRAFT else "nộp",
        moment=line.moment,
        address=reverse("filing:prepare", args=[line.code]),
    )
