"""Between the bodies of an interlinked dossier: handed on with a slip, taken, told to be late, urged."""

from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand, offices
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.vietnamese.text import clean

from .. import stages
from ..beside import questions
from ..models import Dossier
from . import legs, linked, split
from . import policies as leg_policies
from . import slips as leg_slips
from .linked import Onward
from .models import Leg, Urging


class NotReady(Refused):
    """There is nothing to hand on before the body has finished its part, nor to take before it was handed on."""

    clause = "5.1.đ-1"


class AlreadyPassed(Refused):
    """Somebody was quicker; the sentence says who and when."""

    clause = "5.1.đ-1"


class NotBegun(Refused):
    """Only a leg that a body has now can be late, or be urged."""

    clause = "7.8"


class AlreadyTold(Refused):
    """That a leg will be late is told once; then it is done, or apologised for."""

    clause = "7.8"


@act("5.1.đ-1")
def hand_on_leg(leg: Leg, *, papers: tuple[str, ...], note: str = "", by: Officer, at: datetime) -> Leg:
    """Hand the papers and what came of them to the next body, with the slip that both sides sign."""
    dossier, rows = _locked(leg)
    leg = rows[leg.number]
    require(leg_policies.may_hand_on(by, leg, at))
    stages.after(dossier.stage, "hand_on_leg")
    waits_to_be_handed_on(leg)
    given = tuple(clean(each) for each in papers if clean(each))
    if not given:
        raise Refused("Phải ghi giấy tờ chuyển kèm phiếu.", "5.1.đ-1")
    leg.handed_at, leg.handed_by = at, by
    leg.due_at = split.due_of(leg)
    leg.slip = leg_slips.transfer_slip(dossier, list(rows.values()), leg, given, note=note.strip(), by=by, at=at)
    change(leg, "handed_at", "handed_by", "due_at", "slip")
    facts = {"body": _name(leg.came_from_id), "to": _name(leg.office_id), "papers": list(given), "note": note.strip()}
    told = [{"leg": leg.number, "body": facts["to"], "handed_at": at}]
    record(hand_on_leg, about=dossier, by=by, at=at, **facts, legs=told, paper=leg.slip.shown_number)
    return leg


@act("5.1.đ-1")
def take_leg(leg: Leg, *, by: Officer, at: datetime) -> Leg:
    """Take the papers over. The body's time runs from now, or from when it should have taken them (decision 0011)."""
    dossier, rows = _locked(leg)
    leg = rows[leg.number]
    require(leg_policies.may_take_leg(by, leg, at))
    stages.after(dossier.stage, "take_leg")
    handed_at = waits_to_be_taken(leg)
    leg.taken_at, leg.taken_by = at, by
    change(leg, "taken_at", "taken_by")
    onward = Onward(dossier)
    linked.begin(onward, leg, legs.begins(handed_at, at, split.calendar_of(leg.office_id)))
    onward.legs[0]["taken_at"] = at
    facts: dict[str, Any] = {"body": _name(leg.office_id), "came_from": _name(leg.came_from_id)}
    facts |= questions.put(dossier, onward.opened, by=by, at=at)
    record(take_leg, about=dossier, by=by, at=at, **facts, **onward.facts())
    return leg


@act("7.8")
def tell_late_leg(leg: Leg, *, reason: str, expected_on: date, by: Officer, at: datetime) -> Leg:
    """Tell the one-stop that received the dossier and the Centre that a part will be late, why, and until when."""
    dossier, rows = _locked(leg)
    leg = rows[leg.number]
    require(leg_policies.may_tell_late(by, leg, at))
    may_be_told_late(leg)
    if not reason.strip():
        raise Refused("Phải nêu rõ lý do chậm.", "7.8")
    if leg.due_at is None or expected_on < max(local_day(leg.due_at), local_day(at)):
        raise Refused("Ngày dự kiến xong phải từ hạn của khâu và từ hôm nay trở đi.", "7.8")
    leg.told_late_at = at
    change(leg, "told_late_at")
    centre = offices(local_day(at), OfficeKind.CENTRE).first()
    given: dict[str, Any] = {"reason": reason.strip(), "expected_on": expected_on}
    paper = leg_slips.late_notice(dossier, leg, centre, **given, by=by, at=at)
    facts = {"body": _name(leg.office_id), "due": leg.due_at, **given}
    record(tell_late_leg, about=dossier, by=by, at=at, leg=leg.number, **facts, paper=paper.shown_number)
    return leg


@act("6.2")
def urge_leg(leg: Leg, *, text: str, by: Officer, at: datetime) -> Urging:
    """Urge the body that has a part: it sees the words with the dossier until the part is done."""
    dossier, rows = _locked(leg)
    leg = rows[leg.number]
    leg.dossier = dossier
    require(leg_policies.may_urge(by, leg, at))
    is_with_a_body(leg)
    if not text.strip():
        raise Refused("Phải ghi nội dung đôn đốc.", "6.2")
    urging = Urging.objects.create(leg=leg, text=text.strip(), at=at, by=by)
    record(urge_leg, about=dossier, by=by, at=at, leg=leg.number, body=_name(leg.office_id), note=urging.text)
    return urging


def waits_to_be_handed_on(leg: Leg) -> None:
    """Check that the papers lie ready; raises `NotReady`, or `AlreadyPassed` naming who handed them on and when."""
    if leg.handed_at is not None and leg.handed_by is not None:
        raise AlreadyPassed(f"Hồ sơ đã được {leg.handed_by.name} bàn giao lúc {show_moment(leg.handed_at)}.")
    if leg.ready_at is None:
        raise NotReady("Khâu trước chưa xong nên chưa có gì để chuyển sang cơ quan này.")


def waits_to_be_taken(leg: Leg) -> datetime:
    """When the papers were handed on; raises `NotReady`, or `AlreadyPassed` naming who took them and when."""
    if leg.taken_at is not None and leg.taken_by is not None:
        raise AlreadyPassed(f"Hồ sơ đã được {leg.taken_by.name} nhận lúc {show_moment(leg.taken_at)}.")
    if leg.handed_at is None:
        raise NotReady("Cơ quan trước chưa bàn giao hồ sơ cho khâu này.")
    return leg.handed_at


def is_with_a_body(leg: Leg) -> None:
    """Check that some body has to act on the leg now; raises `NotBegun`."""
    if leg.ended_at is not None or not (leg.began_at or leg.handed_at or leg.ready_at):
        raise NotBegun("Khâu này chưa đến lượt hoặc đã xong.")


def may_be_told_late(leg: Leg) -> None:
    """Check that the leg is running and nothing was told of it; raises `NotBegun` or `AlreadyTold`."""
    if leg.began_at is None or leg.ended_at is not None or leg.due_at is None:
        raise NotBegun("Khâu này chưa bắt đầu, đang chờ bổ sung hoặc đã xong nên không báo chậm được.")
    if leg.told_late_at is not None:
        raise AlreadyTold(f"Khâu này đã được báo chậm lúc {show_moment(leg.told_late_at)}.")


def _locked(leg: Leg) -> tuple[Dossier, dict[int, Leg]]:
    dossier = Dossier.objects.locked(leg.dossier_id)
    return dossier, linked.locked(dossier)


def _name(office_id: int | None) -> str:
    return office_at_hand(office_id).name if office_id else ""
