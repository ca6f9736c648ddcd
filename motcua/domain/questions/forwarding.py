"""A question goes to another body and comes back; at every moment exactly one body has it (3.2, 7.5)."""

from datetime import datetime, timedelta

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import policies
from .answering import note_lateness, open_and_locked
from .asking import the_centre
from .models import Question, Turn
from .terms import Outcome, TurnKind

URGED_AGAIN_AFTER = timedelta(hours=20)  # once a working day


class NoReason(Refused):
    """A question can not be given back without saying why it is not one's own."""

    clause = "3.2"


class Decided(Refused):
    """The Centre has decided whose it is; now it is answered."""

    clause = "3.2"


class NotThere(Refused):
    """A body that can not answer, or the one that has it already."""

    clause = "3.2"


class JustUrged(Refused):
    """It was urged a moment ago."""

    clause = "4.1.d-1"


@act("4.1.c", "7.5", "3.2")
def forward_question(question: Question, *, to: Office, reason: str = "", by: Officer, at: datetime) -> Question:
    """Pass it to the body in charge. The day on which an answer is promised does not move: who asked waits already.

    What a body gave back and the Centre passes on is decided: it can not come back a second time.
    """
    question = open_and_locked(question)
    if to.kind not in policies.CAN_OWN or not to.exists_on(local_day(at)) or to.pk == question.owner_id:
        raise NotThere("Hãy chọn một cơ quan khác đang hoạt động để chuyển câu hỏi đến.")
    require(policies.may_forward(by, question, to, at))
    given_back = question.turns.filter(kind=TurnKind.GIVEN_BACK).exists()
    kind = TurnKind.DECIDED if given_back and question.owner.kind == OfficeKind.CENTRE else TurnKind.FORWARDED
    late = _pass_on(question, kind, to, clean(reason), by, at)
    _note(forward_question, question, kind, reason, late, by, at)
    return question


@act("3.2", "5.5.b")
def give_question_back(question: Question, *, reason: str, by: Officer, at: datetime) -> Question:
    """Say that it is another body's: the Centre has it again and decides."""
    question = open_and_locked(question)
    require(policies.may_answer(by, question, at))
    if not clean(reason):
        raise NoReason("Phải ghi vì sao câu hỏi không thuộc cơ quan mình, nếu biết thì ghi cả cơ quan nào.")
    if question.owner.kind == OfficeKind.CENTRE:
        raise NotThere("Câu hỏi đang ở Trung tâm: hãy chuyển đến cơ quan phụ trách.")
    if question.turns.filter(kind=TurnKind.DECIDED, to_office=question.owner_id).exists():
        raise Decided("Trung tâm đã quyết định cơ quan mình trả lời câu hỏi này.")
    late = _pass_on(question, TurnKind.GIVEN_BACK, the_centre(at), clean(reason), by, at)
    _note(give_question_back, question, TurnKind.GIVEN_BACK, reason, late, by, at)
    return question


@act("4.1.d-1", "5.5.b")
def urge_answer(question: Question, *, by: Officer, at: datetime) -> Question:
    """Remind the body that has it; it stands on the question, and once a day is enough."""
    question = open_and_locked(question)
    require(policies.may_watch(by, at))
    if question.urged_at is not None and at - question.urged_at < URGED_AGAIN_AFTER:
        raise JustUrged("Câu hỏi này vừa được đôn đốc trong ngày.")
    question.urged_at = at
    question.save(update_fields=["urged_at"])
    record(urge_answer, about=question, by=by, at=at, code=question.code, owner=question.owner.name)
    return question


def _pass_on(question: Question, kind: TurnKind, to: Office, reason: str, by: Officer, at: datetime) -> bool:
    late = note_lateness(question, at)
    Turn.objects.create(
        question=question, kind=kind, from_office_id=question.owner_id, to_office=to, reason=reason[:500], by=by, at=at
    )
    question.owner, question.call_back_on = to, None
    question.outcome = question.outcome if question.taken_by_id is None else Outcome.FORWARDED
    question.save(update_fields=["owner", "call_back_on", "outcome"])
    return late


def _note(what: object, question: Question, kind: TurnKind, reason: str, late: bool, by: Officer, at: datetime) -> None:
    record(
        what, about=question, by=by, at=at, code=question.code, kind=kind.value, owner=question.owner.name,
        owner_code=question.owner.code, reason=clean(reason), late=late,
    )  # fmt: skip
