"""Notes and notices for those who may read them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer, Posting
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.dates import local_day

from ..policies import may_read_all
from .models import ConductNote, MonthNotice


def notes(by: Officer, at: datetime, place: Place, *, waiting: bool = False) -> Page[ConductNote]:
    """What was noted, the newest first; only what waits for a decision when asked so."""
    rows = _notes(by, at).select_related("officer", "office")
    rows = rows.filter(decision="").exclude(kind="praise") if waiting else rows
    found: Page[ConductNote] = page(rows, "on", place, newest_first=True)
    return found


def note(by: Officer, pk: int, at: datetime) -> ConductNote:
    """One of them; raises `ConductNote.DoesNotExist`."""
    return _notes(by, at).select_related("officer", "office", "noted_by", "decided_by", "scan").get(pk=pk)


def story(found: ConductNote) -> list[Entry]:
    """What happened to it; `found` comes from a query that knows who asks."""
    return entries(found)


def notices(by: Officer, at: datetime, place: Place) -> Page[MonthNotice]:
    """What departments were told, the newest month first; each only what it was told itself."""
    rows = _notices(by, at).select_related("office", "paper", "acknowledged_by")
    found: Page[MonthNotice] = page(rows, "month", place, newest_first=True)
    return found


def notice(by: Officer, pk: int, at: datetime) -> MonthNotice:
    """One of them; raises `MonthNotice.DoesNotExist`."""
    return _notices(by, at).select_related("office", "paper").get(pk=pk)


def seated(at: datetime) -> list[Officer]:
    """The officials of other bodies who sit at the Centre today, by name."""
    day = local_day(at)
    rows = Posting.objects.filter(seat__kind=OfficeKind.CENTRE, from_on__lte=day).exclude(to_on__lt=day)
    rows = rows.exclude(office__kind__in=[OfficeKind.CENTRE, OfficeKind.DIVISION])
    found = {each.officer_id: each.officer for each in rows.select_related("officer")}
    return sorted(found.values(), key=lambda each: each.sort_key)


def _notes(by: Officer, at: datetime) -> QuerySet[ConductNote]:
    if may_read_all(by, at):
        return ConductNote.objects.all()
    return ConductNote.objects.filter(Q(officer=by) | Q(office__in=by.bodies_with(at, Role.HEAD)))


def _notices(by: Officer, at: datetime) -> QuerySet[MonthNotice]:
    if may_read_all(by, at):
        return MonthNotice.objects.all()
    return MonthNotice.objects.filter(office__in=by.bodies_with(at, Role.HEAD))
