"""When the due date can not be kept: an apology with the reason and one new date, at the latest a day before."""

from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import local
from motcua.domain.working_days.queries import calendar_for

from . import breaches, policies, reading, slips, stages, telling
from .interlinked import split
from .models import Dossier
from .terms import BreachKind


class AlreadyRescheduled(Refused):
    """A new date is given once at most."""

    clause = "5.1.e-3"


class NotALaterDay(Refused):
    """The new date must be a working day after the one that was promised, and not in the past."""

    clause = "5.1.e-3"


@act("5.1.e-3", "7.8")
def apologise_and_reschedule(
    dossier: Dossier, *, new_due_on: date, reason: str, by: Officer, at: datetime, explanation: str = ""
) -> Dossier:
    """Tell the Centre and the applicant that the date can not be kept, why, and the one new date (Mẫu 04).

    Later than the day before the due date is a breach, recorded; a second time is refused.
    """
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_apologise(by, dossier, at))
    stage = stages.after(dossier.stage, "apologise_and_reschedule")
    only_once(dossier)
    if not reason.strip():
        raise Refused("Phải nêu rõ lý do quá hạn.", "5.1.e-3")
    calendar = calendar_for(dossier.one_stop.code)
    clock = reading.clock_of(dossier)
    was, last_day = dossier.when_due(), clock.last_day_for_apology()
    if new_due_on <= max(local(was).date(), local(at).date()) or not calendar.is_working_day(new_due_on):
        raise NotALaterDay("Ngày hẹn mới phải là một ngày làm việc, sau ngày đã hẹn và sau hôm nay.")
    late = last_day is not None and local(at).date() > last_day
    body = who_apologises(dossier, by, at)
    if late:
        kind = BreachKind.LATE_APOLOGY
        breaches.note(dossier, kind, by=by, at=at, explanation=explanation, office_id=body.pk)
    dossier.stage, dossier.rescheduled_at, dossier.rescheduled_to = stage, at, new_due_on
    dossier.due_at = reading.clock_of(dossier).due()
    change(dossier, "stage", "rescheduled_at", "rescheduled_to", "due_at")
    paper = slips.apology(dossier, body, was=was, reason=reason.strip(), by=by, at=at)
    facts = {"was": was, "new_due_on": new_due_on, "due": dossier.due_at, "reason": reason.strip(), "late": late}
    facts |= {"body": body.name} if body.pk != dossier.department_id else {}
    line = record(apologise_and_reschedule, about=dossier, by=by, at=at, **facts, paper=paper.shown_number)
    telling.new_date(dossier, line, at)
    return dossier


def who_apologises(dossier: Dossier, by: Officer, at: datetime) -> Office:
    """In whose name one apologises: the body whose leg made it late, else the one that answers for all (7.8)."""
    mine = by.bodies_with(at, Role.HEAD, Role.APPROVE)
    rows = split.rows_of(dossier.pk, dossier.process_id)
    late = [office for office in split.who_overran(rows, at) if office in mine]
    now = [office for office in split.answerable(rows, at) if office in mine and dossier.department_id not in mine]
    found = next(iter(late + now), dossier.department_id)
    return office_at_hand(found)


def only_once(dossier: Dossier) -> None:
    """Check that no new date was given before; raises `AlreadyRescheduled`."""
    if dossier.rescheduled_to is not None:
        when = f"{dossier.rescheduled_to:%d/%m/%Y}"
        raise AlreadyRescheduled(f"Hồ sơ đã được hẹn lại một lần (đến ngày {when}); không được hẹn lại lần nữa.")
