"""What was sent from home, as its sender and those who answer may see it; a dossier as its applicant may."""

from datetime import datetime

from django.db.models import QuerySet

from motcua.domain.citizens.models import Person
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.models import Paper, Scan
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.citations import rule

from .. import policies
from ..models import ClockStop, Dossier, Result, Sent, SentPaper, SupplementRequest
from ..overviews.tracking import GIVEN
from ..queries import SEEN_WITH, desk_of
from ..results.terms import ResultForm, ResultState
from ..stages import Stage
from ..terms import IdentityKind
from . import rights
from .answering import may_answer


@rule("3.3-1")
def dossier(by: Person, code: str, at: datetime) -> Dossier:
    """One of those this person may follow; raises `Dossier.DoesNotExist` for everybody else's."""
    found = Dossier.objects.select_related(*SEEN_WITH).get(code=code.strip().upper())
    if not rights.may_follow(by, found, at):
        raise Dossier.DoesNotExist
    return found


def sent_of(found: Dossier) -> list[Sent]:
    """What was sent for a dossier that was already obtained, the newest first."""
    return list(found.sent_from_home.select_related("person", "answered_by").order_by("-id")[:50])


def waiting_of(found: Dossier, kind: str) -> Sent | None:
    """What of this kind waits for an answer."""
    return found.sent_from_home.filter(kind=kind, answered_at=None).first()


def sent(found: Dossier, pk: int) -> Sent:
    """One thing sent for a dossier that was already obtained; raises `Sent.DoesNotExist`."""
    return found.sent_from_home.select_related("scan").get(pk=pk)


def paper(found: Dossier, pk: int) -> Paper:
    """A paper that its applicant was given; raises `Paper.DoesNotExist`."""
    return papers_of(found.stream).get(pk=pk, form_code__in=GIVEN)


def handed_in(found: Dossier, pk: int) -> Scan:
    """The scan of a paper that was handed in, here or from home; raises `Scan.DoesNotExist`."""
    mine = found.submitted.values("scan").union(
        SentPaper.objects.filter(sent__dossier=found).values("scan"), found.sent_from_home.values("scan")
    )
    return Scan.objects.select_related("file").get(pk=pk, pk__in=mine)


def result_file(found: Dossier, pk: int) -> tuple[str, Scan]:
    """Name and file of an electronic result, signed, of a dossier that is finished; else `Result.DoesNotExist`."""
    rows = found.results.select_related("scan__file").exclude(signers=[])
    result = rows.get(pk=pk, form=ResultForm.ELECTRONIC)
    if found.finished_at is None or result.scan is None:
        raise Result.DoesNotExist
    return f"{result.title} {result.number}", result.scan


@rule("3.3-1")
def results_of(person: Person) -> QuerySet[Result]:
    """The results given out to this person as files that still hold; an identity that is only claimed has none."""
    if not (person.is_proven and person.identity_number):
        return Result.objects.none()
    given = Result.objects.filter(
        dossier__identity_kind=IdentityKind.CCCD, dossier__identity_number=person.identity_number,
        dossier__stage=Stage.DELIVERED, state=ResultState.IN_FORCE, scan__isnull=False,
    )  # fmt: skip
    return given.order_by("-on", "-pk")


def asked_of(by: Person, number: int, at: datetime) -> SupplementRequest:
    """The open request with this number of a dossier that this person may follow; raises `DoesNotExist`."""
    found = SupplementRequest.objects.select_related("dossier").get(pk=number, completed_at=None)
    if not rights.may_follow(by, found.dossier, at):
        raise SupplementRequest.DoesNotExist
    return found


def stop_of(by: Person, number: int, at: datetime) -> ClockStop:
    """The same for a clock that stands until something is paid."""
    found = ClockStop.objects.select_related("dossier").get(pk=number, to_at=None)
    if not rights.may_follow(by, found.dossier, at):
        raise ClockStop.DoesNotExist
    return found


def to_answer(by: Officer, at: datetime, place: Place) -> Page[Sent]:
    """What waits for an answer at the one-stops where this official receives, what is due first."""
    return page(_waiting(by, at), "answer_due_at", place)


def how_many_wait(by: Officer, at: datetime) -> tuple[Counted, Counted]:
    """How many wait for an answer, and how many of them are overdue."""
    rows = _waiting(by, at)
    return counted(rows), counted(rows.filter(answer_due_at__lt=at))


def one_to_answer(by: Officer, pk: int, at: datetime) -> Sent:
    """One of them, answered or not; raises `Sent.DoesNotExist` for what is answered elsewhere."""
    names = ("dossier__version__procedure", "dossier__one_stop", "dossier__department", "person", "scan", "answered_by")
    found = Sent.objects.select_related(*names).get(pk=pk)
    if not may_answer(by, found, at) or not policies.may_see(by, found.dossier, at):
        raise Sent.DoesNotExist
    return found


def papers_sent(found: Sent) -> list[SentPaper]:
    """The papers of something sent that was already obtained."""
    return list(found.papers.select_related("component", "scan").order_by("component__position"))


def scan_sent(found: Sent, pk: int) -> Scan:
    """One scan of it; raises `Scan.DoesNotExist`."""
    own = {found.scan_id, *found.papers.values_list("scan", flat=True)}
    if pk not in own:
        raise Scan.DoesNotExist
    return Scan.objects.select_related("file").get(pk=pk)


def _waiting(by: Officer, at: datetime) -> QuerySet[Sent]:
    theirs = desk_of(by, at, Role.RECEIVE, department="dossier__department")
    return Sent.objects.filter(theirs, answered_at=None).select_related("dossier__version", "person")
