"""The receipt on paper: in three copies, with the number of its book (4.5.a, 4.5.b)."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.db.models import Sum
from django.db.models.functions import Coalesce

from motcua.domain.journal.recording import Signs
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms import form_of, from_json
from motcua.domain.papers.forms.fee_receipt.facts import COPIES, FeeReceiptFacts, Line
from motcua.domain.papers.issuing import Numbered, issue
from motcua.domain.papers.letterheads import headed
from motcua.domain.papers.models import Paper
from motcua.domain.papers.render import render
from motcua.domain.procedures.terms import FeeKind
from motcua.domain.vietnamese.amount_words import in_words
from motcua.domain.vietnamese.dates import local_day

from .charging import left_after
from .models import Charge, Payment, ReceiptBook
from .terms import Method


def receipt(
    book: ReceiptBook, number: int, payment: Payment, charge: Charge, *, replaces: str = "", by: Signs, at: datetime
) -> Paper:
    """Biên lai: for whom the money is, who paid, line by line, the sum in figures and in words."""
    department, desk = office_at_hand(charge.department_id), office_at_hand(charge.desk_id)
    facts = FeeReceiptFacts(
        letterhead=headed(desk, local_day(at), dossier_code=charge.code, hotline=settings.HOTLINE),
        collector=department.name, tax_code=book.tax_code, form_number=book.form, symbol=book.symbol,
        payer=charge.payer, address=charge.address, lines=_lines(charge, payment), total=payment.amount,
        in_words=in_words(payment.amount), method=Method(payment.method).label, paid_at=payment.at,
        cashier=_cashier(by), replaces=replaces,
    )  # fmt: skip
    shown = f"{number:07}"
    mark = Numbered(f"BL {book.form} {book.symbol}", number, shown)
    return issue("fee_receipt", facts, office_code=department.code, about=charge.stream, by=by, at=at, numbered=mark)


def payers_copy(paper: Paper) -> bytes:
    """Liên 2 alone, as the payer opens it: the same facts that were given out, drawn again."""
    facts = replace(from_json(paper.form_code, paper.facts), copies=(COPIES[1],))
    return render(form_of(paper.form_code, paper.form_set), facts, number=paper.shown_number)


def _cashier(by: Signs) -> Signer:
    """Who took the money; nobody writes a name under what the program took in by itself."""
    if isinstance(by, Officer):
        return Signer(("Người thu tiền",), by.name)
    return Signer(("Thu qua hệ thống điện tử",), by.signature(), note="")


def _lines(charge: Charge, payment: Payment) -> tuple[Line, ...]:
    """What the payment was for: all that stood, or what was left after the payments before it."""
    lines = left_after(charge, 0)
    if sum(each.amount for each in lines) != payment.amount:
        before = charge.payments.filter(pk__lt=payment.pk).aggregate(paid=Coalesce(Sum("amount"), 0))["paid"]
        lines = left_after(charge, before)
    if sum(each.amount for each in lines) == payment.amount:
        return tuple(Line(FeeKind(each.kind).label, each.name, each.amount, note_of(each)) for each in lines)
    return (Line("Phí, lệ phí", "Số còn phải nộp", payment.amount),)


def note_of(line: object) -> str:
    """What is said beside a line: pages, copies, and whom a relief favoured."""
    units, copies, relief = line.units, line.copies, line.relief  # type: ignore[attr-defined]
    parts = [f"{units} trang" if units > 1 else "", f"{copies} bản" if copies > 1 else "", relief]
    return ", ".join(part for part in parts if part)
