"""Answering a survey, by whoever holds the secret of a ballot, or on paper keyed in at the desk; each ballot once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from ..giving import Guest
from . import policies
from .models import Sampled, Survey, SurveyAnswer
from .questions import sound
from .terms import AnswerBy, SurveyState

CLAUSE = "7.4"


class NotAnswered(Refused):
    """Nothing was said, or something that is no answer; or the ballot was answered before."""

    clause = CLAUSE


@act(CLAUSE, "4.6.a")
def answer_survey(sampled: Sampled, *, answers: Sequence[Any], by: Guest, at: datetime) -> SurveyAnswer:
    """Who was drawn answers, once; the journal knows that, and neither who nor what."""
    if isinstance(by, Officer):
        raise NotAnswered("Cán bộ không trả lời thay người dân.")
    kept = _keep(sampled, answers, at, AnswerBy.LINK, None)
    record(answer_survey, about=kept.sampled, by=by, at=at)
    return kept


@act(CLAUSE)
def key_in_answer(sampled: Sampled, *, answers: Sequence[Any], by: Officer, at: datetime) -> SurveyAnswer:
    """Enter what a paper says, once."""
    require(policies.may_key_in(by, sampled, at))
    kept = _keep(sampled, answers, at, AnswerBy.PAPER, by)
    record(key_in_answer, about=kept.sampled, by=by, at=at)
    return kept


@rule(CLAUSE)
def is_asked(survey: Survey, at: datetime) -> Answer:
    """While the survey is open, until its last day."""
    if survey.state == SurveyState.OPEN and local_day(at) <= survey.ends_on:
        return YES
    return no("Cuộc khảo sát này đã kết thúc.", CLAUSE)


def _keep(
    sampled: Sampled, answers: Sequence[Any], at: datetime, way: AnswerBy, keyed_by: Officer | None
) -> SurveyAnswer:
    rows = Sampled.objects.select_for_update(of=("self",)).select_related("part__survey")
    sampled = rows.get(pk=sampled.pk)
    survey = sampled.part.survey
    require(is_asked(survey, at))
    if SurveyAnswer.objects.filter(sampled=sampled).exists():
        raise NotAnswered("Phiếu này đã có trả lời.")
    said = sound(survey.asks(), answers)
    if said is None:
        raise NotAnswered("Hãy trả lời ít nhất một câu hỏi.")
    return SurveyAnswer.objects.create(sampled=sampled, by_way=way, answers=said, given_at=at, keyed_by=keyed_by)
