"""Sending what acts left to be said: claimed by one worker, tried outside every transaction, its outcome written down.

A worker that falls in the middle leaves a message claimed; when the claim has run out another one takes it up, under
the same key. What "once" can mean then is said in docs/decisions/0017.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Q

from motcua.domain.journal.acts import is_inside
from motcua.domain.statements import send as ask
from motcua.domain.vietnamese.dates import local_day

from . import channels, fallback, texts
from .channels import Answer, Channel, Outgoing
from .channels.answers import answer
from .manners import CLAIMED_FOR, MANNERS, is_quiet, pause_after
from .models import Attempt, Contact, Message
from .terms import UNDER_WAY, Outcome, State, Way

RUN = timedelta(seconds=50)  # a run begins nothing new after so long: the next one follows within the minute
IN_VAIN = 3  # after so many failures one behind the other a way rests until the next run

_CLAIM = """
    update outbox_message set state = 'sending', tries = tries + 1, next_at = %(until)s
    where id = (
        select id from outbox_message
        where way = %(way)s and state in ('waiting', 'sending') and next_at <= %(at)s and kind = any (%(kinds)s::text[])
        order by next_at, id limit 1
        for update skip locked
    )
    returning id
"""
Clock = Callable[[], datetime]


class Claim(NamedTuple):
    """A message in the hands of this worker, and the number of its try: whoever comes later has a higher one."""

    message: Message
    attempt: Attempt


@dataclass
class Run:
    """What one run did."""

    sent: int = 0
    in_vain: int = 0
    outdated: int = 0
    _last: dict[Way, int] = field(default_factory=dict)

    def count(self, way: Way, outcome: Outcome) -> None:
        """Count a try, and how many failed one behind the other by this way."""
        good = outcome in (Outcome.SENT, Outcome.REFUSED)  # who refuses has answered
        self.sent += outcome == Outcome.SENT
        self.in_vain += outcome != Outcome.SENT
        self._last[way] = 0 if good else self._last.get(way, 0) + 1

    def rests(self, way: Way) -> bool:
        """Whether this way is left alone until the next run."""
        return self._last.get(way, 0) >= IN_VAIN


def send_due(now: Clock, *, by: Mapping[Way, Channel] = channels.CHANNELS) -> Run:
    """Send what is due, way by way, until nothing is left or the time of a run is over. Never inside a transaction."""
    if is_inside():
        raise RuntimeError("nothing is sent inside an act")
    begun, done = now(), Run(outdated=_leave_outdated(now()))
    for way, channel in by.items():
        while not done.rests(way) and now() - begun < RUN and (claim := _claim(way, channel, now())) is not None:
            done.count(way, _try(claim, channel, now))
    return done


def _claim(way: Way, channel: Channel, at: datetime) -> Claim | None:
    """The next message of a way, its try begun; what its owner does not want any more is laid aside on the way."""
    quiet = MANNERS[way].quiet and is_quiet(at)
    kinds = [name for name, kind in texts.KINDS.items() if (kind.urgent or not quiet) and not channel.missing(name)]
    given = {"way": way.value, "at": at, "until": at + CLAIMED_FOR, "kinds": kinds}
    while kinds:
        with transaction.atomic():
            found = ask(_CLAIM, given)
            if not found:
                return None
            message = Message.objects.get(pk=found[0][0])
            Attempt.objects.filter(message=message, outcome="").update(
                outcome=Outcome.UNKNOWN, ended_at=at, said="Chương trình gửi dừng giữa chừng"
            )
            if _is_wanted(message):
                return Claim(message, Attempt.objects.create(message=message, number=message.tries, begun_at=at))
            Message.objects.filter(pk=message.pk).update(
                state=State.NOT_WANTED, tries=F("tries") - 1, why="Người nhận đã rút đồng ý hoặc chọn kênh khác"
            )
    return None


def _is_wanted(message: Message) -> bool:
    """Asked again when it goes out: a night may lie between, in which somebody withdrew what they had agreed to."""
    if (kind := texts.KINDS.get(message.kind)) and kind.asked:
        return True
    contact = Contact.objects.filter(address=message.address).first()
    return contact.wants(message.way) if contact else not MANNERS[Way(message.way)].consent


def _try(claim: Claim, channel: Channel, now: Clock) -> Outcome:
    message, fallen = claim.message, Outcome.FAILED
    try:
        text = texts.filled(message.kind, Way(message.way), message.facts, on=local_day(message.told_at))
        fallen = Outcome.UNKNOWN
        said = channel.send(Outgoing(message.key, message.address, text, message.about, message.replies_to))
    except Exception as fault:  # a fault of ours must not stop the others, and is told like any other
        said = answer(fallen, f"Lỗi của chương trình: {type(fault).__name__}")
    _write_down(claim, said, now())
    return said.outcome


def _write_down(claim: Claim, said: Answer, at: datetime) -> None:
    """Keep what came of a try. Where a report was quicker, or another worker took over, its word stands."""
    message, attempt = claim
    with transaction.atomic():
        Attempt.objects.filter(pk=attempt.pk).update(outcome=said.outcome, said=said.said, ended_at=at)
        mine = Message.objects.filter(pk=message.pk, state=State.SENDING, tries=attempt.number)
        if said.outcome == Outcome.SENT:
            mine.update(state=State.SENT, sent_at=at, provider_id=said.provider_id, why="")
            return
        pause = None if said.outcome == Outcome.REFUSED else pause_after(message.tries - message.tried_before)
        why = said.said or Outcome(said.outcome).label
        if pause is not None:
            mine.update(state=State.WAITING, next_at=at + pause, why=why)
        elif mine.update(state=State.GIVEN_UP, why=why) and said.outcome != Outcome.UNKNOWN:
            fallback.tell_otherwise(message, at)


def _leave_outdated(at: datetime) -> int:
    """Leave what nobody need be told any more; a report that it arrived all the same is still believed."""
    left = 0
    by_hours = sorted(texts.KINDS.values(), key=lambda kind: kind.useful_hours)
    for hours, kinds in groupby(by_hours, key=lambda kind: kind.useful_hours):
        old = Q(kind__in=[each.name for each in kinds], told_at__lt=at - timedelta(hours=hours))
        rows = Message.objects.filter(old, state=State.WAITING, way__in=list(channels.CHANNELS))
        left += rows.update(state=State.OUTDATED)
    return left


def under_way(at: datetime, since: timedelta) -> int:
    """How many messages should have gone out by now and have not, for longer than `since`; quiet hours count as due."""
    ready = Q()
    for way, channel in channels.CHANNELS.items():
        kinds = [kind for kind in texts.KINDS if not channel.missing(kind)]
        ready |= Q(way=way, kind__in=kinds)
    return Message.objects.filter(ready, state__in=UNDER_WAY, next_at__lt=at - since).count()
