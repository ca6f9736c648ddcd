"""Who may charge, collect, keep the books and decide about money out: yes or no with the reason and the clause."""

from datetime import datetime

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import ArrivalProposal, Charge, Proposal, Shift


@rule("4.5.a")
def may_ask(by: Officer, desk_id: int, department_id: int, at: datetime) -> Answer:
    """The desk that receives the matter, and the body that settles it, say what is to be paid."""
    if desk_id in by.places_with(at, Role.RECEIVE, Role.CASHIER):
        return YES
    if department_id in by.bodies_with(at, Role.APPRAISE, Role.ASSIGN, Role.APPROVE):
        return YES
    return no("Chỉ nơi tiếp nhận hoặc cơ quan giải quyết hồ sơ được lập khoản phải thu.", "4.5.a")


@rule("4.5.a")
def may_collect(by: Officer, desk_id: int, at: datetime) -> Answer:
    """Money is taken at one place: by the cashiers of the desk."""
    if desk_id in by.places_with(at, Role.CASHIER):
        return YES
    return no("Chỉ cán bộ thu phí, lệ phí của nơi này được thu tiền.", "4.5.a")


@rule("4.5.a", "4.5.b")
def may_keep_books(by: Officer, desk_id: int, at: datetime) -> Answer:
    """The accountants of the desk keep its receipts and its accounts."""
    if desk_id in by.places_with(at, Role.ACCOUNTANT):
        return YES
    return no("Chỉ kế toán của nơi thu được làm việc này.", "4.5.b")


@rule("4.5.a", "4.5.b")
def may_keep_receipts(by: Officer, desk_id: int, at: datetime) -> Answer:
    """Who gives receipts and who keeps their books look after the copies."""
    if desk_id in by.places_with(at, Role.CASHIER, Role.ACCOUNTANT):
        return YES
    return no("Chỉ cán bộ thu hoặc kế toán của nơi thu được báo mất liên biên lai.", "4.5.b")


@rule("4.5.b")
def may_keep_accounts(by: Officer, at: datetime) -> Answer:
    """Where money goes the accountants of a Centre say, or an administrator."""
    if by.has_role(Role.ADMIN, at) or centres_of(by, at):
        return YES
    return no("Chỉ kế toán của Trung tâm hoặc quản trị hệ thống được ghi tài khoản ngân hàng.", "4.5.b")


def accounts_for(by: Officer, at: datetime) -> frozenset[int]:
    """The bodies whose money this official answers for."""
    return by.bodies_with(at, Role.ACCOUNTANT, Role.HEAD)


def centres_of(by: Officer, at: datetime) -> frozenset[int]:
    """The Centres whose books this official keeps."""
    kinds = (OfficeKind.CENTRE, OfficeKind.DISTRICT_CENTRE)
    held = (each for each in by.held_at(at) if Role.ACCOUNTANT in each.roles and each.body_kind in kinds)
    return frozenset(each.body_id for each in held)


@rule("4.5.a", "3.2")
def may_decide(by: Officer, proposal: Proposal, at: datetime) -> Answer:
    """Money goes out on two persons' word: who asked does not decide."""
    if proposal.by_id == by.pk:
        return no("Người đề nghị không được tự quyết định: tiền chi ra phải có người thứ hai.", "3.2")
    if proposal.charge.desk_id in by.places_with(at, Role.ACCOUNTANT) | by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ kế toán hoặc thủ trưởng nơi thu được quyết định việc này.", "4.5.a")


@rule("4.5.a", "4.5.b")
def may_match(by: Officer, desk_id: int, at: datetime) -> Answer:
    """Money that came by itself is put to its bill by who takes money or keeps the books at the desk."""
    if desk_id in by.places_with(at, Role.CASHIER, Role.ACCOUNTANT):
        return YES
    return no("Chỉ cán bộ thu tiền hoặc kế toán của nơi thu được đối chiếu tiền đến.", "4.5.a")


@rule("4.5.a", "3.2")
def may_decide_arrival(by: Officer, proposal: ArrivalProposal, desk_id: int, at: datetime) -> Answer:
    """Money that does not fit is dealt with on two persons' word."""
    if proposal.by_id == by.pk:
        return no("Người đề nghị không được tự quyết định: số tiền không khớp phải có người thứ hai.", "3.2")
    if desk_id in by.places_with(at, Role.ACCOUNTANT) | by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ kế toán hoặc thủ trưởng nơi thu được quyết định việc này.", "4.5.a")


@rule("4.5.a", "3.2")
def may_close(by: Officer, shift: Shift, difference: int, at: datetime) -> Answer:
    """A drawer that is right its cashier closes; one that is not, an accountant or the head."""
    if difference == 0 and by.pk == shift.cashier_id:
        return YES
    if by.pk == shift.cashier_id:
        return no("Tiền đếm được khác sổ: người khác phải xem và đóng ca.", "3.2")
    if shift.desk_id in by.places_with(at, Role.ACCOUNTANT) | by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ người giữ ca, kế toán hoặc thủ trưởng nơi thu được đóng ca.", "4.5.a")


@rule("4.5.a", "3.2")
def may_settle_difference(by: Officer, shift: Shift, at: datetime) -> Answer:
    """What was missing or too much is settled by who keeps the books or leads, never by who held the drawer."""
    if by.pk == shift.cashier_id:
        return no("Người giữ ca không được tự xử lý tiền thừa, thiếu của ca mình.", "3.2")
    if shift.desk_id in by.places_with(at, Role.ACCOUNTANT) | by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ kế toán hoặc thủ trưởng nơi thu được xử lý tiền thừa, thiếu.", "4.5.a")


@rule("4.5.a", "4.5.b")
def may_see(by: Officer, charge: Charge, at: datetime) -> Answer:
    """The desk, its books, and the department whose money it is."""
    if charge.desk_id in by.places_with(at, Role.RECEIVE, Role.RETURN, Role.CASHIER, Role.ACCOUNTANT, Role.WATCH):
        return YES
    if charge.department_id in by.bodies_with(at, *Role):
        return YES
    return no("Khoản thu này không thuộc phạm vi công việc của bạn.", "4.5.b")
