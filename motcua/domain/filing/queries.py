"""Submissions as their applicants and those who answer may see them: what you may not see does not exist."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers import queries as dossiers
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.models import Scan

from . import policies
from .models import SendingBack, Submission, SubmittedPaper
from .terms import State
from .where import one_stops as one_stops

SHOWN = 20
_WITH = ("person", "version__procedure", "one_stop__parent", "business", "authority", "dossier")


@dataclass(frozen=True)
class Seen:
    """A submission with everything that belongs to it."""

    submission: Submission
    papers: list[SubmittedPaper]
    sent_back: list[SendingBack]


def mine(by: Person, place: Place) -> Page[Submission]:
    """What this person has begun or filed and what is no dossier yet, the newest first."""
    rows = Submission.objects.filter(person=by).exclude(state=State.ACCEPTED).select_related("version", "one_stop")
    return page(rows, "id", place, newest_first=True)


def submission(by: Person, code: str) -> Submission:
    """One of a person's own; raises `Submission.DoesNotExist` for everybody else's."""
    return Submission.objects.select_related(*_WITH).get(code=code.strip().upper(), person=by)


def submission_by_number(by: Person, number: int) -> Submission:
    """The same by its number, as the names of its papers carry it."""
    return Submission.objects.select_related("version").get(pk=number, person=by)


def to_answer(by: Officer, at: datetime, place: Place) -> Page[Submission]:
    """What waits for an answer at the one-stops where this official receives, what is due first."""
    return page(_waiting(by, at), "answer_due_at", place)


def how_many_wait(by: Officer, at: datetime) -> tuple[Counted, Counted]:
    """How many wait for an answer, and how many of them are overdue."""
    rows = _waiting(by, at)
    return counted(rows), counted(rows.filter(answer_due_at__lt=at))


def one_to_answer(by: Officer, code: str, at: datetime) -> Submission:
    """One that was submitted to where this official receives; else `Submission.DoesNotExist`."""
    found = Submission.objects.select_related(*_WITH).get(code=code.strip().upper(), submitted_at__isnull=False)
    if not policies.may_answer(by, found, at):
        raise Submission.DoesNotExist
    return found


def whole(found: Submission) -> Seen:
    """All that belongs to a submission that was already obtained."""
    papers = found.papers.filter(replaced_at=None).select_related("component", "scan__file")
    return Seen(found, list(papers.order_by("component__position")), list(found.sendings_back.order_by("number")))


def faults_of(found: Submission) -> dict[int, str]:
    """Which papers have to be sent again, and why: what the last sending back named and was not answered since."""
    if found.state != State.SENT_BACK:
        return {}
    last = found.sendings_back.order_by("-number").first()
    named = last.faults if last else []
    return {each["component"]: each["reason"] for each in named if each["component"] is not None}


def scan_of(found: Submission, pk: int) -> Scan:
    """A paper of a submission that was already obtained, also one that was replaced; raises `Scan.DoesNotExist`."""
    return Scan.objects.select_related("file").get(pk=pk, pk__in=found.papers.values("scan"))


def _waiting(by: Officer, at: datetime) -> QuerySet[Submission]:
    theirs = dossiers.desk_of(by, at, Role.RECEIVE, department="version__procedure__owner")
    return Submission.objects.filter(theirs, state=State.SUBMITTED).select_related("version", "person", "one_stop")
