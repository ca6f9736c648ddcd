"""The monthly statement on paper (4.5.b)."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.conf import settings

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.fee_statement.facts import FeeStatement, Line
from motcua.domain.papers.letterheads import headed
from motcua.domain.procedures.terms import FeeKind
from motcua.domain.vietnamese.amount_words import in_words
from motcua.domain.vietnamese.dates import local_day

from ..models import MonthStatement, StatementLine
from ..shares import shown_rate
from .reading import receipts_and_voids
from .summing import WHOLE, split


def statement(one: MonthStatement, lines: Iterable[StatementLine], by: Officer, at: datetime) -> FeeStatement:
    """What the statement says when it is sent."""
    lines = list(lines)
    rows = tuple(line_of(each) for each in lines)
    total = total_of(one, rows)
    fees = sum(each.total for each in lines if each.kind == FeeKind.FEE)
    return FeeStatement(
        letterhead=headed(office_at_hand(one.desk_id), local_day(at), hotline=settings.HOTLINE),
        department=one.department.name, month=one.month, lines=rows, total=total, in_words=in_words(abs(total.total)),
        fees=fees, charges=total.total - fees,
        copies=total.receipts, cut=cut_of(lines),
        maker=Signer(("Người lập",), by.name), leader=Signer(("Lãnh đạo Trung tâm",)),
        department_side=Signer(("Đại diện sở, ngành",)),
    )  # fmt: skip


def line_of(each: StatementLine) -> Line:
    """One line with both of its parts."""
    parts = split(each.total, each.rate)
    return Line(
        number=each.number, kind=FeeKind(each.kind).label, name=each.name, receipts=each.receipts, voids=each.voids,
        first=each.first, last=each.last, cash=each.cash, transfer=each.transfer, online=each.online,
        corrected=each.corrected, total=each.total, rate=shown_rate(each.rate) if each.rate else "",
        retained=parts.retained, budget=parts.budget,
    )  # fmt: skip


def total_of(one: MonthStatement, rows: Iterable[Line]) -> Line:
    """All lines in one; a receipt for several fees stands in the line of each and is counted once here."""
    receipts, voids = receipts_and_voids(one.department_id, one.desk_id, one.month)
    names = ("cash", "transfer", "online", "corrected", "total", "retained", "budget")
    rows = list(rows)
    sums = {name: sum(getattr(each, name) for each in rows) for name in names}
    return Line(
        number=0, kind="", name="Cộng", first="", last="", rate="", receipts=receipts, voids=voids, **sums
    )  # fmt: skip


def cut_of(lines: Iterable[StatementLine]) -> str:
    """What was cut off below one đồng, said plainly; nothing where nothing was."""
    cut = sum(split(each.total, each.rate).cut for each in lines)
    if not cut:
        return ""
    shown = f"{Decimal(cut) / WHOLE:.4f}".rstrip("0").replace(".", ",")
    return f"Phần lẻ dưới 1 đồng của khoản trích, cộng {shown} đồng, nộp ngân sách."
