"""Somebody calls: what was filed under their number, masked; more is told only to who proves to be the applicant."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from motcua.domain.dossiers.models import Dossier, Guidance
from motcua.domain.dossiers.overviews.tracking import plain_word, progress_of
from motcua.domain.filing.models import Submission
from motcua.domain.journal.acts import act
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.vietnamese.text import clean, fold

from . import policies
from .answering import Reply, give
from .asking import Asked, note, the_centre, written
from .models import Question
from .terms import Channel, Outcome, State

SHOWN = 8
CLAUSE = "4.1.c"


class NotProven(Refused):
    """What the caller said is not what was filed: nothing is told, and not which of it was wrong."""

    clause = "5.1.đ-2"


@dataclass(frozen=True)
class Filed:
    """A dossier or a submission of a caller, as it may be seen before they have proved who they are."""

    code: str
    initials: str
    identity: str
    procedure: str
    standing: str
    on: date
    is_dossier: bool


@dataclass(frozen=True)
class Caller:
    """What is known of a telephone number."""

    phone: str
    filed: list[Filed]
    earlier: list[Question]
    guided: list[Guidance]


@dataclass(frozen=True)
class Facts:
    """Three things that the applicant knows: the whole name, the end of the identity number, the day of filing."""

    name: str
    last_four: str
    filed_on: date


@rule(CLAUSE, "5.1.đ-2")
def caller(by: Officer, phone: str, at: datetime) -> Caller:
    """What was filed, asked and guided under this number, newest first: four statements whatever there is."""
    require(policies.may_take_calls(by, at))
    names = ("version", "one_stop")
    dossiers = Dossier.objects.filter(Q(phone=phone) | Q(submitter_phone=phone), received_at__isnull=False)
    submissions = Submission.objects.filter(phone=phone, submitted_at__isnull=False, dossier=None)
    filed = [_of_dossier(each) for each in dossiers.select_related(*names).order_by("-id")[:SHOWN]]
    filed += [_of_submission(each) for each in submissions.select_related("person", *names).order_by("-id")[:SHOWN]]
    earlier = Question.objects.filter(phone=phone).exclude(phone="").select_related("owner", "version")
    guided = Guidance.objects.filter(phone=phone).exclude(phone="").select_related("version")
    return Caller(
        phone,
        sorted(filed, key=lambda each: each.on, reverse=True)[:SHOWN],
        list(earlier.order_by("-id")[:SHOWN]),
        list(guided.order_by("-given_at")[:SHOWN]),
    )


def dossier_of(by: Officer, phone: str, code: str, at: datetime) -> Dossier:
    """One of the caller's dossiers; raises `Dossier.DoesNotExist` for one that was filed under another number."""
    require(policies.may_take_calls(by, at))
    rows = Dossier.objects.filter(Q(phone=phone) | Q(submitter_phone=phone), received_at__isnull=False)
    return rows.select_related("version__procedure", "one_stop", "department").get(code=code.strip().upper())


@act(CLAUSE, "5.1.đ-2")
def tell_state(dossier: Dossier, facts: Facts, *, phone: str, by: Officer, at: datetime) -> Question:
    """Tell a caller, who proved with three facts to be the applicant, how far the dossier is: a contact like others."""
    dossier = Dossier.objects.select_related("version__procedure", "department", "one_stop").get(pk=dossier.pk)
    require(policies.may_take_calls(by, at))
    if not _proven(dossier, facts):
        raise NotProven("Ba thông tin người gọi nói chưa khớp với hồ sơ. Chỉ cho biết mức độ hoàn thành theo mã hồ sơ.")
    asked = Asked("Hỏi tình trạng hồ sơ", f"Gọi tổng đài hỏi hồ sơ {dossier.code}.", dossier.applicant_name, phone,
                  version=dossier.version, dossier=dossier)  # fmt: skip
    contact = written(asked, Channel.PHONE, the_centre(at), at)
    contact.taken_by, contact.outcome = by, Outcome.STATE_TOLD
    contact.save(force_insert=True)
    note(tell_state, contact, by, at)
    give(contact, Reply(state_in_words(dossier)), by=by, at=at)
    return contact


def state_in_words(dossier: Dossier) -> str:
    """What the caller is told."""
    due = f" Hẹn trả kết quả: {show_moment(dossier.due_at)}." if dossier.due_at else ""
    where = office_at_hand(dossier.one_stop_id).name
    return f"Hồ sơ {dossier.code}: {plain_word(dossier)}.{due} Nơi nhận hồ sơ và kết quả: {where}."


def initials(name: str) -> str:
    """A name that only its bearer can complete: "N. V. A."."""
    return " ".join(f"{word[:1].upper()}." for word in clean(name).split())


def open_calls(phone: str) -> int:
    """How many questions of this number wait for an answer."""
    return Question.objects.filter(phone=phone, state=State.OPEN).count()


def _proven(dossier: Dossier, facts: Facts) -> bool:
    names = {fold(dossier.applicant_name), fold(dossier.submitter_name)}
    ends = {_last_four(dossier.identity_number), _last_four(dossier.submitter_identity)} - {""}
    same_day = local_day(dossier.when_received()) == facts.filed_on
    return fold(facts.name) in names - {""} and _last_four(facts.last_four) in ends and same_day


def _last_four(number: Any) -> str:
    digits = re.sub(r"\W", "", str(number or "")).upper()
    return digits[-4:] if len(digits) >= 4 else ""


def _of_dossier(dossier: Dossier) -> Filed:
    return Filed(
        str(dossier.code), initials(dossier.applicant_name), f"…{_last_four(dossier.identity_number)}",
        dossier.version.name, progress_of(dossier).word, local_day(dossier.when_received()), True,
    )  # fmt: skip


def _of_submission(submission: Submission) -> Filed:
    person = submission.person
    on = local_day(submission.submitted_at or submission.kept_at)
    end = f"…{_last_four(person.identity_number)}"
    return Filed(submission.code, initials(person.name), end, submission.version.name, submission.get_state_display(),
                 on, False)  # fmt: skip
