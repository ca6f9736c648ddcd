"""From the place of collection to the department's account: ordered by day, advised by the bank (4.5.b)."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers import scans
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.deposit_order.facts import DepositOrderFacts
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed
from motcua.domain.papers.models import Paper
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.amount_words import in_words
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import ledger
from . import settling_policies as policies
from .accounts import NoAccount, account_of
from .models import BankAccount, Deposited, DepositOrder, Payment
from .months.reading import bounds_of_day
from .terms import Book, Method, MovementKind


class NothingToDeposit(Refused):
    """No money of closed shifts or of the collecting account is left for this department."""

    clause = "4.5.b"


class NotAdvised(Refused):
    """An advice that can not stand: entered before, incomplete, or of another sum without a reason."""

    clause = "4.5.b"


@act("4.5.b")
def draw_up_deposit(department: Office, desk: Office, *, until_on: date, by: Officer, at: datetime) -> DepositOrder:
    """Order that everything collected for a department up to a day goes to its account; cash of closed shifts only."""
    require(policies.may_keep(by, desk.pk, at))
    account = account_of(department.pk, local_day(at))
    if account is None:
        raise NoAccount("Chưa ghi tài khoản đang dùng của sở, ngành này.")
    BankAccount.objects.select_for_update(no_key=True).get(pk=account.pk)  # two orders follow one another
    payments = _ready(department.pk, desk.pk, until_on)
    if not payments:
        raise NothingToDeposit("Không có tiền nào chờ nộp: tiền mặt chỉ nộp được khi ca thu đã đóng.")
    cash = sum(each.amount for each in payments if each.method == Method.CASH)
    collected = sum(each.amount for each in payments) - cash
    order = DepositOrder.objects.create(
        department=department, desk=desk, account=account, until_on=until_on, cash=cash, collected=collected,
        at=at, by=by,
    )  # fmt: skip
    Deposited.objects.bulk_create([Deposited(order=order, payment=each) for each in payments], batch_size=1000)
    _entered(order, payments, by, at)
    order.paper = _paper(order, len(payments), by, at)
    order.save(update_fields=["paper"])
    facts = {"body": department.name, "until_on": until_on, "amount": order.amount, "paper": order.paper.shown_number}
    record(draw_up_deposit, about=order, by=by, at=at, **facts)
    return order


@act("4.5.b")
def record_bank_advice(
    order: DepositOrder, *, advice: str, advice_on: date, credited: int, reason: str = "", file: Upload | None = None,
    by: Officer, at: datetime,
) -> DepositOrder:  # fmt: skip
    """Enter what the bank credited (giấy báo có); another sum than was ordered needs a reason and stays visible."""
    rows = DepositOrder.objects.select_for_update(of=("self",)).select_related("department", "desk", "paper")
    order = rows.get(pk=order.pk)
    require(policies.may_keep(by, order.desk_id, at))
    if order.advised_at is not None:
        raise NotAdvised("Đã ghi giấy báo có của lệnh nộp tiền này.")
    if not clean(advice) or credited < 0:
        raise NotAdvised("Phải ghi số giấy báo có và số tiền báo có.")
    if not local_day(order.at) - timedelta(days=1) <= advice_on <= local_day(at):
        raise NotAdvised("Ngày báo có phải từ ngày lập lệnh đến hôm nay.")
    if credited != order.amount and not clean(reason):
        raise NotAdvised("Số tiền báo có khác số tiền đã nộp: phải ghi lý do chênh lệch.")
    order.advice, order.advice_on, order.credited, order.reason = clean(advice), advice_on, credited, clean(reason)
    order.advised_at, order.advised_by = at, by
    if file is not None:
        order.advice_file = scans.take_in(file, about=order.stream, by=by, at=at)
    try:
        with transaction.atomic():
            order.save()
    except IntegrityError:
        raise NotAdvised(f"Giấy báo có {order.advice} đã được ghi cho một lệnh khác.") from None
    lines = [
        ledger.Line(Book.ON_THE_WAY, -order.amount),
        ledger.Line(Book.DEPOSITED, credited),
        ledger.Line(Book.DIFFERENCE, order.amount - credited, department=order.desk_id),
    ]
    ledger.enter(MovementKind.DEPOSITED, lines, about=order.stream, department=order.department_id, by=by, at=at)
    record(record_bank_advice, about=order, by=by, at=at, advice=order.advice, amount=credited, reason=order.reason)
    return order


def waiting(department: int | None = None, desk: int | None = None) -> QuerySet[Payment]:
    """Payments whose money is not on its department's account yet, those in open shifts too."""
    rows = Payment.objects.filter(deposited=None, direct=False)
    if department is not None:
        rows = rows.filter(charge__department=department)
    return rows if desk is None else rows.filter(charge__desk=desk)


def _ready(department: int, desk: int, until_on: date) -> list[Payment]:
    """What can go now; a way of paying in which more was given back than came in waits until it has come in again."""
    _, end = bounds_of_day(until_on)
    rows = waiting(department, desk).filter(at__lt=end)
    rows = rows.filter(~Q(method=Method.CASH) | Q(shift__closed_at__isnull=False)).order_by("id")
    groups: dict[bool, list[Payment]] = defaultdict(list)
    for each in rows:
        groups[each.method == Method.CASH].append(each)
    return [each for group in groups.values() if sum(one.amount for one in group) > 0 for each in group]


def _entered(order: DepositOrder, payments: list[Payment], by: Officer, at: datetime) -> None:
    shifts: dict[int | None, int] = defaultdict(int)
    for each in payments:
        if each.method == Method.CASH:
            shifts[each.shift_id] += each.amount
    lines = [ledger.Line(Book.DRAWER, -amount, shift=shift) for shift, amount in shifts.items()]
    lines += [ledger.Line(Book.COLLECTED, -order.collected), ledger.Line(Book.ON_THE_WAY, order.amount)]
    ledger.enter(MovementKind.ORDERED, lines, about=order.stream, department=order.department_id, by=by, at=at)


def _paper(order: DepositOrder, payments: int, by: Officer, at: datetime) -> Paper:
    desk, account = office_at_hand(order.desk_id), order.account
    facts = DepositOrderFacts(
        letterhead=headed(desk, local_day(at), hotline=settings.HOTLINE), department=order.department.name,
        holder=account.holder, number=account.number, bank=account.bank, until_on=order.until_on, payments=payments,
        cash=order.cash, collected=order.collected, total=order.amount, in_words=in_words(order.amount),
        maker=Signer(("Người lập",), by.name), leader=Signer(("Lãnh đạo Trung tâm",)),
    )  # fmt: skip
    return issue("deposit_order", facts, office_code=desk.code, about=order.stream, by=by, at=at)


def not_credited() -> QuerySet[DepositOrder]:
    """Orders whose advice is missing, or says another sum."""
    return DepositOrder.objects.filter(Q(advised_at=None) | ~Q(credited=F("cash") + F("collected")))
