"""The page of a dossier, put together: where it is, how long is left, what it consists of, what may be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from motcua.domain.dossiers import possible, queries, reading
from motcua.domain.dossiers.clock import Clock
from motcua.domain.dossiers.filed_together import bundle_queries
from motcua.domain.dossiers.pauses import queries as pause_queries
from motcua.domain.dossiers.possible import Choice
from motcua.domain.dossiers.queries import Whole
from motcua.domain.dossiers.stages import OPEN, UNDER_THE_CLOCK
from motcua.domain.regulation.answers import Answer
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.explanation import Explanation
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import Badge, promise, time_left
from motcua.web.components.process_picture import Picture
from motcua.web.components.timeline import Told, timeline
from motcua.web.files.show import Printed, printed

from ..words import ACTS, RARE, Words
from . import beside as beside_show
from . import legs as leg_show
from . import results as result_show
from .ahead import Ahead, ahead_of
from .place import picture_of

AT_COUNTER = {
    "accept_supplement": "counter:supplement",
    "keep_uncollected": "counter:result",
    "deliver": "counter:result",
}


@dataclass(frozen=True)
class Offer:
    """An act that is possible: what it is called, and where it is done."""

    act: str
    words: Words
    address: str


@dataclass(frozen=True)
class Step:
    """An open step: how much time its holder has left, and what this official may do with it."""

    task: Any
    left: Badge
    offers: list[Offer]


@dataclass(frozen=True)
class Hindered:
    """Acts that are not possible for one and the same reason."""

    titles: list[str]
    answer: Answer


@dataclass(frozen=True)
class Time:
    """The clock of the dossier: the promise, the end by law and why, and until when one must apologise."""

    promise: Badge
    due: datetime | None
    by_law: datetime | None
    explained: Explanation | None
    apologise_until: date | None
    warn: bool
    too_late: bool
    stops: list[Any]


@dataclass(frozen=True)
class Shown:
    """Everything on the page."""

    whole: Whole
    steps: list[Step]
    offers: list[Offer]
    rare: list[Offer]
    hindered: list[Hindered]
    time: Time
    picture: Picture
    legs: leg_show.Shown | None
    together: list[Any]
    results: list[result_show.Shown]
    beside: beside_show.Beside
    papers: list[Printed]
    breaches: list[tuple[Any, Answer]]
    told: list[Told]
    earlier: list[Any]
    ahead: Ahead
    early_end: Any

    @property
    def dossier(self) -> Any:
        """The dossier itself."""
        return self.whole.dossier


def shown(by: Any, dossier: Any, at: datetime) -> Shown:
    """The page for this official."""
    whole = queries.whole(dossier)
    choices = possible.choices(by, whole, at)
    return Shown(
        whole=whole,
        steps=[_step(task, by, choices, at) for task in whole.open_tasks()],
        offers=_offers(dossier, (each for each in choices if each.task is None and each.act not in RARE)),
        rare=_offers(dossier, (each for each in choices if each.task is None and each.act in RARE)),
        hindered=hindered(choices) if dossier.stage in OPEN else [],
        time=time_of(dossier, at),
        picture=picture_of(whole, at),
        legs=leg_show.of_dossier(by, dossier, at),
        together=bundle_queries.together_with(dossier),
        results=result_show.of_dossier(by, dossier, at),
        beside=beside_show.beside(by, whole, at),
        papers=[printed(paper) for paper in whole.papers],
        breaches=list(possible.explaining(by, whole.breaches, at)),
        told=timeline(whole.entries),
        ahead=ahead_of(by, whole, at),
        earlier=[each for each in queries.earlier_of(by, dossier.identity_number, at) if each.pk != dossier.pk],
        early_end=pause_queries.early_end_at_hand(dossier),
    )


def steps_of(by: Any, dossier: Any, at: datetime) -> list[Step]:
    """The open steps of a dossier, each with what this official may do with it."""
    open_steps = queries.open_steps(dossier)
    choices = [Choice(act, ok, task) for task in open_steps for act, ok in possible.on_step(by, task, at).items()]
    return [_step(task, by, choices, at) for task in open_steps]


def time_of(dossier: Any, at: datetime) -> Time:
    """The clock of a dossier, as it stands at that moment."""
    calendar = calendar_for(dossier.one_stop.code)
    clock = reading.clock_of(dossier, calendar)
    until = clock.last_day_for_apology() if _may_still_reschedule(dossier) else None
    return Time(
        promise=promise(dossier.stage, dossier.due_at, at, calendar),
        due=dossier.due_at,
        by_law=dossier.due_by_law_at,
        explained=clock.explain(),
        apologise_until=until,
        warn=until is not None and _must_warn(clock, at),
        too_late=until is not None and local_day(at) > until,
        stops=pause_queries.stops_of(dossier),
    )


def hindered(choices: Iterable[Choice]) -> list[Hindered]:
    """What is not possible on any step, by reason."""
    choices = list(choices)
    possible_somewhere = {choice.act for choice in choices if choice.answer}
    reasons: dict[str, Answer] = {}
    for choice in choices:
        if choice.act not in possible_somewhere:
            reasons.setdefault(choice.act, choice.answer)
    titles: dict[Answer, list[str]] = {}
    for act, answer in reasons.items():
        titles.setdefault(answer, []).append(ACTS[act].title)
    return [Hindered(acts, answer) for answer, acts in titles.items()]


def address_of(act: str, code: str, task: Any = None) -> str:
    """Where an act is done: on a page of this dossier, or at the counter."""
    if act in AT_COUNTER:
        return reverse(AT_COUNTER[act], args=[code])
    return reverse(f"dossier:{act}", args=[code, task.pk] if task else [code])


def _step(task: Any, by: Any, choices: Iterable[Choice], at: datetime) -> Step:
    its = [choice for choice in choices if choice.task == task]
    decides = any(choice.answer for choice in its if choice.act in ("approve", "endorse"))
    if decides and task.officer_id == by.pk:
        its = [choice for choice in its if choice.act != "take"]  # whose decision it is need not take it first
    left = time_left(task.due_at, at, calendar_for(task.office.code))
    return Step(task, left, _offers(task.dossier, its))


def _offers(dossier: Any, choices: Iterable[Choice]) -> list[Offer]:
    return [
        Offer(choice.act, ACTS[choice.act], address_of(choice.act, dossier.code, choice.task))
        for choice in choices
        if choice.answer
    ]


def _may_still_reschedule(dossier: Any) -> bool:
    return dossier.stage in UNDER_THE_CLOCK and dossier.outcome == "" and dossier.rescheduled_to is None


def _must_warn(clock: Clock, at: datetime) -> bool:
    on = clock.warn_for_apology_on()
    return on is not None and local_day(at) >= on
