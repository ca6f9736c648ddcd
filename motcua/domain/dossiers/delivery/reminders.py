"""Who does not fetch a result is called: after a week, a fortnight and a month, once each (4.1.e).

The row of the reminder is what an official telephones by; a message goes out with it to who can be reached so.
"""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from .. import policies, queries, telling
from ..models import Dossier
from ..stages import Stage
from .models import Parcel, Reminder

# Days of waiting after which one is reminded. The regulation names none: the Centre keeps what is not fetched.
STAGES = (7, 15, 30)
WAITING = (Stage.AT_CENTRE, Stage.KEPT)


class Machine:
    """The program itself, where the calendar and not a person brings something about."""

    code = "lich"

    def signature(self) -> str:
        """How the journal names it."""
        return "Hệ thống, theo lịch"


class AlreadyCalled(Refused):
    """A reminder is done once."""

    clause = "4.1.e"


@act("4.1.e")
def remind(dossier: Dossier, *, by: Signs, at: datetime) -> Reminder | None:
    """Note that the applicant is to be called, for the stage that is reached; nothing where that was noted before."""
    dossier = Dossier.objects.locked(dossier)
    days = stage_of(dossier, at)
    if days is None or Reminder.objects.filter(dossier=dossier, days__gte=days).exists():
        return None
    made = Reminder.objects.create(dossier=dossier, days=days, made_at=at)
    line = record(remind, about=dossier, by=by, at=at, days=days)
    telling.result_waits(dossier, line, at)
    return made


@act("4.1.e")
def note_call(reminder: Reminder, *, outcome: str, by: Officer, at: datetime) -> Reminder:
    """Note that the applicant was called and what came of it."""
    dossier = Dossier.objects.locked(reminder.dossier_id)
    reminder = Reminder.objects.select_for_update().get(pk=reminder.pk)
    require(policies.may_keep_results(by, dossier, at))
    if reminder.done_at is not None:
        raise AlreadyCalled("Lần nhắc này đã được liên hệ.")
    if not clean(outcome):
        raise Refused("Phải ghi kết quả liên hệ.", "4.1.e")
    reminder.done_at, reminder.done_by, reminder.outcome = at, by, clean(outcome)
    reminder.save(update_fields=["done_at", "done_by", "outcome"])
    record(note_call, about=dossier, by=by, at=at, days=reminder.days, outcome=reminder.outcome)
    return reminder


def stage_of(dossier: Dossier, at: datetime) -> int | None:
    """The stage of waiting that a dossier has reached; none while it does not wait."""
    if dossier.stage not in WAITING or dossier.finished_at is None:
        return None
    waited = (local_day(at) - local_day(dossier.finished_at)).days
    return max((days for days in STAGES if days <= waited), default=None)


def due(at: datetime) -> QuerySet[Dossier]:
    """The dossiers that have waited long enough for a stage and have no reminder of it; those under way are left."""
    waiting = Dossier.objects.filter(stage__in=WAITING, finished_at__lte=at - timedelta(days=STAGES[0] - 1))
    reminded = Reminder.objects.filter(dossier=OuterRef("pk"), days=STAGES[-1])
    parcels = Parcel.objects.filter(dossier=OuterRef("pk"), ended="")
    return waiting.exclude(Exists(reminded)).exclude(Exists(parcels)).order_by("id")


def remind_all(at: datetime) -> int:
    """Remind of everything that is due, each in a transaction of its own; gives how many were noted."""
    return sum(remind(each, by=Machine(), at=at) is not None for each in due(at).iterator(chunk_size=500))


def to_call(by: Officer, at: datetime) -> QuerySet[Reminder]:
    """The calls that the official's result desk owes: one for each dossier, for the stage reached last."""
    here = queries.at_desk(by, at, *WAITING).filter(pk=OuterRef("dossier"))
    later = Reminder.objects.filter(dossier=OuterRef("dossier"), days__gt=OuterRef("days"))
    rows = Reminder.objects.filter(Exists(here), done_at=None).exclude(Exists(later))
    return rows.select_related("dossier__version", "dossier__department")


def call(by: Officer, pk: int, at: datetime) -> Reminder:
    """One reminder of the official's desk; raises `Reminder.DoesNotExist`."""
    return to_call(by, at).get(pk=pk)
