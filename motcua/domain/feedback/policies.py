"""Who may take feedback down, send it its way, work on it, answer for it, and who must never see it."""

from datetime import datetime

from django.db.models import Q

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import Feedback
from .terms import BY_ITS_LAW, Kind

TAKES_DOWN = (Role.RECEIVE, Role.RETURN, Role.WATCH, Role.HEAD)
INSPECTS = (Role.WATCH, Role.HEAD)  # at the Centre
WORKS = (Role.HEAD, Role.APPROVE, Role.ASSIGN, Role.APPRAISE, Role.PROCEDURES, Role.WATCH)  # elsewhere
SUPERIORS = frozenset({Role.HEAD, Role.APPROVE, Role.ASSIGN})


@rule("4.6.a")
def may_take_down(by: Officer, at: datetime) -> Answer:
    """Who meets people at the Centre writes down what they say."""
    if any(held.body_kind == OfficeKind.CENTRE and held.roles & {*TAKES_DOWN} for held in by.held_at(at)):
        return YES
    return no("Phản ánh, kiến nghị do cán bộ của Trung tâm ghi nhận.", "4.6.a")


@rule("4.6.a", "4.6.b-2")
def may_inspect(by: Officer, at: datetime) -> Answer:
    """The Centre's inspectors sort what comes in and follow all of it to its end."""
    if any(held.body_kind == OfficeKind.CENTRE and held.roles & {*INSPECTS} for held in by.held_at(at)):
        return YES
    return no("Chỉ người kiểm tra, giám sát của Trung tâm phân loại và theo dõi phản ánh.", "4.6.b-2")


@rule("4.6.a")
def may_know_of(by: Officer, item: Feedback, at: datetime) -> Answer:
    """Not who is denounced, nor those above them in the body that it is about."""
    if item.kind == Kind.DENUNCIATION and (item.official_id == by.pk or item.about_id in _chain(by, at)):
        return no("Người bị tố cáo và cấp trên của người đó không xem được đơn.", "4.6.a")
    return YES


@rule("4.6.b-2", "5.5.a", "7.5")
def may_see(by: Officer, item: Feedback, at: datetime) -> Answer:
    """The Centre's inspectors, and the body that has it or had it; what another body was given is not there."""
    known = may_know_of(by, item, at)
    if not known or may_inspect(by, at):
        return known
    mine = _working_bodies(by, at)
    if item.owner_id in mine or item.turns.filter(to_office__in=mine).exists():
        return YES
    return no("Phản ánh này không giao cho cơ quan của bạn.", "5.5.a")


@rule("4.6.b-2", "3.2")
def may_route(by: Officer, item: Feedback, at: datetime) -> Answer:
    """An inspector of the Centre, who is not in the chain of who is denounced."""
    return may_know_of(by, item, at) and may_inspect(by, at)


@rule("5.5.a", "7.5", "4.6.b-1")
def may_work_on(by: Officer, item: Feedback, at: datetime) -> Answer:
    """An official of the body that has it; never who it is about."""
    if item.official_id == by.pk:
        return no("Bạn là người bị phản ánh: người khác của cơ quan xử lý việc này.", "3.3-2")
    if item.owner_id in _working_bodies(by, at):
        return may_know_of(by, item, at)
    return no("Phản ánh này do cơ quan khác giữ.", "3.2")


@rule("4.6.a", "4.6.b-2")
def may_hear_more(by: Officer, item: Feedback, at: datetime) -> Answer:
    """Who works on it, or an inspector of the Centre, whom people call."""
    return may_work_on(by, item, at) or (may_see(by, item, at) and may_inspect(by, at))


@rule("4.6.a", "3.2")
def may_merge(by: Officer, item: Feedback, at: datetime) -> Answer:
    """An inspector of the Centre; what a law of its own settles stays what it is."""
    if item.kind in BY_ITS_LAW:
        return no("Khiếu nại, tố cáo được chuyển theo luật riêng, không nhập vào phản ánh khác.", "4.6.a")
    return may_route(by, item, at)


@rule("3.3-2")
def may_approve(by: Officer, item: Feedback, at: datetime) -> Answer:
    """The head of the body that has it, who did not draft the answer."""
    if item.owner_id not in by.bodies_with(at, Role.HEAD):
        return no("Trả lời do thủ trưởng cơ quan đang giữ phản ánh duyệt.", "3.3-2")
    if item.drafted_by_id == by.pk:
        return no("Bạn là người soạn trả lời: phải có người khác duyệt.", "3.3-2")
    return may_work_on(by, item, at)


@rule("4.6.a")
def may_read_contact(by: Officer, item: Feedback, at: datetime) -> Answer:
    """The Centre's inspectors; others only when who spoke did not ask to stay unknown to them."""
    if may_inspect(by, at):
        return YES
    if item.hides_contact:
        return no("Người phản ánh đề nghị không cho cơ quan bị phản ánh biết mình là ai.", "4.6.a")
    return may_see(by, item, at)


@rule("4.6.a")
def may_have_files(by: Officer, item: Feedback, at: datetime) -> Answer:
    """As the contact: a voice, a handwriting and a profile name who spoke."""
    allowed = may_read_contact(by, item, at)
    if allowed or not item.hides_contact:
        return allowed
    return no("Người phản ánh đề nghị không lộ mình là ai: ghi âm, thư, ảnh ở lại Trung tâm.", "4.6.a")


def visible_to(by: Officer, at: datetime) -> Q:
    """`may_see` of the body that has it now and of the inspectors, as a condition of a list."""
    there = Q() if may_inspect(by, at) else Q(owner__in=_working_bodies(by, at))
    kept_from = Q(kind=Kind.DENUNCIATION) & (Q(official=by.pk) | Q(about__in=_chain(by, at)))
    return there & ~kept_from


def _working_bodies(by: Officer, at: datetime) -> set[int]:
    found = set()
    for held in by.held_at(at):
        if held.roles & {*(INSPECTS if held.body_kind == OfficeKind.CENTRE else WORKS)}:
            found.add(held.body_id)
    return found


def _chain(by: Officer, at: datetime) -> set[int]:
    """The bodies whose denounced officials this one answers for, or works beside."""
    return {held.body_id for held in by.held_at(at) if held.body_kind != OfficeKind.CENTRE or held.roles & SUPERIORS}
