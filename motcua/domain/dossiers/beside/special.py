"""The specially agreed ways of a dossier: an appointment, the result handed out by the department, originals kept.

The only way around the normal road (4.1.a-2, 5.1.đ-1): without an arrangement both sides agreed to, and that held
when the dossier was received, each of these is refused.
"""

from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import arrangements
from motcua.domain.procedures.arrangement_models import Arrangement
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean

from .. import breaches, stages
from ..delivery.recipients import Recipient, rightly_received
from ..models import Dossier, Special
from ..results.going_out import complete
from ..terms import BreachKind
from .special_ways import Ways

Kind = ArrangementKind


class NoArrangement(Refused):
    """Nothing was agreed that would allow this."""

    clause = "4.1.a-2"


class NoAppointment(Refused):
    """What is settled on appointment is received with its time."""

    clause = "4.1.a-2"


class AlreadyDone(Refused):
    """Done once."""

    clause = "4.1.a-2"


@rule("4.1.a-2")
def ways(procedure_id: int, day: date, *, meets_at: datetime | None, at: datetime) -> Ways:
    """What holds for a dossier received that day; refuses an appointment nobody agreed on, and one that is missing."""
    found = arrangements.in_force(procedure_id, day)
    by_appointment = any(each.kind == Kind.BY_APPOINTMENT for each in found)
    if meets_at is not None and not by_appointment:
        raise NoArrangement("Thủ tục này không có thỏa thuận giải quyết theo lịch hẹn giữa sở, ngành và Trung tâm.")
    if by_appointment and meets_at is None:
        raise NoAppointment("Thủ tục này giải quyết theo lịch hẹn: hãy ghi giờ hẹn làm việc với cán bộ chuyên môn.")
    if meets_at is not None and meets_at < at:
        raise NoAppointment("Giờ hẹn làm việc không được ở quá khứ.")
    return Ways(tuple(found), meets_at)


def keep(dossier: Dossier, agreed: Ways, at: datetime) -> None:
    """Write down under which arrangements the dossier was received."""
    if agreed.arrangements:
        add([_kept(dossier, each, agreed, at) for each in agreed.arrangements])


@act("4.1.a-2", "5.1.đ-1")
def deliver_at_department(
    dossier: Dossier, *, to: Recipient, by: Officer, at: datetime, explanation: str = ""
) -> Dossier:
    """The department itself puts the result into the applicant's hands, where both sides agreed so."""
    dossier = Dossier.objects.locked(dossier)
    require(may_deliver_at_department(by, dossier, at))
    stage = stages.after(dossier.stage, "deliver_at_department")
    way = way_of(dossier, Kind.DEPARTMENT_DELIVERS)
    complete(dossier, at)
    rightly_received(to)
    late = dossier.due_at is not None and at > dossier.due_at
    if late:
        breaches.note(dossier, BreachKind.OVERRUN, by=by, at=at, explanation=explanation)
    dossier.stage, dossier.finished_at = stage, at
    dossier.delivered_at, dossier.delivered_to = at, clean(to.name)
    change(dossier, "stage", "finished_at", "delivered_at", "delivered_to")
    way.done_at, way.done_by = at, by
    change(way, "done_at", "done_by")
    facts = {"to": dossier.delivered_to, "for_applicant": to.sent_by_applicant, "authority": clean(to.authority)}
    facts |= {"body": dossier.department.name, "document": way.arrangement.document, "outcome": dossier.outcome}
    facts |= {"step_due": dossier.due_at, "late": late, "identity": clean(to.identity_number)[-4:]}
    record(deliver_at_department, about=dossier, by=by, at=at, **facts)
    return dossier


@act("4.1.a-2", "5.1.đ-1")
def keep_originals(dossier: Dossier, *, place: str, by: Officer, at: datetime) -> Dossier:
    """Say where the department keeps the originals, so that they come back to their owner."""
    dossier = Dossier.objects.locked(dossier)
    require(may_keep_originals(by, dossier, at))
    way = way_of(dossier, Kind.ORIGINALS_KEPT)
    not_kept(way)
    if not clean(place):
        raise Refused("Phải ghi nơi giữ bản chính giấy tờ.", "4.1.a-2")
    way.place, way.done_at, way.done_by = clean(place), at, by
    change(way, "place", "done_at", "done_by")
    facts = {"body": dossier.department.name, "place": way.place, "document": way.arrangement.document}
    record(keep_originals, about=dossier, by=by, at=at, **facts)
    return dossier


@rule("5.1.đ-1", "4.1.a-2")
def may_deliver_at_department(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The clerk or an appraiser of the department hands it out."""
    if dossier.department_id in by.bodies_with(at, Role.CLERK, Role.APPRAISE):
        return YES
    return no("Chỉ văn thư, cán bộ của cơ quan giải quyết được trả kết quả tại cơ quan.", "5.1.đ-1")


@rule("5.1.đ-1", "4.1.a-2")
def may_keep_originals(by: Officer, dossier: Dossier, at: datetime) -> Answer:
    """The clerk or an appraiser of the department takes them into keeping."""
    if dossier.department_id in by.bodies_with(at, Role.CLERK, Role.APPRAISE):
        return YES
    return no("Chỉ văn thư, cán bộ của cơ quan giải quyết được ghi việc giữ bản chính.", "5.1.đ-1")


def way_of(dossier: Dossier, kind: str) -> Special:
    """The agreed way of this kind that the dossier goes; raises `NoArrangement`."""
    found = dossier.specials.select_related("arrangement").filter(kind=kind).first()
    if found is None:
        raise NoArrangement(
            f"Hồ sơ này không được tiếp nhận theo thỏa thuận “{Kind(kind).label}” giữa sở, ngành và Trung tâm."
        )
    return found


def not_kept(way: Special) -> None:
    """Check that nobody has said where the originals are; raises `AlreadyDone`."""
    if way.done_at is not None:
        raise AlreadyDone(f"Bản chính đã được ghi giữ tại {way.place} ngày {show_date(local_day(way.done_at))}.")


def _kept(dossier: Dossier, arrangement: Arrangement, agreed: Ways, at: datetime) -> Special:
    meets_at = agreed.meets_at if arrangement.kind == Kind.BY_APPOINTMENT else None
    return Special(dossier=dossier, arrangement=arrangement, kind=arrangement.kind, since=at, meets_at=meets_at)
