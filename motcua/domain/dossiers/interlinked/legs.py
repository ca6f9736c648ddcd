"""The legs of an interlinked dossier: which body has it from where to where, for how long, and who is late. Pure.

Nghị định 61/2018, Điều 19.6 and 19.7. A leg is a run of steps of one body. What the body asks others for on its way
(an opinion, a look at the place, a council), the seal, and the signature of the provincial committee to which it
submits belong to its leg: they ask, they do not pass the matter on (docs/decisions/0011).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Protocol

from motcua.domain.regulation.citations import rule
from motcua.domain.working_days import pauses as standing
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.pauses import Pause

from ..clock import counted_minutes

AT_DESK = ("receive", "return")
ASKED = ("consult", "field_check", "council", "seal")


class Stepped(Protocol):
    """What must be known of a step of a process."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def stage(self) -> int:
        """Its place; steps of one stage run side by side."""

    @property
    def kind(self) -> str:
        """What is done in it."""

    @property
    def office_id(self) -> int:
        """Whose it is."""

    @property
    def office_kind(self) -> str:
        """What kind of body that is."""

    @property
    def hours(self) -> int:
        """The working hours allotted to it."""


@dataclass(frozen=True)
class Portion:
    """Steps of one stage that fall into one leg: they are opened together."""

    steps: tuple[Stepped, ...]

    @property
    def hours(self) -> int:
        """Side by side: the longest."""
        return max(step.hours for step in self.steps)


@dataclass(frozen=True)
class Leg:
    """One body's part of the way, by its number; legs of one group run side by side."""

    number: int
    group: int
    office_id: int
    portions: tuple[Portion, ...]
    at_desk: bool = False

    @property
    def hours(self) -> int:
        """The working hours of this part."""
        return sum(portion.hours for portion in self.portions)

    @property
    def steps(self) -> tuple[Stepped, ...]:
        """All steps of this part, in order."""
        return tuple(step for portion in self.portions for step in portion.steps)

    def portion_of(self, step_id: int | None) -> int | None:
        """The place of the portion to which a step belongs; none when it is another's."""
        places = (place for place, portion in enumerate(self.portions) if step_id in {s.id for s in portion.steps})
        return next(places, None)


Way = tuple[tuple[Leg, ...], ...]


@rule("5.1.đ-1")
def way(steps: Iterable[Stepped], *, electronic: bool) -> Way:
    """The groups of legs one after the other, the desk's own work first and last.

    Paper is in one place at a time: bodies that could work side by side come one after the other, in the order of
    the branches. Only a dossier that is wholly electronic goes to all of them at once.
    """
    groups: list[list[Leg]] = []
    for _, stage in groupby(sorted(steps, key=lambda step: step.stage), key=lambda step: step.stage):
        here = _shared_out(list(stage), groups[-1][0] if groups else None)
        side_by_side = [[leg] for leg in here] if not electronic else [here]
        for group in side_by_side:
            _lay(groups, group)
    numbers = iter(range(1, 1 + sum(len(group) for group in groups)))
    return tuple(
        tuple(replace(leg, number=next(numbers), group=place) for leg in group)
        for place, group in enumerate(groups, start=1)
    )


def of_bodies(whole: Way) -> tuple[Leg, ...]:
    """The legs of the bodies that settle the matter, without the work of the desk."""
    return tuple(leg for group in whole for leg in group if not leg.at_desk)


@rule("5.1.đ-1")
def is_interlinked(steps: Sequence[Stepped]) -> bool:
    """Whether more than one body has a part of its own in settling the matter."""
    return len({leg.office_id for leg in of_bodies(way(steps, electronic=True))}) > 1


def hours(whole: Way) -> int:
    """The working hours of the whole way: of legs side by side the longest counts."""
    return sum(max(leg.hours for leg in group) for group in whole)


class Calendars(Protocol):
    """The calendar of each body."""

    def __call__(self, office_id: int) -> Calendar:
        """The one of this body."""


@rule("5.1.đ-1", "7.8")
def planned(whole: Way, start: datetime, calendars: Calendars) -> dict[int, datetime]:
    """Until when each leg is to be done, by its number, when all before it take their whole time."""
    ends: dict[int, datetime] = {}
    for group in whole:
        for leg in group:
            ends[leg.number] = calendars(leg.office_id).due(start, Limit(leg.hours, Unit.WORKING_HOURS))
        start = max(ends[leg.number] for leg in group)
    return ends


@rule("5.1.đ-1")
def begins(handed_at: datetime, taken_at: datetime | None, calendar: Calendar) -> datetime:
    """When the time of the next body runs from: taken, or when it should have been taken at the latest.

    Read like the hand-over of the one-stop (Nghị định 61/2018, Điều 18.2): the same working day, after 15:00 the
    next morning. A body that leaves the papers lying gains no time by it.
    """
    latest = calendar.transfer_deadline(handed_at)
    return latest if taken_at is None else min(taken_at, latest)


@dataclass(frozen=True)
class LegClock:
    """The time of one leg by the calendar of its body; while the dossier's clock stands it counts for nobody."""

    number: int
    office_id: int
    hours: int
    began_at: datetime | None
    ended_at: datetime | None
    calendar: Calendar
    pauses: tuple[Pause, ...] = ()

    @rule("7.8")
    def due(self) -> datetime | None:
        """Until when the body has it; none before it begins."""
        if self.began_at is None:
            return None
        return standing.due(self.calendar, self.began_at, Limit(self.hours, Unit.WORKING_HOURS), self.pauses)

    def used_minutes(self, at: datetime) -> int:
        """The working minutes the body has had it, up to now or to its end."""
        if self.began_at is None:
            return 0
        return counted_minutes(self.calendar, self.began_at, self._until(at), self.pauses)

    def is_late(self, at: datetime) -> bool:
        """Whether the body has had it longer than its part."""
        due = self.due()
        return due is not None and self._until(at) > due

    def minutes_over(self, at: datetime) -> int:
        """By how many working minutes; nought when it is in time."""
        return max(1, self.used_minutes(at) - self.hours * 60) if self.is_late(at) else 0

    def _until(self, at: datetime) -> datetime:
        """Its end; else since when the clock stands; else now."""
        stands = next((pause.from_ for pause in self.pauses if pause.to is None), at)
        return self.ended_at or min(stands, at)


@rule("7.8")
def who_overran(clocks: Iterable[LegClock], at: datetime) -> tuple[int, ...]:
    """The bodies that had it longer than their part, the one that caused most of the delay first."""
    over: dict[int, int] = {}
    for clock in clocks:
        over[clock.office_id] = over.get(clock.office_id, 0) + clock.minutes_over(at)
    return tuple(sorted((office for office, minutes in over.items() if minutes), key=lambda office: -over[office]))


def _shared_out(stage: list[Stepped], before: Leg | None) -> list[Leg]:
    """The steps of one stage as parts of bodies; what is only asked for goes to who asks."""
    at_desk = stage[0].kind in AT_DESK
    own = stage if at_desk else [step for step in stage if not _is_asked(step)]
    if not own:
        own_office = before.office_id if before and not before.at_desk else stage[0].office_id
        return [Leg(0, 0, own_office, (Portion(tuple(stage)),))]
    offices = list(dict.fromkeys(step.office_id for step in own))
    asked = [step for step in stage if step not in own]
    return [Leg(0, 0, office, (Portion(tuple(_of(office, own, asked, offices))),), at_desk) for office in offices]


def _of(office: int, own: list[Stepped], asked: list[Stepped], offices: list[int]) -> Iterator[Stepped]:
    yield from (step for step in own if step.office_id == office)
    if office == offices[0]:
        yield from asked


def _is_asked(step: Stepped) -> bool:
    return step.kind in ASKED or (step.kind == "approve" and step.office_kind == "province")


def _lay(groups: list[list[Leg]], group: list[Leg]) -> None:
    """Put a group behind the others; a body that only goes on with its own part has no new leg."""
    last = groups[-1] if groups else []
    alone = len(last) == 1 and len(group) == 1
    if alone and last[0].office_id == group[0].office_id and last[0].at_desk == group[0].at_desk:
        groups[-1] = [replace(last[0], portions=last[0].portions + group[0].portions)]
    else:
        groups.append(group)
