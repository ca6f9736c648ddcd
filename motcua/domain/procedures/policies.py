"""Who may draft, publish, agree, approve and authorise: yes or no with the reason and the clause."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations.models import Office
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from . import authorship
from .agreement_models import Comment
from .models import Procedure, Version
from .process_models import OPEN, Process
from .terms import Side


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


@rule("4.1.b")
def may_publish_version(by: Any, version: Version, at: datetime) -> Answer:
    """Four eyes: who wrote a version does not post it alone. What came in by import unchanged, its source wrote."""
    answer = may_publish(by, at)
    if answer and authorship.writer_of_version(version) == by.code:
        return no("Bạn là người soạn phiên bản này: việc công khai phải do người khác xem lại và thực hiện.", "4.1.b")
    return answer


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
    """For the Centre its procedure control or those who watch the work agree; not who agreed for the department."""
    if not speaks_for_centre(by, at):
        return no(
            "Chỉ người kiểm soát thủ tục hành chính hoặc người giám sát của Trung tâm được thống nhất.", "4.1.a-1"
        )
    if process.state == Process.State.DEPARTMENT and authorship.agreed_as_department(process) == by.code:
        return no("Bạn đã thống nhất thay mặt sở, ngành: thay mặt Trung tâm phải là người khác.", "4.1.a-1")
    return YES


@rule("5.1.a-2")
def may_approve_process(by: Any, process: Process, at: datetime) -> Answer:
    """The decision on a process is entered by the head of the department that answers for it; not by its writer."""
    owner = process.procedure.owner
    if owner.pk not in _bodies(by, at, Role.HEAD):
        return no(f"Chỉ thủ trưởng của {owner.name} được ghi nhận quyết định phê duyệt quy trình.", "5.1.a-2")
    if process.state == Process.State.CENTRE and authorship.writer_of_process(process) == by.code:
        return no(
            "Bạn là người soạn phiên bản này: người phê duyệt phải là người khác. Hãy để người kiểm soát thủ tục hành "
            "chính soạn lại dự thảo rồi trình bạn phê duyệt.",
            "5.1.a-2",
        )
    return YES


@rule("4.1.a-1")
def may_comment(by: Any, process: Process, at: datetime) -> Answer:
    """Both sides speak about a draft as long as it is one."""
    if process.state not in OPEN:
        return no("Quy trình đã được phê duyệt nên không góp ý được nữa.", "4.1.a-1")
    if side_of(by, process, at):
        return YES
    return no("Chỉ sở, ngành có thủ tục này và Trung tâm được góp ý về quy trình.", "4.1.a-1")


@rule("4.1.a-1")
def may_try(by: Any, process: Process, at: datetime) -> Answer:
    """Both sides write cases to try a process with, until it is in force."""
    if process.state not in (*OPEN, Process.State.APPROVED):
        return no("Quy trình đã áp dụng: tình huống thử của phiên bản này được giữ nguyên.", "4.1.a-1")
    if side_of(by, process, at):
        return YES
    return no("Chỉ sở, ngành có thủ tục này và Trung tâm được viết và chạy tình huống thử.", "4.1.a-1")


@rule("4.1.a-1")
def may_settle(by: Any, comment: Comment, at: datetime) -> Answer:
    """The side that raised a question says when it is answered."""
    answer = may_comment(by, comment.process, at)
    if answer and side_of(by, comment.process, at) != comment.side:
        return no(
            f"Ý kiến này do {comment.get_side_display()} nêu, bên nêu mới xác nhận đã giải quyết xong.", "4.1.a-1"
        )
    return answer


def speaks_for_centre(by: Any, at: datetime) -> bool:
    """Whether somebody controls procedures or watches the work for the Centre: these agree to processes for it."""
    return _at_centre(by, at, Role.PROCEDURES, Role.WATCH)


def side_of(by: Any, process: Process, at: datetime) -> Side | None:
    """For which side somebody speaks about a process; for none who belongs to neither."""
    if speaks_for_centre(by, at):
        return Side.CENTRE
    return Side.DEPARTMENT if process.procedure.owner_id in _bodies(by, at, Role.PROCEDURES, Role.HEAD) else None


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
