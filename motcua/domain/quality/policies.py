"""Who computes a quarter anew, who publishes it, and whose figures each may see."""

from datetime import datetime

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

CLAUSE = "3.3-1"
READS = (Role.HEAD, Role.WATCH)
ABOVE = (OfficeKind.CENTRE, OfficeKind.PROVINCE)


@rule(CLAUSE)
def may_recompute(by: Officer, at: datetime) -> Answer:
    """Those who watch over the work for the Centre, and its head."""
    if any(held.body_kind == OfficeKind.CENTRE and held.roles & {*READS} for held in by.held_at(at)):
        return YES
    return no("Chỉ người theo dõi hoặc lãnh đạo Trung tâm tính lại chỉ số chất lượng.", CLAUSE)


@rule(CLAUSE)
def may_publish(by: Officer, at: datetime) -> Answer:
    """The head of the Centre, who reports the index to the province."""
    if any(held.body_kind == OfficeKind.CENTRE and Role.HEAD in held.roles for held in by.held_at(at)):
        return YES
    return no("Chỉ lãnh đạo Trung tâm công khai chỉ số chất lượng.", CLAUSE)


@rule(CLAUSE)
def may_read_all(by: Officer, at: datetime) -> Answer:
    """Heads and watchers of the Centre and of the province read every body and every official."""
    if any(held.body_kind in ABOVE and held.roles & {*READS} for held in by.held_at(at)):
        return YES
    return no("Chỉ Trung tâm và Ủy ban nhân dân tỉnh xem chỉ số của mọi cơ quan.", CLAUSE)


@rule(CLAUSE)
def may_read_body(by: Officer, office: Office, at: datetime) -> Answer:
    """Before it is published: who reads all, and heads and watchers of the body itself."""
    return YES if office.pk in by.bodies_with(at, *READS) else may_read_all(by, at)


@rule(CLAUSE)
def may_read_official(by: Officer, officer: Officer, office: Office, at: datetime) -> Answer:
    """The official, the head of the body for which he or she works, and who reads all; nobody else."""
    if by.pk == officer.pk or office.pk in by.bodies_with(at, Role.HEAD):
        return YES
    return may_read_all(by, at)
