"""Who is sent from where, who stands ready, where a reserve is missing, whose term ends soon."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer, Posting
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation import limits
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from . import policies
from .models import Secondment
from .terms import Part, State

SOON = timedelta(days=60)  # chosen by us: a department needs time to find the next one


@dataclass(frozen=True)
class Cover:
    """How a department is present at the Centre on a day."""

    office: Office
    procedures: int
    seated: int
    reserves: int
    needs: int
    ending: int

    @property
    def lacks_reserve(self) -> bool:
        """Whether fewer stand ready than the regulation asks for (5.2.b)."""
        return self.reserves < self.needs


def listed(by: Officer, at: datetime, place: Place, *, state: str = "", office: str = "") -> Page[Secondment]:
    """Every nomination that one may read, the latest first day first."""
    rows = _seen(by, at).select_related("officer", "office")
    rows = rows.filter(state=state) if state else rows
    rows = rows.filter(office__code=office) if office else rows
    found: Page[Secondment] = page(rows, "from_on", place, newest_first=True)
    return found


def one(by: Officer, pk: int, at: datetime) -> Secondment:
    """One of them; raises `Secondment.DoesNotExist` for who may not read it."""
    rows = _seen(by, at).select_related("officer", "office", "decided_by", "nominated_by", "paper", "scan", "posting")
    return rows.prefetch_related("fields", "extensions__by").get(pk=pk)


def story(found: Secondment) -> list[Entry]:
    """What happened to it, oldest first; `found` comes from a query that knows who asks."""
    return entries(found)


def sendable(office: Office, at: datetime) -> list[Officer]:
    """The officials of a body who may be nominated, by name."""
    found = {each.officer.pk: each.officer for each in organisations.posted_in(office, local_day(at))}
    return sorted(found.values(), key=lambda each: each.sort_key)


def own_department(by: Officer, at: datetime) -> Office | None:
    """The department for which this official may nominate; none for others."""
    mine = by.bodies_with(at, Role.HEAD)
    return Office.objects.filter(pk__in=mine, kind=OfficeKind.DEPARTMENT).order_by("sort_key").first()


def planned(on: date) -> QuerySet[Secondment]:
    """Who is accepted, or waits for the answer, on a day or from a later one: main and reserve, body by body."""
    rows = Secondment.objects.filter(state__in=[State.NOMINATED, State.ACCEPTED], to_on__gte=on)
    order = ("office__sort_key", "part", "from_on", "officer__sort_key")
    return rows.select_related("officer", "office").prefetch_related("fields").order_by(*order)


@rule("5.2.b", "4.3.a")
def coverage(by: Officer, at: datetime) -> list[Cover]:
    """Each department with procedures in force: who sits at the Centre, who stands ready, whose term ends soon."""
    day = local_day(at)
    owners = {each.code: each.procedures for each in procedures.owners_in_use(day)}
    seen = None if policies.may_read_all(by, at) else by.bodies_with(at, *policies.READS)
    offices = Office.objects.filter(kind=OfficeKind.DEPARTMENT, code__in=owners).order_by("sort_key")
    today = Posting.objects.filter(from_on__lte=day).exclude(to_on__lt=day)
    seated = Counter(today.filter(seat__kind=OfficeKind.CENTRE).values_list("office", flat=True))
    now = Secondment.objects.filter(state=State.ACCEPTED, to_on__gte=day)
    reserves = Counter(now.filter(part=Part.RESERVE, from_on__lte=day).values_list("office", flat=True))
    ending = Counter(now.filter(part=Part.MAIN, to_on__lte=day + SOON).values_list("office", flat=True))
    needs = limits.reserve_officials(day)
    return [
        Cover(each, owners[each.code], seated[each.pk], reserves[each.pk], needs, ending[each.pk])
        for each in offices
        if seen is None or each.pk in seen
    ]


def _seen(by: Officer, at: datetime) -> QuerySet[Secondment]:
    if policies.may_read_all(by, at):
        return Secondment.objects.all()
    return Secondment.objects.filter(office__in=by.bodies_with(at, *policies.READS))
