"""What accountants read about the money after it was collected; who may not see it finds nothing (4.5.b, 5.3)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from motcua.domain.journal.models import Entry
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import centre, offices
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.tariff import fees_posted
from motcua.domain.statements import send
from motcua.domain.vietnamese.dates import local_day

from . import deposits as deposit_acts
from . import policies
from .models import (
    BankAccount,
    Correction,
    DepositOrder,
    LineWord,
    MonthStatement,
    MonthWork,
    PaymentPart,
    Posting,
    Receipt,
    RetainedShare,
    Shift,
    StatementLine,
)  # fmt: skip
from .months import copies, reading, watching
from .terms import Book, Method

_MATTERS = """
    with told as (
        select about, split_part(about, '/', 1) as kind, split_part(about, '/', 2)::bigint as id
        from unnest(%s::text[]) as about where about ~ '^[a-z-]+/[0-9]+$'
    )
    select told.about, case told.kind
        when 'charge' then 'khoản thu ' || coalesce(nullif(charge.code, ''), charge.reference)
        when 'fee-month' then 'tháng ' || to_char(month.month, 'MM/YYYY')
        when 'deposit' then 'lệnh nộp tiền ' || coalesce(paper.shown_number, told.id::text)
        when 'arrival' then 'tiền đến ' || arrival.key
        when 'shift' then 'ca của ' || cashier.name
        else told.about end
    from told
    left join fees_charge charge on told.kind = 'charge' and charge.id = told.id
    left join fees_monthstatement month on told.kind = 'fee-month' and month.id = told.id
    left join fees_depositorder deposit on told.kind = 'deposit' and deposit.id = told.id
    left join papers_paper paper on paper.id = deposit.paper_id
    left join fees_arrival arrival on told.kind = 'arrival' and arrival.id = told.id
    left join fees_shift shift on told.kind = 'shift' and shift.id = told.id
    left join organisations_officer cashier on cashier.id = shift.cashier_id
"""


def accounts(by: Officer, at: datetime) -> QuerySet[BankAccount]:
    """Every account there is for who keeps them; of a department its own."""
    rows = BankAccount.objects.select_related("owner")
    if policies.may_keep_accounts(by, at):
        return rows
    return rows.filter(owner__in=policies.accounts_for(by, at))


def owners(at: datetime) -> list[Office]:
    """The bodies that have accounts: the Centres and the departments."""
    kinds = (OfficeKind.CENTRE, OfficeKind.DISTRICT_CENTRE, OfficeKind.DEPARTMENT)
    return sorted(offices(local_day(at), *kinds), key=lambda each: (kinds.index(OfficeKind(each.kind)), each.sort_key))


def sides(by: Officer, at: datetime) -> Q:
    """What belongs to the bodies this official answers for: as the Centre that collects, or as the department."""
    mine = policies.accounts_for(by, at)
    return Q(desk__in=mine) | Q(department__in=mine)


def statements(by: Officer, at: datetime) -> QuerySet[MonthStatement]:
    """The months this official is concerned with, on either side; a department sees what was sent to it."""
    mine = policies.accounts_for(by, at)
    rows = MonthStatement.objects.filter(Q(desk__in=mine) | Q(department__in=mine, sent_at__isnull=False))
    return rows.select_related("department", "desk", "paper", "drawn_by", "closed_by", "treasury")


def statement(by: Officer, pk: int, at: datetime) -> MonthStatement:
    """One month; raises `MonthStatement.DoesNotExist`."""
    return statements(by, at).get(pk=pk)


def line(by: Officer, pk: int, at: datetime) -> StatementLine:
    """One line of a month; raises `StatementLine.DoesNotExist`."""
    rows = StatementLine.objects.filter(statement__in=statements(by, at).values("pk"))
    return rows.select_related("statement__department", "statement__desk").get(pk=pk)


def lines_of(statement: MonthStatement) -> QuerySet[StatementLine]:
    """The lines of a month in their order, with how much was said about each."""
    return statement.lines.annotate(said=Count("words")).order_by("number")


def orders(by: Officer, at: datetime) -> QuerySet[DepositOrder]:
    """The deposit orders of this official's side."""
    return DepositOrder.objects.filter(sides(by, at)).select_related("department", "desk", "account", "paper")


def order(by: Officer, pk: int, at: datetime) -> DepositOrder:
    """One order; raises `DepositOrder.DoesNotExist`."""
    return orders(by, at).get(pk=pk)


def not_deposited(by: Officer, at: datetime) -> list[dict[str, Any]]:
    """By department: what was collected and has not gone to its account; cash in open shifts stands by itself."""
    mine = policies.accounts_for(by, at)
    rows = deposit_acts.waiting().filter(Q(charge__desk__in=mine) | Q(charge__department__in=mine))
    in_hand = Q(method=Method.CASH, shift__closed_at__isnull=True)
    sums: Any = rows.order_by("charge__department__sort_key").values("charge__department", "charge__department__name")
    return list(
        sums.annotate(
            held=Sum("amount", filter=in_hand, default=0),
            cash=Sum("amount", filter=Q(method=Method.CASH) & ~in_hand, default=0),
            collected=Sum("amount", filter=~Q(method=Method.CASH), default=0),
        )
    )


def shares(by: Officer, at: datetime) -> QuerySet[RetainedShare]:
    """The shares proposed and decided that concern this official's side."""
    mine = policies.accounts_for(by, at)
    rows = RetainedShare.objects.filter(Q(centre__in=mine) | Q(department__in=mine))
    return rows.select_related("department", "centre", "department_by", "centre_by", "report")


def share(by: Officer, pk: int, at: datetime) -> RetainedShare:
    """One of them; raises `RetainedShare.DoesNotExist`."""
    return shares(by, at).get(pk=pk)


def centre_of(by: Officer, at: datetime) -> Office:
    """The Centre whose books this official keeps; raises `Office.DoesNotExist`."""
    return Office.objects.filter(pk__in=policies.centres_of(by, at)).order_by("pk")[:1].get()


def entries(by: Officer, at: datetime) -> QuerySet[Posting]:
    """The journal of entries: of all departments for who keeps the Centre's books, else of the own."""
    rows = Posting.objects.select_related("movement", "department")
    return rows if policies.centres_of(by, at) else rows.filter(department__in=policies.accounts_for(by, at))


def matters(postings: Iterable[Posting]) -> dict[str, str]:
    """What the movements of these entries are of, in words: the dossier, the month, the order, the shift."""
    streams = sorted({each.movement.about for each in postings})
    return dict(send(_MATTERS, [streams]))


def balances(by: Officer, at: datetime) -> list[tuple[Book, int]]:
    """The trial balance: each account of the books with its sum, in the order of the books."""
    sums = dict(entries(by, at).order_by().values_list("book").annotate(sum=Sum("amount")))
    return [(book, sums.get(book.value, 0)) for book in Book]


def movements_between(by: Officer, begin: date, end: date, at: datetime) -> QuerySet[Posting]:
    """The entries from a day to before a day, in the order they were made: what a settlement is made from (5.3.d)."""
    rows = entries(by, at).filter(movement__at__date__gte=begin, movement__at__date__lt=end)
    return rows.order_by("movement_id", "id")


def centres(by: Officer, at: datetime) -> frozenset[int]:
    """The Centres whose books this official keeps; none for a department's side."""
    return policies.centres_of(by, at)


def the_centre(at: datetime) -> Office:
    """The province's Centre; raises `Office.DoesNotExist`."""
    return centre(local_day(at))


def departments(at: datetime) -> list[Office]:
    """The bodies whose money is collected, by name."""
    return list(offices(local_day(at), OfficeKind.DEPARTMENT))


def departments_of(by: Officer, at: datetime) -> list[Office]:
    """The departments for which this official may propose: all at the Centre, else the own."""
    mine = policies.accounts_for(by, at)
    found = departments(at)
    return found if the_centre(at).pk in mine else [each for each in found if each.pk in mine]


def fees_to_share(by: Officer, at: datetime) -> dict[Office, list[str]]:
    """The posted fees of which this official may propose what is kept, by department (4.5.c)."""
    bodies = {each.pk: each for each in departments_of(by, at)}
    found: dict[Office, list[str]] = {each: [] for each in bodies.values()}
    for owner, name in fees_posted(bodies, local_day(at)):
        found[bodies[owner]].append(name)
    return {body: names for body, names in found.items() if names}


def story(statement: MonthStatement) -> list[Entry]:
    """What happened to a month that was already obtained."""
    return list(Entry.objects.filter(stream=statement.stream).order_by("number"))


def undrawn(by: Officer, at: datetime) -> list[tuple[Office, Office, date]]:
    """The departments of which last month could not be drawn up yet, as a drawer of it is still open."""
    mine, this = policies.centres_of(by, at), local_day(at).replace(day=1)
    begin, _ = reading.bounds(this)
    if not Shift.objects.filter(desk__in=mine, opened_at__lt=begin, closed_at=None).exists():
        return []
    last = (this - timedelta(days=1)).replace(day=1)
    return [(body, desk, last) for body, desk in watching.without_statement(last) if desk.pk in mine]


def works_of(statement: MonthStatement) -> list[MonthWork]:
    """What a job still does for a month, with how far it is."""
    return list(statement.works.filter(finished_at=None).defer("found").order_by("id"))


def copy_lists(statement: MonthStatement) -> list[Paper]:
    """The volumes in which the copies 3 of a month are listed, the first one first."""
    return copies.lists_of(statement)


def copy_list(by: Officer, pk: int, paper: int, at: datetime) -> Paper:
    """One of them; raises `MonthStatement.DoesNotExist` or `Paper.DoesNotExist`."""
    one = statement(by, pk, at)
    return Paper.objects.get(pk=paper, about=one.stream, form_code="copies_list")


def words_of(line: StatementLine) -> list[LineWord]:
    """What both sides said about a line, the oldest first."""
    return list(line.words.select_related("by").order_by("id"))


def corrections_of(line: StatementLine) -> list[Correction]:
    """What was corrected of a line, also after its month was closed."""
    return list(line.corrections.select_related("by").order_by("id"))


def receipts_of(line: StatementLine) -> QuerySet[Receipt]:
    """The receipts behind a line: torn in its month for this fee or charge, void ones too."""
    named = PaymentPart.objects.filter(payment=OuterRef("payment"), name=line.name, kind=line.kind)
    return copies_of(line.statement).filter(Exists(named))


def copies_of(statement: MonthStatement) -> QuerySet[Receipt]:
    """Every receipt whose copy 3 goes to the department with this month."""
    begin, end = reading.bounds(statement.month)
    return reading.copies(statement.department_id, statement.desk_id, begin, end)


def settled_lines(by: Officer, begin: date, end: date, at: datetime) -> QuerySet[StatementLine]:
    """The lines of the months from one to before another that were sent, in order: for a settlement (5.3.d)."""
    months = statements(by, at).filter(month__gte=begin, month__lt=end, sent_at__isnull=False)
    rows = StatementLine.objects.filter(statement__in=months.values("pk")).select_related("statement__department")
    return rows.order_by("statement__month", "statement__department__sort_key", "number")


def by_month(by: Officer, at: datetime) -> list[dict[str, Any]]:
    """The last twelve months with what was collected in each way, the oldest first."""
    rows: Any = _collected(by, at).values("statement__month").annotate(**_WAYS).order_by("-statement__month")[:12]
    return [_with_total(each) | {"month": each["statement__month"]} for each in reversed(rows)]


def by_department(by: Officer, at: datetime) -> list[dict[str, Any]]:
    """What was collected for each department in all months shown, in each way."""
    rows: Any = _collected(by, at).values("statement__department__name").annotate(**_WAYS)
    return [_with_total(each) for each in rows.order_by("statement__department__name")]


_WAYS = {way: Sum(way) for way in ("cash", "transfer", "online")}


def _collected(by: Officer, at: datetime) -> QuerySet[StatementLine]:
    since = local_day(at).replace(day=1, year=local_day(at).year - 1)
    months = statements(by, at).filter(month__gte=since)
    return StatementLine.objects.filter(statement__in=months.values("pk"))


def _with_total(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"total": sum(row[way] for way in _WAYS)}
