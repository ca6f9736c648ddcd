"""What an official may do with alerts, questions and lists now: a yes, or a no with the reason and the clause."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Answer, asked

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
        yield alert, ahead_policies.may_acknowledge(by, alert, at) and asked(alerts.not_acknowledged, alert)


def answering(
    by: Officer, requests: Iterable[ProgressRequest], at: datetime
) -> Iterator[tuple[ProgressRequest, Answer]]:
    """Each question, and whether this official may answer it now."""
    for request in requests:
        yield request, ahead_policies.may_answer_progress(by, request, at) and asked(progress.not_answered, request)


def asking(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """Whether this official may ask about a dossier now."""
    return ahead_policies.may_ask_progress(by, dossier, at) and asked(progress.may_be_asked, dossier)


def may_ask_now(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The same without a statement, for a page that knows that nothing was asked which waits for its answer."""
    return ahead_policies.may_ask_progress(by, dossier, at) and asked(progress.is_with_department, dossier)


def giving(by: Officer, one: HandingList, at: datetime) -> Answer:
    """Whether this official may scan into this list and sign it as the giving side."""
    return ahead_policies.may_give(by, one, at) and asked(handing.not_given, one)


def taking(by: Officer, one: HandingList, at: datetime) -> Answer:
    """Whether this official may scan out of this list and sign it as the taking side."""
    return ahead_policies.may_take(by, one, at) and asked(handing.not_taken, one)
