"""A submission is handed in, once and whole, handed in again after it was sent back, or withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.domain.citizens.models import Authority, Business, Person
from motcua.domain.dossiers.applicants import Applicant
from motcua.domain.dossiers.terms import ApplicantKind, IdentityKind, ReturnBy
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office
from motcua.domain.regulation import limits
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from . import handing_in, policies, renewing
from .handing_in import NotWhole as NotWhole
from .models import AnswerTime, Submission
from .queries import one_stops
from .terms import WITH_THE_APPLICANT, State

CLAUSE = policies.CLAUSE


class NotYours(Refused):
    """The submission is not where its applicant could do this."""

    clause = CLAUSE


@dataclass(frozen=True)
class Wish:
    """What an applicant says of the matter, beside the papers."""

    one_stop: Office | None
    phone: str = ""
    email: str = ""
    address: str = ""
    summary: str = ""
    return_by: str = ReturnBy.COUNTER
    business: Business | None = None
    authority: Authority | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)  # to the procedure's own form, as typed


@act(CLAUSE, "5.1.d")
def submit(submission: Submission, *, wish: Wish, by: Person, at: datetime) -> Submission:
    """Hand it in: every paper that is asked for is there and readable, and an official has so many hours to answer.

    What came back is handed in again the same way; papers that were not found faulty need not be sent twice.
    """
    submission = _mine(submission, by)
    _say(submission, wish)
    renewing.require_current(submission, at)
    require(policies.may_begin(by, submission.version, at))
    require(policies.may_submit(by, submission, at))
    applicant = applicant_of(submission).checked()
    submission.phone, submission.address, submission.email = applicant.phone, applicant.address, applicant.email
    submission.one_stop = _one_stop(submission, wish)
    papers = handing_in.take_in_all(submission, wish.answers, by=by, at=at)
    again = submission.state == State.SENT_BACK
    submission.state, submission.submitted_at = State.SUBMITTED, at
    submission.answer_due_at = calendar_for(submission.one_stop.code).due(at, answer_time(submission.one_stop, at))
    submission.answered_at = submission.answered_by = None
    submission.told_level, submission.told_at = 0, None
    submission.kept_at = at
    submission.save()
    record(
        submit, about=submission, by=by, at=at, code=submission.code, procedure=submission.version.name,
        version=submission.version.number, one_stop=submission.one_stop.name, again=again,
        answer_by=submission.answer_due_at,
        papers=[{"name": paper.scan.component_label, "sha256": paper.scan.file.sha256} for paper in papers],
    )  # fmt: skip
    return submission


@act(CLAUSE)
def withdraw_submission(submission: Submission, *, by: Person, at: datetime) -> Submission:
    """Take it back before an official has accepted it; a dossier is withdrawn as a dossier."""
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    if submission.person_id != by.pk or submission.state not in (State.SUBMITTED, State.SENT_BACK):
        raise NotYours("Hồ sơ này không còn ở bước rút lại được. Đã tiếp nhận thì rút theo mã hồ sơ.")
    submission.state = State.WITHDRAWN
    submission.save(update_fields=["state"])
    record(withdraw_submission, about=submission, by=by, at=at, code=submission.code)
    return submission


def answer_time(one_stop: Office, at: datetime) -> Limit:
    """Within how many working hours this one-stop answers."""
    own = AnswerTime.objects.filter(office=one_stop).first()
    hours = own.hours if own else int(limits.submission_answer_hours(local_day(at)))
    return Limit(hours, Unit.WORKING_HOURS)


def applicant_of(submission: Submission) -> Applicant:
    """The owner of the matter: the person, the business, or for whom the person files."""
    contact = {"phone": submission.phone, "address": submission.address, "email": submission.email}
    if submission.business is not None:
        firm = submission.business
        return Applicant(ApplicantKind.BUSINESS, firm.name, IdentityKind.TAX_CODE, firm.tax_code, **contact)
    for_whom = submission.authority
    if for_whom is not None and for_whom.identity_number:
        return Applicant(ApplicantKind.PERSON, for_whom.name, IdentityKind.CCCD, for_whom.identity_number, **contact)
    person = submission.person  # for a child without a number the parent is named, as at the counter
    return Applicant(ApplicantKind.PERSON, person.name, IdentityKind.CCCD, person.identity_number, **contact)


def _mine(submission: Submission, by: Person) -> Submission:
    names = ("person", "version__procedure", "one_stop", "business", "authority")
    submission = Submission.objects.select_for_update(of=("self",)).select_related(*names).get(pk=submission.pk)
    if submission.person_id != by.pk:
        raise NotYours("Hồ sơ này không phải của bạn.")
    if submission.state not in WITH_THE_APPLICANT:
        raise NotYours("Hồ sơ này đã nộp.")
    return submission


def _say(submission: Submission, wish: Wish) -> None:
    submission.phone, submission.email = wish.phone, clean(wish.email)
    submission.address, submission.summary = clean(wish.address), clean(wish.summary)[:500]
    submission.return_by = wish.return_by
    # Read anew: since the form was opened a business may be confirmed, an authority given up.
    submission.business = Business.objects.get(pk=wish.business.pk) if wish.business else None
    submission.authority = Authority.objects.get(pk=wish.authority.pk) if wish.authority else None


def _one_stop(submission: Submission, wish: Wish) -> Office:
    open_ones = one_stops(submission.version)
    chosen = next((each for each in open_ones if wish.one_stop and each.pk == wish.one_stop.pk), None)
    if chosen is None:
        raise NotWhole("Hãy chọn nơi tiếp nhận hồ sơ.")
    return chosen
