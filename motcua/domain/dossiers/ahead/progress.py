"""The Centre asks a department how far a dossier is and why, and keeps the answer (4.1.d-2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.vietnamese.text import clean_lines
from motcua.domain.working_days.queries import calendar_for

from ..models import Dossier
from ..stages import OPEN, Stage
from . import policies as ahead_policies
from . import progress_slips
from .progress_models import ProgressRequest
from .progress_terms import Cause, Subject

AT_ONCE = 50
WITH_DEPARTMENT = OPEN - {Stage.RECEIVED, Stage.AT_CENTRE, Stage.KEPT}


class NotWithDepartment(Refused):
    """The dossier is not in a department's hands, so no department can answer for it."""

    clause = "4.1.d-2"


class AlreadyAsked(Refused):
    """A dossier has one question at a time: the next waits for the answer."""

    clause = "4.1.d-2"


class AlreadyAnswered(Refused):
    """An answer stays as it was given."""

    clause = "4.1.d-2"


@dataclass(frozen=True)
class Question:
    """What is asked, and until the end of which working day the answer is expected."""

    subject: Subject
    answer_by: date
    words: str = ""


@act("4.1.d-2")
def ask_progress(
    dossiers: Iterable[Dossier], *, question: Question, by: Officer, at: datetime
) -> list[ProgressRequest]:
    """Ask about one dossier or several at once: one paper to each department, one question for each dossier."""
    asked = [_to_ask(pk, by, at) for pk in sorted({dossier.pk for dossier in dossiers})]
    if not 0 < len(asked) <= AT_ONCE:
        raise Refused(f"Mỗi lần hỏi từ 1 đến {AT_ONCE} hồ sơ.", "4.1.d-2")
    made = []
    for one_stop, office in dict.fromkeys((each.one_stop, each.department) for each in asked):
        theirs = [each for each in asked if (each.one_stop, each.department) == (one_stop, office)]
        made += _ask(one_stop, office, theirs, question, by, at)
    return made


@act("4.1.d-2")
def answer_progress(
    request: ProgressRequest, *, cause: Cause, words: str, expected_on: date | None, by: Officer, at: datetime
) -> ProgressRequest:
    """Say how far the dossier is, why, and when it is expected to be done; later than asked is said so."""
    dossier = Dossier.objects.locked(request.dossier_id)
    rows = ProgressRequest.objects.select_for_update(of=("self",)).select_related("answered_by")
    request = rows.get(pk=request.pk)
    require(ahead_policies.may_answer_progress(by, request, at))
    not_answered(request)
    if not clean_lines(words):
        raise Refused("Phải ghi nội dung trả lời.", "4.1.d-2")
    if expected_on is not None and expected_on < local_day(at):
        raise Refused("Ngày dự kiến xong không được trước hôm nay.", "4.1.d-2")
    request.cause, request.answer, request.expected_on = cause, clean_lines(words), expected_on
    request.answered_at, request.answered_by = at, by
    change(request, "cause", "answer", "expected_on", "answered_at", "answered_by")
    facts = {"subject": request.subject, "cause": cause, "answer": request.answer, "expected_on": expected_on}
    late = {"late": at > request.answer_by, "step_due": request.answer_by}
    record(answer_progress, about=dossier, by=by, at=at, body=dossier.department.name, **facts, **late)
    return request


def may_be_asked(dossier: Dossier) -> None:
    """Check that a department has the dossier and owes no other answer; raises why not."""
    is_with_department(dossier)
    open_one = ProgressRequest.objects.filter(dossier=dossier, answered_at=None).first()
    if open_one is not None:
        when = show_moment(open_one.asked_at)
        raise AlreadyAsked(f"Hồ sơ {dossier.code} đã được hỏi lúc {when}, chưa có trả lời.")


def is_with_department(dossier: Dossier) -> None:
    """Check that a department has the dossier; raises `NotWithDepartment`."""
    if dossier.stage not in WITH_DEPARTMENT:
        raise NotWithDepartment(f"Hồ sơ {dossier.code} không ở cơ quan giải quyết, không có gì để hỏi.")


def not_answered(request: ProgressRequest) -> None:
    """Check that nobody has answered yet; raises `AlreadyAnswered` naming who did and when."""
    if request.answered_at is not None:
        who = request.answered_by.name if request.answered_by else ""
        raise AlreadyAnswered(f"{who} đã trả lời lúc {show_moment(request.answered_at)}.")


def _to_ask(pk: int, by: Officer, at: datetime) -> Dossier:
    dossier = Dossier.objects.locked(pk)
    require(ahead_policies.may_ask_progress(by, dossier, at))
    may_be_asked(dossier)
    return dossier


def _ask(
    one_stop: Office, office: Office, dossiers: list[Dossier], question: Question, by: Officer, at: datetime
) -> list[ProgressRequest]:
    """One department's questions, on one paper; the number of the paper is taken last."""
    answer_by = _until(one_stop, question.answer_by, at)
    made = add(
        [
            ProgressRequest(
                dossier=dossier,
                one_stop=one_stop,
                office=office,
                subject=question.subject,
                question=clean_lines(question.words),
                asked_at=at,
                asked_by=by,
                answer_by=answer_by,
            )
            for dossier in dossiers
        ]
    )
    paper: Paper = progress_slips.progress_request(made, by=by, at=at)
    ProgressRequest.objects.filter(pk__in=[each.pk for each in made]).update(paper=paper)
    facts = {"body": office.name, "subject": question.subject, "question": clean_lines(question.words)}
    for each in made:
        each.paper = paper
        record(ask_progress, about=each.dossier, by=by, at=at, **facts, answer_by=answer_by, paper=paper.shown_number)
    return made


def _until(one_stop: Office, day: date, at: datetime) -> datetime:
    calendar = calendar_for(one_stop.code)
    if not calendar.is_working_day(day) or calendar.closing(day) <= at:
        raise Refused("Hạn trả lời phải là một ngày làm việc còn chưa hết giờ.", "4.1.d-2")
    return calendar.closing(day)
