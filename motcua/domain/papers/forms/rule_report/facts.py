"""What the Centre writes about rules that it can not change itself: to the province, or to the authority (4.6.b-3)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "rule_report", "4.2.b", "4.6.b-3")


@dataclass(frozen=True)
class Line:
    """What so many people said: of which procedure, provision and body, under which theme."""

    procedure: str
    provision: str
    body: str
    theme: str
    number: int


@dataclass(frozen=True)
class RuleReport:
    """Báo cáo (`report`), or công văn kiến nghị, in the form of Nghị định 30/2020/NĐ-CP."""

    letterhead: Letterhead
    report: bool
    to: str
    subject: str
    findings: str
    lines: tuple[Line, ...]
    proposal: str
    reply_by: date
    kept_by: str  # the part of the office that keeps a copy
    signer: Signer
