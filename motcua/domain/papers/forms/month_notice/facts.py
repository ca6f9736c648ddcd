"""What the Centre tells a department every month of the officials it sent (4.3.c)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "month_notice", "4.3.c")


@dataclass(frozen=True)
class OfficialLine:
    """One official in the month."""

    name: str
    title: str
    received: int
    steps: int
    late: int
    founded: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class MonthNotice:
    """Thông báo tháng về cán bộ cử đến làm việc tại Trung tâm."""

    letterhead: Letterhead
    to: str
    month: date
    lines: tuple[OfficialLine, ...]
