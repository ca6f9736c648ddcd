"""Money that goes out, or out of the books: one person asks with a reason, another decides (4.5.a, 3.2)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import books, electronic_receipts, giving_back, ledger, parts, policies, telling
from .charging import NotOpen, lessen, locked
from .models import Arrival, Charge, Payment, Proposal, Receipt
from .shifts import open_shift_of
from .terms import Asked, Book, ChargeState, Method, MovementKind


class NothingToGive(Refused):
    """More than was paid, a receipt that is void already, a bill that is not in the state for it."""

    clause = "4.5.a"


class NoDocument(Refused):
    """Money that goes back through a bank without the number and the day of the transfer."""

    clause = "4.5.a"


@dataclass(frozen=True)
class Document:
    """The transfer by which money went back: the number the bank gave, its day, and the advice where it was scanned."""

    number: str
    on: date
    file: Upload | None = None


@act("4.5.a", "3.2")
def propose_reduction(charge: Charge, *, amount: int, reason: str, by: Officer, at: datetime) -> Proposal:
    """Ask that less be paid; decided by somebody else."""
    charge = locked(charge)
    require(policies.may_ask(by, charge.desk_id, charge.department_id, at))
    if not 0 < amount <= charge.open:
        raise NothingToGive("Chỉ giảm được đến số còn phải nộp.")
    proposal = _proposed(Proposal(kind=Asked.REDUCE, charge=charge, amount=amount, reason=reason, by=by, at=at))
    record(propose_reduction, about=charge, by=by, at=at, amount=amount, reason=proposal.reason)
    return proposal


@act("4.5.a", "3.2")
def propose_cancelling(charge: Charge, *, reason: str, by: Officer, at: datetime) -> Proposal:
    """Ask that a bill nobody has paid on be cancelled."""
    charge = locked(charge)
    require(policies.may_ask(by, charge.desk_id, charge.department_id, at))
    if charge.paid or charge.state == ChargeState.CANCELLED:
        raise NothingToGive("Khoản thu đã có tiền nộp hoặc đã hủy: chỉ hoàn trả, không hủy.")
    proposal = _proposed(Proposal(kind=Asked.CANCEL, charge=charge, amount=charge.due, reason=reason, by=by, at=at))
    record(propose_cancelling, about=charge, by=by, at=at, amount=charge.due, reason=proposal.reason)
    return proposal


@act("4.5.a", "3.2")
def propose_refund(payment: Payment, *, amount: int, reason: str, by: Officer, at: datetime) -> Proposal:
    """Ask that money go back to who paid it, the same way it came."""
    charge = locked(payment.charge)
    require(policies.may_collect(by, charge.desk_id, at))
    if payment.amount < 0 or not 0 < amount <= payment.amount - _given_back(payment):
        raise NothingToGive("Chỉ hoàn trả được đến số đã nộp và chưa hoàn trả.")
    asked = Proposal(kind=Asked.REFUND, charge=charge, payment=payment, amount=amount, reason=reason, by=by, at=at)
    proposal = _proposed(asked)
    record(propose_refund, about=charge, by=by, at=at, amount=amount, reason=proposal.reason)
    return proposal


@act("4.5.a", "3.2")
def propose_void(receipt: Receipt, *, reason: str, by: Officer, at: datetime) -> Proposal:
    """Ask that a receipt be made void because it says something wrong; another takes its place at once."""
    charge = locked(receipt.payment.charge)
    require(policies.may_collect(by, charge.desk_id, at))
    if receipt.voided_at is not None:
        raise NothingToGive("Biên lai này đã được xóa bỏ.")
    proposal = _proposed(Proposal(kind=Asked.VOID, charge=charge, receipt=receipt, reason=reason, by=by, at=at))
    record(propose_void, about=charge, by=by, at=at, receipt=receipt.number, reason=proposal.reason)
    return proposal


@act("4.5.a", "3.2")
def agree_to_money_out(proposal: Proposal, *, document: Document | None = None, by: Officer, at: datetime) -> Proposal:
    """Decide for it: what was asked happens now, in the names of both; a bank's transfer with its document."""
    proposal = _waiting(proposal, by, at)
    if proposal.goes_by_transfer:
        _is_documented(proposal, document, at)
    CARRIED_OUT[Asked(proposal.kind)](proposal, by, at)
    if proposal.goes_by_transfer and document is not None:
        _keep_document(proposal, document, by, at)
    _decided(proposal, True, "", by, at)
    facts: dict[str, object] = {"kind": proposal.kind, "amount": proposal.amount, "asked_by": proposal.by.code}
    if proposal.goes_by_transfer and document is not None:
        facts |= {"document": clean(document.number), "document_on": document.on}
    line = record(agree_to_money_out, about=proposal.charge, by=by, at=at, **facts)
    if proposal.kind == Asked.REFUND:
        telling.given_back(proposal.charge, proposal.amount, f"{proposal.charge.stream}#{line}", at)
    return proposal


@act("4.5.a", "3.2")
def decline_money_out(proposal: Proposal, *, reason: str, by: Officer, at: datetime) -> Proposal:
    """Decide against it, with the reason; nothing changes."""
    proposal = _waiting(proposal, by, at)
    if not clean(reason):
        raise Refused("Phải ghi lý do không đồng ý.", "3.2")
    _decided(proposal, False, clean(reason), by, at)
    record(decline_money_out, about=proposal.charge, by=by, at=at, kind=proposal.kind, reason=proposal.answer)
    return proposal


def _reduce(proposal: Proposal, by: Officer, at: datetime) -> None:
    charge = locked(proposal.charge)
    if proposal.amount > charge.open:
        raise NothingToGive("Khoản thu đã được nộp hoặc đã giảm từ khi đề nghị: chỉ giảm được đến số còn phải nộp.")
    lessen(charge, proposal.amount, reason=proposal.reason, asked_by=proposal.by, second=by, at=at)


def _cancel(proposal: Proposal, by: Officer, at: datetime) -> None:
    charge = locked(proposal.charge)
    if charge.paid:
        raise NothingToGive("Khoản thu đã có tiền nộp: chỉ hoàn trả, không hủy.")
    lessen(charge, charge.due, reason=proposal.reason, asked_by=proposal.by, second=by, at=at)
    charge.state = ChargeState.CANCELLED
    change(charge, "state")


def _refund(proposal: Proposal, by: Officer, at: datetime) -> None:
    """The claim falls with the money: the bill asks for less, and what was paid is less."""
    paid, charge = proposal.payment, locked(proposal.charge)
    if paid is None or proposal.amount > paid.amount - _given_back(paid):
        raise NothingToGive("Số tiền này đã được hoàn trả.")
    shift = open_shift_of(proposal.by, charge.desk_id) if paid.method == Method.CASH else None
    back = Payment(charge=charge, method=paid.method, amount=-proposal.amount, shift=shift, gives_back=paid,
                   direct=paid.direct, reason=proposal.reason, by=proposal.by, second=by, at=at)  # fmt: skip
    add([back])
    if (arrival := Arrival.objects.filter(payment=paid).first()) is not None:
        giving_back.leave_word(arrival, proposal.amount, at, payment=back)
    charge.paid -= proposal.amount
    change(charge, "paid")
    lines = [ledger.Line(back.place, -proposal.amount, shift=back.shift_id), ledger.Line(Book.OWED, proposal.amount)]
    ledger.enter(MovementKind.REFUNDED, lines, about=charge.stream, department=charge.department_id, by=by, at=at)
    less = lessen(charge, proposal.amount, reason=proposal.reason, asked_by=proposal.by, second=by, at=at)
    parts.keep(back, less)


def _is_documented(proposal: Proposal, document: Document | None, at: datetime) -> None:
    """The money left the bank between the payment and today, and its number says which transfer it was."""
    if document is None or not clean(document.number):
        raise NoDocument("Hoàn trả bằng chuyển khoản phải ghi số và ngày chứng từ chuyển tiền.")
    paid_on = local_day(proposal.payment.at) if proposal.payment else document.on
    if not paid_on <= document.on <= local_day(at):
        raise NoDocument("Ngày chứng từ phải từ ngày nộp tiền đến hôm nay.")
    same = Payment.objects.filter(amount__lt=0, method=Method.TRANSFER, document=clean(document.number))
    if same.exists():
        raise NoDocument(f"Chứng từ {clean(document.number)} đã được ghi cho một lần hoàn trả khác.")


def _keep_document(proposal: Proposal, document: Document, by: Officer, at: datetime) -> None:
    back = Payment.objects.filter(gives_back=proposal.payment).latest("pk")
    back.document, back.document_on = clean(document.number)[:80], document.on
    if document.file is not None:
        back.document_file = scans.take_in(document.file, about=proposal.charge.stream, by=by, at=at)
    change(back, "document", "document_on", "document_file")


def _void(proposal: Proposal, by: Officer, at: datetime) -> None:
    """The number stays in the book, marked; the payment gets the next one."""
    receipt = (
        Receipt.objects.select_for_update(of=("self",))
        .select_related("payment__charge")
        .get(payment__charge=proposal.charge, pk=proposal.receipt_id or 0)
    )
    if receipt.voided_at is not None:
        raise NothingToGive("Biên lai này đã được xóa bỏ.")
    receipt.voided_at, receipt.voided_by, receipt.void_second = at, proposal.by, by
    receipt.void_reason = proposal.reason
    change(receipt, "voided_at", "voided_by", "void_second", "void_reason")
    electronic_receipts.leave_word_of_void(receipt, at)
    books.tear_off(receipt.payment, proposal.charge, replaces=str(receipt), by=proposal.by, at=at)


CARRIED_OUT = {Asked.REDUCE: _reduce, Asked.CANCEL: _cancel, Asked.REFUND: _refund, Asked.VOID: _void}


def _proposed(proposal: Proposal) -> Proposal:
    proposal.reason = clean(proposal.reason)
    if not proposal.reason:
        raise Refused("Phải ghi lý do.", "4.5.a")
    try:
        with transaction.atomic():
            add([proposal])
    except IntegrityError:
        raise NotOpen("Đã có một đề nghị như thế đang chờ quyết định.") from None
    return proposal


def _waiting(proposal: Proposal, by: Officer, at: datetime) -> Proposal:
    locked(proposal.charge)
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("charge", "by", "payment")
    proposal = rows.get(pk=proposal.pk)
    require(policies.may_decide(by, proposal, at))
    if proposal.decided_at is not None:
        raise NotOpen("Đề nghị này đã được quyết định.")
    return proposal


def _decided(proposal: Proposal, agreed: bool, answer: str, by: Officer, at: datetime) -> None:
    proposal.agreed, proposal.answer, proposal.decided_by, proposal.decided_at = agreed, answer, by, at
    change(proposal, "agreed", "answer", "decided_by", "decided_at")


def _given_back(payment: Payment) -> int:
    """What of it went back already."""
    return -sum(payment.refunds.values_list("amount", flat=True))
