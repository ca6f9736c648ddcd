"""A body that was asked answers, here or on paper, in time or late (Nghị định 61/2018/NĐ-CP, Điều 19.5)."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Scan
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import local_day, show_date, show_moment
from motcua.domain.vietnamese.text import clean, clean_lines

from .. import stages, tasks
from ..interlinked import linked
from ..interlinked.linked import Onward
from ..models import Consultation, Dossier
from ..policies import HANDLERS
from . import policies as aside_policies
from . import questions
from .terms import Opinion


class AlreadyAnswered(Refused):
    """A question is answered once."""

    clause = "5.1.đ-1"


@dataclass(frozen=True)
class Reply:
    """What a body says, with the number of its letter and the scan where there is one."""

    opinion: str
    text: str = ""
    number: str = ""
    file: Upload | None = None


@act("5.1.đ-1")
def answer_consultation(question: Consultation, *, reply: Reply, by: Officer, at: datetime) -> Consultation:
    """Say what one's body thinks; a late answer is noted as the asked body's breach, and is an answer all the same."""
    question = locked(question)
    require(aside_policies.may_answer(by, question, at))
    unanswered(question)
    late = at > question.due_at
    return _answered(answer_consultation, question, reply, late=late, on=local_day(at), by=by, at=at)


@act("5.1.đ-1")
def enter_answer(question: Consultation, *, reply: Reply, received_on: date, by: Officer, at: datetime) -> Consultation:
    """Enter an answer that came on paper, with its scan; whether it was in time is judged by the day it came."""
    question = locked(question)
    require(aside_policies.may_follow_up(by, question.dossier, at))
    unanswered(question)
    if reply.file is None:
        raise Refused("Phải kèm bản quét văn bản trả lời.", "5.1.đ-1")
    if not local_day(question.asked_at) <= received_on <= local_day(at):
        raise Refused("Ngày nhận văn bản trả lời phải từ ngày xin ý kiến đến hôm nay.", "5.1.đ-1")
    late = received_on > local_day(question.due_at)
    return _answered(enter_answer, question, reply, late=late, on=received_on, by=by, at=at)


def locked(question: Consultation) -> Consultation:
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
    onward = close_step(question, how="advised", note=text, by=by, at=at)
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


def close_step(question: Consultation, *, how: str, note: str, by: Officer, at: datetime) -> Onward:
    """End the asked body's task; a step of the process lets the next stage open when nothing beside it is open."""
    task = question.task
    if task is None or task.done_at is not None:
        return Onward(question.dossier)
    task.dossier = dossier = question.dossier
    task.taken_at, task.officer = task.taken_at or at, task.officer or by
    tasks.close([task], how=how, by=by, at=at, note=note)
    return Onward(dossier) if question.asked_in_id is not None else linked.after(task, by=by, at=at)
