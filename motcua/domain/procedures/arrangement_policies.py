"""Who proposes a special arrangement for the department, who agrees for the Centre, who ends it."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from . import policies
from .arrangement_models import Arrangement
from .models import Procedure


@rule("4.1.a-2", "5.1.đ-1")
def may_propose(by: Officer, procedure: Procedure, at: datetime) -> Answer:
    """The department that answers for the procedure says what it needs."""
    if procedure.owner_id in by.bodies_with(at, Role.PROCEDURES, Role.HEAD):
        return YES
    return no(
        "Chỉ người kiểm soát thủ tục hành chính hoặc thủ trưởng của cơ quan chủ quản được đề nghị thỏa thuận đặc thù.",
        "4.1.a-2",
    )


@rule("4.1.a-2")
def may_agree(by: Officer, arrangement: Arrangement, at: datetime) -> Answer:
    """The Centre agrees, by another person than who proposed."""
    if not policies.speaks_for_centre(by, at):
        return no(
            "Chỉ người kiểm soát thủ tục hành chính hoặc người giám sát của Trung tâm được thống nhất thỏa thuận này.",
            "4.1.a-2",
        )
    if arrangement.proposed_by_id == by.pk:
        return no("Bạn đã đề nghị thay mặt sở, ngành: thay mặt Trung tâm phải là người khác.", "4.1.a-2")
    return YES


@rule("4.1.a-2", "5.1.đ-1")
def may_end(by: Officer, arrangement: Arrangement, at: datetime) -> Answer:
    """Either side ends it."""
    if policies.speaks_for_centre(by, at):
        return YES
    return may_propose(by, arrangement.procedure, at)
