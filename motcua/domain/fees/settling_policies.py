"""Who follows the money after it was collected: the accountants and heads of both sides, each on their own (5.3)."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import MonthStatement, RetainedShare


@rule("5.3.b", "5.3.c")
def may_answer_for(by: Officer, department_id: int, at: datetime) -> Answer:
    """For a department speak its accountant and its head."""
    if department_id in by.bodies_with(at, Role.ACCOUNTANT, Role.HEAD):
        return YES
    return no("Chỉ kế toán hoặc thủ trưởng của sở, ngành này được làm việc này.", "5.3.b")


@rule("4.5.b")
def may_keep(by: Officer, desk_id: int, at: datetime) -> Answer:
    """The accountants of the Centre draw up, send and correct."""
    if desk_id in by.bodies_with(at, Role.ACCOUNTANT):
        return YES
    return no("Chỉ kế toán của Trung tâm được làm việc này.", "4.5.b")


@rule("4.5.b", "5.3.b")
def may_speak(by: Officer, statement: MonthStatement, at: datetime) -> Answer:
    """Both sides speak about a line."""
    if statement.department_id in by.bodies_with(at, Role.ACCOUNTANT, Role.HEAD):
        return YES
    return may_keep(by, statement.desk_id, at)


@rule("4.5.c", "5.3.c")
def may_agree_to_share(by: Officer, share: RetainedShare, at: datetime) -> Answer:
    """The side that has not agreed yet."""
    bodies = by.bodies_with(at, Role.ACCOUNTANT, Role.HEAD)
    if share.department_at is None and share.department_id in bodies:
        return YES
    if share.centre_at is None and share.centre_id in bodies:
        return YES
    return no("Chỉ kế toán hoặc thủ trưởng của bên chưa thống nhất được làm việc này.", "4.5.c")
