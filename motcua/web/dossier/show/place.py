"""The picture of a dossier's process, with the dossier's place in it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from motcua.domain.dossiers.queries import Whole
from motcua.domain.dossiers.stages import Stage
from motcua.domain.procedures.queries import PlannedStep, process_plan
from motcua.domain.procedures.terms import StepKind
from motcua.web.components.process_picture import Picture, PictureStep, Place


def picture_of(whole: Whole, at: datetime) -> Picture:
    """The process it began with: what is done, where it is now, what is still to come."""
    dossier = whole.dossier
    plan = process_plan(dossier.process_id)
    last = _last_of_each_step(whole.tasks)
    reached = max((task.stage for task in whole.open_tasks()), default=None)
    stages = []
    for stage in plan.stages:
        steps = (_drawn(step, last.get(step.id), dossier, reached, at) for step in plan.steps_of(stage))
        stages.append(tuple(steps))
    return Picture(gettext("Quy trình của hồ sơ {code}").format(code=dossier.code), tuple(stages))


def _last_of_each_step(tasks: Iterable[Any]) -> dict[int, Any]:
    """The last task of each step: a step that was sent back or supplemented was opened more than once."""
    return {task.step_id: task for task in tasks}


def _drawn(step: PlannedStep, task: Any, dossier: Any, reached: int | None, at: datetime) -> PictureStep:
    place, note = _place(step, task, dossier, reached, at)
    return PictureStep(step.name, step.office_name, step.hours, place, note)


def _place(step: PlannedStep, task: Any, dossier: Any, reached: int | None, at: datetime) -> tuple[Place | None, str]:
    """Where the dossier is, seen from one step, and who has or had it."""
    if step.kind == StepKind.RECEIVE:
        received = dossier.stage != Stage.RECEIVED
        return (Place.DONE if received else Place.CURRENT), dossier.received_by.name
    if task is None or (reached is not None and step.stage > reached):
        skipped = task is None and dossier.outcome == "rejected" and step.kind != StepKind.RETURN
        return (None if skipped else Place.WAITING), ""
    if task.done_at is None:
        return (Place.LATE if task.is_late(at) else Place.CURRENT), task.officer.name if task.officer else "chờ nhận"
    if task.how == "paused":
        return Place.CURRENT, "tạm dừng, chờ người nộp hồ sơ"
    if task.how in ("withdrawn", "cancelled"):
        return Place.WAITING, ""
    if task.how == "supplement" and dossier.stage == Stage.AWAITING_SUPPLEMENT:
        return Place.CURRENT, "tạm dừng, chờ người dân bổ sung"
    if task.how == "sent_back":
        return Place.WAITING, ""
    return Place.DONE, task.done_by.name if task.done_by else ""
