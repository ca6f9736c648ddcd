"""Who writes, approves, sends and follows reports about rules."""

from datetime import datetime

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from ..policies import may_inspect
from .models import Report

SENDS = (Role.WATCH, Role.HEAD, Role.CLERK)


@rule("4.6.b-3", "4.2.b")
def may_report(by: Officer, at: datetime) -> Answer:
    """The Centre's inspectors gather what people say about rules, write of it and follow it to its outcome."""
    if may_inspect(by, at):
        return YES
    return no("Báo cáo, kiến nghị về quy định do người kiểm tra, giám sát của Trung tâm soạn.", "4.6.b-3")


@rule("4.6.b-3")
def may_follow(by: Officer, at: datetime) -> Answer:
    """Whoever writes, approves or sends them at the Centre."""
    if any(held.body_kind == OfficeKind.CENTRE and held.roles & {*SENDS} for held in by.held_at(at)):
        return YES
    return no("Báo cáo, kiến nghị về quy định là việc của Trung tâm.", "4.6.b-3")


@rule("3.3-2", "4.6.b-3")
def may_approve_report(by: Officer, report: Report, at: datetime) -> Answer:
    """The head of the Centre, who did not write it."""
    if report.owner_id not in by.bodies_with(at, Role.HEAD):
        return no("Báo cáo, kiến nghị do lãnh đạo Trung tâm duyệt.", "3.3-2")
    if report.drafted_by_id == by.pk:
        return no("Bạn là người soạn: phải có người khác duyệt.", "3.3-2")
    return YES


@rule("4.6.b-3")
def may_send_report(by: Officer, report: Report, at: datetime) -> Answer:
    """Who follows it, or the Centre's clerk, once the head has approved it."""
    return may_follow(by, at)


@rule("3.3-2", "4.6.b-3")
def may_confirm_outcome(by: Officer, report: Report, at: datetime) -> Answer:
    """The head answers for what people are told, and did not write it down themselves."""
    if report.owner_id not in by.bodies_with(at, Role.HEAD):
        return no("Trả lời người phản ánh do lãnh đạo Trung tâm duyệt.", "3.3-2")
    if report.heard_by_id == by.pk:
        return no("Bạn là người ghi kết quả: phải có người khác duyệt.", "3.3-2")
    return YES
