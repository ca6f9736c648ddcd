"""Who may do what to a dossier: yes, or no with the reason and the clause. Acts require it, screens show it."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import authorisation
from motcua.domain.procedures.handling import process_plan
from motcua.domain.procedures.models import Step
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local

from .interlinked import split
from .interlinked.models import Leg
from .models import Breach, Dossier, Task

DESK = (Role.RECEIVE, Role.RETURN, Role.WATCH, Role.PROCEDURES)
DISTRICTS = (OfficeKind.DISTRICT, OfficeKind.DISTRICT_CENTRE)
HANDLERS = (Role.RECEIVE, Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.HEAD)


def works_for(by: Officer, one_stop_id: int, department_id: int, at: datetime, *roles: str) -> bool:
    """Whether one works at the one-stop for this matter: its own officials for all, a department's for its own."""
    bodies = by.bodies_with(at, *roles)
    return one_stop_id in bodies or (one_stop_id in by.places_with(at, *roles) and department_id in bodies)


@rule("3.3-1", "5.1.đ-2")
def may_see(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The one-stop that received it, the department that handles it, and whoever was given a step of it.

    A body that is only asked for its opinion sees the question and what was sent along (`aside_policies`).
    Of an interlinked dossier every body that has a leg, and the centres that watch over it (6.2).
    """
    if works_for(by, dossier.one_stop_id, dossier.department_id, at, *DESK):
        return YES
    if dossier.department_id in by.bodies_with(at, *HANDLERS):
        return YES
    given = Task.objects.filter(dossier=dossier, office__in=by.bodies_with(at, *HANDLERS))
    if given.exclude(kind=Step.Kind.CONSULT).exists():
        return YES
    if _has_leg(by, dossier, at) or watches_over(by, dossier, at):
        return YES
    return no("Hồ sơ này không thuộc phạm vi công việc của bạn.", "5.1.đ-2")


@rule("6.2")
def watched_legs(by: Officer, at: datetime) -> Q:
    """The legs that an official watches over, as a filter: at the provincial Centre all, at a district its own.

    A district's are those of its bodies and communes, and those of what was received there.
    """
    seen = Q(pk=None)
    for held in by.held_at(at):
        if held.body_kind == OfficeKind.CENTRE and Role.WATCH in held.roles:
            return ~Q(pk=None)
        if held.body_kind in DISTRICTS and held.roles & {Role.WATCH, Role.HEAD}:
            district = held.body_id if held.body_kind == OfficeKind.DISTRICT else office_at_hand(held.body_id).parent_id
            within = {"office": district}, {"office__parent": district}, {"dossier__one_stop__parent": district}
            seen |= reduce(or_, (Q(**each) for each in within))
    return seen


def watches_over(by: Officer, dossier: Dossier, at: datetime) -> bool:
    """Whether one watches over an interlinked dossier from a centre."""
    if not _is_interlinked(dossier):
        return False
    return Leg.objects.filter(watched_legs(by, at), dossier=dossier).exists()


def _has_leg(by: Officer, dossier: Dossier, at: datetime) -> bool:
    bodies = by.bodies_with(at, *HANDLERS)
    return any(row.office_id in bodies for row in split.rows_of(dossier.pk, dossier.process_id))


def _is_interlinked(dossier: Dossier) -> bool:
    return dossier.process_id is not None and split.is_interlinked(dossier.process_id)


@rule("2", "3.3-1")
def may_receive(by: Officer, one_stop_id: int, at: datetime, department_id: int | None = None) -> Answer:
    """Dossiers are received by those posted to receive at that one-stop; a department's official for the department."""
    if one_stop_id not in by.places_with(at, Role.RECEIVE):
        return no("Bạn không được phân công tiếp nhận hồ sơ tại nơi này.", "3.3-1")
    if department_id is None or works_for(by, one_stop_id, department_id, at, Role.RECEIVE):
        return YES
    return no("Bạn chỉ được tiếp nhận thủ tục của cơ quan mình.", "5.1.đ-2")


@rule("5.1.đ-2")
def may_transfer(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The receiving desk passes the dossier on."""
    if works_for(by, dossier.one_stop_id, dossier.department_id, at, Role.RECEIVE):
        return YES
    return no("Chỉ cán bộ tiếp nhận của nơi nhận hồ sơ được chuyển hồ sơ.", "5.1.đ-2")


@rule("5.1.a-2")
def may_take(by: Officer, task: Task, at: datetime) -> Answer:
    """A step is taken by the official it was given to, or by anybody with its role in its body.

    A step of approval is taken only by who may approve it: nobody else could finish it.
    """
    if task.officer_id is not None and task.officer_id != by.pk:
        return no("Việc này đã giao cho cán bộ khác.", "5.1.a-2")
    if task.kind == Step.Kind.APPROVE:
        return may_approve(by, task, at)
    if task.office_id in by.places_with(at, task.role):
        return YES
    role = Role(task.role).label
    return no(f"Bước này cần vai trò “{role}” tại cơ quan được phân công trong quy trình.", "5.1.a-2")


@rule("5.1.a-2")
def may_complete(by: Officer, task: Task, at: datetime) -> Answer:
    """A step is completed by whoever took it; approving and returning have acts of their own."""
    if task.kind == Step.Kind.CONSULT:
        return no("Việc được hỏi ý kiến kết thúc bằng câu trả lời.", "5.1.đ-1")
    if task.kind in (Step.Kind.APPROVE, Step.Kind.RECEIVE, Step.Kind.RETURN):
        return no("Bước này không kết thúc bằng cách chuyển bước.", "5.1.c-1")
    if task.officer_id != by.pk:
        return no("Chỉ cán bộ đang giữ việc này được chuyển bước.", "5.1.a-2")
    return may_take(by, task, at)


@rule("5.1.a-2", "5.1.c-1")
def may_send_back(by: Officer, task: Task, at: datetime) -> Answer:
    """Whoever holds the step may send the dossier back one step, with the reason; who is asked for advice may not."""
    if task.kind == Step.Kind.CONSULT:
        return no("Cơ quan được hỏi ý kiến chỉ trả lời, không trả lại bước trước.", "5.1.đ-1")
    if task.officer_id != by.pk:
        return no("Chỉ cán bộ đang giữ việc này được trả lại bước trước.", "5.1.a-2")
    return may_take(by, task, at)


@rule("5.1.c-1", "5.2.b")
def may_reassign(by: Officer, task: Task, at: datetime) -> Answer:
    """The head of the body, or who assigns work there, may give a step to another official."""
    if task.office_id in by.places_with(at, Role.HEAD, Role.ASSIGN):
        return YES
    return no("Chỉ thủ trưởng hoặc người được giao phân công của cơ quan được giao lại việc.", "5.1.c-1")


@rule("5.1.e-2")
def may_request_supplement(by: Officer, task: Task, at: datetime) -> Answer:
    """Whoever appraises the dossier may ask for what is missing."""
    if task.kind not in (Step.Kind.APPRAISE, Step.Kind.ASSIGN, Step.Kind.FIELD_CHECK):
        return no("Chỉ yêu cầu bổ sung ở bước thẩm định.", "5.1.e-2")
    if task.officer_id != by.pk:
        return no("Chỉ cán bộ đang thẩm định hồ sơ được yêu cầu bổ sung.", "5.1.e-2")
    return may_take(by, task, at)


@rule("5.1.e-2", "3.3-1")
def may_accept_supplement(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """What was missing is handed in where the dossier was received."""
    return may_receive(by, dossier.one_stop_id, at, dossier.department_id)


@rule("5.1.c-1")
def may_approve(by: Officer, task: Task, at: datetime) -> Answer:
    """Only an official named for this procedure in the head's decision, in force that day, can approve or reject."""
    if task.kind != Step.Kind.APPROVE:
        return no("Hồ sơ chưa đến bước phê duyệt.", "5.1.c-1")
    if task.office_id not in by.places_with(at, Role.APPROVE, Role.HEAD):
        return no("Bạn không giữ vai trò phê duyệt tại cơ quan của bước này.", "5.1.c-1")
    procedure_id = process_plan(task.dossier.process_id).procedure_id
    if by.pk not in authorisation.approvers_of(procedure_id, local(at).date()):
        return no("Bạn không được phân công, ủy quyền phê duyệt thủ tục này.", "5.1.c-1")
    if task.officer_id not in (None, by.pk):
        return no("Việc phê duyệt này đã giao cho người khác.", "5.1.c-1")
    return YES


@rule("5.1.e-3", "7.8")
def may_apologise(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The body that is late apologises: its head, or who approves for it.

    Of an interlinked dossier also a body whose leg overran, or which has it now and foresees that (7.8).
    """
    bodies = by.bodies_with(at, Role.HEAD, Role.APPROVE)
    if dossier.department_id in bodies:
        return YES
    if bodies & split.answerable(split.rows_of(dossier.pk, dossier.process_id), at):
        return YES
    return no("Chỉ thủ trưởng hoặc người phê duyệt của cơ quan giải quyết được ký phiếu xin lỗi.", "5.1.e-3")


@rule("5.1.đ-1")
def may_record_result(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The deciding body enters its result: its clerk, who appraised, or who approved."""
    if dossier.department_id in by.bodies_with(at, Role.CLERK, Role.APPRAISE, Role.APPROVE):
        return YES
    return no("Chỉ cán bộ của cơ quan giải quyết được ghi nhận kết quả.", "5.1.đ-1")


@rule("4.1.e", "5.1.đ-1")
def may_hand_over(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The deciding body passes the result on, or the Centre takes it in."""
    if dossier.department_id in by.bodies_with(at, Role.CLERK, Role.APPRAISE, Role.APPROVE):
        return YES
    return may_keep_results(by, dossier, at)


@rule("4.1.e")
def may_keep_results(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """Results are kept and given out at the result desk of the one-stop that received the dossier."""
    if works_for(by, dossier.one_stop_id, dossier.department_id, at, Role.RETURN):
        return YES
    return no("Chỉ cán bộ trả kết quả của nơi tiếp nhận được giữ và trả kết quả.", "4.1.e")


@rule("4.1.d-2")
def may_explain(by: Officer, breach: Breach, at: datetime) -> Answer:
    """Whoever broke the rule explains it, or the head of the body."""
    if by.pk == breach.officer_id or breach.office_id in by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ người vi phạm hoặc thủ trưởng cơ quan được giải trình.", "4.1.d-2")


@rule("2", "5.1.e-1")
def may_recompute(by: Officer, at: datetime) -> Answer:
    """Who keeps the calendar has the due dates counted anew after a change of it."""
    if by.has_role(Role.ADMIN, at):
        return YES
    return no("Chỉ người có vai trò Quản trị hệ thống được tính lại hạn sau khi lịch làm việc thay đổi.", "2")
