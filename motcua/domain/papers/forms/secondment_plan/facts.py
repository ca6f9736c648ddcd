"""The list of main and reserve officials of all departments, as the plan for approval (5.2.a, 5.2.b)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "secondment_plan", "5.2.a", "5.2.b")


@dataclass(frozen=True)
class PlanLine:
    """One official of one department."""

    body: str
    name: str
    title: str
    part: str
    fields: tuple[str, ...]
    from_on: date
    to_on: date


@dataclass(frozen=True)
class SecondmentPlan:
    """Danh sách cán bộ chính thức và dự phòng (Thông tư 01/2018/TT-VPCP, Điều 7)."""

    letterhead: Letterhead
    lines: tuple[PlanLine, ...]
