"""Who may ask other bodies, answer them, go on without them; check on the spot; call a council together."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import Step
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .. import policies
from ..models import Consultation, Dossier, Task

ASKING = (Step.Kind.ASSIGN, Step.Kind.APPRAISE, Step.Kind.FIELD_CHECK, Step.Kind.COUNCIL)
OF_ASKER = (Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.HEAD)
ANSWERING = (Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.HEAD)


@rule("5.1.đ-1")
def may_consult(by: Officer, task: Task, at: datetime) -> Answer:
    """Whoever appraises a dossier may ask other bodies about it."""
    if task.kind not in ASKING:
        return no("Chỉ xin ý kiến cơ quan khác ở bước phân công, thẩm định, kiểm tra hoặc hội đồng.", "5.1.đ-1")
    return _holds(by, task, at, "xin ý kiến cơ quan khác")


@rule("5.1.đ-1", "5.1.đ-2")
def may_see_question(by: Officer, question: Consultation, at: datetime) -> Answer:
    """A body that is asked sees the question and what was sent along, not the dossier."""
    if question.office_id is not None and question.office_id in by.bodies_with(at, *ANSWERING):
        return YES
    return policies.may_see(by, question.dossier, at)


@rule("5.1.đ-1")
def may_answer(by: Officer, question: Consultation, at: datetime) -> Answer:
    """The body that was asked answers: the official it was given to, anybody who handles dossiers there, its head."""
    task = question.task
    if task is None or question.office_id not in by.bodies_with(at, *ANSWERING):
        return no("Chỉ cán bộ của cơ quan được hỏi ý kiến được trả lời.", "5.1.đ-1")
    if task.officer_id in (None, by.pk) or question.office_id in by.bodies_with(at, Role.HEAD):
        return YES
    return no("Việc trả lời ý kiến này đã giao cho cán bộ khác của cơ quan.", "5.1.đ-1")


@rule("5.1.đ-1")
def may_follow_up(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The body that asked enters an answer on paper, names a late one and goes on without it."""
    if dossier.department_id in by.bodies_with(at, *OF_ASKER):
        return YES
    return no("Chỉ cán bộ của cơ quan xin ý kiến được làm việc này.", "5.1.đ-1")


@rule("5.1.đ-1")
def may_check_on_spot(by: Officer, task: Task, at: datetime) -> Answer:
    """A check on the spot is announced and recorded by who holds its step."""
    if task.kind != Step.Kind.FIELD_CHECK:
        return no("Quy trình không có việc kiểm tra thực địa ở bước này.", "5.1.a-2")
    return _holds(by, task, at, "thông báo, ghi kết quả kiểm tra thực địa")


@rule("5.1.đ-1")
def may_run_council(by: Officer, task: Task, at: datetime) -> Answer:
    """A council is called together and its sitting recorded by who holds the step."""
    if task.kind != Step.Kind.COUNCIL:
        return no("Quy trình không có hội đồng ở bước này.", "5.1.a-2")
    return _holds(by, task, at, "triệu tập, ghi kết quả họp hội đồng")


def _holds(by: Officer, task: Task, at: datetime, what: str) -> Answer:
    if task.officer_id != by.pk:
        return no(f"Chỉ cán bộ đang giữ bước này được {what}.", "5.1.a-2")
    return policies.may_take(by, task, at)
