"""Who may agree about second seals, keep them, use them and stop them: yes or no with the reason and the clause."""

from datetime import datetime

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import Agreement, Custody, Seal

OF_DEPARTMENT = (Role.HEAD, Role.CLERK, Role.PROCEDURES)
OF_CENTRE = (Role.HEAD, Role.SEAL_KEEPER, Role.PROCEDURES, Role.WATCH)


@rule("4.1.đ", "5.4")
def may_see(by: Officer, department_id: int, centre_id: int, at: datetime) -> Answer:
    """The department whose seal it is, and those of the Centre who lead, keep or watch."""
    if centre_id in by.bodies_with(at, *OF_CENTRE) or department_id in by.bodies_with(at, *OF_DEPARTMENT):
        return YES
    return no("Con dấu này không thuộc phạm vi công việc của bạn.", "4.1.đ")


@rule("4.1.đ", "5.4")
def may_propose(by: Officer, department: Office, centre: Office, at: datetime) -> Answer:
    """Either side may enter what both have signed."""
    heads = (Role.HEAD, Role.PROCEDURES)
    if department.pk in by.bodies_with(at, *OF_DEPARTMENT) or centre.pk in by.bodies_with(at, *heads):
        return YES
    return no("Chỉ sở, ngành có con dấu hoặc lãnh đạo Trung tâm được nhập quy chế về con dấu thứ hai.", "5.4")


@rule("5.4")
def may_agree_as_department(by: Officer, agreement: Agreement, at: datetime) -> Answer:
    """For the department its head agrees."""
    if agreement.department_id in by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ thủ trưởng của sở, ngành được thống nhất thay mặt sở, ngành.", "5.4")


@rule("4.1.đ")
def may_agree_as_centre(by: Officer, agreement: Agreement, at: datetime) -> Answer:
    """For the Centre its head agrees."""
    if agreement.centre_id in by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ lãnh đạo Trung tâm được thống nhất thay mặt Trung tâm.", "4.1.đ")


@rule("4.1.đ", "5.4")
def may_end(by: Officer, agreement: Agreement, at: datetime) -> Answer:
    """Either head ends it."""
    if {agreement.department_id, agreement.centre_id} & by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ thủ trưởng của một trong hai bên được chấm dứt quy chế.", "5.4")


@rule("5.4")
def may_register(by: Officer, department_id: int, at: datetime) -> Answer:
    """The department registers its own second seal: its head or who keeps its seals."""
    if department_id in by.bodies_with(at, Role.HEAD, Role.CLERK):
        return YES
    return no("Chỉ thủ trưởng hoặc văn thư của sở, ngành được đăng ký con dấu thứ hai.", "5.4")


@rule("4.1.đ")
def may_give(by: Officer, held: Custody | None, at: datetime) -> Answer:
    """Only who keeps the seal can put it into other hands."""
    if held is not None and held.keeper_id == by.pk:
        return YES
    return no("Chỉ người đang giữ con dấu được giao con dấu.", "4.1.đ")


@rule("4.1.đ", "5.4")
def may_keep(who: Officer, seal: Seal, at: datetime) -> Answer:
    """A second seal is kept by the keepers of the Centre; outside it only by the department it belongs to."""
    if keeps_at_centre(who, seal, at) or seal.department_id in who.bodies_with(at, Role.HEAD, Role.CLERK):
        return YES
    return no("Con dấu chỉ được giao cho người giữ dấu của Trung tâm hoặc văn thư của sở, ngành.", "4.1.đ")


@rule("4.1.đ")
def may_take(by: Officer, given: Custody | None, at: datetime) -> Answer:
    """It is taken by whom it was given to, and nobody else."""
    if given is not None and given.keeper_id == by.pk:
        return YES
    return no("Con dấu không được giao cho bạn.", "4.1.đ")


@rule("4.1.đ", "5.4")
def may_stamp(by: Officer, seal: Seal, held: Custody | None, at: datetime) -> Answer:
    """Results are sealed at the Centre, by the keeper who has the seal in hand."""
    if not keeps_at_centre(by, seal, at):
        return no("Chỉ người giữ dấu của Trung tâm được đóng dấu thứ hai.", "4.1.đ")
    if held is None or held.keeper_id != by.pk:
        who = f" ({held.keeper.name})" if held else ""
        return no(f"Con dấu này do người khác giữ{who}: chỉ người đang giữ được đóng.", "4.1.đ")
    return YES


@rule("4.1.đ")
def may_close(by: Officer, seal: Seal, at: datetime) -> Answer:
    """The day is closed by a keeper of the Centre, also by a colleague when who stamped is away."""
    if keeps_at_centre(by, seal, at):
        return YES
    return no("Chỉ người giữ dấu của Trung tâm được khóa sổ đóng dấu.", "4.1.đ")


@rule("4.1.đ", "5.4")
def may_stop(by: Officer, seal: Seal, held: Custody | None, at: datetime) -> Answer:
    """Damage and loss are entered by whoever keeps seals here, or by either head: nobody has to wait for somebody."""
    keeps = held is not None and held.keeper_id == by.pk
    leads = {seal.centre_id, seal.department_id} & by.bodies_with(at, Role.HEAD)
    if keeps or leads or keeps_at_centre(by, seal, at):
        return YES
    return no("Chỉ người giữ dấu hoặc thủ trưởng của hai bên được báo hỏng, báo mất con dấu.", "4.1.đ")


def keeps_at_centre(who: Officer, seal: Seal, at: datetime) -> bool:
    """Whether somebody is a keeper of seals at the Centre that has this one."""
    return seal.centre_id in who.bodies_with(at, Role.SEAL_KEEPER)
