"""The legs of a process that is only a plan, by the rules of `legs.py`: each with its steps as drafted. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan

from . import legs


@dataclass(frozen=True)
class Body:
    """An office, as far as a plan must know it."""

    name: str
    kind: str


@dataclass(frozen=True)
class PlannedLeg:
    """One body's part of the way: its office, and the steps that are opened together, one group after the other."""

    number: int
    group: int
    office: str
    portions: tuple[tuple[StepPlan, ...], ...]

    @property
    def hours(self) -> int:
        """The working hours of this part: of steps side by side the longest counts."""
        return sum(max(step.hours for step in portion) for portion in self.portions)

    @property
    def steps(self) -> tuple[StepPlan, ...]:
        """All steps of this part, in order."""
        return tuple(step for portion in self.portions for step in portion)

    def place_of(self, step: StepPlan) -> int | None:
        """The place of the portion to which a step belongs; none when it is another's."""
        return next((place for place, portion in enumerate(self.portions) if step in portion), None)


@dataclass(frozen=True)
class _Numbered:
    """A drafted step as `legs.py` reads it: step and office by their places in the plan."""

    id: int
    stage: int
    kind: str
    office_id: int
    office_kind: str
    hours: int


def legs_of(plan: ProcessPlan, bodies: Mapping[str, Body], *, electronic: bool) -> tuple[PlannedLeg, ...]:
    """The legs of the bodies; none for what a single body settles. `bodies` are its offices, by code."""
    steps = [step for _, together in plan.stages() for step in together]
    offices = list(dict.fromkeys(step.office for step in steps))
    numbered = [
        _Numbered(place, step.stage, step.kind, offices.index(step.office), _kind(step, bodies), step.hours)
        for place, step in enumerate(steps)
    ]
    if not legs.is_interlinked(numbered):
        return ()
    return tuple(
        PlannedLeg(
            leg.number,
            leg.group,
            offices[leg.office_id],
            tuple(tuple(steps[each.id] for each in portion.steps) for portion in leg.portions),
        )
        for leg in legs.of_bodies(legs.way(numbered, electronic=electronic))
    )


def _kind(step: StepPlan, bodies: Mapping[str, Body]) -> str:
    return bodies[step.office].kind if step.office in bodies else ""
