"""Two versions of a process beside each other: the picture with what changed, and the same step by step in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import ways
from motcua.domain.procedures.difference import BESIDE, Difference, StepChange, difference
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.rows import plan_of
from motcua.domain.procedures.terms import StepKind
from motcua.web.components.process_picture import Mark, Picture, PictureStep

CALLED = {
    "kind": "Loại việc",
    "name": "Nội dung",
    "office": "Cơ quan",
    "role": "Vai trò",
    "hours": "Thời gian",
    "officers": "Giao đích danh",
    "produces": "Biểu mẫu, kết quả",
    BESIDE: "Song song",
}


_WHOLE = {Mark.ADDED: "Bước mới", Mark.REMOVED: "Không còn bước này", Mark.MOVED: "Thứ tự các bước"}


@dataclass(frozen=True)
class Line:
    """One step: its number in each version, what became of it, and what is said otherwise: what, before, now."""

    was: str
    now: str
    name: str
    mark: Mark | None
    says: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Compared:
    """What changes from one version to another."""

    old: Any
    new: Any
    hours: tuple[int, int]
    lines: tuple[Line, ...]
    picture: Picture

    @property
    def changed(self) -> list[Line]:
        """The steps about which something changed."""
        return [line for line in self.lines if line.mark]

    def rows(self) -> Iterator[tuple[Line, str, str, str]]:
        """Each single change: the step, what about it, before, now."""
        for line in self.changed:
            if line.mark in _WHOLE:
                before, now = (f"bước {number}" if number else "không có" for number in (line.was, line.now))
                yield line, _WHOLE[line.mark], before, now
            yield from ((line, *said) for said in line.says)


def base_of(chosen: Any, versions: list[Any]) -> Any:
    """With what a version is compared: a draft with the version in force, another one with the version before it."""
    older = [each for each in versions if each.number < chosen.number]
    return next((each for each in older if each.state == "in_force"), older[0] if older else None)


def compared(old: Any, new: Any, plan: ProcessPlan | None = None) -> Compared:
    """What `new` changes in `old`; `plan` are the steps of the new one where they are known already."""
    found = difference(plan_of(old), plan or plan_of(new))
    names = ways.names_of(found)
    was, now = _numbers(found.was), _numbers(found.now)
    lines = tuple(_line(change, was, now, names) for change in found.steps)
    title = f"Phiên bản {new.number} so với phiên bản {old.number}"
    stages = tuple(tuple(stage) for stage in _stages(found, lines, names))
    return Compared(
        old, new, (found.was.total_hours(), found.now.total_hours()), lines, Picture(title, stages, "so-sanh")
    )


def _line(
    change: StepChange, was: Mapping[StepPlan, str], now: Mapping[StepPlan, str], names: Mapping[str, str]
) -> Line:
    step = change.now or change.was
    says = tuple(
        (CALLED[name], _said(change.was, name, names, was), _said(change.now, name, names, now))
        for name in change.fields
        if change.was and change.now
    )
    numbers = (was[change.was] if change.was else ""), (now[change.now] if change.now else "")
    return Line(*numbers, step.name if step else "", _mark(change), says)


def _mark(change: StepChange) -> Mark | None:
    if change.added:
        return Mark.ADDED
    if change.removed:
        return Mark.REMOVED
    if change.moved:
        return Mark.MOVED
    return Mark.CHANGED if change.fields else None


def _said(step: StepPlan | None, name: str, names: Mapping[str, str], numbers: Mapping[StepPlan, str]) -> str:
    """One thing that is said about a step, in words."""
    if step is None:
        return ""
    if name == "kind":
        return StepKind(step.kind).label
    if name == "role":
        return Role(step.role).label if step.role else "chưa có"
    if name == "hours":
        return f"{step.hours} giờ làm việc"
    if name == "officers":
        return ", ".join(names.get(code, code) for code in step.officers) or "mọi người giữ vai trò"
    if name == BESIDE:
        return "cùng lúc với bước khác" if numbers[step][-1:].isalpha() else "làm riêng"
    value = getattr(step, name)
    return names.get(value, value) if name == "office" else value or "không ghi"


def _numbers(plan: ProcessPlan) -> dict[StepPlan, str]:
    """Each step with its number as people write it: 1, 2a, 2b, 3."""
    return {
        step: f"{stage}{ascii_lowercase[place % 26] if len(steps) > 1 else ''}"
        for stage, steps in plan.stages()
        for place, step in enumerate(steps)
    }


def _stages(found: Difference, lines: tuple[Line, ...], names: Mapping[str, str]) -> Iterator[list[PictureStep]]:
    """The steps of the picture, those of one stage together; one that was taken out stands where it was."""
    here: list[PictureStep] = []
    last: StepChange | None = None
    for change, line in zip(found.steps, lines, strict=True):
        if last is not None and not _together(last, change):
            yield here
            here = []
        here.append(_drawn(change, line, names))
        last = change
    if here:
        yield here


def _together(one: StepChange, other: StepChange) -> bool:
    if one.now and other.now:
        return one.now.stage == other.now.stage
    return bool(one.was and other.was and one.was.stage == other.was.stage)


def _drawn(change: StepChange, line: Line, names: Mapping[str, str]) -> PictureStep:
    step = change.now or change.was
    assert step is not None  # noqa: S101 - a change has one of the two
    note = f"đổi: {', '.join(what.lower() for what, _, _ in line.says)}" if line.says else ""
    number = line.now or f"({line.was})"
    return PictureStep(step.name, names.get(step.office, step.office), step.hours, line.mark, note, number)
