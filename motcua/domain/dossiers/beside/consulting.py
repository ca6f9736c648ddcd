"""Another body is asked about a dossier, answers or is late; the asker goes on (Nghị định 61/2018/NĐ-CP, Điều 19.5)."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import colleagues
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.models import Scan
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.models import Step
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day, show_date, show_moment
from motcua.domain.vietnamese.text import clean, clean_lines
from motcua.domain.working_days.limit import Limit
from motcua.domain.working_days.queries import calendar_for

from .. import stages, tasks
from ..delivery.reminders import Machine
from ..interlinked import linked
from ..interlinked.linked import Onward
from ..models import Consultation, Dossier, Submitted, Task
from ..policies import HANDLERS
from . import policies as aside_policies
from . import questions
from .terms import Opinion

RECEIVERS = (Role.ASSIGN, Role.APPRAISE, Role.HEAD, Role.CLERK, Role.APPROVE)
BASIS = "Quá hạn trả lời, xử lý tiếp theo khoản 5 Điều 19 Nghị định 61/2018/NĐ-CP"


class NothingAsked(Refused):
    """A question names a body, what is asked, and papers of this dossier."""

    clause = "5.1.đ-1"


class AlreadyAsked(Refused):
    """One open question to a body at a time."""

    clause = "5.1.đ-1"


class TooFar(Refused):
    """The date for the answer must lie within the time that is left for the dossier."""

    clause = "5.1.đ-1"


class AlreadyAnswered(Refused):
    """A question is answered once."""

    clause = "5.1.đ-1"


class NotYetDue(Refused):
    """Nobody is late, or gone on without, before the date."""

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


@dataclass(frozen=True)
class Reply:
    """What a body says, with the number of its letter and the scan where there is one."""

    opinion: str
    text: str = ""
    number: str = ""
    file: Upload | None = None


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


@act("5.1.đ-1")
def answer_consultation(question: Consultation, *, reply: Reply, by: Officer, at: datetime) -> Consultation:
    """Say what one's body thinks; a late answer is noted as the asked body's breach, and is an answer all the same."""
    question = _locked(question)
    require(aside_policies.may_answer(by, question, at))
    unanswered(question)
    late = at > question.due_at
    return _answered(answer_consultation, question, reply, late=late, on=local_day(at), by=by, at=at)


@act("5.1.đ-1")
def enter_answer(question: Consultation, *, reply: Reply, received_on: date, by: Officer, at: datetime) -> Consultation:
    """Enter an answer that came on paper, with its scan; whether it was in time is judged by the day it came."""
    question = _locked(question)
    require(aside_policies.may_follow_up(by, question.dossier, at))
    unanswered(question)
    if reply.file is None:
        raise Refused("Phải kèm bản quét văn bản trả lời.", "5.1.đ-1")
    if not local_day(question.asked_at) <= received_on <= local_day(at):
        raise Refused("Ngày nhận văn bản trả lời phải từ ngày xin ý kiến đến hôm nay.", "5.1.đ-1")
    late = received_on > local_day(question.due_at)
    return _answered(enter_answer, question, reply, late=late, on=received_on, by=by, at=at)


@act("5.1.đ-1", "4.1.d-2")
def name_late_advice(question: Consultation, *, by: Signs, at: datetime) -> Consultation:
    """Tell the Centre that a body has let its date pass (Điều 19.5.b): nobody else has to remember it."""
    question = _locked(question)
    if isinstance(by, Officer):
        require(aside_policies.may_follow_up(by, question.dossier, at))
    unanswered(question)
    overdue(question, at)
    if question.named_at is not None:
        raise AlreadyAnswered(f"Việc chậm trả lời đã được báo Trung tâm lúc {show_moment(question.named_at)}.")
    noted = questions.name_late(question, at=at)
    record(name_late_advice, about=question.dossier, by=by, at=at, **questions.told(question), breaches=[noted])
    return question


@act("5.1.đ-1")
def go_on_without(question: Consultation, *, by: Officer, at: datetime) -> Consultation:
    """Go on when the date has passed without an answer; the delay is named, and the step no longer waits."""
    question = _locked(question)
    require(aside_policies.may_follow_up(by, question.dossier, at))
    unanswered(question)
    overdue(question, at)
    if question.went_on_at is not None:
        raise AlreadyAnswered(f"Đã quyết định xử lý tiếp lúc {show_moment(question.went_on_at)}.")
    noted = [] if question.named_at else [questions.name_late(question, at=at)]
    question.went_on_at = at
    onward = Onward(question.dossier)
    if question.asked_in_id is None:
        question.ended_at = at
        onward = _close_step(question, how="passed_over", note=BASIS, by=by, at=at)
    change(question, "went_on_at", "ended_at")
    questions.stop_waiting(question, at)
    facts = {**questions.told(question), "body": question.body, "note": BASIS, "breaches": noted}
    facts |= questions.put(question.dossier, onward.opened, by=by, at=at)
    record(go_on_without, about=question.dossier, by=by, at=at, **facts, **onward.facts())
    return question


def name_all_late(at: datetime) -> int:
    """Name every body whose date has passed without an answer; gives how many were named now."""
    late = Consultation.objects.filter(ended_at=None, named_at=None, due_at__lt=at).order_by("id")
    number = 0
    for question in late:
        with suppress(Refused):  # answered, or named, a moment ago
            name_late_advice(question, by=Machine(), at=at)
            number += 1
    return number


def receiving_role(office_id: int, at: datetime) -> str | None:
    """With which role a body's officials find the question among their work; none when nobody there works here."""
    return next((role.value for role in RECEIVERS if colleagues(office_id, role, at).exists()), None)


def _receiver(office: Office | None, at: datetime) -> str | None:
    return receiving_role(office.pk, at) if office is not None else None


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


def _locked(question: Consultation) -> Consultation:
    """The question, its dossier and its task, the dossier locked first as by every act."""
    dossier = Dossier.objects.locked(question.dossier_id)
    rows = Consultation.objects.select_for_update(of=("self",)).select_related("task", "asked_in")
    found = rows.get(pk=question.pk)
    found.dossier = dossier
    return found


def unanswered(question: Consultation) -> None:
    """Check that an answer is still wanted; raises `AlreadyAnswered`, or says that the dossier is elsewhere."""
    if question.asked_in_id is None and question.ended_at is None:
        stages.after(question.dossier.stage, "complete_step")
    if question.ended_at is not None and question.opinion:
        who = question.answered_by.name if question.answered_by else question.body
        raise AlreadyAnswered(f"Câu hỏi này đã được {who} ghi trả lời lúc {show_moment(question.ended_at)}.")
    if question.ended_at is not None:
        raise AlreadyAnswered(f"Câu hỏi này đã kết thúc lúc {show_moment(question.ended_at)}, không cần trả lời nữa.")


def overdue(question: Consultation, at: datetime) -> None:
    """Check that the date for the answer has passed; raises `NotYetDue`."""
    if at <= question.due_at:
        raise NotYetDue(f"Hạn trả lời là {show_moment(question.due_at)}, chưa quá hạn.")


def _answered(
    how: object, question: Consultation, reply: Reply, *, late: bool, on: date, by: Officer, at: datetime
) -> Consultation:
    if reply.opinion not in Opinion.values:
        raise Refused("Phải chọn ý kiến trả lời.", "5.1.đ-1")
    text = clean_lines(reply.text)
    if reply.opinion in (Opinion.WITH_CONDITIONS, Opinion.DISAGREES) and not text:
        raise Refused("Phải nêu rõ điều kiện hoặc lý do không thống nhất.", "5.1.đ-1")
    dossier = question.dossier
    noted = []
    if late and question.named_at is None:
        noted = [questions.name_late(question, at=at, officer=_theirs(question, by, at))]
    scan = _kept(reply, dossier, by, at)
    question.opinion, question.answer, question.answer_number = reply.opinion, text, clean(reply.number)
    question.ended_at, question.answered_on, question.answered_by, question.scan = at, on, by, scan
    change(
        question, "opinion", "answer", "answer_number", "ended_at", "answered_on", "answered_by", "scan"
    )  # fmt: skip
    onward = _close_step(question, how="advised", note=text, by=by, at=at)
    questions.stop_waiting(question, at)
    facts = {"number": question.number, "asked": question.body, "opinion": reply.opinion, "note": text, "late": late}
    facts |= {"step_due": question.due_at, "body": question.body, "breaches": noted, "letter": question.answer_number}
    facts |= {"step": question.task.name if question.task else "", "came_on": show_date(on)}
    facts |= questions.put(dossier, onward.opened, by=by, at=at)
    record(how, about=dossier, by=by, at=at, **facts, **onward.facts())
    return question


def _kept(reply: Reply, dossier: Dossier, by: Officer, at: datetime) -> Scan | None:
    return take_in(reply.file, about=dossier.stream, by=by, at=at) if reply.file is not None else None


def _theirs(question: Consultation, by: Officer, at: datetime) -> Officer | None:
    return by if question.office_id in by.bodies_with(at, *HANDLERS) else None


def _close_step(question: Consultation, *, how: str, note: str, by: Officer, at: datetime) -> Onward:
    """End the asked body's task; a step of the process lets the next stage open when nothing beside it is open."""
    task = question.task
    if task is None or task.done_at is not None:
        return Onward(question.dossier)
    task.dossier = dossier = question.dossier
    task.taken_at, task.officer = task.taken_at or at, task.officer or by
    tasks.close([task], how=how, by=by, at=at, note=note)
    return Onward(dossier) if question.asked_in_id is not None else linked.after(task, by=by, at=at)
