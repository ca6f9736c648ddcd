"""The calendar is changed by two persons: one proposes, another who has seen what it moves confirms; then dates move.

The dates are counted anew by a job, some hundreds at a time, and every applicant whose day is a later one is listed to
be told by a letter (docs/decisions/0008).
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet

from motcua.domain.journal.acts import act, together
from motcua.domain.journal.recording import record
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.working_days import queries as calendars
from motcua.domain.working_days.policies import may_change_calendar

from .. import policies, slips
from ..models import CalendarProposal, Dossier, MovedDate
from . import recalculation
from .calendar_change import Waiting, kept

AT_DESK = (Role.RECEIVE, Role.RETURN)


class AlreadyEnded(Refused):
    """A proposal is confirmed or dropped once."""

    clause = "2"


class AlreadyTold(Refused):
    """One letter per moved date."""

    clause = "5.1.e-1"


class _NeverMind(Exception):
    """Undoes what was only tried."""


@act("2")
def propose_calendar_change(change: Waiting, *, by: Officer, at: datetime) -> CalendarProposal:
    """Put a change before a second person; what the calendar would refuse is refused now already."""
    require(may_change_calendar(by, at))
    _try(change, by, at)
    words = change.words()[:300]
    made = CalendarProposal.objects.create(change=change.kept(), words=words, proposed_by=by, proposed_at=at)
    record(propose_calendar_change, about=made, by=by, at=at, words=words, change=change.kept())
    return made


@act("2", "5.1.e-1")
def confirm_calendar_change(proposal: CalendarProposal, *, by: Officer, at: datetime) -> CalendarProposal:
    """Make the change as it was proposed; from now on the job counts the due dates anew."""
    proposal = _locked(proposal)
    require(may_confirm(by, proposal, at))
    still_open(proposal)
    kept(proposal.change).make(by=proposal.proposed_by, at=at)
    proposal.ended_by, proposal.ended_at, proposal.confirmed = by, at, True
    proposal.save(update_fields=["ended_by", "ended_at", "confirmed"])
    record(confirm_calendar_change, about=proposal, by=by, at=at, words=proposal.words)
    return proposal


@act("2")
def drop_calendar_change(proposal: CalendarProposal, *, by: Officer, at: datetime) -> CalendarProposal:
    """Give a proposal up, by who made it or by anybody who could confirm it."""
    proposal = _locked(proposal)
    if proposal.proposed_by_id != by.pk:
        require(may_confirm(by, proposal, at))
    still_open(proposal)
    proposal.ended_by, proposal.ended_at = by, at
    proposal.save(update_fields=["ended_by", "ended_at"])
    record(drop_calendar_change, about=proposal, by=by, at=at, words=proposal.words)
    return proposal


@act("5.1.e-1")
def tell_moved_date(moved: MovedDate, *, by: Officer, at: datetime) -> MovedDate:
    """Give out the letter that says which day was promised, which it is now, and why."""
    dossier = Dossier.objects.locked(moved.dossier_id)
    moved = MovedDate.objects.select_for_update(of=("self",)).select_related("proposal").get(pk=moved.pk)
    require(may_tell(by, dossier, at))
    if moved.told_at is not None:
        raise AlreadyTold(f"Giấy báo dời hẹn đã được lập lúc {show_moment(moved.told_at)}.")
    paper = slips.moved_date(dossier, was=moved.was, now=moved.now, reason=moved.proposal.words, by=by, at=at)
    moved.paper, moved.told_at = paper, at
    moved.save(update_fields=["paper", "told_at"])
    facts = {"was": moved.was, "due": moved.now, "paper": paper.shown_number}
    record(tell_moved_date, about=dossier, by=by, at=at, **facts)
    return moved


def carry_on(at: datetime) -> int:
    """Count the next due dates anew for the oldest confirmed change; gives how many, 0 when there is no more to do."""
    with together():
        waiting = CalendarProposal.objects.select_for_update(of=("self",), skip_locked=True)
        rows = waiting.filter(confirmed=True, recounted_at=None).select_related("proposed_by")
        proposal = rows.order_by("ended_at", "id").first()
        if proposal is None:
            return 0
        counted_anew = recalculation.recount(by=proposal.proposed_by, at=at)
        moved = counted_anew.moved
        later = [
            MovedDate(proposal=proposal, dossier=each, was=was, now=each.when_due())
            for each, was in moved
            if was is not None and _later(each, was)
        ]
        MovedDate.objects.bulk_create(later, ignore_conflicts=True)
        proposal.recounted += len(moved)
        if counted_anew.over:
            proposal.recounted_at = at
        proposal.save(update_fields=["recounted", "recounted_at"])
        return len(moved)


@rule("2")
def may_confirm(by: Officer, proposal: CalendarProposal, at: datetime) -> Answer:
    """Another administrator, or the head of the Centre; never who proposed it."""
    if proposal.proposed_by_id == by.pk:
        return no("Bạn đã đề nghị thay đổi này: người xác nhận phải là người khác.", "2")
    if by.has_role(Role.ADMIN, at) or leads_centre(by, at):
        return YES
    return no("Chỉ quản trị hệ thống khác hoặc lãnh đạo Trung tâm được xác nhận thay đổi lịch.", "2")


@rule("5.1.e-1", "3.3-1")
def may_tell(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """Who received it tells the applicant."""
    if policies.works_for(by, dossier.one_stop_id, dossier.department_id, at, *AT_DESK):
        return YES
    return no("Chỉ cán bộ của nơi tiếp nhận hồ sơ được lập giấy báo dời hẹn.", "3.3-1")


def leads_centre(by: Officer, at: datetime) -> bool:
    """Whether somebody is a head at the Centre."""
    return any(each.body_kind == OfficeKind.CENTRE and Role.HEAD in each.roles for each in by.held_at(at))


def still_open(proposal: CalendarProposal) -> None:
    """Check that nobody has confirmed or dropped it; raises `AlreadyEnded` naming who did and when."""
    if proposal.ended_at is not None and proposal.ended_by is not None:
        what = "xác nhận" if proposal.confirmed else "bỏ"
        raise AlreadyEnded(f"Đề nghị này đã được {proposal.ended_by.name} {what} lúc {show_moment(proposal.ended_at)}.")


def proposals(*, most: int) -> list[CalendarProposal]:
    """The newest proposals, those that wait first."""
    rows = CalendarProposal.objects.select_related("proposed_by", "ended_by")
    return list(rows.order_by(F("ended_at").desc(nulls_first=True), "-id")[:most])


def proposal(pk: int) -> CalendarProposal:
    """One of them; raises `CalendarProposal.DoesNotExist`."""
    return CalendarProposal.objects.select_related("proposed_by", "ended_by").get(pk=pk)


def untold(by: Officer, at: datetime, place: Place) -> Page[MovedDate]:
    """Applicants of one's desk who are not told yet, the nearest new date first."""
    rows: Page[MovedDate] = page(_untold(by, at), "now", place)
    return rows


def how_many_untold(by: Officer, at: datetime) -> Counted:
    """How many there are."""
    return counted(_untold(by, at))


def chosen(by: Officer, numbers: Iterable[int], at: datetime) -> list[MovedDate]:
    """Those of them that were ticked."""
    return list(_untold(by, at).filter(pk__in=list(numbers)).order_by("dossier_id"))


def _untold(by: Officer, at: datetime) -> QuerySet[MovedDate]:
    mine = Dossier.objects.filter(one_stop__in=by.places_with(at, *AT_DESK)).only("pk")
    rows = MovedDate.objects.filter(told_at=None, dossier__in=mine)
    return rows.select_related("dossier__department", "proposal")


def _later(dossier: Dossier, was: datetime) -> bool:
    return dossier.due_at is not None and local_day(dossier.due_at) > local_day(was)


def _locked(proposal: CalendarProposal) -> CalendarProposal:
    # Who ended it is asked for afterwards: joined, it would be what it was before the lock was waited for.
    return CalendarProposal.objects.select_for_update(of=("self",)).select_related("proposed_by").get(pk=proposal.pk)


def _try(change: Waiting, by: Officer, at: datetime) -> None:
    try:
        with transaction.atomic():
            change.make(by=by, at=at)
            raise _NeverMind
    except _NeverMind:
        calendars.forget()
