"""Some three hundred dossiers in every stage, lived through side by side up to the present."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random

from motcua.domain.dossiers.stages import Stage
from motcua.domain.procedures import queries
from motcua.domain.procedures.models import Version
from motcua.domain.vietnamese.dates import local_day

from . import desk, stories, turns
from .beginnings import Beginning
from .case import SUPPLEMENTED_IN, Case
from .described import Described, procedures
from .people import Crowd
from .sealing import SealDays
from .timeline import Timeline
from .way import Moments
from .world import World

FIRST = "skhdt"
SEED = 1716  # the number of the regulation; any would do, as long as it stays
SCANNED_OF_A_HUNDRED = 5


@dataclass(frozen=True)
class Plan:
    """A story, how many live it, when they begin, where it stops short, whose procedures or which one it is about.

    Most are about anybody's. Some are about the department whose officials stand first in the guide to the demo, so
    that whoever signs in as one of them finds work of every kind.
    """

    story: Callable[[Case], Moments]
    count: int
    begins: Callable[[Beginning], datetime]
    until: Stage | None = None
    owner: str = ""
    code: str = ""


PLANS = (
    Plan(stories.on_time, 76, Beginning.long_ago),
    Plan(stories.guided_then_filed, 10, Beginning.long_ago),
    Plan(stories.incomplete_then_complete, 16, Beginning.long_ago),
    Plan(stories.asked_late, 3, Beginning.long_ago),
    Plan(stories.asked_twice, 2, Beginning.long_ago),
    Plan(stories.late_with_apology, 9, Beginning.long_ago),
    Plan(stories.apology_too_late, 3, Beginning.long_ago),
    Plan(stories.late_without_a_word, 5, Beginning.long_ago),
    Plan(stories.passed_on_late, 3, Beginning.long_ago),
    Plan(stories.mended, 6, Beginning.long_ago),
    Plan(stories.taken_over, 4, Beginning.long_ago),
    Plan(stories.not_eligible, 8, Beginning.long_ago),
    Plan(stories.fetched_from_the_shelf, 4, Beginning.finished_weeks_ago),
    Plan(stories.turned_away, 9, Beginning.at_any_time),
    Plan(stories.only_guided, 24, Beginning.at_any_time),
    Plan(stories.on_time, 48, Beginning.lately),
    Plan(stories.advised, 4, Beginning.long_ago),
    Plan(stories.not_advised, 3, Beginning.long_ago),
    Plan(stories.not_advised, 2, Beginning.just_begun, owner=FIRST),
    Plan(stories.incomplete_then_complete, 5, Beginning.lately),
    Plan(stories.left_lying, 6, Beginning.just_begun),
    Plan(stories.left_lying, 3, Beginning.due_soon),
    Plan(stories.left_lying, 5, Beginning.overdue),
    Plan(stories.awaiting_decision, 5, Beginning.lately),
    Plan(stories.late_with_apology, 6, Beginning.due_tomorrow),
    Plan(stories.never_completed, 7, Beginning.some_days_ago),
    Plan(stories.on_time, 6, Beginning.just_now, until=Stage.RECEIVED),
    Plan(stories.on_time, 6, Beginning.passed_on_by_now, until=Stage.TRANSFERRED),
    Plan(stories.on_time, 4, Beginning.due_tomorrow, until=Stage.APPROVED),
    Plan(stories.on_time, 4, Beginning.due_tomorrow, until=Stage.RESULT_READY),
    Plan(stories.not_eligible, 3, Beginning.due_tomorrow, until=Stage.REJECTED),
    Plan(stories.not_eligible, 2, Beginning.finished_these_days, until=Stage.AT_CENTRE),
    Plan(stories.on_time, 16, Beginning.finished_these_days, until=Stage.AT_CENTRE),
    Plan(stories.uncollected, 10, Beginning.finished_weeks_ago),
    Plan(stories.left_lying, 5, Beginning.just_begun, owner=FIRST),
    Plan(stories.left_lying, 2, Beginning.due_soon, owner=FIRST),
    Plan(stories.left_lying, 2, Beginning.overdue, owner=FIRST),
    Plan(stories.awaiting_decision, 5, Beginning.just_begun, owner=FIRST),
    Plan(stories.late_with_apology, 1, Beginning.due_tomorrow, owner=FIRST),
    Plan(stories.never_completed, 2, Beginning.some_days_ago, owner=FIRST),
    Plan(stories.on_time, 3, Beginning.passed_on_by_now, until=Stage.TRANSFERRED, owner=FIRST),
    Plan(stories.on_time, 2, Beginning.due_tomorrow, until=Stage.APPROVED, owner=FIRST),
    Plan(stories.on_time, 1, Beginning.due_tomorrow, until=Stage.RESULT_READY, owner=FIRST),
    Plan(stories.on_time, 3, Beginning.finished_these_days, until=Stage.AT_CENTRE, owner=FIRST),
    Plan(turns.paid_late, 3, Beginning.long_ago),
    Plan(turns.not_yet_paid, 3, Beginning.some_days_ago),
    Plan(turns.not_yet_paid, 1, Beginning.some_days_ago, owner=FIRST),
    Plan(turns.rested, 2, Beginning.long_ago),
    Plan(turns.resting, 2, Beginning.some_days_ago),
    Plan(turns.withdrawn, 3, Beginning.long_ago),
    Plan(turns.taken_back, 2, Beginning.some_days_ago),
    Plan(turns.received_by_mistake, 2, Beginning.long_ago),
    Plan(turns.not_cancelled_after_all, 1, Beginning.long_ago, owner=FIRST),
    Plan(turns.never_supplemented, 1, Beginning.long_ago),
    Plan(stories.advised_by_letter, 1, Beginning.long_ago, owner=FIRST),
    Plan(stories.advice_waited_for, 1, Beginning.some_days_ago, owner=FIRST),
    Plan(stories.met_twice, 1, Beginning.long_ago, code="1.004616"),
    Plan(stories.on_time, 1, Beginning.long_ago, code="2.001628"),
    Plan(stories.on_time, 1, Beginning.long_ago, code="1.004223"),
    Plan(desk.settled_at_once, 14, Beginning.at_any_time),
    Plan(desk.slip_of_the_pen, 1, Beginning.long_ago, owner=FIRST),
    Plan(desk.promise_put_right, 1, Beginning.long_ago, owner=FIRST),
    Plan(desk.promise_kept, 1, Beginning.long_ago, owner=FIRST),
    Plan(desk.promise_in_doubt, 1, Beginning.just_begun, owner=FIRST),
    Plan(desk.scanned_later, 1, Beginning.long_ago, owner=FIRST),
)
WITHIN_A_DAY = (stories.on_time, stories.guided_then_filed, stories.only_guided, stories.turned_away)
SUPPLEMENTED = (
    stories.incomplete_then_complete,
    stories.asked_late,
    stories.asked_twice,
    stories.never_completed,
    turns.paid_late,
    turns.not_yet_paid,
    turns.never_supplemented,
)


@dataclass(frozen=True)
class Life:
    """A case and the way it goes."""

    case: Case
    way: Moments
    until: Stage | None

    @property
    def at(self) -> datetime:
        """The moment its story has come to."""
        return self.case.at

    def go_on(self) -> datetime | None:
        """Do what is due now; gives the next moment, or nothing when this life has come to its end here."""
        moment = next(self.way, None)
        return None if moment is None or self._has_come_far_enough() else moment

    def _has_come_far_enough(self) -> bool:
        if self.until is None or not hasattr(self.case, "dossier"):
            return False
        self.case.dossier.refresh_from_db(fields=["stage"])
        return self.case.dossier.stage == self.until


def live(plans: tuple[Plan, ...], world: World, times: Timeline) -> None:
    """Let all lives go on side by side until now, those of dossiers and of the seals at the Centre."""
    lives: list[Life | SealDays] = [SealDays(world, times), *_lives(plans, world, times)]
    waiting = [(life.at, number) for number, life in enumerate(lives)]
    heapq.heapify(waiting)
    while waiting and waiting[0][0] <= times.now:
        _, number = heapq.heappop(waiting)
        moment = lives[number].go_on()
        if moment is not None:
            heapq.heappush(waiting, (moment, number))


def _lives(plans: tuple[Plan, ...], world: World, times: Timeline) -> Iterator[Life]:
    chance = Random(SEED)  # noqa: S311 - invented people need no secrecy
    crowd, current = Crowd(chance), _current(times)
    for plan in plans:
        fitting = [each for each in procedures() if _fits(plan, each)]
        for described in chance.choices(fitting, weights=[each.share for each in fitting], k=plan.count):
            begins_at = plan.begins(Beginning(described, times, chance))
            own = Random(chance.random())  # noqa: S311
            is_scanned = chance.randrange(100) < SCANNED_OF_A_HUNDRED
            case = Case(described, current[described.code], world, crowd, own, begins_at, is_scanned)
            yield Life(case, plan.story(case), plan.until)


def _fits(plan: Plan, described: Described) -> bool:
    """Whether this can happen to such a matter: what is done within the day is neither late nor incomplete.

    What is settled at once has no other life.
    """
    if plan.owner not in ("", described.owner) or plan.code not in ("", described.code):
        return False
    if described.settles_at_once or plan.story == desk.settled_at_once:
        return described.settles_at_once and plan.story == desk.settled_at_once
    within_a_day = not described.parts.time_limits[0].amount
    if within_a_day and (plan.story not in WITHIN_A_DAY or plan.until):
        return False
    first = [step.kind for step in described.process.steps if step.stage == 2]
    return plan.story not in SUPPLEMENTED or any(kind in SUPPLEMENTED_IN for kind in first)


def _current(times: Timeline) -> dict[str, Version]:
    today = local_day(times.now)
    return {each.code: queries.published(each.code, today) for each in procedures()}
