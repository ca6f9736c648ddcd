"""Money that two persons decided to give back, carried by the gateway through which it came (4.5.a).

The decision leaves word of it; a job asks the gateway outside every transaction, under one key at every try.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from motcua.domain.journal.acts import act, is_inside
from motcua.domain.journal.recording import Signs, record
from motcua.domain.journal.system import System
from motcua.domain.statements import add, change, send
from motcua.domain.vietnamese.text import clean

from . import gateways
from .gateways import Outcome
from .models import Arrival, GatewayRefund, Payment
from .terms import RefundState, Source

Clock = Callable[[], datetime]
RUN, CLAIMED_FOR, IN_VAIN = timedelta(seconds=50), timedelta(minutes=5), 3
PAUSES = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 240, 720))

_CLAIM = """
    update fees_gatewayrefund set tries = tries + 1, next_at = %(until)s
    where id = (
        select id from fees_gatewayrefund where state = 'waiting' and next_at <= %(at)s order by next_at, id limit 1
        for update skip locked
    )
    returning id
"""


def leave_word(arrival: Arrival, amount: int, at: datetime, *, payment: Payment | None = None) -> None:
    """Where money came through a gateway, it goes back through it; any other money people carry themselves."""
    if arrival.source != Source.GATEWAY:
        return
    gateway, _, transaction = arrival.key.partition("/")
    add([
        GatewayRefund(gateway=gateway, transaction=transaction, amount=amount, payment=payment, charge=arrival.charge,
                      next_at=at, asked_at=at)
    ])  # fmt: skip


def send_refunds(now: Clock) -> int:
    """Have given back what two persons decided to; gives how many were. Never inside a transaction."""
    if is_inside():
        raise RuntimeError("no gateway is asked inside an act")
    begun, done, in_vain = now(), 0, 0
    while in_vain < IN_VAIN and now() - begun < RUN and (refund := _claim(now())) is not None:
        answer = gateways.GATEWAYS[refund.gateway].refund(refund, now())
        note_refund(refund, outcome=answer.outcome, said=answer.said, by=System(), at=now())
        done += answer.outcome == Outcome.DONE
        in_vain = in_vain + 1 if answer.outcome == Outcome.FAILED else 0
    return done


@act("4.5.a")
def note_refund(refund: GatewayRefund, *, outcome: str, said: str, by: Signs, at: datetime) -> GatewayRefund:
    """Write down what the gateway answered: done once, tried again after a pause, or left to people."""
    refund = GatewayRefund.objects.select_for_update(of=("self",)).get(pk=refund.pk)
    if refund.state != RefundState.WAITING:
        return refund
    refund.said = clean(said)[:300]
    if outcome == Outcome.DONE:
        refund.state, refund.next_at, refund.done_at = RefundState.DONE, None, at
    elif outcome == Outcome.REFUSED or refund.tries > len(PAUSES):
        refund.state, refund.next_at = RefundState.REFUSED, None
    else:
        refund.next_at = at + PAUSES[max(0, refund.tries - 1)]
    change(refund, "state", "next_at", "done_at", "said")
    if refund.state != RefundState.WAITING:
        record(note_refund, about=refund, by=by, at=at, amount=refund.amount, state=refund.state, said=refund.said)
    return refund


def _claim(at: datetime) -> GatewayRefund | None:
    found = send(_CLAIM, {"at": at, "until": at + CLAIMED_FOR})
    return GatewayRefund.objects.get(pk=found[0][0]) if found else None
