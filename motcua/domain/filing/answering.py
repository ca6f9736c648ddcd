"""An official looks at what came from home: it becomes a dossier, or goes back with everything named at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers import breaches, intake
from motcua.domain.dossiers.applicants import Submitter
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.terms import BreachKind
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.messages import outbox
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.post import consigning
from motcua.domain.procedures.terms import Channel
from motcua.domain.regulation import limits
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import policies
from .models import AnswerTime, SendingBack, Submission
from .submitting import applicant_of
from .terms import State

CLAUSE = policies.CLAUSE
LONGEST_TIME = 80  # working hours: more than ten days would be no answer


class AlreadyAnswered(Refused):
    """Somebody was faster, or the applicant has taken it back."""

    clause = CLAUSE


class NothingNamed(Refused):
    """It can not go back without saying what has to be mended."""

    clause = "5.1.d"


@dataclass(frozen=True)
class Fault:
    """What has to be mended: in one paper, or in what was written (no component)."""

    component_id: int | None
    reason: str


@act(CLAUSE, "5.1.d", "5.1.đ-2")
def accept_submission(submission: Submission, *, by: Officer, at: datetime, duplicate_seen: bool = False) -> Dossier:
    """Receive it: now it has a code, a due date and a receipt. A second sending back becomes a breach of 5.1.d."""
    submission = _to_answer(submission, by, at)
    papers = list(submission.papers.filter(replaced_at=None).select_related("component"))
    filing = intake.Filing(
        version=submission.version, one_stop=submission.one_stop,  # type: ignore[arg-type]
        applicant=applicant_of(submission),
        brought=tuple(Brought(each.component_id, *_sets(each), scan_id=each.scan_id) for each in papers),
        channel=Channel.ONLINE, submitter=_submitter(submission), summary=submission.summary,
        return_by=submission.return_by, handed_in_at=submission.submitted_at, draft=submission.stream,
    )  # fmt: skip
    dossier = intake.receive(filing, by=by, at=at, duplicate_seen=duplicate_seen)
    if submission.times_sent_back > int(limits.supplement_requests(local_day(at))):
        last = submission.sendings_back.order_by("-number").select_related("sent_by")[0]
        breaches.note(
            dossier, BreachKind.SECOND_SUPPLEMENT, by=last.sent_by, at=last.sent_at, office_id=submission.one_stop_id
        )
    consigning.carry_over(submission.stream, to=dossier.stream, code=str(dossier.code), by=by, at=at)
    submission.state, submission.dossier = State.ACCEPTED, dossier
    _answered(submission, by, at)
    record(accept_submission, about=submission, by=by, at=at, code=submission.code, dossier=dossier.code)
    return dossier


@act(CLAUSE, "5.1.d")
def send_submission_back(submission: Submission, *, faults: Sequence[Fault], by: Officer, at: datetime) -> SendingBack:
    """Say at once everything that has to be mended. Once is guidance; a second time is a breach (reading 3)."""
    submission = _to_answer(submission, by, at)
    published = set(submission.version.components.values_list("pk", flat=True))
    named = [Fault(each.component_id, clean(each.reason)) for each in faults if clean(each.reason)]
    if not named:
        raise NothingNamed("Phải ghi rõ từng chỗ cần sửa để người nộp sửa một lần.")
    if any(each.component_id is not None and each.component_id not in published for each in named):
        raise NothingNamed("Không được yêu cầu giấy tờ ngoài thành phần hồ sơ đã công khai.")
    submission.times_sent_back += 1
    submission.state = State.SENT_BACK
    sent = SendingBack.objects.create(
        submission=submission, number=submission.times_sent_back, sent_by=by, sent_at=at,
        faults=[{"component": each.component_id, "reason": each.reason} for each in named],
    )  # fmt: skip
    _answered(submission, by, at)
    once = submission.times_sent_back <= int(limits.supplement_requests(local_day(at)))
    line = record(
        send_submission_back, about=submission, by=by, at=at, code=submission.code, faults=len(named), breach=not once
    )  # fmt: skip
    _tell(submission, line, len(named), at)
    return sent


@act(CLAUSE)
def set_answer_time(office: Office, *, hours: int, by: Officer, at: datetime) -> AnswerTime:
    """Within how many working hours this one-stop answers what comes from home, from now on."""
    require(policies.may_set_answer_time(by, office, at))
    if not 1 <= hours <= LONGEST_TIME:
        raise Refused(f"Hạn trả lời phải từ 1 đến {LONGEST_TIME} giờ làm việc.", CLAUSE)
    time, _ = AnswerTime.objects.update_or_create(office=office, defaults={"hours": hours})
    record(set_answer_time, about=office, by=by, at=at, office=office.name, hours=hours)
    return time


def _to_answer(submission: Submission, by: Officer, at: datetime) -> Submission:
    names = ("person", "version__procedure", "one_stop", "business", "authority")
    submission = Submission.objects.select_for_update(of=("self",)).select_related(*names).get(pk=submission.pk)
    require(policies.may_answer(by, submission, at))
    if submission.state != State.SUBMITTED:
        raise AlreadyAnswered(f"Hồ sơ {submission.code} đang ở trạng thái “{submission.get_state_display()}”.")
    return submission


def _answered(submission: Submission, by: Officer, at: datetime) -> None:
    submission.answered_by, submission.answered_at, submission.answer_due_at = by, at, None
    submission.save()


def _sets(paper: object) -> tuple[int, int]:
    """What is sent from home stands for what is asked for: as many originals and copies, one at least."""
    component = paper.component  # type: ignore[attr-defined]
    return component.originals, component.copies if component.originals or component.copies else 1


def _submitter(submission: Submission) -> Submitter:
    person: Person = submission.person
    return Submitter(person.name, person.identity_number, submission.phone)


def _tell(submission: Submission, line: int, faults: int, at: datetime) -> None:
    person = submission.person
    to = outbox.Recipient(
        "applicant", phone=submission.phone, email=submission.email, account=f"account/{person.account_id}"
    )
    about = outbox.About(f"{submission.stream}#{line}", submission.code, submission.one_stop_id or 0)
    outbox.tell("submission_sent_back", about, to=to, facts={"submission": submission.code, "papers": faults}, at=at)
