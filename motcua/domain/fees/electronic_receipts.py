"""Electronic receipts (Nghị định 123/2020): a number, the issue, and where a receipt is made void the cancelling.

The act that gives a receipt leaves word of it; a job asks the provider outside every transaction, step by step under
one key, so that a fall between two steps, or an answer that was lost, never makes a second receipt.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act, is_inside
from motcua.domain.journal.recording import Signs, record
from motcua.domain.journal.system import System
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change, send
from motcua.domain.vietnamese.text import clean

from . import policies, providers
from .gateways.answers import Outcome
from .models import ElectronicReceipt, Receipt
from .providers import Given
from .terms import ReceiptErrand

Clock = Callable[[], datetime]
RUN, CLAIMED_FOR, IN_VAIN = timedelta(seconds=50), timedelta(minutes=5), 3
PAUSES = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 240, 720))

_CLAIM = """
    update fees_electronicreceipt set tries = tries + 1, next_at = %(until)s
    where id = (
        select id from fees_electronicreceipt where next_at <= %(at)s order by next_at, id limit 1
        for update skip locked
    )
    returning id
"""


def leave_word(receipt: Receipt, at: datetime) -> None:
    """A receipt out of an electronic book is to be issued at the provider too."""
    provider = providers.chosen().code
    add([ElectronicReceipt(receipt=receipt, provider=provider, errand=ReceiptErrand.NUMBER, next_at=at)])


def leave_word_of_void(receipt: Receipt, at: datetime) -> None:
    """It is to be cancelled there; while it is still being issued, that comes first and the cancelling follows."""
    issued = ElectronicReceipt.objects.filter(receipt=receipt, issued_at__isnull=False, cancelled_at=None)
    issued.update(errand=ReceiptErrand.CANCEL, next_at=at, tries=0)


def run_receipts(now: Clock) -> int:
    """Ask the provider for what is due; gives how many steps were done. Never inside a transaction."""
    if is_inside():
        raise RuntimeError("no provider is asked inside an act")
    begun, done, in_vain = now(), 0, 0
    while in_vain < IN_VAIN and now() - begun < RUN and (one := _claim(now())) is not None:
        provider = providers.PROVIDERS[one.provider]
        asked = {
            ReceiptErrand.NUMBER: provider.number, ReceiptErrand.ISSUE: provider.issue,
            ReceiptErrand.CANCEL: provider.cancel,
        }  # fmt: skip
        errand = ReceiptErrand(one.errand)
        given = asked[errand](one, now())
        note_electronic_receipt(one, errand=errand, given=given, by=System(), at=now())
        done += given.outcome == Outcome.DONE
        in_vain = in_vain + 1 if given.outcome == Outcome.FAILED else 0
    return done


@act("4.5.a")
def note_electronic_receipt(
    one: ElectronicReceipt, *, errand: ReceiptErrand, given: Given, by: Signs, at: datetime
) -> ElectronicReceipt:
    """Write down what the provider answered: the next step, another try after a pause, or left to people. Once."""
    rows = ElectronicReceipt.objects.select_for_update(of=("self",)).select_related("receipt")
    one = rows.get(pk=one.pk)
    if one.errand != errand or one.next_at is None:
        return one
    if given.outcome == Outcome.DONE and _taken(one, given.value, at):
        record(note_electronic_receipt, about=one, by=by, at=at, state=errand.label, number=one.number)
        return one
    one.said = clean(given.said)[:300] or "nhà cung cấp trả lời một số đã có"
    over = given.outcome == Outcome.REFUSED or one.tries > len(PAUSES)
    one.next_at = None if over else at + PAUSES[max(0, one.tries - 1)]
    change(one, "next_at", "said")
    return one


@act("4.5.a", "4.5.b")
def send_receipt_again(one: ElectronicReceipt, *, by: Officer, at: datetime) -> ElectronicReceipt:
    """Let the program ask the provider once more, after the accountant has seen why it gave up."""
    rows = ElectronicReceipt.objects.select_for_update(of=("self",)).select_related("receipt__book")
    one = rows.get(pk=one.pk)
    require(policies.may_keep_books(by, one.receipt.book.desk_id, at))
    if not one.given_up:
        raise Refused("Biên lai này không chờ gửi lại: đã phát hành hoặc đang được gửi.", "4.5.b")
    one.next_at, one.tries = at, 0
    change(one, "next_at", "tries")
    record(send_receipt_again, about=one, by=by, at=at, errand=one.get_errand_display(), said=one.said)
    return one


def _taken(one: ElectronicReceipt, value: str, at: datetime) -> bool:
    """Carry out what was answered; not where the number was given to another receipt."""
    if one.errand == ReceiptErrand.NUMBER:
        one.number, one.errand, one.next_at = value, ReceiptErrand.ISSUE, at
    elif one.errand == ReceiptErrand.ISSUE:
        void = one.receipt.voided_at is not None
        one.lookup, one.issued_at = value, at
        one.errand, one.next_at = (ReceiptErrand.CANCEL, at) if void else ("", None)
    else:
        one.cancelled_at, one.errand, one.next_at = at, "", None
    one.tries, one.said = 0, ""
    try:
        with transaction.atomic():
            change(one, "number", "lookup", "issued_at", "cancelled_at", "errand", "next_at", "tries", "said")
    except IntegrityError:
        one.refresh_from_db()
        return False
    return True


def _claim(at: datetime) -> ElectronicReceipt | None:
    found = send(_CLAIM, {"at": at, "until": at + CLAIMED_FOR})
    rows = ElectronicReceipt.objects.select_related("receipt__book", "receipt__paper")
    return rows.get(pk=found[0][0]) if found else None
