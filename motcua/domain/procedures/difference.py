"""What one version of a process changes in another: steps added, taken out, moved, or done otherwise. Pure."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.text import fold

from .process_rules import ProcessPlan, StepPlan

SAID = ("kind", "name", "office", "role", "hours", "officers", "produces")
BESIDE = "beside"


@dataclass(frozen=True)
class StepChange:
    """A step in the older version, in the newer one, or in both; `fields` names what is said otherwise in it."""

    was: StepPlan | None
    now: StepPlan | None
    fields: tuple[str, ...] = ()
    moved: bool = False

    @property
    def added(self) -> bool:
        """Whether only the newer version has it."""
        return self.was is None

    @property
    def removed(self) -> bool:
        """Whether only the older version has it."""
        return self.now is None

    @property
    def same(self) -> bool:
        """Whether nothing about it changed; its number may be another, because of steps before it."""
        return not (self.added or self.removed or self.moved or self.fields)


@dataclass(frozen=True)
class Difference:
    """All steps of both versions in the order of the newer one; those taken out stand where they were."""

    was: ProcessPlan
    now: ProcessPlan
    steps: tuple[StepChange, ...]

    @property
    def changes(self) -> tuple[StepChange, ...]:
        """Only what changed."""
        return tuple(step for step in self.steps if not step.same)

    @property
    def hours(self) -> int:
        """By how many working hours the whole way became longer; less than nought when it became shorter."""
        return self.now.total_hours() - self.was.total_hours()

    def place_now(self, stage: int, branch: int) -> tuple[int, int] | None:
        """Where a step of the older version stands in the newer one; none when it was taken out."""
        for step in self.steps:
            if step.was and (step.was.stage, step.was.branch) == (stage, branch):
                return (step.now.stage, step.now.branch) if step.now else None
        return None


@rule("4.1.a-1")
def difference(was: ProcessPlan, now: ProcessPlan) -> Difference:
    """What changed between two versions, step by step, so that both sides see what they agree to."""
    old, new = _in_order(was), _in_order(now)
    pairs = _paired(old, new)
    moved = _out_of_order([(old[pairs[place]].stage, place) for place in sorted(pairs)])
    beside_was, beside_now = _beside(old), _beside(new)
    changes = []
    for place, step in enumerate(new):
        if place not in pairs:
            changes.append(StepChange(None, step))
            continue
        before = old[pairs[place]]
        fields = [name for name in SAID if getattr(before, name) != getattr(step, name)]
        fields += [BESIDE] if (before.stage in beside_was) != (step.stage in beside_now) else []
        changes.append(StepChange(before, step, tuple(fields), place in moved))
    return Difference(was, now, tuple(_with_the_removed(changes, old, set(pairs.values()))))


def _in_order(plan: ProcessPlan) -> list[StepPlan]:
    return [step for _, steps in plan.stages() for step in steps]


def _paired(old: Sequence[StepPlan], new: Sequence[StepPlan]) -> dict[int, int]:
    """For each step of the newer version the older one it comes from: the most alike first, each once."""
    pairs: dict[int, int] = {}
    for alike in _ALIKE:
        left = [place for place in range(len(old)) if place not in pairs.values()]
        for place, step in enumerate(new):
            if place in pairs:
                continue
            if same := [before for before in left if alike(old[before]) == alike(step)]:
                pairs[place] = min(same, key=lambda before: abs(before - place))
                left.remove(pairs[place])
    return pairs


# From the surest sign that two steps are one and the same to the weakest: everything is the same; the same work in
# the same office; of another kind there; elsewhere; the same kind of work by the same people under another name.
_ALIKE: tuple[Callable[[StepPlan], object], ...] = (
    lambda step: tuple(getattr(step, name) for name in SAID),
    lambda step: (step.kind, fold(step.name), step.office),
    lambda step: (fold(step.name), step.office),
    lambda step: (step.kind, fold(step.name)),
    lambda step: (step.kind, step.office, step.role),
)


def _out_of_order(stages: Sequence[tuple[int, int]]) -> set[int]:
    """The fewest steps (by place) that one would have to move to bring the older order into the newer one.

    What remains is a longest run of steps whose older stages do not fall.
    """
    ends: list[int] = []
    runs: list[list[int]] = []
    for stage, place in stages:
        at = bisect_left(ends, stage + 1)
        run = [*(runs[at - 1] if at else []), place]
        ends[at : at + 1], runs[at : at + 1] = [stage], [run]
    kept = set(runs[-1]) if runs else set()
    return {place for _, place in stages} - kept


def _beside(steps: Sequence[StepPlan]) -> set[int]:
    """The stages in which several steps run side by side."""
    stages = [step.stage for step in steps]
    return {stage for stage in stages if stages.count(stage) > 1}


def _with_the_removed(changes: Sequence[StepChange], old: Sequence[StepPlan], kept: set[int]) -> Iterator[StepChange]:
    """The changes, each step that was taken out standing before the one that followed it."""
    gone = [step for place, step in enumerate(old) if place not in kept]
    for change in changes:
        if change.was and not change.moved:
            while gone and (gone[0].stage, gone[0].branch) < (change.was.stage, change.was.branch):
                yield StepChange(gone.pop(0), None)
        yield change
    yield from (StepChange(step, None) for step in gone)
