"""What was found is drafted, approved by the head, and told; who spoke may be asked for more before (3.3-2, 4.6.b)."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.citizens.models import Person
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import centre
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines
from motcua.domain.working_days.queries import calendar_for

from . import letters, policies
from .clock import Clock, Facts
from .intake import LONGEST, Sender, body_of, set_days
from .models import Copy, Feedback
from .publishing.publishing import day_to_publish
from .routing import Level, outcome_clause
from .sorting import locked
from .telling import tell
from .terms import State, Verdict, Way


class NoWords(Refused):
    """Nothing was asked, said or answered; or what is founded has no remedy."""

    clause = "4.6.b-2"


class TooLate(Refused):
    """Who lets five days pass before asking has to answer with what there is."""

    clause = "4.6.b-2"


@dataclass(frozen=True)
class Draft:
    """What was found, what is done about it, and the words of the letter."""

    verdict: Verdict
    text: str
    remedy: str = ""


@act("4.6.b-2")
def ask_for_more(item: Feedback, *, what: str, by: Officer, at: datetime) -> Feedback:
    """Ask who spoke what can not be found out without them; once, and not later than the fifth day."""
    item = locked(item, State.ACCEPTED)
    require(policies.may_work_on(by, item, at))
    if not clean_lines(what):
        raise NoWords("Hãy ghi cần nói rõ thêm điều gì.")
    if item.asked_more:
        raise TooLate("Đã đề nghị nói rõ thêm một lần: hãy trả lời theo những gì đã có.")
    if not may_still_ask(item, at):
        raise TooLate("Đã quá ngày được đề nghị nói rõ thêm: hãy trả lời theo những gì đã có.")
    item.state, item.asked_more = State.WAITING, clean_lines(what)[:LONGEST]
    item.save(update_fields=["state", "asked_more"])
    line = record(ask_for_more, about=item, by=by, at=at, code=item.code, state=item.state)
    tell("feedback_more", item, line, at)
    return item


def may_still_ask(item: Feedback, at: datetime) -> bool:
    """Whether more may still be asked: it never was, and the fifth day is not over."""
    clock = Clock(Facts(item.registered_at, item.came_at), calendar_for(item.owner.code))
    return not item.asked_more and at <= clock.ask_more_by()


@act("4.6.b-2")
def give_more(item: Feedback, *, text: str, by: Person | Sender, at: datetime) -> Feedback:
    """Say what was asked for; the days of the answer begin anew."""
    item = locked(item, State.WAITING)
    _more(item, text, at)
    record(give_more, about=item, by=Sender(), at=at, code=item.code, state=item.state, answer_by=item.answer_by)
    return item


@act("4.6.a", "4.6.b-2")
def hear_more(item: Feedback, *, text: str, by: Officer, at: datetime) -> Feedback:
    """Write down what who spoke says more on the telephone or at the desk; the days of the answer begin anew."""
    item = locked(item, State.WAITING)
    require(policies.may_hear_more(by, item, at))
    _more(item, text, at)
    record(hear_more, about=item, by=by, at=at, code=item.code, state=item.state, answer_by=item.answer_by)
    return item


def _more(item: Feedback, text: str, at: datetime) -> None:
    if not clean_lines(text):
        raise NoWords("Hãy ghi điều bạn nói thêm.")
    item.state, item.more, item.completed_at = State.ACCEPTED, clean_lines(text)[:LONGEST], at
    set_days(item)
    item.save(update_fields=["state", "more", "completed_at", "accept_by", "answer_by"])


@act("4.6.b-1", "4.6.b-2", "5.5.a")
def draft_answer(item: Feedback, draft: Draft, *, by: Officer, at: datetime) -> Feedback:
    """Put what was found before the head of the body; also when who spoke never said more."""
    item = locked(item, State.ACCEPTED, State.WAITING)
    require(policies.may_work_on(by, item, at))
    text, remedy = clean_lines(draft.text)[:LONGEST], clean_lines(draft.remedy)[:LONGEST]
    if not text:
        raise NoWords("Phải ghi nội dung trả lời.")
    if draft.verdict != Verdict.UNFOUNDED and not remedy:
        raise NoWords("Phản ánh đúng hoặc đúng một phần phải ghi biện pháp khắc phục.")
    item.state, item.drafted_by = State.DRAFTED, by
    item.verdict, item.answer, item.remedy = draft.verdict, text, remedy
    item.save(update_fields=["state", "drafted_by", "verdict", "answer", "remedy"])
    record(draft_answer, about=item, by=by, at=at, code=item.code, state=item.state, verdict=item.verdict)
    return item


@act("3.3-2")
def return_draft(item: Feedback, *, reason: str, by: Officer, at: datetime) -> Feedback:
    """The head does not answer for these words: they are written again."""
    item = locked(item, State.DRAFTED)
    require(policies.may_approve(by, item, at))
    if not clean(reason):
        raise NoWords("Phải ghi vì sao trả lại bản soạn.")
    item.state = State.ACCEPTED
    item.save(update_fields=["state"])
    record(return_draft, about=item, by=by, at=at, code=item.code, state=item.state, reason=clean(reason)[:500])
    return item


@act("3.3-2", "4.6.b-1", "5.5.a", "7.5")
def approve_answer(item: Feedback, *, by: Officer, at: datetime) -> Feedback:
    """The head answers for it: who spoke can read it and has a letter, who is owed a copy gets the one."""
    item = locked(item, State.DRAFTED)
    require(policies.may_approve(by, item, at))
    item.state, item.approved_by, item.answered_at = State.ANSWERED, by, at
    item.publish_by = day_to_publish(item, at)
    item.save(update_fields=["state", "approved_by", "answered_at", "publish_by"])
    owed = _owed_a_copy(item, at)
    if owed is not None:
        Copy.objects.create(feedback=item, office=owed[0], clause=owed[1], sent_at=at)
    line = record(
        approve_answer, about=item, by=by, at=at, code=item.code, state=item.state, verdict=item.verdict,
        late=at > item.answer_by, copy_to=owed[0].name if owed else "",
    )  # fmt: skip
    tell("feedback_answered", item, line, at)
    letters.give_out(item, by=by, at=at, copy_to=owed[0].name if owed else "")
    return item


def _owed_a_copy(item: Feedback, at: datetime) -> tuple[Office, str] | None:
    """The Centre for what another body answered; for its own work the department whose dossier or official it is."""
    if item.way == Way.BODY_CONCERNED:
        return centre(local_day(at)), outcome_clause(Level(item.owner.kind))
    if item.way != Way.CENTRES_OWN:
        return None
    body = item.dossier.department if item.dossier else body_of(item.official, at) if item.official else None
    return (body, "4.6.b-1") if body is not None and body.kind == OfficeKind.DEPARTMENT else None
