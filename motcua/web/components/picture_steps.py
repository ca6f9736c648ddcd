"""One step of the picture of a process: what stands in it, where a dossier is, or what a version changes."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .languages import number, translated

HOURS_A_DAY = 8


class Place(StrEnum):
    """Where a dossier is, seen from one step."""

    DONE = "done"
    CURRENT = "current"
    LATE = "late"
    WAITING = "waiting"

    @property
    def words(self) -> str:
        """As people read it."""
        return {"done": "Đã xong", "current": "Đang ở đây", "late": "Đang ở đây, quá hạn", "waiting": "Chưa tới"}[self]


class Mark(StrEnum):
    """What a newer version changes about a step."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"

    @property
    def words(self) -> str:
        """As people read it."""
        return {"added": "Thêm mới", "removed": "Bỏ", "moved": "Chuyển chỗ", "changed": "Thay đổi"}[self]


@dataclass(frozen=True)
class PictureStep:
    """One step: what is done, by which body, in how many working hours, and where the dossier is or what changed.

    `number` is given where it is not the place in the picture.
    """

    name: str
    body: str = ""
    hours: Decimal | int | None = None
    state: Place | Mark | None = None
    note: str = ""
    number: str = ""

    @property
    def time(self) -> str:
        """The working hours in words, and the days they make."""
        if self.hours is None:
            return ""
        hours = translated(f"{_shown(Decimal(self.hours))} giờ làm việc")
        days = Decimal(self.hours) / HOURS_A_DAY
        return f"{hours} ({translated(f'{_shown(days)} ngày')})" if days >= 1 else hours


def _shown(value: Decimal) -> str:
    return number(int(value) if value == int(value) else round(value, 1))
