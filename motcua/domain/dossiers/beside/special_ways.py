"""What was specially agreed for a dossier that is being received, in the words of its receipt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.procedures.arrangement_terms import ArrangementKind as Kind
from motcua.domain.vietnamese.dates import show_moment


@dataclass(frozen=True)
class Ways:
    """The arrangements that hold for it, and the time of its appointment."""

    arrangements: Sequence[Any] = ()
    meets_at: datetime | None = None

    def lines(self, department: str) -> tuple[str, ...]:
        """What the receipt says of them."""
        return tuple(f"{self._says(each.kind, department)} (theo {each.document})" for each in self.arrangements)

    def result_at(self, department: str) -> str:
        """Where the result is handed out when not at the one-stop."""
        delivered_there = any(each.kind == Kind.DEPARTMENT_DELIVERS for each in self.arrangements)
        return f"trụ sở {department}" if delivered_there else ""

    def facts(self) -> dict[str, Any]:
        """The same for the journal; nothing where nothing was agreed."""
        if not self.arrangements:
            return {}
        ways = [{"kind": each.kind, "document": each.document} for each in self.arrangements]
        return {"special": ways} | ({"meets_at": self.meets_at} if self.meets_at else {})

    def _says(self, kind: str, department: str) -> str:
        if kind == Kind.BY_APPOINTMENT and self.meets_at:
            return f"Hẹn làm việc với cán bộ của {department} tại nơi tiếp nhận lúc {show_moment(self.meets_at)}"
        if kind == Kind.DEPARTMENT_DELIVERS:
            return f"Kết quả được trả tại trụ sở {department}"
        return f"Bản chính giấy tờ do {department} giữ trong thời gian giải quyết"


NORMAL = Ways()
