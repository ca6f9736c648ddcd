"""What a carrier says of a consignment: heard once, believed in the order in which it happened, kept whatever it is."""

from datetime import datetime, timedelta
from uuid import uuid4

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.text import clean

from . import policies, states
from .carriers import Word
from .consigning import NotNow, locked
from .models import Consignment, Movement
from .terms import Direction, Said

AHEAD = timedelta(hours=1)  # a carrier's clock may be so much before ours


class NotOurs(Refused):
    """A word of the carrier and a consignment that do not belong together."""

    clause = "4.1.e"


@act("4.1.e")
def hear(word: Word, *, carrier: str, by: Signs, at: datetime) -> Movement:
    """Keep a word of the carrier and what follows from it; heard again it changes nothing.

    A number that nobody here knows is kept for people to match. What happened before the last word that counted, or
    lies in the future, is kept without effect.
    """
    one = _by_number(carrier, word.number)
    heard, fresh = Movement.objects.get_or_create(
        carrier=carrier, key=word.key,
        defaults={
            "number": word.number, "consignment": one, "said": word.said, "happened_at": word.at, "came_at": at,
            "place": word.place, "reason": word.reason, "recipient": word.recipient, "collected": word.collected,
        },
    )  # fmt: skip
    if fresh and one is not None:
        _believe(one, heard, at)
        record(hear, about=one, by=by, at=at, **_facts(heard))
    return heard


@act("4.1.e")
def note_word(one: Consignment, *, word: Word, by: Officer, at: datetime) -> Movement:
    """Key in what the postman said: the carrier of a pilot has no system of its own."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    if states.heard(one.state, one.direction, word.said) is None:
        raise NotNow(f"Bưu gửi {one}: “{Said(word.said).label}” không ghi được lúc này.")
    if word.at > at or (one.heard_at is not None and word.at < one.heard_at) or word.at < one.ordered_at:
        raise NotNow("Thời điểm phải sau tin trước và không ở tương lai.")
    heard = Movement.objects.create(
        carrier=one.carrier, key=word.key or str(uuid4()), number=one.number, consignment=one, said=word.said,
        happened_at=word.at, came_at=at, place=clean(word.place), reason=clean(word.reason),
        recipient=clean(word.recipient), collected=word.collected,
    )  # fmt: skip
    _believe(one, heard, at)
    record(note_word, about=one, by=by, at=at, **_facts(heard))
    return heard


@act("4.1.e")
def match_word(heard: Movement, *, one: Consignment, by: Officer, at: datetime) -> Movement:
    """Say to which consignment a word under a strange number belongs."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    heard = _strange(heard)
    if heard.carrier != one.carrier:
        raise NotOurs("Tin này của bưu chính khác.")
    heard.consignment = one
    change(heard, "consignment")
    _believe(one, heard, at)
    record(match_word, about=one, by=by, at=at, **_facts(heard), strange=heard.number)
    return heard


@act("4.1.e")
def drop_word(heard: Movement, *, why: str, by: Officer, at: datetime) -> Movement:
    """Lay aside a word that is about nothing of ours, with the reason."""
    require(policies.may_match(by, at))
    heard = _strange(heard)
    heard.dropped_why = clean(why)[:300]
    if not heard.dropped_why:
        raise Refused("Phải ghi vì sao bỏ tin này.", "4.1.e")
    change(heard, "dropped_why")
    record(drop_word, about=heard, by=by, at=at, number=heard.number, said=heard.said, why=heard.dropped_why)
    return heard


def _by_number(carrier: str, number: str) -> Consignment | None:
    return Consignment.objects.select_for_update().filter(carrier=carrier, number=number).first()


def _strange(heard: Movement) -> Movement:
    heard = Movement.objects.select_for_update().get(pk=heard.pk)
    if heard.consignment_id is not None or heard.dropped_why:
        raise NotOurs("Tin này đã được xử lý.")
    return heard


def _believe(one: Consignment, heard: Movement, at: datetime) -> None:
    """Let a word have its effect, if it comes after what is known and leads anywhere from here."""
    if heard.happened_at > at + AHEAD or (one.heard_at is not None and heard.happened_at < one.heard_at):
        return
    to = states.heard(one.state, one.direction, heard.said)
    paid = heard.said == Said.HANDED_OUT and heard.collected is not None and one.direction == Direction.RETURN
    if to is None and heard.said not in (Said.TAKEN, Said.MOVED):
        return
    one.heard_at = heard.happened_at
    if to is not None:
        one.state, one.state_at = to, at
    if paid:
        one.collected = heard.collected
    change(one, "state", "state_at", "heard_at", "collected")
    heard.counted = True
    change(heard, "counted")


def _facts(heard: Movement) -> dict[str, object]:
    facts = {"said": heard.said, "happened_at": heard.happened_at, "counted": heard.counted, "place": heard.place}
    return facts | {"reason": heard.reason, "collected": heard.collected, "number": heard.number}
