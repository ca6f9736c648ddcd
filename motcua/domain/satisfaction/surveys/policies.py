"""Who designs a survey, who sees and brings the part of a desk, who enters its papers."""

from datetime import datetime

from motcua.domain.feedback.policies import may_inspect
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import Sampled, SurveyPart
from .terms import SurveyState

CLAUSE = "7.4"
BRINGS = (Role.HEAD, Role.WATCH)
KEYS_IN = (Role.RECEIVE, Role.RETURN, Role.WATCH, Role.HEAD)


@rule(CLAUSE)
def may_design(by: Officer, at: datetime) -> Answer:
    """The inspectors and the head of the Centre, which organises surveys with the districts."""
    return may_inspect(by, at)


@rule(CLAUSE)
def may_bring(by: Officer, part: SurveyPart, at: datetime) -> Answer:
    """The head of the desk's body, or who watches there, once, while the survey runs."""
    if part.survey.state != SurveyState.OPEN or part.handed_at is not None:
        return no("Phần này chưa bắt đầu hoặc đã bàn giao.", CLAUSE)
    if part.office_id in by.bodies_with(at, *BRINGS):
        return YES
    return no("Chỉ lãnh đạo hoặc người theo dõi của cơ quan bàn giao phần của mình.", CLAUSE)


@rule(CLAUSE)
def may_key_in(by: Officer, sampled: Sampled, at: datetime) -> Answer:
    """Who works at the desk that is asked about."""
    if sampled.part.office_id in by.places_with(at, *KEYS_IN):
        return YES
    return no("Phiếu giấy do cán bộ của cơ quan được khảo sát nhập.", CLAUSE)
