"""What both sides say about the steps of a draft, beside each step, and who may answer or settle it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from string import ascii_lowercase
from typing import Any

from motcua.domain.procedures import comments, policies
from motcua.domain.procedures.queries import Plan, PlannedStep
from motcua.domain.regulation.answers import Answer


@dataclass(frozen=True)
class Said:
    """A comment with its answers, and whether the reader may settle it."""

    comment: Any
    answers: list[Any]
    may_settle: Answer


@dataclass(frozen=True)
class About:
    """A step with what was said about it; without a place when the step was taken out."""

    name: str
    place: tuple[int, int] | None
    said: list[Said]


@dataclass(frozen=True)
class Discussion:
    """All that was said about a process."""

    steps: list[About]
    open: int
    may: Answer

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to read or to do."""
        return bool(self.may) or any(step.said for step in self.steps)


def discussion(by: Any, process: Any, plan: Plan, at: datetime) -> Discussion:
    """What was said about each step, in the order of the steps; about steps that are gone last."""
    said = list(_said(by, comments.comments_on(process), at))
    steps = [
        About(_called(step, plan), (step.stage, step.branch), _about(said, (step.stage, step.branch)))
        for step in plan.steps
    ]
    gone = [each for each in said if each.comment.stage is None]
    steps += [About(f"{each.comment.step} (bước đã bỏ)", None, [each]) for each in gone]
    unsettled = sum(each.comment.settled_at is None for each in said)
    return Discussion(steps, unsettled, policies.may_comment(by, process, at))


def _said(by: Any, rows: list[Any], at: datetime) -> Iterator[Said]:
    for each in rows:
        if each.answers_id is None:
            yield Said(each, [row for row in rows if row.answers_id == each.pk], policies.may_settle(by, each, at))


def _called(step: PlannedStep, plan: Plan) -> str:
    letter = ascii_lowercase[(step.branch - 1) % 26] if len(plan.steps_of(step.stage)) > 1 else ""
    return f"Bước {step.stage}{letter}. {step.name}"


def _about(said: list[Said], place: tuple[int, int]) -> list[Said]:
    return [each for each in said if (each.comment.stage, each.comment.branch) == place]
