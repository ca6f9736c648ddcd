"""What an official may see of the messages: those that their own office told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Min, QuerySet

from motcua.domain.organisations.models import Officer
from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.vietnamese.identity import masked_phone

from . import channels, texts
from .manners import MANNERS, Manner, is_quiet, wakes_at
from .models import Attempt, Contact, Message, Report
from .policies import NOTES, WATCHES
from .terms import UNDER_WAY, Way

COUNTED_DAYS = 7


@dataclass(frozen=True)
class Asked:
    """How the list is narrowed."""

    state: str = ""
    way: str = ""
    day: date | None = None
    about: str = ""


@dataclass(frozen=True)
class WayNow:
    """A way as it stands: whether it is set up, what of it is missing, and what waits for it."""

    way: Way
    manner: Manner
    missing: str
    unregistered: tuple[str, ...]  # the kinds that can not go by it yet
    waiting: int
    oldest: datetime | None
    counts: dict[str, int]  # by state, of the past days


def messages(by: Officer, asked: Asked, at: datetime) -> QuerySet[Message]:
    """What this official's offices told, narrowed."""
    rows = Message.objects.filter(sender__in=by.places_with(at, *WATCHES))
    given = {"state": asked.state, "way": asked.way, "about": asked.about}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    if asked.day is not None:
        begins = datetime.combine(asked.day, time(), LOCAL)
        rows = rows.filter(told_at__gte=begins, told_at__lt=begins + timedelta(days=1))
    return rows


def message(by: Officer, pk: int, at: datetime) -> Message:
    """One of them; raises `Message.DoesNotExist`."""
    return messages(by, Asked(), at).select_related("sender").get(pk=pk)


def attempts(one: Message) -> list[Attempt]:
    """Its tries, the first one first."""
    return list(one.attempts.order_by("number"))


def reports(one: Message) -> list[Report]:
    """What was reported of it, in the order it came."""
    return list(one.reports.order_by("came_at", "id"))


def contact(by: Officer, pk: int, at: datetime) -> Contact:
    """An address for whoever notes what people want; raises `Contact.DoesNotExist`."""
    if not by.roles_at(at) & {*NOTES}:
        raise Contact.DoesNotExist
    return Contact.objects.get(pk=pk)


def ways(by: Officer, at: datetime) -> Iterable[WayNow]:
    """Every way as it stands, for the official's offices, with what became of the past week."""
    mine = Message.objects.filter(sender__in=by.places_with(at, *WATCHES))
    since = at - timedelta(days=COUNTED_DAYS)
    counts = mine.filter(told_at__gte=since).order_by().values_list("way", "state").annotate(Count("id"))
    waiting = mine.filter(state__in=UNDER_WAY).order_by().values_list("way").annotate(Count("id"), Min("told_at"))
    by_way = {way: (number, oldest) for way, number, oldest in waiting}
    found = list(counts)
    for way, manner in MANNERS.items():
        number, oldest = by_way.get(way, (0, None))
        told = (kind for kind in texts.KINDS.values() if texts.has(kind.name, way))
        unregistered = tuple(kind.title for kind in told if channels.missing(way, kind.name))
        of_it = {state: how_many for each, state, how_many in found if each == way}
        yield WayNow(way, manner, channels.missing(way), unregistered, number, oldest, of_it)


def goes_at(one: Message, at: datetime) -> datetime:
    """When a message that waits goes out at the earliest: not before its pause is over, and not at night."""
    due, kind = max(one.next_at, at), texts.KINDS.get(one.kind)
    sleeps = MANNERS[Way(one.way)].quiet and is_quiet(due) and not (kind and kind.urgent)
    return wakes_at(due) if sleeps else due


def shown_address(one: Message | Contact) -> str:
    """Where a message goes as an official may see it: enough to recognise, not enough to use."""
    address = one.address
    if not address:
        return "đã xóa"
    name, at_sign, domain = address.partition("@")
    if at_sign:
        return f"{name[:1]}•••@{domain}"
    return address if isinstance(one, Message) and one.way == Way.APP else masked_phone(address)
