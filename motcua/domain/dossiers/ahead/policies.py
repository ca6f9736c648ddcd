"""Who may answer an alert, ask for progress and answer, and give and take dossiers by list."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from ..handing_over.models import HandingList
from ..handing_over.terms import Direction
from ..models import Dossier
from .models import Alert
from .progress_models import ProgressRequest

ANSWERING = (Role.HEAD, Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK)
OF_DEPARTMENT = (Role.CLERK, Role.ASSIGN, Role.APPRAISE)
OF_DESK = {Direction.OUT: Role.RECEIVE, Direction.BACK: Role.RETURN}


@rule("4.1.d-2")
def may_acknowledge(by: Officer, alert: Alert, at: datetime) -> Answer:
    """Who is in charge answers; where nobody has taken it anybody whose work it is; always the head of the body."""
    if alert.officer_id == by.pk or alert.office_id in by.bodies_with(at, Role.HEAD):
        return YES
    if alert.officer_id is None and alert.office_id in by.places_with(at, alert.role):
        return YES
    return no("Chỉ người phụ trách hoặc thủ trưởng cơ quan được trả lời cảnh báo này.", "4.1.d-2")


@rule("4.1.d-2")
def may_ask_progress(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """Who watches at the one-stop that received the dossier asks for it."""
    if dossier.one_stop_id in by.places_with(at, Role.WATCH):
        return YES
    return no("Chỉ người theo dõi, giám sát của nơi tiếp nhận được hỏi tiến độ.", "4.1.d-2")


@rule("4.1.d-2")
def may_answer_progress(by: Officer, asked: ProgressRequest, at: datetime) -> Answer:
    """The department that was asked answers, by its head or anybody who handles dossiers there."""
    if asked.office_id in by.bodies_with(at, *ANSWERING):
        return YES
    return no("Chỉ cán bộ của cơ quan được hỏi trả lời.", "4.1.d-2")


@rule("5.1.đ-2", "5.1.đ-1")
def may_give(by: Officer, one: HandingList, at: datetime) -> Answer:
    """Dossiers go out from the receiving desk; results come back from the department."""
    if one.direction == Direction.OUT:
        return _desk(by, one, at)
    return _department(by, one, at)


@rule("5.1.đ-2", "4.1.e")
def may_take(by: Officer, one: HandingList, at: datetime) -> Answer:
    """The department takes dossiers; the result desk takes results."""
    if one.direction == Direction.OUT:
        return _department(by, one, at)
    return _desk(by, one, at)


def _desk(by: Officer, one: HandingList, at: datetime) -> Answer:
    role = OF_DESK[Direction(one.direction)]
    bodies = by.bodies_with(at, role)
    if one.one_stop_id in bodies or (one.one_stop_id in by.places_with(at, role) and one.office_id in bodies):
        return YES
    return no(f"Chỉ cán bộ có vai trò “{role.label}” của nơi tiếp nhận được ký bên này của danh sách.", "5.1.đ-2")


def _department(by: Officer, one: HandingList, at: datetime) -> Answer:
    if one.office_id in by.bodies_with(at, *OF_DEPARTMENT):
        return YES
    return no("Chỉ cán bộ của cơ quan giải quyết được ký bên này của danh sách.", "5.1.đ-1")
