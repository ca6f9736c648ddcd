"""Who may name promoters and set the shares that are aimed at: yes or no with the reason and the clause."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations.models import Office
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from ..models import Procedure
from ..policies import may_publish
from .models import Promoter

LEADERS = (Role.HEAD, Role.PROCEDURES)
CLAUSE = "5.1.f"


def led_by(by: Any, at: datetime) -> frozenset[int]:
    """The bodies for which somebody names promoters and sets targets."""
    if not any(by.has_role(role, at) for role in LEADERS):
        return frozenset()
    bodies: frozenset[int] = by.bodies_with(at, *LEADERS)
    return bodies


@rule(CLAUSE)
def may_name_promoter(by: Any, procedure: Procedure, officer: Any, at: datetime) -> Answer:
    """The head, or the procedure control, names officials of the own body, for what it owns or has a step in."""
    own = led_by(by, at) & {posting.body_id for posting in officer.held_at(at)}
    if not own:
        return no("Chỉ thủ trưởng, người kiểm soát thủ tục được cử, và chỉ cử cán bộ của cơ quan mình.", CLAUSE)
    if procedure.owner_id in own or procedure.processes.filter(steps__office__in=own).exists():
        return YES
    return no("Cơ quan của bạn không giải quyết và không tham gia giải quyết thủ tục này.", CLAUSE)


@rule(CLAUSE)
def may_end_promoting(by: Any, promoter: Promoter, at: datetime) -> Answer:
    """The body that named ends it, also when the official has left it."""
    if promoter.office_id in led_by(by, at):
        return YES
    return no(f"Chỉ thủ trưởng, người kiểm soát thủ tục của {promoter.office.name} được kết thúc việc này.", CLAUSE)


@rule(CLAUSE)
def may_set_target(by: Any, office: Office, at: datetime) -> Answer:
    """The body sets its own, or the Centre's procedure control enters what the province asked of it."""
    if office.pk in led_by(by, at) or may_publish(by, at):
        return YES
    return no(
        f"Chỉ thủ trưởng, người kiểm soát thủ tục của {office.name}, hoặc người kiểm soát thủ tục của Trung tâm "
        "được ghi chỉ tiêu.",
        CLAUSE,
    )
