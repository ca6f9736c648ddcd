"""Another body is asked about a dossier in the middle of a step (Nghị định 61/2018/NĐ-CP, Điều 19.5)."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import colleagues
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import Step
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add
from motcua.domain.vietnamese.dates import show_moment
from motcua.domain.vietnamese.text import clean, clean_lines
from motcua.domain.working_days.limit import Limit
from motcua.domain.working_days.queries import calendar_for

from .. import stages, tasks
from ..models import Consultation, Dossier, Submitted, Task
from . import policies as aside_policies
from . import questions

RECEIVERS = (Role.ASSIGN, Role.APPRAISE, Role.HEAD, Role.CLERK, Role.APPROVE)


class NothingAsked(Refused):
    """A question names a body, what is asked, and papers of this dossier."""

    clause = "5.1.đ-1"


class AlreadyAsked(Refused):
    """One open question to a body at a time."""

    clause = "5.1.đ-1"


class TooFar(Refused):
    """The date for the answer must lie within the time that is left for the dossier."""

    clause = "5.1.đ-1"


@dataclass(frozen=True)
class Question:
    """What is asked of whom until when: one of the offices, or any other body by its name."""

    text: str
    limit: Limit
    office: Office | None = None
    name: str = ""
    enclosed: tuple[int, ...] = ()  # of what was handed in
    waits: bool = False


@act("5.1.đ-1", "5.1.a-2")
def consult(task: Task, *, question: Question, by: Officer, at: datetime) -> Consultation:
    """Ask another body in the middle of one's step, by letter, with a date within what is left.

    One's own step waits for the answer or goes on, as chosen; while it waits, the time is the asked body's.
    """
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "consult")
    require(aside_policies.may_consult(by, task, at))
    made = _written(dossier, question, by=by, at=at)
    made.asked_in, made.waits = task, question.waits
    if (role := _receiver(question.office, at)) is not None:
        made.task = _task_of(made, task, role)
    questions.send(made, by=by, at=at)
    if question.waits:
        questions.begin_waiting(task, at)
    facts = {"step": task.name, "waits": question.waits, "answers_here": made.task is not None}
    record(consult, about=dossier, by=by, at=at, **questions.told(made), **facts, paper=made.number)
    return made


def _receiver(office: Office | None, at: datetime) -> str | None:
    """With which role a body's officials find the question among their work; none when nobody there works here."""
    if office is None:
        return None
    return next((role.value for role in RECEIVERS if colleagues(office.pk, role, at).exists()), None)


def _written(dossier: Dossier, question: Question, *, by: Officer, at: datetime) -> Consultation:
    body = question.office.name if question.office else clean(question.name)
    if not body or not clean_lines(question.text):
        raise NothingAsked("Phải ghi cơ quan được hỏi và nội dung xin ý kiến.")
    if question.office is not None and question.office.pk == dossier.department_id:
        raise NothingAsked("Cơ quan đang giải quyết hồ sơ không xin ý kiến của chính mình.")
    if dossier.consultations.filter(body=body, ended_at=None).exists():
        raise AlreadyAsked(f"{body} đang được xin ý kiến về hồ sơ này và chưa trả lời.")
    handed_in = set(Submitted.objects.filter(dossier=dossier).values_list("pk", flat=True))
    if not set(question.enclosed) <= handed_in:
        raise NothingAsked("Chỉ gửi kèm giấy tờ đã nộp trong hồ sơ này.")
    calendar = calendar_for(question.office.code if question.office else dossier.department.code)
    due_at = calendar.due(at, question.limit)
    if due_at <= at or (dossier.due_at is not None and due_at >= dossier.due_at):
        left = f" Hẹn trả kết quả là {show_moment(dossier.due_at)}." if dossier.due_at else ""
        raise TooFar(f"Hạn trả lời {show_moment(due_at)} không nằm trong thời gian còn lại của hồ sơ.{left}")
    return Consultation(
        dossier=dossier,
        office=question.office,
        body=body,
        question=clean_lines(question.text),
        enclosed=sorted(question.enclosed),
        asked_at=at,
        asked_by=by,
        due_at=due_at,
    )


def _task_of(question: Consultation, asked_in: Task, role: str) -> Task:
    (task,) = add(
        [
            Task(
                dossier=question.dossier,
                stage=asked_in.stage,
                kind=Step.Kind.CONSULT,
                name="Việc được hỏi ý kiến",
                office=question.office,
                role=role,
                opened_at=question.asked_at,
                due_at=question.due_at,
            )
        ]
    )
    return task
