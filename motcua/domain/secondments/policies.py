"""Who nominates, who answers for the Centre, who reads it."""

from datetime import datetime

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import Secondment
from .terms import Part, State

READS = (Role.HEAD, Role.WATCH)


@rule("5.2.a")
def may_nominate(by: Officer, office: Office, at: datetime) -> Answer:
    """The head of the department that sends its own official."""
    if office.kind == OfficeKind.DEPARTMENT and office.pk in by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ thủ trưởng sở, ban, ngành cử cán bộ của mình đến Trung tâm.", "5.2.a")


@rule("4.3.a")
def may_answer(by: Officer, one: Secondment, at: datetime) -> Answer:
    """The head of the Centre, once."""
    if one.state != State.NOMINATED:
        return no("Lượt cử này đã được trả lời hoặc đã rút.", "4.3.a")
    if any(held.body_kind == OfficeKind.CENTRE and Role.HEAD in held.roles for held in by.held_at(at)):
        return YES
    return no("Chỉ lãnh đạo Trung tâm trả lời việc cử cán bộ.", "4.3.a")


@rule("5.2.a")
def may_withdraw(by: Officer, one: Secondment, at: datetime) -> Answer:
    """The head who nominated, until it is answered."""
    if one.state != State.NOMINATED:
        return no("Lượt cử này đã được trả lời hoặc đã rút.", "5.2.a")
    return may_nominate(by, one.office, at)


@rule("5.2.a")
def may_extend(by: Officer, one: Secondment, at: datetime) -> Answer:
    """The head of the department, for who works at the Centre."""
    if one.state != State.ACCEPTED or one.part != Part.MAIN:
        return no("Chỉ gia hạn cho cán bộ đang được tiếp nhận làm việc tại Trung tâm.", "5.2.a")
    return may_nominate(by, one.office, at)


@rule("4.3.a")
def may_read_all(by: Officer, at: datetime) -> Answer:
    """Heads and watchers of the Centre."""
    if any(held.body_kind == OfficeKind.CENTRE and held.roles & {*READS} for held in by.held_at(at)):
        return YES
    return no("Chỉ lãnh đạo và người theo dõi của Trung tâm xem cán bộ của mọi cơ quan.", "4.3.a")


def concerns(by: Officer, at: datetime) -> bool:
    """Whether there is anything of it for this official: at the Centre, or at a department that sends."""
    kinds = {OfficeKind.CENTRE, OfficeKind.DEPARTMENT}
    return any(held.body_kind in kinds and held.roles & {*READS} for held in by.held_at(at))
