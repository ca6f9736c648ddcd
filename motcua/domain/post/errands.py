"""Telling the carrier what acts left to be told: outside every transaction, claimed by one worker, with growing pauses.

A worker that falls in the middle leaves its claim; when it has run out another one tells the carrier the same under
the same key. After the last pause it is given up, and stands in the list until somebody looks at it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import QuerySet

from motcua.domain.journal.acts import is_inside
from motcua.domain.regulation.answers import Refused
from motcua.domain.statements import send

from . import carriers
from .carriers import Answer, Outcome
from .consigning import give_number
from .models import Consignment
from .signs import ByCarrier
from .terms import Errand

RUN = timedelta(seconds=50)  # a run begins nothing new after so long: the next one follows within the minute
CLAIMED_FOR = timedelta(minutes=5)
PAUSES = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 240))
IN_VAIN = 3  # after so many failures one behind the other the carrier rests until the next run
Clock = Callable[[], datetime]

_CLAIM = """
    update post_consignment set errand_tries = errand_tries + 1, errand_at = %(until)s
    where id = (
        select id from post_consignment where errand_at <= %(at)s order by errand_at, id limit 1
        for update skip locked
    )
    returning id
"""


def run_errands(now: Clock) -> int:
    """Tell the carrier what is due; gives how many were told. Never inside a transaction."""
    if is_inside():
        raise RuntimeError("no carrier is asked inside an act")
    begun, told, in_vain = now(), 0, 0
    while in_vain < IN_VAIN and now() - begun < RUN and (one := _claim(now())) is not None:
        answer = _tell(one, now())
        _write_down(one, answer, now())
        told += answer.outcome == Outcome.DONE
        in_vain = in_vain + 1 if answer.outcome == Outcome.FAILED else 0
    return told


def _claim(at: datetime) -> Consignment | None:
    found = send(_CLAIM, {"at": at, "until": at + CLAIMED_FOR})
    return Consignment.objects.select_related("one_stop").get(pk=found[0][0]) if found else None


def _tell(one: Consignment, at: datetime) -> Answer:
    carrier = carriers.by_code(one.carrier)
    if one.errand == Errand.CANCEL:
        return carrier.cancel(one, at)
    answer = carrier.order(one, at)
    if answer.outcome == Outcome.DONE and not answer.number:
        return Answer(Outcome.FAILED, "Bưu chính nhận đặt nhưng không cho số hiệu")
    return answer


def _write_down(one: Consignment, answer: Answer, at: datetime) -> None:
    """Keep what came of a try. Where another worker took over, or somebody was faster, their word stands."""
    mine = Consignment.objects.filter(pk=one.pk, errand=one.errand, errand_tries=one.errand_tries)
    if answer.outcome == Outcome.FAILED:
        later = at + PAUSES[one.errand_tries - 1] if one.errand_tries <= len(PAUSES) else None
        mine.update(errand_at=later, errand_why=answer.said)
    elif answer.outcome == Outcome.REFUSED:
        mine.update(errand_at=None, errand_why=answer.said)
    elif one.errand == Errand.CANCEL:
        mine.update(errand="", errand_at=None, errand_why="")
    else:
        _numbered(one, answer.number, mine, at)


def _numbered(one: Consignment, number: str, mine: QuerySet[Consignment], at: datetime) -> None:
    try:
        give_number(one, number=number, by=ByCarrier(), at=at)
    except Refused as refusal:  # a number given twice, or cancelled meanwhile: for people to see
        mine.filter(number="").update(errand_at=None, errand_why=refusal.sentence)
