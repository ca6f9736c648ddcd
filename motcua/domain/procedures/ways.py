"""Processes as those who work on them find them: procedures by how far their process has come, and a way weighed
against the time of its procedure.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.working_days.limit import Limit

from . import process_rules
from .bpmn.writing import written
from .difference import Difference
from .everyday import asked
from .handling import Plan
from .models import Procedure, Version
from .process_models import Process
from .process_rules import ProcessPlan
from .queries import newest_discussed
from .rows import limits_of, plan_of
from .taking import latest

LONGEST_SEARCH = 200


class Reached(StrEnum):
    """How far the newest process of a procedure has come."""

    NONE = "none"
    DRAFT = "draft"
    DEPARTMENT = "department"
    CENTRE = "centre"
    APPROVED = "approved"
    IN_FORCE = "in_force"

    @property
    def label(self) -> str:
        """As its writers read it."""
        return "Chưa có quy trình" if self is Reached.NONE else Process.State(self.value).label


@dataclass(frozen=True)
class Weighed:
    """A way beside the time of its procedure: what is wrong with it, its hours, the shortest limit and its hours."""

    faults: tuple[str, ...]
    hours: int
    limit: Limit | None
    allowed: int

    @property
    def left(self) -> int:
        """The hours that are not yet allotted; less than none when the steps take too long."""
        return self.allowed - self.hours


def name_of(procedure: Procedure) -> str:
    """The name of a procedure in its newest version."""
    return latest(procedure).name


def names_in(plan: Plan) -> dict[int, str]:
    """The names of the officials whom the steps of a process name."""
    named = {pk for step in plan.steps for pk in step.officer_ids}
    return dict(Officer.objects.filter(pk__in=named).values_list("pk", "name")) if named else {}


def names_of(difference: Difference) -> dict[str, str]:
    """The names of the bodies and of the officials in both versions, by their codes."""
    steps = [*difference.was.steps, *difference.now.steps]
    offices = Office.objects.filter(code__in={step.office for step in steps}).values_list("code", "name")
    named = {code for step in steps for code in step.officers}
    officers = Officer.objects.filter(code__in=named).values_list("code", "name") if named else ()
    return dict(offices) | dict(officers)


def as_bpmn(process: Process) -> bytes:
    """A version of a process as BPMN 2.0 XML, as it stands now."""
    plan, procedure = plan_of(process), process.procedure
    names = Office.objects.filter(code__in={step.office for step in plan.steps}).values_list("code", "name")
    return written(plan, code=procedure.code, version=process.number, title=name_of(procedure), names=dict(names))


def weighed(procedure: Procedure, plan: ProcessPlan) -> Weighed:
    """Everything that would stop both sides from agreeing to this way, and the hours it takes and has."""
    limits = limits_of(latest(procedure)).values()
    too_long = process_rules.too_long(plan, limits)
    faults = [*process_rules.faults(plan), *([too_long] if too_long else [])]
    shortest = min(limits, key=process_rules.surely_in, default=None)
    allowed = process_rules.surely_in(shortest) if shortest else 0
    return Weighed(tuple(faults), plan.total_hours(), shortest, allowed)


def ways(by: Any, words: str, reached: Reached | None, at: datetime, place: Place) -> Page[Any]:
    """A page of the procedures somebody works on, by name, each with the state of its newest process."""
    return page(_ways(by, words, reached, at).select_related("procedure__owner"), "sort_key", place)


def how_many_ways(by: Any, words: str, reached: Reached | None, at: datetime) -> Counted:
    """How many there are."""
    return counted(_ways(by, words, reached, at))


def _ways(by: Any, words: str, reached: Reached | None, at: datetime) -> QuerySet[Any]:
    newest = Process.objects.filter(procedure=OuterRef("procedure")).order_by("-number")
    applied = newest.filter(state=Process.State.IN_FORCE)
    rows = newest_discussed(by, at).annotate(
        reached=Subquery(newest.values("state")[:1]),
        process_number=Subquery(newest.values("number")[:1]),
        applied_number=Subquery(applied.values("number")[:1]),
        applied_from=Subquery(applied.values("valid_from")[:1]),
    )
    if reached is not None:
        rows = rows.filter(reached=None if reached is Reached.NONE else reached.value)
    return _holding_words(rows, words)


def _holding_words(rows: QuerySet[Version], words: str) -> QuerySet[Version]:
    for word in asked(words[:LONGEST_SEARCH]):
        rows = rows.filter(folded__contains=word)
    return rows
