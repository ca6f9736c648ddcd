"""How close a due day is, in a word, a shape and a colour."""

from dataclasses import dataclass

SOON = 2


@dataclass(frozen=True)
class Badge:
    """Words that stand alone, and the kind that gives them shape and colour."""

    words: str
    kind: str


WAITING = Badge("đang chờ bổ sung", "paused")
FINISHED = Badge("đã xong", "done")
NO_LIMIT = Badge("không có thời hạn", "calm")


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
