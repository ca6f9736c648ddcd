"""Who may stop the clock of a dossier, let it go on, or end a dossier early: yes, or no with reason and clause."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import Step
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from ..models import Dossier, Task
from ..policies import may_receive, may_take, works_for


@rule("5.1.đ-1", "4.5.a")
def may_ask_for_payment(by: Officer, task: Task, at: datetime) -> Answer:
    """Whoever of the department holds a step says what has to be paid before it can be done."""
    if task.kind in (Step.Kind.RECEIVE, Step.Kind.RETURN) or task.office_id != task.dossier.department_id:
        return no("Chỉ cơ quan giải quyết thông báo nghĩa vụ tài chính.", "5.1.đ-1")
    if task.officer_id != by.pk or task.taken_at is None:
        return no("Chỉ cán bộ đang giữ việc này được thông báo nghĩa vụ tài chính.", "5.1.đ-1")
    return may_take(by, task, at)


@rule("3.3-1")
def may_act_for_applicant(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """What the applicant asks for or proves is taken in where the dossier was received."""
    if may_receive(by, dossier.one_stop_id, at, dossier.department_id):
        return YES
    return no("Đề nghị và chứng từ của người nộp hồ sơ được nhận tại nơi tiếp nhận hồ sơ.", "3.3-1")


@rule("5.1.e-1")
def may_propose_cancellation(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The desk that received it, or who works on it in the department, may propose."""
    if works_for(by, dossier.one_stop_id, dossier.department_id, at, Role.RECEIVE):
        return YES
    if dossier.department_id in by.bodies_with(at, Role.ASSIGN, Role.APPRAISE, Role.APPROVE):
        return YES
    return no("Chỉ cán bộ tiếp nhận hoặc cán bộ giải quyết hồ sơ được đề nghị hủy.", "5.1.e-1")


@rule("5.1.e-1")
def may_cancel(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The head of the deciding body, or of the one-stop."""
    if by.bodies_with(at, Role.HEAD) & {dossier.department_id, dossier.one_stop_id}:
        return YES
    return no("Chỉ thủ trưởng cơ quan giải quyết hoặc người đứng đầu nơi tiếp nhận được hủy hồ sơ.", "5.1.e-1")


@rule("4.1.e")
def may_give_back(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """Papers go back where the dossier was received."""
    if works_for(by, dossier.one_stop_id, dossier.department_id, at, Role.RECEIVE, Role.RETURN):
        return YES
    return no("Giấy tờ được trả lại tại nơi tiếp nhận hồ sơ.", "4.1.e")
