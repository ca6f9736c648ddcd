"""The open work of one official, given to others by list: when somebody leaves, falls ill, or has too much (5.2.b)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import QuerySet

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import holders
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import Step
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day

from . import processing
from .each import Outcome, each_by_itself
from .models import Task

WORKING = frozenset({Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.HEAD})


def people(by: Officer, at: datetime) -> list[Officer]:
    """Who works in the bodies for which one assigns, by given name."""
    found = holders(_bodies(by, at), local_day(at))
    return list({each.officer_id: each.officer for each in found if set(each.roles) & WORKING}.values())


def of(holder: Officer, by: Officer, at: datetime, place: Place) -> Page[Task]:
    """The open steps of somebody in these bodies, the most urgent first."""
    rows: Page[Task] = page(_open(holder, by, at), "due_at", place)
    return rows


def how_many(holder: Officer, by: Officer, at: datetime) -> Counted:
    """How many there are."""
    return counted(_open(holder, by, at))


def chosen(holder: Officer, numbers: Iterable[int], by: Officer, at: datetime) -> list[Task]:
    """Those of them that were ticked."""
    return list(_open(holder, by, at).filter(pk__in=list(numbers)))


def everything(holder: Officer, by: Officer, at: datetime, most: int) -> list[Task]:
    """All of them, the most urgent so many."""
    return list(_open(holder, by, at).order_by("due_at", "id")[:most])


def hand_out(steps: Sequence[Task], *, to: Sequence[Officer], reason: str, by: Officer, at: datetime) -> Outcome:
    """Give each step to one of these people in turn, passing over who can not do it; each is an act of its own."""
    turn = {step.pk: _in_turn(to, number, step, at) for number, step in enumerate(steps)}

    def give(step: Task) -> str:
        for each in turn[step.pk]:
            processing.reassign(step, to=each, reason=reason, by=by, at=at)
            return f"giao cho {each.name}"
        raise Refused("Không ai trong những người được chọn giữ vai trò của bước này.", "5.1.a-2")

    return each_by_itself(steps, give)


def _in_turn(to: Sequence[Officer], number: int, step: Task, at: datetime) -> list[Officer]:
    able = [each for each in to if step.office_id in each.places_with(at, step.role) and each.pk != step.officer_id]
    return [able[number % len(able)]] if able else []


def _open(holder: Officer, by: Officer, at: datetime) -> QuerySet[Task]:
    rows = Task.objects.filter(officer=holder, office__in=by.places_with(at, Role.HEAD, Role.ASSIGN), done_at=None)
    return rows.exclude(kind=Step.Kind.RETURN).select_related("dossier__version", "office")


def _bodies(by: Officer, at: datetime) -> frozenset[int]:
    return by.bodies_with(at, Role.HEAD, Role.ASSIGN)
