"""Who may draft, publish, agree, approve and authorise: yes or no with the reason and the clause."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations.models import Office
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import Procedure
from .process_models import Process


@rule("5.1.a-1", "5.1.b")
def may_draft(by: Any, owner: Office, at: datetime) -> Answer:
    """The department writes its own procedures and processes, or the Centre's procedure control for it."""
    if owner.pk in _bodies(by, at, Role.PROCEDURES, Role.HEAD) or _controls_at_centre(by, at):
        return YES
    return no(
        f"Chỉ người kiểm soát thủ tục hành chính hoặc thủ trưởng của {owner.name}, hoặc người kiểm soát thủ tục "
        "hành chính của Trung tâm được soạn thủ tục này.",
        "5.1.a-1",
    )


@rule("4.1.b")
def may_publish(by: Any, at: datetime) -> Answer:
    """Posting is the Centre's: its procedure control publishes and takes down."""
    if _controls_at_centre(by, at):
        return YES
    return no("Chỉ người kiểm soát thủ tục hành chính của Trung tâm được công khai, bãi bỏ thủ tục.", "4.1.b")


@rule("5.3.a", "4.5.a")
def may_announce_tariff(by: Any, procedure: Procedure, at: datetime) -> Answer:
    """The department announces in writing, the Centre enters it: either may do so here."""
    answer = may_draft(by, procedure.owner, at)
    if answer:
        return YES
    return no("Chỉ cơ quan chủ quản thủ tục hoặc Trung tâm được cập nhật mức phí, lệ phí.", "5.3.a")


@rule("4.1.a-1")
def may_agree_as_department(by: Any, process: Process, at: datetime) -> Answer:
    """For the department its procedure control or its head agrees."""
    owner = process.procedure.owner
    if owner.pk in _bodies(by, at, Role.PROCEDURES, Role.HEAD):
        return YES
    return no(
        f"Chỉ người kiểm soát thủ tục hành chính hoặc thủ trưởng của {owner.name} được thống nhất thay mặt cơ quan.",
        "4.1.a-1",
    )


@rule("4.1.a-1")
def may_agree_as_centre(by: Any, process: Process, at: datetime) -> Answer:
    """For the Centre its procedure control or those who watch the work agree."""
    if _at_centre(by, at, Role.PROCEDURES, Role.WATCH):
        return YES
    return no("Chỉ người kiểm soát thủ tục hành chính hoặc người giám sát của Trung tâm được thống nhất.", "4.1.a-1")


@rule("5.1.a-2")
def may_approve_process(by: Any, process: Process, at: datetime) -> Answer:
    """The decision on a process is entered by the head of the department that answers for it."""
    owner = process.procedure.owner
    if owner.pk in _bodies(by, at, Role.HEAD):
        return YES
    return no(f"Chỉ thủ trưởng của {owner.name} được ghi nhận quyết định phê duyệt quy trình.", "5.1.a-2")


@rule("4.1.a-1")
def may_put_in_force(by: Any, at: datetime) -> Answer:
    """The Centre enters the approved process into the system."""
    if _controls_at_centre(by, at):
        return YES
    return no("Chỉ người kiểm soát thủ tục hành chính của Trung tâm được đưa quy trình vào áp dụng.", "4.1.a-1")


@rule("5.1.c-1")
def may_authorise(by: Any, procedure: Procedure, officer: Any, at: datetime) -> Answer:
    """A head names officials of the own body, for procedures the body owns or has a step in."""
    own = _bodies(by, at, Role.HEAD) & {posting.body_id for posting in officer.held_at(at)}
    if not own:
        return no("Chỉ thủ trưởng được phân công, ủy quyền, và chỉ cho cán bộ của cơ quan mình.", "5.1.c-1")
    if procedure.owner_id in own or procedure.processes.filter(steps__office__in=own).exists():
        return YES
    return no("Cơ quan của bạn không giải quyết và không tham gia giải quyết thủ tục này.", "5.1.c-1")


@rule("4.1.b", "5.1.b")
def may_import(by: Any, at: datetime) -> Answer:
    """Whole catalogues are taken in, as drafts, by the Centre's procedure control or who runs the system."""
    if _controls_at_centre(by, at) or by.has_role(Role.ADMIN, at):
        return YES
    return no(
        "Chỉ người kiểm soát thủ tục hành chính của Trung tâm hoặc người quản trị hệ thống được nhập danh mục thủ tục.",
        "4.1.b",
    )


@rule("4.1.b")
def may_see_drafts(by: Any, owner: Office, at: datetime) -> Answer:
    """Who may draft a procedure or imports them sees what is not yet published."""
    return may_draft(by, owner, at) or may_import(by, at)


def _bodies(by: Any, at: datetime, *roles: Role) -> frozenset[int]:
    """The bodies for which somebody holds one of the roles; the installation itself holds none."""
    if not any(by.has_role(role, at) for role in roles):
        return frozenset()
    bodies: frozenset[int] = by.bodies_with(at, *roles)
    return bodies


def _at_centre(by: Any, at: datetime, *roles: Role) -> bool:
    if not any(by.has_role(role, at) for role in roles):
        return False
    return any(each.body_kind == Office.Kind.CENTRE and each.roles & set(roles) for each in by.held_at(at))


def _controls_at_centre(by: Any, at: datetime) -> bool:
    return _at_centre(by, at, Role.PROCEDURES)
