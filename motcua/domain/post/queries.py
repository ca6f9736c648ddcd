"""Consignments, lists and strange words as those who ask may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Prefetch, Q, QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer

from . import policies
from .dispatch import waiting
from .models import Collected, Consignment, DispatchLine, DispatchList, Movement, SettlementLine, Wish
from .terms import ENDED, GROUPS, Direction, LineState, State

LONGEST = 60
OPEN = tuple(each for each in State if each not in ENDED)


@dataclass(frozen=True)
class Search:
    """Which consignments are looked for."""

    direction: str = ""
    group: str = ""  # of `GROUPS`
    words: str = ""  # a tracking number or the code of what it is about


@dataclass(frozen=True)
class Step:
    """One thing that happened to a consignment, for who waits for it: no house, no telephone."""

    at: datetime
    words: str
    place: str


@dataclass(frozen=True)
class Tracked:
    """A consignment as its owner follows it."""

    direction: str
    way: str
    number: str
    state: str
    says: str
    since: datetime
    to: str
    to_collect: int
    steps: tuple[Step, ...]


# The desk ------------------------------------------------------------------------------------------------------------


def consignments(by: Officer, search: Search, at: datetime, place: Place) -> Page[Consignment]:
    """A page of what is or was on its way, the newest first."""
    return page(_searched(by, search, at), "id", place, newest_first=True)


def how_many(by: Officer, search: Search, at: datetime) -> Counted:
    """How many there are."""
    return counted(_searched(by, search, at))


def one(by: Officer, pk: int, at: datetime) -> Consignment:
    """One consignment; raises `Consignment.DoesNotExist` also when it may not be seen."""
    money = Prefetch("money", Collected.objects.order_by("position"))
    related = ("one_stop", "receipt__proof", "receipt__kept_by", "loss__paper", "loss__declared_by")
    return _seen(by, at).select_related(*related).prefetch_related(money).get(pk=pk)


def movements_of(found: Consignment) -> list[Movement]:
    """What the carrier said of a consignment that was already obtained, the newest first."""
    return list(found.movements.order_by("-happened_at", "-id"))


def story(found: Consignment | DispatchList) -> list[Entry]:
    """What happened to it."""
    return entries(found)


def to_dispatch(by: Officer, at: datetime) -> list[Consignment]:
    """What waits for the postman at the one-stops where this official keeps the post."""
    rows: list[Consignment] = []
    for one_stop in sorted(by.bodies_with(at, *policies.AT_THE_DESK)):
        rows += waiting(one_stop).select_related("one_stop").order_by("id")[: 200 - len(rows)]
    return rows


def lists(by: Officer, at: datetime, place: Place) -> Page[DispatchList]:
    """The lists of parcels, the newest first, with how many the postman took and left."""
    rows = _lists(by, at).annotate(total=Count("lines"), taken=Count("lines", filter=Q(lines__state=LineState.TAKEN)))
    return page(rows, "id", place, newest_first=True)


def open_list(by: Officer, at: datetime) -> DispatchList | None:
    """The list that is being scanned now, if any."""
    return _lists(by, at).filter(closed_at=None).order_by("id").first()


def dispatch(by: Officer, pk: int, at: datetime) -> DispatchList:
    """One list; raises `DispatchList.DoesNotExist` also when it may not be seen."""
    return _lists(by, at).get(pk=pk)


def lines(found: DispatchList) -> list[DispatchLine]:
    """Its parcels in order."""
    return list(found.lines.select_related("consignment").order_by("position"))


def scanned(found: DispatchList, words: str) -> Consignment:
    """The parcel in hand, by its number or the code of its dossier; raises `Consignment.DoesNotExist`."""
    words = words.strip().upper()[:LONGEST]
    rows = Consignment.objects.filter(one_stop=found.one_stop_id, direction=Direction.RETURN)
    by_number = rows.filter(number=words).exclude(number="").order_by("-id").first()
    by_code = rows.filter(about_code=words).order_by("-id").first() if by_number is None else by_number
    if by_code is None:
        raise Consignment.DoesNotExist
    return by_code


def strange(by: Officer, at: datetime, place: Place) -> Page[Movement]:
    """What carriers said of numbers that nobody here knows, the newest first."""
    rows = Movement.objects.filter(consignment=None, dropped_why="")
    return page(rows if policies.may_match(by, at) else rows.none(), "came_at", place, newest_first=True)


def strange_word(by: Officer, pk: int, at: datetime) -> Movement:
    """One of them; raises `Movement.DoesNotExist`."""
    if not policies.may_match(by, at):
        raise Movement.DoesNotExist
    return Movement.objects.get(pk=pk, consignment=None, dropped_why="")


def by_number(by: Officer, number: str, at: datetime) -> Consignment:
    """A consignment of one's own desk by its number; raises `Consignment.DoesNotExist`."""
    found = _seen(by, at).filter(number=number.strip().upper()[:LONGEST]).exclude(number="").first()
    if found is None:
        raise Consignment.DoesNotExist
    return found


def differences(by: Officer, at: datetime, place: Place) -> Page[Consignment]:
    """Where the post brought, or says it took, another amount than it was to collect, and nobody explained it yet."""
    said = Q(settled__isnull=False) & ~Q(settled=F("to_collect"))
    only_said = Q(settled__isnull=True, collected__isnull=False) & ~Q(collected=F("to_collect"))
    return page(_seen(by, at).filter(said | only_said, difference_why=""), "id", place, newest_first=True)


def stray_money(by: Officer, at: datetime) -> list[SettlementLine]:
    """Amounts of settlements under a number that nobody here knows, or that was settled before."""
    rows = SettlementLine.objects.filter(consignment=None).select_related("settlement")
    return list(rows.order_by("-id")[:50]) if policies.may_match(by, at) else []


def needing_attention(by: Officer, at: datetime) -> int:
    """How many orders the program gave up telling the carrier."""
    return _seen(by, at).filter(errand_at=None).exclude(errand="").count()


# Those who wait for it -----------------------------------------------------------------------------------------------


def tracked(about: Iterable[str]) -> list[Tracked]:
    """What goes by post about these matters, as their owner may know it; who asks has proved to be the owner before."""
    said = Prefetch("movements", Movement.objects.filter(counted=True).order_by("-happened_at", "-id"))
    rows = Consignment.objects.filter(about__in=list(about)).prefetch_related(said).order_by("-id")[:10]
    return [_tracked(each) for each in rows]


def open_about(about: str, direction: str = Direction.RETURN) -> Consignment | None:
    """The consignment that is under way about something, if any."""
    return Consignment.objects.filter(about=about, direction=direction, state__in=OPEN).first()


def wish_of(about: str) -> Wish | None:
    """Where somebody wants the result brought to."""
    return Wish.objects.filter(about=about).first()


def _tracked(one: Consignment) -> Tracked:
    steps = tuple(Step(each.happened_at, each.get_said_display(), each.place) for each in one.movements.all())
    return Tracked(
        one.get_direction_display(), one.direction, one.number, one.state, one.get_state_display(), one.state_at,
        one.home.masked, one.to_collect, steps,
    )  # fmt: skip


def _seen(by: Officer, at: datetime) -> QuerySet[Consignment]:
    return Consignment.objects.filter(one_stop__in=policies.one_stops_seen(by, at))


def _lists(by: Officer, at: datetime) -> QuerySet[DispatchList]:
    rows = DispatchList.objects.filter(one_stop__in=policies.one_stops_seen(by, at))
    return rows.select_related("one_stop", "closed_by", "paper")


def _searched(by: Officer, search: Search, at: datetime) -> QuerySet[Consignment]:
    rows = _seen(by, at)
    if search.direction:
        rows = rows.filter(direction=search.direction)
    if search.group:
        rows = rows.filter(state__in=GROUPS[search.group][1])
    words = search.words.strip().upper()[:LONGEST]
    return rows.filter(Q(number=words) | Q(about_code=words)) if words else rows
