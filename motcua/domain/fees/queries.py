"""What the cash desk reads; who may not see it finds nothing."""

from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import offices
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.models import Paper
from motcua.domain.papers.queries import papers_of
from motcua.domain.vietnamese.dates import local_day

from . import policies
from .models import Charge, ElectronicReceipt, LostCopy, Payment, Proposal, Receipt, ReceiptBook, Shift
from .terms import ChargeState, Method

AT_DESK = (Role.CASHIER, Role.ACCOUNTANT)


def waiting(by: Officer, at: datetime) -> QuerySet[Charge]:
    """What is to be paid at the desks of this official."""
    desks = by.places_with(at, *AT_DESK)
    return Charge.objects.filter(desk__in=desks, state=ChargeState.WAITING).select_related("department")


def charge(by: Officer, pk: int, at: datetime) -> Charge:
    """One bill; raises `Charge.DoesNotExist`."""
    found = Charge.objects.select_related("department", "desk").get(pk=pk)
    if not policies.may_see(by, found, at):
        raise Charge.DoesNotExist
    return found


def charges_called(by: Officer, words: str, at: datetime) -> list[Charge]:
    """The bills of a dossier, or the one with this reference, at the desks of this official."""
    words = words.strip().upper()
    named = Q(code=words) | Q(reference=words)
    return list(Charge.objects.filter(named, desk__in=by.places_with(at, *AT_DESK)).order_by("-id")[:20])


def receipts_of(charge: Charge) -> list[Receipt]:
    """Every receipt of a bill, void ones too, in the order of their numbers."""
    rows = Receipt.objects.filter(payment__charge=charge).select_related("book", "paper", "voided_by", "void_second")
    lost = Prefetch("lost", LostCopy.objects.select_related("by").order_by("copy"))
    return list(rows.prefetch_related(lost).order_by("id"))


def notices_of(charge: Charge) -> list[Paper]:
    """The notices to pay that were given for a bill, the first one first."""
    return list(papers_of(charge.stream).filter(form_code="fee_notice"))


def notice(by: Officer, pk: int, paper: int, at: datetime) -> Paper:
    """One of them; raises `Charge.DoesNotExist` or `Paper.DoesNotExist`."""
    return papers_of(charge(by, pk, at).stream).get(pk=paper, form_code="fee_notice")


def receipt(by: Officer, pk: int, at: datetime) -> Receipt:
    """One receipt; raises `Receipt.DoesNotExist`."""
    found = Receipt.objects.select_related("payment__charge", "paper", "book").get(pk=pk)
    if not policies.may_see(by, found.payment.charge, at):
        raise Receipt.DoesNotExist
    return found


def shift_of(by: Officer) -> Shift | None:
    """The shift that this cashier has not closed."""
    return Shift.objects.filter(cashier=by, closed_at=None).select_related("desk").first()


def shifts(by: Officer, at: datetime) -> QuerySet[Shift]:
    """The shifts of the desks whose books one keeps or leads; a cashier sees the own ones."""
    desks = by.places_with(at, Role.ACCOUNTANT) | by.bodies_with(at, Role.HEAD)
    return Shift.objects.filter(Q(desk__in=desks) | Q(cashier=by)).select_related("desk", "cashier", "closed_by")


def proposals(by: Officer, at: datetime) -> QuerySet[Proposal]:
    """What waits for a decision about money at the desks of this official."""
    desks = by.places_with(at, *AT_DESK) | by.bodies_with(at, Role.HEAD)
    rows = Proposal.objects.filter(charge__desk__in=desks, decided_at=None)
    return rows.select_related("charge__department", "by", "receipt__book", "payment")


def refund(by: Officer, pk: int, at: datetime) -> Payment:
    """Money that was given back on a bill this official may see; raises `Payment.DoesNotExist`."""
    one = Payment.objects.select_related("charge", "document_file").get(pk=pk, amount__lt=0)
    if not policies.may_see(by, one.charge, at):
        raise Payment.DoesNotExist
    return one


def refunds_by_transfer(charge: Charge) -> list[Payment]:
    """What went back on a bill through a bank, with its documents."""
    rows = charge.payments.filter(amount__lt=0, method=Method.TRANSFER, document_on__isnull=False)
    return list(rows.order_by("id"))


def books(by: Officer, at: datetime) -> QuerySet[ReceiptBook]:
    """The books of receipts at the desks of this official, the open ones first."""
    rows = ReceiptBook.objects.filter(desk__in=by.places_with(at, *AT_DESK))
    return rows.select_related("department", "desk")


def given_up_receipts(by: Officer, at: datetime) -> QuerySet[ElectronicReceipt]:
    """Electronic receipts that the provider did not issue and is asked for no more, at the desks of an accountant."""
    rows = ElectronicReceipt.objects.filter(next_at=None, receipt__book__desk__in=by.places_with(at, Role.ACCOUNTANT))
    rows = rows.exclude(errand="")
    return rows.select_related("receipt__book__department", "receipt__payment__charge")


def shift(by: Officer, pk: int, at: datetime) -> Shift:
    """One shift; raises `Shift.DoesNotExist`."""
    return shifts(by, at).get(pk=pk)


def proposal(by: Officer, pk: str, at: datetime) -> Proposal:
    """One proposal that waits; raises `Proposal.DoesNotExist`."""
    if not (pk.isdecimal() and len(pk) < 19):
        raise Proposal.DoesNotExist
    return proposals(by, at).get(pk=int(pk))


def proposals_of(charge: Charge) -> list[Proposal]:
    """What waits for a decision about one bill."""
    rows = Proposal.objects.filter(charge=charge, decided_at=None).select_related("by", "receipt")
    return list(rows.order_by("id"))


def desk_of(by: Officer, at: datetime) -> Office:
    """Where this official takes money or keeps the books; raises `Office.DoesNotExist`."""
    return Office.objects.filter(pk__in=by.places_with(at, *AT_DESK)).order_by("pk")[:1].get()


def departments(at: datetime) -> list[Office]:
    """The bodies whose money is collected, by name."""
    return list(offices(local_day(at), OfficeKind.DEPARTMENT).order_by("name"))
