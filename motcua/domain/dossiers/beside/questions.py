"""What other bodies are asked, and the clocks of those who wait for it. No acts here: acts call it inside theirs."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.procedures.handling import process_plan
from motcua.domain.procedures.models import Step
from motcua.domain.statements import Said, change
from motcua.domain.working_days.queries import calendar_for

from .. import tasks
from ..models import Breach, Consultation, Dossier, Submitted, Task
from ..terms import BreachKind
from . import slips as aside_slips

CLAUSE = "5.1.đ-1"
_OPEN = Said(lambda dossier: Consultation.objects.filter(dossier=dossier, ended_at=None).order_by("id"))
Told = dict[str, Any]


def put(dossier: Dossier, opened: list[Task], *, by: Officer, at: datetime) -> dict[str, list[Told]]:
    """Send the letter of every opened step in which another body is asked; gives the letters as facts, if any.

    A step that was opened anew while its question was still out keeps the letter and gets its new date.
    """
    asked = [task for task in opened if task.kind == Step.Kind.CONSULT]
    return {"questions": [told(_put(dossier, task, by, at)) for task in asked]} if asked else {}


def told(question: Consultation) -> Told:
    """A question as facts for the journal."""
    return {"number": question.number, "asked": question.body, "question": question.question, "until": question.due_at}


def send(question: Consultation, *, by: Officer, at: datetime) -> Consultation:
    """Give the question its letter and its number, and keep it."""
    question.paper = aside_slips.letter(question, _enclosed(question), by=by, at=at)
    question.number = question.paper.shown_number
    question.save(force_insert=True)
    return question


def drop_open(dossier: Dossier, *, at: datetime) -> None:
    """The dossier is decided: nobody needs to answer any more."""
    for question in _OPEN.all(dossier=dossier.pk):
        question.ended_at = at
        change(question, "ended_at")
        task = question.task
        if task is not None and task.done_at is None:
            task.done_at, task.how = at, "not_needed"
            change(task, "done_at", "how")


def name_late(question: Consultation, *, at: datetime, officer: Officer | None = None) -> str:
    """Write down, once, that a body let its date pass; one from outside the province's offices is only named."""
    question.named_at = at
    change(question, "named_at")
    if question.office_id is not None:
        Breach.objects.create(
            dossier_id=question.dossier_id,
            kind=BreachKind.LATE_ADVICE,
            clause=CLAUSE,
            office_id=question.office_id,
            officer=officer,
            at=at,
        )
    return BreachKind.LATE_ADVICE.value


def begin_waiting(task: Task, at: datetime) -> None:
    """From now on the time of the asker's step is that of the body that was asked."""
    if task.waiting_since is None:
        task.waiting_since = at
        change(task, "waiting_since")


def stop_waiting(question: Consultation, at: datetime) -> None:
    """The asker's step goes on, with the time it had left, unless another answer is still waited for."""
    if not question.waits or question.asked_in is None:
        return
    step = question.asked_in.step_id
    others = Consultation.objects.filter(
        dossier=question.dossier_id, asked_in__step=step, waits=True, ended_at=None, went_on_at=None
    )
    asker = Task.objects.filter(dossier=question.dossier_id, step=step).order_by("-id").first()
    if asker is None or asker.waiting_since is None or others.exclude(pk=question.pk).exists():
        return
    calendar = calendar_for(office_at_hand(asker.office_id).code)
    minutes = max(calendar.working_minutes_between(asker.waiting_since, asker.done_at or at), 0)
    asker.waiting_since, asker.waited = None, asker.waited + minutes
    if asker.done_at is None or asker.how == tasks.PAUSED:
        asker.due_at = calendar.after(asker.due_at, minutes)
    change(asker, "waiting_since", "waited", "due_at")


def _put(dossier: Dossier, task: Task, by: Officer, at: datetime) -> Consultation:
    pending = Consultation.objects.filter(dossier=dossier, task__step=task.step_id, ended_at=None).first()
    if pending is not None:
        pending.task, pending.due_at = task, task.due_at
        change(pending, "task", "due_at")
        return pending
    step = process_plan(dossier.process_id).step(task.step_id)
    made = Consultation(
        dossier=dossier,
        task=task,
        office_id=step.office_id,
        body=step.office_name,
        question="\n".join(filter(None, (step.name, step.produces))),
        enclosed=list(Submitted.objects.filter(dossier=dossier).order_by("id").values_list("pk", flat=True)),
        asked_at=at,
        asked_by=by,
        due_at=task.due_at,
    )
    return send(made, by=by, at=at)


def _enclosed(question: Consultation) -> tuple[str, ...]:
    rows = Submitted.objects.filter(dossier=question.dossier_id, pk__in=question.enclosed)
    return tuple(dict.fromkeys(rows.order_by("component__position", "id").values_list("component__name", flat=True)))
