"""How often people were guided, in which ways and about what: each contact is recorded, so it is counted (4.1.c)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.dates import LOCAL

from ..models import Guidance

MOST_ASKED = 20


@dataclass(frozen=True)
class Ways:
    """One way of guiding, and how often it was taken."""

    way: str
    label: str
    number: int


@dataclass(frozen=True)
class Asked:
    """A procedure, and how often people were guided about it."""

    code: str
    name: str
    number: int


@dataclass(frozen=True)
class Guided:
    """The guidance of some days at the one-stops an official watches over."""

    ways: tuple[Ways, ...]
    procedures: tuple[Asked, ...]

    @property
    def total(self) -> int:
        """How often anybody was guided."""
        return sum(each.number for each in self.ways)


def guided(by: Officer, at: datetime, since: date, until: date) -> Guided:
    """Count the guidance from one day to another: by way, and the procedures asked about most."""
    first, after = (datetime.combine(day, time(), LOCAL) for day in (since, until + timedelta(days=1)))
    places = by.places_with(at, Role.WATCH)
    given = Guidance.objects.filter(one_stop__in=places, given_at__gte=first, given_at__lt=after).order_by()
    numbers = dict(given.values_list("how").annotate(number=Count("id")))
    named = given.values_list("version__procedure__code", "version__name").annotate(number=Count("id"))
    return Guided(
        ways=tuple(Ways(way.value, way.label, numbers.get(way.value, 0)) for way in Guidance.By),
        procedures=tuple(Asked(*row) for row in named.order_by("-number", "version__name")[:MOST_ASKED]),
    )
