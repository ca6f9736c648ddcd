"""A survey is written, opened with its samples drawn, and closed; each desk hands its part to the Centre (7.4)."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from motcua.domain.dossiers import telling
from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.vietnamese.text import clean

from . import policies
from .drawing import drawn
from .models import Sampled, Survey, SurveyPart
from .questions import Question, fault
from .terms import SurveyState

CLAUSE = "7.4"
LARGEST_SEED = 2**31
ASKED_ABOUT = (OfficeKind.DISTRICT, OfficeKind.DISTRICT_CENTRE, OfficeKind.COMMUNE)


class NotAskable(Refused):
    """A survey without sound questions, days or quotas, or one that is not in the right state."""

    clause = CLAUSE


@dataclass(frozen=True)
class Design:
    """What is asked about which results, until when, and how many answers of each body."""

    title: str
    first: date
    last: date
    ends_on: date
    questions: Sequence[Question]
    quotas: Mapping[str, int]


@act(CLAUSE)
def draft_survey(design: Design, *, by: Officer, at: datetime) -> Survey:
    """Write a survey; nobody is asked before it is opened."""
    require(policies.may_design(by, at))
    _sound(design, at)
    offices = {each.code: each for each in Office.objects.filter(code__in=design.quotas, kind__in=ASKED_ABOUT)}
    if not offices or set(offices) != set(design.quotas) or min(design.quotas.values()) < 1:
        raise NotAskable("Phải chọn ít nhất một huyện, xã và số phiếu cần có của từng nơi.")
    survey = Survey.objects.create(
        title=clean(design.title), first=design.first, last=design.last, ends_on=design.ends_on,
        questions=[each.plain() for each in design.questions], seed=secrets.randbelow(LARGEST_SEED),
        drafted_by=by, drafted_at=at,
    )  # fmt: skip
    parts = [SurveyPart(survey=survey, office=offices[code], quota=quota) for code, quota in design.quotas.items()]
    SurveyPart.objects.bulk_create(parts)
    facts = {"title": survey.title, "first": survey.first, "last": survey.last, "quotas": dict(design.quotas)}
    record(draft_survey, about=survey, by=by, at=at, **facts, seed=survey.seed)
    return survey


@act(CLAUSE)
def open_survey(survey: Survey, *, by: Officer, at: datetime) -> Survey:
    """Draw for each body among the results that were given out in those days, and ask."""
    survey = _locked(survey, SurveyState.DRAFT)
    require(policies.may_design(by, at))
    if local_day(at) <= survey.last or local_day(at) > survey.ends_on:
        raise NotAskable("Chỉ bắt đầu sau ngày cuối của kỳ và trước ngày hết hạn trả lời.")
    asked = 0
    for part in survey.parts.select_related("office"):
        asked += _draw(survey, part)
    if not asked:
        raise NotAskable("Trong kỳ này chưa nơi nào trả kết quả: không có ai để hỏi.")
    survey.state, survey.opened_at = SurveyState.OPEN, at
    survey.save(update_fields=["state", "opened_at"])
    line = record(open_survey, about=survey, by=by, at=at, title=survey.title, asked=asked)
    for each in Sampled.objects.filter(part__survey=survey).select_related("dossier").order_by("id"):
        telling.asked_in_a_survey(each.dossier, each.secret, f"{survey.stream}#{line}/{each.pk}", at)
    return survey


@act(CLAUSE)
def close_survey(survey: Survey, *, by: Officer, at: datetime) -> Survey:
    """End it: nobody answers any more, and the figures stay as they are."""
    survey = _locked(survey, SurveyState.OPEN)
    require(policies.may_design(by, at))
    survey.state, survey.closed_at = SurveyState.CLOSED, at
    survey.save(update_fields=["state", "closed_at"])
    answered = Sampled.objects.filter(part__survey=survey, answer__isnull=False).count()
    record(close_survey, about=survey, by=by, at=at, title=survey.title, answered=answered)
    return survey


@act(CLAUSE)
def hand_over_part(part: SurveyPart, *, note: str, by: Officer, at: datetime) -> SurveyPart:
    """A desk hands its part to the Centre, and says what it did about what people said."""
    part = SurveyPart.objects.select_for_update(of=("self",)).select_related("survey", "office").get(pk=part.pk)
    require(policies.may_bring(by, part, at))
    if not clean(note):
        raise NotAskable("Phải ghi việc đã làm với ý kiến nhận được.")
    part.handed_at, part.handed_by, part.note = at, by, clean(note)[:1000]
    part.save(update_fields=["handed_at", "handed_by", "note"])
    answered = part.sample.filter(answer__isnull=False).count()
    facts = {"office": part.office.name, "answered": answered, "quota": part.quota, "note": part.note}
    record(hand_over_part, about=part.survey, by=by, at=at, **facts)
    return part


def served(office: Office, first: date, last: date) -> QuerySet[Dossier]:
    """The dossiers of a body, or of its one-stop, whose results were given out in these days."""
    begin, end = (datetime.combine(day, time(), LOCAL) for day in (first, last + timedelta(days=1)))
    whose = Q(one_stop=office) | Q(one_stop__parent=office) | Q(department=office)
    return Dossier.objects.filter(whose, delivered_at__gte=begin, delivered_at__lt=end)


def _draw(survey: Survey, part: SurveyPart) -> int:
    everybody = list(served(part.office, survey.first, survey.last).values_list("pk", flat=True))
    chosen = drawn(everybody, part.quota, survey.seed)
    part.population = len(everybody)
    part.save(update_fields=["population"])
    Sampled.objects.bulk_create(Sampled(part=part, dossier_id=pk, secret=secrets.token_urlsafe(12)) for pk in chosen)
    return len(chosen)


def _locked(survey: Survey, state: SurveyState) -> Survey:
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    if survey.state != state:
        raise NotAskable(f"Cuộc khảo sát {survey.get_state_display().lower()}.")
    return survey


def _sound(design: Design, at: datetime) -> None:
    if not clean(design.title):
        raise NotAskable("Phải ghi tên cuộc khảo sát.")
    if wrong := fault(design.questions):
        raise NotAskable(wrong)
    if not design.first <= design.last < design.ends_on or design.ends_on <= local_day(at):
        raise NotAskable("Ngày đầu, ngày cuối của kỳ và ngày hết hạn trả lời phải theo thứ tự, hết hạn sau hôm nay.")
