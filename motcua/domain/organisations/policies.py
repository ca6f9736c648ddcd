"""Who may change bodies, officials and postings."""

from datetime import datetime
from typing import Any

from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .roles import Role


class Founder:
    """The installation itself: signs what is set up before the first administrator exists, and the demo."""

    code = "he-thong"

    def signature(self) -> str:
        """How the journal names it."""
        return "Hệ thống, khi cài đặt"

    def has_role(self, role: str, at: Any) -> bool:
        """The installation may administer and nothing else."""
        return role == Role.ADMIN


@rule("2")
def may_administer(by: Any, at: datetime) -> Answer:
    """Bodies, officials and postings are kept by administrators."""
    if by.has_role(Role.ADMIN, at):
        return YES
    return no("Chỉ người có vai trò Quản trị hệ thống mới được thay đổi cơ quan và cán bộ.", "2")
