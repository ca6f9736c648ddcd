"""Who may fill in a ballot, until when; who reads what was said, and never who said it."""

from datetime import datetime, timedelta

from motcua.domain.dossiers.models import Invitation
from motcua.domain.feedback.policies import may_inspect
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import Opinion
from .terms import Level

CLAUSE = "3.1"
LEADS = (Role.HEAD, Role.APPROVE, Role.ASSIGN)
KEYS_IN = (Role.RECEIVE, Role.RETURN, Role.WATCH)
# Chosen by us: long enough to use the result once, short enough that a month is counted for good in the next quarter.
OPEN_FOR, CHANGEABLE = timedelta(days=60), timedelta(days=15)


@rule(CLAUSE)
def may_give(by: object, invitation: Invitation, before: Opinion | None, at: datetime) -> Answer:
    """Who was served, for some weeks; what was said can be changed for some days. No official, on nobody's behalf."""
    if isinstance(by, Officer):
        return no("Cán bộ không đánh giá thay người dân.", CLAUSE)
    if before is not None and at > before.given_at + CHANGEABLE:
        return no(f"Đánh giá chỉ sửa được trong {CHANGEABLE.days} ngày.", CLAUSE)
    if before is None and at > invitation.made_at + OPEN_FOR:
        return no(f"Lời mời này đã hết hạn: đánh giá được trong {OPEN_FOR.days} ngày.", CLAUSE)
    return YES


@rule(CLAUSE)
def may_read(by: Officer, at: datetime) -> Answer:
    """Those who watch over the work for the Centre."""
    if by.has_role(Role.WATCH, at):
        return YES
    return no("Chỉ người theo dõi của Trung tâm xem đánh giá của người dân.", CLAUSE)


@rule(CLAUSE, "4.6.a")
def may_take_up(by: Officer, opinion: Opinion, at: datetime) -> Answer:
    """An inspector of the Centre, when somebody was not satisfied and said in words why; once."""
    if opinion.feedback_id is not None:
        return no("Đánh giá này đã được ghi nhận thành phản ánh.", "4.6.a")
    if opinion.level > Level.POOR or not opinion.words:
        return no("Chỉ đánh giá không hài lòng và có nêu ý kiến mới xử lý như phản ánh.", "4.6.a")
    return may_inspect(by, at)


@rule(CLAUSE)
def bodies_of(by: Officer, at: datetime) -> set[int]:
    """The bodies whose own opinions an official reads: those he or she heads or directs."""
    return {body for role in LEADS for body in by.bodies_with(at, role)}


@rule(CLAUSE, "7.4")
def may_key_in(by: Officer, invitation: Invitation, at: datetime) -> Answer:
    """Who works at the desk into whose box the paper was put, but not who is rated on it."""
    if invitation.officer_id == by.pk:
        return no("Phiếu này đánh giá chính bạn: người khác nhập.", CLAUSE)
    if invitation.dossier.one_stop_id in by.places_with(at, *KEYS_IN):
        return YES
    return no("Phiếu giấy do cán bộ của nơi nhận phiếu nhập.", CLAUSE)
