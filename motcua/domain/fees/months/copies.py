"""The list of the receipts whose copy 3 goes to the department with the statement, in volumes that can be printed."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet

from motcua.domain.journal.recording import Signs
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.copies_list.facts import CopiesList, Row
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed
from motcua.domain.papers.models import Paper
from motcua.domain.vietnamese.dates import local_day

from ..models import MonthStatement, Receipt
from ..terms import Method, WorkKind
from . import reading

VOLUME = 500  # receipts: some fifteen leaves; the typesetter needs memory for each


def begin(statement: MonthStatement, by: Officer, at: datetime) -> None:
    """List the copies with the statement that is sent: in one volume at once, more of them by a job."""
    total = _receipts(statement).count()
    if total > VOLUME:
        statement.works.create(kind=WorkKind.LIST, by=by, asked_at=at, total=total)
    elif total:
        give_out(statement, 1, total, by=by, at=at)


def give_out(
    statement: MonthStatement, volume: int, total: int, *, by: Signs, at: datetime,
    after: tuple[int, int] | None = None,
) -> list[Receipt]:  # fmt: skip
    """One volume, from the receipt that follows one (its book and number); gives the receipts in it."""
    rows = _receipts(statement)
    if after is not None:
        rows = rows.filter(Q(book__gt=after[0]) | Q(book=after[0], number__gt=after[1]))
    listed = list(rows[:VOLUME])
    if listed:
        facts = _facts(statement, volume, -(-total // VOLUME), listed, by, at)
        issue("copies_list", facts, office_code=statement.desk.code, about=statement.stream, by=by, at=at)
    return listed


def lists_of(statement: MonthStatement) -> list[Paper]:
    """The volumes of a month that were given out, without what is written in them."""
    rows = Paper.objects.filter(about=statement.stream, form_code="copies_list")
    return list(rows.defer("facts").order_by("id"))


def _receipts(statement: MonthStatement) -> QuerySet[Receipt]:
    return reading.copies(statement.department_id, statement.desk_id, *reading.bounds(statement.month))


def _facts(
    statement: MonthStatement, volume: int, volumes: int, listed: Iterable[Receipt], by: Signs, at: datetime
) -> CopiesList:
    rows = tuple(_row(each) for each in listed)
    valid = [each.amount for each in rows if not each.void]
    name = by.name if isinstance(by, Officer) else ""
    return CopiesList(
        letterhead=headed(office_at_hand(statement.desk_id), local_day(at), hotline=settings.HOTLINE),
        department=statement.department.name, month=statement.month,
        statement=statement.paper.shown_number if statement.paper else "", volume=volume, volumes=volumes, rows=rows,
        voids=len(rows) - len(valid), amount=sum(valid), maker=Signer(("Người lập",), name),
        department_side=Signer(("Người nhận của sở, ngành",)),
    )  # fmt: skip


def _row(receipt: Receipt) -> Row:
    payment = receipt.payment
    return Row(
        receipt=f"{receipt.book.symbol} {receipt}", on=local_day(receipt.at), payer=payment.charge.payer,
        code=payment.charge.code, amount=receipt.amount, method=Method(payment.method).label,
        void=receipt.voided_at is not None,
    )  # fmt: skip
