"""What the handling of dossiers needs of a procedure and of its process, read once.

A published version and an approved process never change, so each is kept in memory from its first use: receiving
a dossier costs the same however many procedures there are. Only who owns a procedure and what offices are called
may change: versions are read anew after a while, steps of a process keep the name they were read with.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Exists

from motcua.domain.organisations.models import Office
from motcua.domain.statements import Said
from motcua.domain.working_days.limit import Limit

from .arrangement_models import holding
from .models import Version
from .parts import ResultPart
from .process_models import DECIDED, Process, Step
from .rows import limits_of
from .terms import StepKind

KEPT = 4096


@dataclass(frozen=True)
class HandledComponent:
    """A paper that may be asked for, as it was published."""

    id: int
    position: int
    code: str
    name: str
    case: str
    originals: int
    copies: int
    required: bool
    form_name: str
    form_sha256: str


@dataclass(frozen=True)
class Handled:
    """A published version as those who receive and handle dossiers need it."""

    version_id: int
    procedure_id: int
    code: str
    name: str
    owner: Office
    level: str
    copies: int
    components: tuple[HandledComponent, ...]
    limits: Mapping[str, Limit]
    results: tuple[ResultPart, ...]

    @property
    def owner_code(self) -> str:
        """The code of the department that answers for the procedure."""
        return self.owner.code

    @property
    def owner_name(self) -> str:
        """Its name."""
        return self.owner.name


@dataclass(frozen=True)
class PlannedStep:
    """One step of an approved process: what, by whom, in how many working hours."""

    id: int
    stage: int
    branch: int
    kind: str
    name: str
    office_id: int
    office_code: str
    office_name: str
    office_kind: str
    role: str
    hours: int
    produces: str
    officer_ids: tuple[int, ...]


@dataclass(frozen=True)
class Plan:
    """A whole process, its steps by stage and branch."""

    id: int
    procedure_id: int
    number: int
    steps: tuple[PlannedStep, ...]

    @property
    def stages(self) -> tuple[int, ...]:
        """The numbers of its stages in order."""
        return tuple(sorted({step.stage for step in self.steps}))

    @property
    def last_stage(self) -> int:
        """The stage in which the result is returned."""
        return self.stages[-1]

    @property
    def settles_at_once(self) -> bool:
        """Whether whoever receives settles the matter with one who signs, and nobody else has a step (một bước)."""
        return [step.kind for step in self.steps] == [StepKind.RECEIVE, StepKind.APPROVE, StepKind.RETURN]

    def steps_of(self, stage: int) -> tuple[PlannedStep, ...]:
        """The steps that run side by side in a stage."""
        return tuple(step for step in self.steps if step.stage == stage)

    def step(self, step_id: int | None) -> PlannedStep:
        """One step by its id; a task outside the process has none."""
        return next(step for step in self.steps if step.id == step_id)

    def stage_after(self, stage: int) -> int | None:
        """The next stage; none after the last."""
        return min((each for each in self.stages if each > stage), default=None)

    def stage_before(self, stage: int) -> int | None:
        """The stage before; none before the first."""
        return max((each for each in self.stages if each < stage), default=None)


def handled(version_id: int) -> Handled:
    """A published version; raises `Version.DoesNotExist` for a draft."""
    global _read_at
    if time.monotonic() - _read_at > settings.AT_HAND_SECONDS:
        forget_handled()
        _read_at = time.monotonic()
    return _handled(version_id)


def forget_handled() -> None:
    """Let the next question read each version anew: a procedure has another owner."""
    _handled.cache_clear()


_read_at = 0.0


@lru_cache(maxsize=KEPT)
def _handled(version_id: int) -> Handled:
    rows = Version.objects.select_related("procedure__owner__parent").prefetch_related("components", "time_limits")
    version = rows.get(pk=version_id, state=Version.State.PUBLISHED)
    columns = ("id", "position", "code", "name", "case", "originals", "copies", "required", "form_name", "form_sha256")
    return Handled(
        version_id=version.pk,
        procedure_id=version.procedure_id,
        code=version.procedure.code,
        name=version.name,
        owner=version.procedure.owner,
        level=version.level,
        copies=version.copies,
        components=tuple(
            HandledComponent(**{name: getattr(each, name) for name in columns}) for each in version.components.all()
        ),
        limits=limits_of(version),
        results=tuple(ResultPart(**result) for result in version.results),
    )


@lru_cache(maxsize=KEPT)
def process_plan(process_id: int) -> Plan:
    """An approved process; raises `Process.DoesNotExist` for one that is still discussed."""
    return plan_to_show(Process.objects.get(pk=process_id, state__in=DECIDED))


def plan_to_show(process: Process) -> Plan:
    """Any process, a draft too, as it stands now: for the picture and the editor."""
    steps = process.steps.select_related("office").prefetch_related("officers").order_by("stage", "branch")
    return Plan(
        id=process.pk,
        procedure_id=process.procedure_id,
        number=process.number,
        steps=tuple(map(_planned, steps)),
    )


def process_in_force(procedure_id: int, day: date) -> Plan | None:
    """The process that dossiers received on a day begin with; none when nobody has approved one."""
    return beginning(procedure_id, day)[0]


def beginning(procedure_id: int, day: date) -> tuple[Plan | None, bool]:
    """The same, and whether something special is agreed for these dossiers: most need not ask for what."""
    begun = _BEGUN.all(procedure=procedure_id, day=day)
    return (process_plan(begun[0][0]), begun[0][1]) if begun else (None, False)


_BEGUN: Said[Any] = Said(
    lambda procedure, day: (
        Process.objects.filter(procedure=procedure, state__in=("in_force", "replaced"), valid_from__lte=day)
        .annotate(arranged=Exists(holding(procedure, day)))
        .order_by("-valid_from", "-number")
        .values_list("pk", "arranged")[:1]
    )
)


def _planned(step: Step) -> PlannedStep:
    return PlannedStep(
        id=step.pk,
        stage=step.stage,
        branch=step.branch,
        kind=step.kind,
        name=step.name,
        office_id=step.office_id,
        office_code=step.office.code,
        office_name=step.office.name,
        office_kind=step.office.kind,
        role=step.role,
        hours=step.hours,
        produces=step.produces,
        officer_ids=tuple(officer.pk for officer in step.officers.all()),
    )
