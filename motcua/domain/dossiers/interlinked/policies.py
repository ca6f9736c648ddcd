"""Who may do what with a leg of an interlinked dossier: yes, or no with the reason and the clause."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .. import policies
from .models import Leg


@rule("5.1.đ-1")
def may_hand_on(by: Officer, leg: Leg, at: datetime) -> Answer:
    """The papers are handed on by the body that has finished its part."""
    if leg.came_from_id in by.bodies_with(at, *policies.HANDLERS):
        return YES
    return no("Chỉ cơ quan vừa xong khâu trước được chuyển hồ sơ sang cơ quan tiếp theo.", "5.1.đ-1")


@rule("5.1.đ-1")
def may_take_leg(by: Officer, leg: Leg, at: datetime) -> Answer:
    """They are taken by the body whose part is next."""
    if leg.office_id in by.bodies_with(at, *policies.HANDLERS):
        return YES
    return no("Chỉ cơ quan của khâu này được nhận hồ sơ chuyển đến.", "5.1.đ-1")


@rule("7.8")
def may_tell_late(by: Officer, leg: Leg, at: datetime) -> Answer:
    """That it will be late is said in writing by the body that has it: its head, or who assigns or approves there."""
    if leg.office_id in by.bodies_with(at, Role.HEAD, Role.APPROVE, Role.ASSIGN):
        return YES
    return no("Chỉ thủ trưởng, người phê duyệt hoặc người phân công của cơ quan chậm được ký thông báo chậm.", "7.8")


@rule("6.2")
def may_urge(by: Officer, leg: Leg, at: datetime) -> Answer:
    """Urged by the one-stop that received the dossier, and by the centres that watch over it."""
    dossier = leg.dossier
    if policies.works_for(by, dossier.one_stop_id, dossier.department_id, at, Role.WATCH, Role.RECEIVE, Role.HEAD):
        return YES
    if policies.watches_over(by, dossier, at):
        return YES
    return no("Chỉ nơi tiếp nhận, Trung tâm tỉnh và Trung tâm cấp huyện được đôn đốc khâu này.", "6.2")
