"""What an official may do with alerts, questions and lists now: a yes, or a no with the reason and the clause."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import YES, Answer, Refused, no

from ..handing_over import handing
from ..handing_over.models import HandingList
from ..models import Dossier
from . import alerts, progress
from . import policies as ahead_policies
from .models import Alert
from .progress_models import ProgressRequest


def acknowledging(by: Officer, seen: Iterable[Alert], at: datetime) -> Iterator[tuple[Alert, Answer]]:
    """Each alert, and whether this official may answer it now."""
    for alert in seen:
        yield alert, _both(ahead_policies.may_acknowledge(by, alert, at), alerts.not_acknowledged, alert)


def answering(by: Officer, asked: Iterable[ProgressRequest], at: datetime) -> Iterator[tuple[ProgressRequest, Answer]]:
    """Each question, and whether this official may answer it now."""
    for request in asked:
        yield request, _both(ahead_policies.may_answer_progress(by, request, at), progress.not_answered, request)


def asking(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """Whether this official may ask about a dossier now."""
    return _both(ahead_policies.may_ask_progress(by, dossier, at), progress.may_be_asked, dossier)


def may_ask_now(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The same without a statement, for a page that knows that nothing was asked which waits for its answer."""
    return _both(ahead_policies.may_ask_progress(by, dossier, at), progress.is_with_department, dossier)


def giving(by: Officer, one: HandingList, at: datetime) -> Answer:
    """Whether this official may scan into this list and sign it as the giving side."""
    return _both(ahead_policies.may_give(by, one, at), handing.not_given, one)


def taking(by: Officer, one: HandingList, at: datetime) -> Answer:
    """Whether this official may scan out of this list and sign it as the taking side."""
    return _both(ahead_policies.may_take(by, one, at), handing.not_taken, one)


def _both(right: Answer, check: Callable[..., None], about: object) -> Answer:
    if not right:
        return right
    try:
        check(about)
    except Refused as refusal:
        return no(refusal.sentence, refusal.clause)
    return YES
