"""The papers of turns that stop or end a dossier, filled from what is known of it and given a number."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.payment_notice.facts import PaymentNotice
from motcua.domain.papers.forms.receipt.facts import Component
from motcua.domain.papers.forms.stop_notice.facts import StopNotice
from motcua.domain.papers.forms.withdrawal_slip.facts import WithdrawalSlip
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import signs
from motcua.domain.papers.models import Paper
from motcua.domain.procedures import queries as procedures

from ..models import Dossier
from ..slips import letterhead, owner

if TYPE_CHECKING:
    from .pausing import Notice, Request

RECEIVER = ("NGƯỜI TIẾP NHẬN HỒ SƠ",)


def payment_notice(dossier: Dossier, notice: "Notice", *, by: Officer, at: datetime) -> Paper:
    """What has to be paid, and that the clock stands until it is proven."""
    facts = PaymentNotice(
        letterhead=letterhead(dossier.department, dossier, at),
        party=owner(dossier),
        handled_by=dossier.department.name,
        procedure=procedures.handled(dossier.version_id).name,
        received_at=dossier.when_received(),
        notice_number=notice.number,
        notice_on=notice.on,
        amount=notice.amount,
        ground=notice.ground,
        stopped_at=at,
        proof_to=dossier.one_stop.name,
        contact_phone=dossier.one_stop.phone,
        signer=Signer(("CÁN BỘ GIẢI QUYẾT HỒ SƠ",), by.name),
    )
    return _issued("payment_notice", facts, dossier.department.code, dossier, by, at)


def stop_notice(dossier: Dossier, request: "Request", *, by: Officer, at: datetime) -> Paper:
    """That the matter rests because the applicant asked so."""
    facts = StopNotice(
        letterhead=letterhead(dossier.one_stop, dossier, at),
        party=owner(dossier),
        handled_by=dossier.department.name,
        procedure=procedures.handled(dossier.version_id).name,
        received_at=dossier.when_received(),
        stopped_at=at,
        asked_on=request.on,
        reason=request.reason,
        returned_at=dossier.one_stop.name,
        signer=Signer(RECEIVER, by.name),
    )
    return _issued("stop_notice", facts, dossier.one_stop.code, dossier, by, at)


def cancel_notice(
    dossier: Dossier, ground: str, reason: str, items: Iterable[dict[str, Any]], *, by: Officer, at: datetime
) -> Paper:
    """That a dossier is cancelled, on which ground and why, and that its papers go back."""
    theirs = any(held.body_id == dossier.department_id for held in by.held_at(at))
    office = dossier.department if theirs else dossier.one_stop
    facts = StopNotice(
        letterhead=letterhead(office, dossier, at),
        party=owner(dossier),
        handled_by=dossier.department.name,
        procedure=procedures.handled(dossier.version_id).name,
        received_at=dossier.when_received(),
        stopped_at=at,
        ground=ground,
        reason=reason,
        returned=_returned(items),
        returned_at=dossier.one_stop.name,
        signer=signs(by, office, at),
    )
    return _issued("stop_notice", facts, office.code, dossier, by, at)


def withdrawal_slip(
    dossier: Dossier, request: "Request", items: Iterable[dict[str, Any]], *, by: Officer, at: datetime
) -> Paper:
    """Every paper that goes back to who withdrew."""
    facts = WithdrawalSlip(
        letterhead=letterhead(dossier.one_stop, dossier, at),
        party=owner(dossier),
        procedure=procedures.handled(dossier.version_id).name,
        received_at=dossier.when_received(),
        asked_on=request.on,
        withdrawn_at=at,
        reason=request.reason,
        returned=_returned(items),
        signer=Signer(("NGƯỜI TRẢ HỒ SƠ",), by.name),
    )
    return _issued("withdrawal_slip", facts, dossier.one_stop.code, dossier, by, at)


def _returned(items: Iterable[dict[str, Any]]) -> tuple[Component, ...]:
    return tuple(Component(each["name"], originals=each["originals"], photocopies=each["copies"]) for each in items)


def _issued(form: str, facts: Any, office_code: str, dossier: Dossier, by: Officer, at: datetime) -> Paper:
    return issue(form, facts, office_code=office_code, about=dossier.stream, by=by, at=at)
