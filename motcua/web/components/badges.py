"""How close a due day is and where a dossier stands, each in words, a shape and a colour."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.dossiers.stages import ENDED_EARLY, NAMES, PAUSED, UNDER_THE_CLOCK, Stage
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.calendar import Calendar

SOON = 2
MINUTES = 60


@dataclass(frozen=True)
class Badge:
    """Words that stand alone, and the kind that gives them shape and colour."""

    words: str
    kind: str


HELD = Badge("chờ thủ tục trước", "paused")
WAITING = Badge("đang chờ bổ sung", "paused")
STANDING = Badge("đồng hồ đang dừng", "paused")
ENDED = Badge("đã kết thúc", "done")
FINISHED = Badge("đã xong", "done")
NO_LIMIT = Badge("không có thời hạn", "calm")
JUST_LATE = Badge("vừa quá hạn", "late")


def due_badge(days: int | None, unit: str = "ngày") -> Badge:
    """The badge for so many working days left: 0 is today, less is overdue, None is no limit.

    Days are counted by the calendar of the domain; here they only get their words.
    """
    if days is None:
        return NO_LIMIT
    if days < 0:
        return Badge(f"quá hạn {-days} {unit}", "late")
    if days == 0:
        return Badge("hôm nay", "today")
    return Badge(f"còn {days} {unit}", "soon" if days <= SOON else "calm")


def time_left(due: datetime, at: datetime, calendar: Calendar) -> Badge:
    """How far a moment is away, in working days; on the day itself what is overdue is told in working hours."""
    days = calendar.working_days_between(local_day(at), local_day(due))
    if at <= due or days < 0:
        return due_badge(days)
    hours = calendar.working_minutes_between(due, at) // MINUTES
    return due_badge(-hours, "giờ") if hours else JUST_LATE


def promise(stage: str, due: datetime | None, at: datetime, calendar: Calendar) -> Badge:
    """How the promise to the applicant stands: the time left, waiting for the applicant, or done with."""
    if stage == Stage.AWAITING_SUPPLEMENT:
        return WAITING
    if stage in PAUSED:
        return STANDING
    if stage in ENDED_EARLY:
        return ENDED
    if stage == Stage.HELD:
        return HELD
    if stage not in UNDER_THE_CLOCK:
        return FINISHED
    return time_left(due, at, calendar) if due else NO_LIMIT


_TAGS = {
    Stage.REFUSED: "bad",
    Stage.RECEIVED: "active",
    Stage.HELD: "waiting",
    Stage.TRANSFERRED: "active",
    Stage.PROCESSING: "active",
    Stage.AWAITING_SUPPLEMENT: "waiting",
    Stage.APPROVED: "active",
    Stage.REJECTED: "bad",
    Stage.RESULT_READY: "good",
    Stage.AT_CENTRE: "good",
    Stage.KEPT: "good",
    Stage.DELIVERED: "",
    Stage.AWAITING_PAYMENT: "waiting",
    Stage.STOPPED: "waiting",
    Stage.WITHDRAWN: "bad",
    Stage.CANCELLED: "bad",
    Stage.GIVEN_BACK: "",
}


def stage_tag(stage: str) -> Badge:
    """Where a dossier is in its life: the one word for it on all pages, with its kind of tag."""
    return Badge(NAMES[Stage(stage)], _TAGS[Stage(stage)])
