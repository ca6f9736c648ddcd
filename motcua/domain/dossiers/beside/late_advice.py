"""A body lets its date pass: it is named, and the asker goes on (Nghị định 61/2018/NĐ-CP, Điều 19.5.b)."""

from contextlib import suppress
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import show_moment

from ..delivery.reminders import Machine
from ..interlinked.linked import Onward
from ..models import Consultation
from . import policies as aside_policies
from . import questions
from .answering import AlreadyAnswered, close_step, locked, unanswered

BASIS = "Quá hạn trả lời, xử lý tiếp theo khoản 5 Điều 19 Nghị định 61/2018/NĐ-CP"


class NotYetDue(Refused):
    """Nobody is late, or gone on without, before the date."""

    clause = "5.1.đ-1"


@act("5.1.đ-1", "4.1.d-2")
def name_late_advice(question: Consultation, *, by: Signs, at: datetime) -> Consultation:
    """Tell the Centre that a body has let its date pass (Điều 19.5.b): nobody else has to remember it."""
    question = locked(question)
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
    question = locked(question)
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
        onward = close_step(question, how="passed_over", note=BASIS, by=by, at=at)
    change(question, "went_on_at", "ended_at")
    questions.stop_waiting(question, at)
    facts = {**questions.told(question), "body": question.body, "note": BASIS, "breaches": noted}
    facts |= {"step": question.task.name if question.task else ""}
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


def overdue(question: Consultation, at: datetime) -> None:
    """Check that the date for the answer has passed; raises `NotYetDue`."""
    if at <= question.due_at:
        raise NotYetDue(f"Hạn trả lời là {show_moment(question.due_at)}, chưa quá hạn.")
