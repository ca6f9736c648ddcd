"""Who may change the calendar."""

from datetime import datetime
from typing import Protocol

from motcua.domain.journal.recording import Signs
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

ADMIN = "admin"


class HasRoles(Signs, Protocol):
    """An official as far as this package must know one: it stands below the package of organisations."""

    def has_role(self, role: str, at: datetime) -> bool:
        """Whether the official holds the role at that moment."""


@rule("2")
def may_change_calendar(by: HasRoles, at: datetime) -> Answer:
    """The calendar moves every due date, so administrators alone change it."""
    if by.has_role(ADMIN, at):
        return YES
    return no("Chỉ người có vai trò Quản trị hệ thống mới được thay đổi lịch làm việc.", "2")
