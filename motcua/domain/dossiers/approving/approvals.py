"""What waits for an approver's decision: each dossier as one sheet, with what the appraiser proposes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.models import Authorisation
from motcua.domain.procedures.terms import Power
from motcua.domain.vietnamese.dates import local

from ..models import Breach, Task
from ..overviews import work

PASSED_ON = ("done", "endorsed")
COLUMNS = {
    "id": "id",
    "step": "name",
    "step_due_at": "due_at",
    "code": "dossier__code",
    "applicant": "dossier__applicant_name",
    "procedure": "dossier__version__name",
    "summary": "dossier__summary",
    "channel": "dossier__channel",
    "received_at": "dossier__received_at",
    "promised_at": "dossier__due_at",
    "supplements": "dossier__supplements",
    "rescheduled": "dossier__rescheduled_to",
    "proposal": "proposal",
    "proposed_by": "proposed_by",
    "breached": "breached",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One dossier that waits for a decision, in what a leader must know before opening it."""

    id: int
    step: str
    step_due_at: datetime
    code: str
    applicant: str
    procedure: str
    summary: str
    channel: str
    received_at: datetime
    promised_at: datetime
    supplements: int
    rescheduled: Any
    proposal: str | None
    proposed_by: str | None
    breached: bool


def inbox(by: Officer, at: datetime, place: Place) -> Page[Sheet]:
    """The sheets that wait for this approver, the dossier whose promise is nearest first."""
    return sheets(waiting(by, at), place)


def sheets(steps: QuerySet[Task], place: Place) -> Page[Sheet]:
    """A page of these approving steps as sheets."""
    last = Task.objects.filter(dossier=OuterRef("dossier"), how__in=PASSED_ON).order_by("-done_at", "-id")
    rows = steps.annotate(
        proposal=Subquery(last.values("note")[:1]),
        proposed_by=Subquery(last.values("done_by__name")[:1]),
        breached=Exists(Breach.objects.filter(dossier=OuterRef("dossier"))),
    )
    plain: Page[Any] = page(rows.values(*COLUMNS.values()), "dossier__due_at", place)
    shown = [Sheet(**{name: row[column] for name, column in COLUMNS.items()}) for row in plain.rows]
    return Page(shown, plain.after, plain.before)


def how_many(by: Officer, at: datetime) -> Counted:
    """How many wait."""
    return counted(waiting(by, at))


def waiting(by: Officer, at: datetime) -> QuerySet[Task]:
    """The approving steps given to this official, or open to anybody who is authorised for the procedure."""
    day = local(at).date()
    named = Authorisation.objects.filter(
        procedure=OuterRef("dossier__version__procedure"), officer=by, power=Power.APPROVE, from_on__lte=day
    ).exclude(to_on__lt=day)
    return work.to_approve(by, at).filter(Q(officer=by) | Exists(named))
