"""A question comes in: written on the portal, or written down by whoever heard or read it."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.models import Dossier, Guidance
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.models import Version
from motcua.domain.regulation import limits
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from . import policies
from .answering import Reply, give
from .models import AnswerDays, Question
from .terms import Channel, Outcome

LONGEST = 3000
SUBJECT = 150
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that look alike when read out


class Empty(Refused):
    """A question without words, or a way back that nobody can find."""

    clause = "4.1.c"


class AlreadyCameBack(Refused):
    """Who was answered may come back once; then there are the hotline and the counter."""

    clause = "5.5.b"


class Asker:
    """Somebody who asks on the portal without an account: the journal knows no more than that."""

    code = "nguoi-hoi"

    def signature(self) -> str:
        """As the journal names them."""
        return "Người hỏi trên Cổng dịch vụ công"


@dataclass(frozen=True)
class Asked:
    """What is asked, about what, and where an answer reaches who asked; nobody need be named."""

    subject: str
    text: str
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    version: Version | None = None
    dossier: Dossier | None = None
    consent: bool = False


@dataclass(frozen=True)
class Heard:
    """How an official came to hear it, and what became of it at once: without an answer it waits for one."""

    channel: Channel
    link: str = ""
    letter: Upload | None = None
    guidance: Guidance | None = None
    reply: Reply | None = None
    outcome: Outcome = Outcome.NONE
    forward_to: Office | None = None
    call_back_on: date | None = None


@act("5.5.b", "4.1.c")
def ask_question(asked: Asked, *, by: Person | Asker, at: datetime) -> Question:
    """Ask on the portal, with an account or without; the body in charge of the procedure has to answer."""
    question = written(asked, Channel.PORTAL, _in_charge(asked, at), at)
    question.person = by if isinstance(by, Person) else None
    question.save(force_insert=True)
    note(ask_question, question, by, at)
    return question


@act("4.1.c", "7.5")
def record_contact(asked: Asked, heard: Heard, *, by: Officer, at: datetime) -> Question:
    """Write down what somebody asked at the counter, by telephone, letter or social network.

    Answered at once it is closed; else the body in charge, or the one it is passed on to, has to answer it. A guidance
    that was given is linked, so that nobody types it twice.
    """
    require(policies.may_take_down(by, at))
    question = written(asked, heard.channel, heard.forward_to or _in_charge(asked, at, heard, by), at)
    question.taken_by, question.link, question.guidance = by, clean(heard.link)[:500], heard.guidance
    question.call_back_on, question.outcome = heard.call_back_on, heard.outcome
    _checked(heard, by, at)
    question.save(force_insert=True)
    if heard.letter is not None:
        question.scan = take_in(heard.letter, about=question.stream, by=by, at=at)
        question.save(update_fields=["scan"])
    note(record_contact, question, by, at, answered=heard.reply is not None)
    if heard.reply is not None:
        give(question, heard.reply, by=by, at=at)
    return question


@act("5.5.b")
def ask_again(question: Question, *, text: str, by: Person | Asker, at: datetime) -> Question:
    """Come back once when the answer was not enough; the same body answers, with a new date."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.answered_at is None:
        raise AlreadyCameBack("Câu hỏi này đang chờ trả lời.")
    if question.before_id is not None or Question.objects.filter(before=question).exists():
        raise AlreadyCameBack("Bạn đã hỏi tiếp một lần. Cần thêm, xin gọi tổng đài hoặc đến quầy hướng dẫn.")
    asked = Asked(question.subject, text, question.name, question.phone, question.email, question.address,
                  question.version, question.dossier, question.consent_at is not None)  # fmt: skip
    more = written(asked, Channel.PORTAL, question.owner, at)
    more.before, more.person = question, question.person
    more.save(force_insert=True)
    note(ask_again, more, by, at)
    return more


@act("5.5.b", "7.5")
def set_answer_days(office: Office, *, days: int, by: Officer, at: datetime) -> AnswerDays:
    """Within how many working days this body answers questions, from now on."""
    require(policies.may_set_days(by, office, at))
    most = int(limits.question_answer_days(local_day(at))) * 2
    if not 1 <= days <= most:
        raise Refused(f"Hạn trả lời phải từ 1 đến {most} ngày làm việc.", "5.5.b")
    kept, _ = AnswerDays.objects.update_or_create(office=office, defaults={"days": days})
    record(set_answer_days, about=office, by=by, at=at, office=office.name, days=days)
    return kept


def due(owner: Office, at: datetime) -> datetime:
    """When this body has to have answered what is asked now."""
    own = AnswerDays.objects.filter(office=owner).first()
    days = own.days if own else int(limits.question_answer_days(local_day(at)))
    return calendar_for(owner.code).due(at, Limit(days, Unit.WORKING_DAYS))


def the_centre(at: datetime) -> Office:
    """The Centre: it answers what is no department's, and decides whose a question is."""
    return Office.objects.filter(kind=OfficeKind.CENTRE, valid_from__lte=local_day(at)).order_by("valid_to", "id")[0]


def written(asked: Asked, channel: Channel, owner: Office, at: datetime) -> Question:
    """A question as it is kept, with its code, its secret address and its day; inside the act that takes it in."""
    subject, text = clean(asked.subject)[:SUBJECT], clean_lines(asked.text)[:LONGEST]
    if not subject or not text:
        raise Empty("Hãy ghi hỏi về việc gì và nội dung hỏi.")
    return Question(
        code=f"CH{local_day(at):%y%m%d}-{''.join(secrets.choice(LETTERS) for _ in range(6))}",
        secret=secrets.token_urlsafe(18), channel=channel, name=clean(asked.name)[:120], phone=asked.phone,
        email=clean(asked.email)[:120], address=clean(asked.address)[:300], version=asked.version,
        dossier=asked.dossier, subject=subject, text=text, owner=owner, asked_at=at, due_at=due(owner, at),
        consent_at=at if asked.consent else None,
    )  # fmt: skip


def _in_charge(asked: Asked, at: datetime, heard: Heard | None = None, by: Officer | None = None) -> Office:
    """Exactly one body: who answers at once or will call back; who handles the dossier; who owns the procedure."""
    if heard is not None and by is not None and (heard.reply is not None or heard.call_back_on is not None):
        held = by.held_at(at)[0]
        return Office.objects.get(pk=held.body_id)
    if asked.dossier is not None:
        return asked.dossier.department
    return asked.version.procedure.owner if asked.version is not None else the_centre(at)


def _checked(heard: Heard, by: Officer, at: datetime) -> None:
    if heard.channel == Channel.PORTAL:
        raise Refused("Câu hỏi trên Cổng do người hỏi tự viết.", "4.1.c")
    if heard.call_back_on is not None and heard.call_back_on < local_day(at):
        raise Refused("Ngày hẹn gọi lại đã qua.", "4.1.c")
    if heard.forward_to is not None and heard.forward_to.kind not in policies.CAN_OWN:
        raise Refused("Không chuyển được câu hỏi đến nơi này.", "3.2")


def note(what: object, question: Question, by: Signs, at: datetime, *, answered: bool = False) -> None:
    """Write into the journal that it was asked: codes and names, never who asked nor their words."""
    record(
        what, about=question, by=by, at=at, code=question.code, channel=question.channel, owner=question.owner.name,
        owner_code=question.owner.code, answer_by=question.due_at, outcome=question.outcome,
        procedure=question.version.name if question.version else "",
        dossier=question.dossier.code if question.dossier else "", consent=question.consent_at is not None,
        answered=answered,
    )  # fmt: skip
