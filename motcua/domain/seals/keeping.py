"""A second seal from its registration to its end: registered, passed from hand to hand, stopped (4.1.đ, 5.4)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.vietnamese.text import clean

from . import policies
from .models import Agreement, Custody, Seal
from .terms import SealState

State = SealState
STOPPED = (State.DAMAGED, State.LOST)


class NotInHand(Refused):
    """The seal is not where this could be done with it: given away, stopped, or in somebody else's hands."""

    clause = "4.1.đ"


class OneInUse(Refused):
    """A department has one second seal in use at the Centre, so that nobody can stamp twice."""

    clause = "5.4"


@dataclass(frozen=True)
class Registration:
    """What the certificate of registration says, with a picture of the impression, and which seal it replaces."""

    number: str
    on: date
    sample: Upload | None = None
    replaces: Seal | None = None


@act("5.4", "4.1.đ")
def register_seal(agreement: Agreement, *, registration: Registration, by: Officer, at: datetime) -> Seal:
    """Enter the second seal that the department has registered; until it is given to the Centre, they keep it."""
    require(policies.may_register(by, agreement.department_id, at))
    number = clean(registration.number)
    if not number:
        raise Refused("Phải ghi số giấy chứng nhận đăng ký mẫu con dấu.", "5.4")
    if registration.on > local_day(at):
        raise Refused("Ngày đăng ký không được sau hôm nay.", "5.4")
    _replaceable(agreement, registration.replaces)
    seal = _entered(agreement, number, registration)
    if registration.sample is not None:
        seal.sample = take_in(registration.sample, about=seal.stream, by=by, at=at)
        seal.save(update_fields=["sample"])
    Custody.objects.create(seal=seal, keeper=by, given_by=by, given_at=at, taken_at=at)
    facts: dict[str, Any] = {"registration": number, "on": registration.on, "agreement": agreement.number}
    facts |= {"replaces": registration.replaces.registration if registration.replaces else ""}
    body = office_at_hand(agreement.department_id).name
    record(register_seal, about=seal, by=by, at=at, **facts, body=body, keeper=by.code)
    return seal


@act("4.1.đ")
def give_seal(seal: Seal, *, to: Officer, note: str = "", by: Officer, at: datetime) -> Custody:
    """Put the seal into other hands; until the other side confirms, the giver answers for it."""
    seal = locked(seal)
    held = held_now(seal)
    require(policies.may_give(by, held, at))
    if seal.state == State.LOST:
        raise NotInHand("Con dấu đã được báo mất, không giao được.")
    if to.pk == by.pk:
        raise NotInHand("Không giao con dấu cho chính mình.")
    require(policies.may_keep(to, seal, at))
    if (pending := given_now(seal)) is not None:
        raise NotInHand(f"Con dấu đã được giao cho {pending.keeper.name}, đang chờ xác nhận nhận.")
    custody = Custody.objects.create(seal=seal, keeper=to, given_by=by, given_at=at, note=clean(note))
    record(give_seal, about=seal, by=by, at=at, to=to.name, keeper=to.code, minutes=custody.note)
    return custody


@act("4.1.đ", "5.4")
def take_seal(seal: Seal, *, by: Officer, at: datetime) -> Seal:
    """Confirm that the seal is now in one's hands: from here on one answers for every impression of it."""
    seal = locked(seal)
    given = given_now(seal)
    require(policies.may_take(by, given, at))
    require(policies.may_keep(by, seal, at))
    if seal.state == State.LOST:
        raise NotInHand("Con dấu đã được báo mất, không nhận được.")
    seal.state = _state_with(by, seal, at)
    Custody.objects.filter(seal=seal, taken_at__isnull=False, ended_at=None).update(ended_at=at)
    Custody.objects.filter(pk=given.pk).update(taken_at=at)  # type: ignore[union-attr]
    try:
        with transaction.atomic():
            seal.save(update_fields=["state"])
    except IntegrityError:
        raise OneInUse("Sở, ngành này đã có một con dấu thứ hai đang sử dụng tại Trung tâm.") from None
    record(take_seal, about=seal, by=by, at=at, of=given.given_by.name, keeper=by.code, state=seal.state)  # type: ignore[union-attr]
    return seal


@act("4.1.đ")
def take_back_seal(seal: Seal, *, by: Officer, at: datetime) -> Seal:
    """Undo a handover that nobody has confirmed: it was meant for somebody else, or they did not come."""
    seal = locked(seal)
    given = given_now(seal)
    if given is None:
        raise NotInHand("Không có lần giao nào đang chờ xác nhận.")
    require(policies.may_give(by, held_now(seal), at))
    Custody.objects.filter(pk=given.pk).update(ended_at=at)
    record(take_back_seal, about=seal, by=by, at=at, to=given.keeper.name)
    return seal


@act("4.1.đ", "5.4")
def withdraw_damaged_seal(seal: Seal, *, reason: str, minutes: str, by: Officer, at: datetime) -> Seal:
    """Take a seal that no longer prints cleanly out of use, with minutes; the department registers another."""
    return _stop(withdraw_damaged_seal, seal, State.DAMAGED, reason, minutes, by, at)


@act("4.1.đ", "5.4")
def report_lost_seal(seal: Seal, *, reason: str, police_report: str, by: Officer, at: datetime) -> Seal:
    """Stop every use of a seal at once and say so to all; the police have been told."""
    return _stop(report_lost_seal, seal, State.LOST, reason, police_report, by, at)


def locked(seal: Seal) -> Seal:
    """Take it: two people at one seal follow one another."""
    return Seal.objects.select_for_update(of=("self",)).select_related("department", "centre").get(pk=seal.pk)


def held_now(seal: Seal) -> Custody | None:
    """Who has it in hand."""
    return seal.custodies.filter(taken_at__isnull=False, ended_at=None).select_related("keeper", "given_by").first()


def given_now(seal: Seal) -> Custody | None:
    """To whom it was given and who has not yet confirmed."""
    return seal.custodies.filter(taken_at=None, ended_at=None).select_related("keeper", "given_by").first()


def in_use(seal: Seal) -> None:
    """Check that it may be used; raises `NotInHand` with the reason."""
    if seal.state in STOPPED and seal.stopped_at is not None:
        what = "được báo mất" if seal.state == State.LOST else "được thu khỏi sử dụng vì hỏng"
        raise NotInHand(f"Con dấu {seal.registration} đã {what} lúc {show_moment(seal.stopped_at)}.")
    if seal.state != State.IN_USE:
        raise NotInHand(f"Con dấu {seal.registration} hiện ở tình trạng “{State(seal.state).label}”.")


def _stop(what: Any, seal: Seal, state: SealState, reason: str, paper: str, by: Officer, at: datetime) -> Seal:
    seal = locked(seal)
    require(policies.may_stop(by, seal, held_now(seal), at))
    if seal.state == State.LOST or seal.state == state:
        in_use(seal)
    if not clean(reason):
        raise Refused("Phải nêu rõ lý do.", "4.1.đ")
    if not clean(paper):
        needed = "số biên bản thu con dấu" if state == State.DAMAGED else "số văn bản trình báo cơ quan công an"
        raise Refused(f"Phải ghi {needed}.", "4.1.đ")
    seal.state, seal.stopped_at = state, at
    seal.stopped_reason, seal.stopped_paper = clean(reason), clean(paper)
    seal.save(update_fields=["state", "stopped_at", "stopped_reason", "stopped_paper"])
    facts = {"registration": seal.registration, "body": seal.department.name}
    record(what, about=seal, by=by, at=at, **facts, reason=seal.stopped_reason, document=seal.stopped_paper)
    return seal


def _state_with(by: Officer, seal: Seal, at: datetime) -> SealState:
    """In the Centre's hands a sound seal is in use; back with the department it is returned."""
    if seal.state == State.DAMAGED:
        return State.DAMAGED
    return State.IN_USE if policies.keeps_at_centre(by, seal, at) else State.RETURNED


def _replaceable(agreement: Agreement, replaces: Seal | None) -> None:
    if replaces is None:
        return
    if replaces.department_id != agreement.department_id or replaces.state not in STOPPED:
        raise Refused("Chỉ thay được con dấu hỏng hoặc mất của chính sở, ngành này.", "5.4")


def _entered(agreement: Agreement, number: str, registration: Registration) -> Seal:
    try:
        with transaction.atomic():
            return Seal.objects.create(
                department_id=agreement.department_id,
                centre_id=agreement.centre_id,
                registration=number,
                registered_on=registration.on,
                replaces=registration.replaces,
            )
    except IntegrityError:
        raise Refused(f"Con dấu số đăng ký {number} đã có trong hệ thống.", "5.4") from None
