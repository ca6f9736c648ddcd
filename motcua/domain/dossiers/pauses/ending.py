"""A dossier that ends without a result: withdrawn by its applicant or cancelled; its papers go back (4.1.e)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean

from .. import breaches, stages, tasks
from ..beside import questions
from ..delivery.handover import Recipient
from ..from_home.settling import settle
from ..from_home.terms import SentKind
from ..interlinked import linked
from ..models import Dossier, EarlyEnd, Submitted
from ..stages import UNDER_THE_CLOCK, Stage
from ..terms import BreachKind, CancelGround, EarlyEnding
from . import pausing
from . import policies as pause_policies
from . import slips as pause_slips
from .pausing import Request


class SecondPersonNeeded(Refused):
    """What somebody is working on is not cancelled by one person alone."""

    clause = "5.1.e-1"


class NotProposed(Refused):
    """Only what somebody proposes can be declined."""

    clause = "5.1.e-1"


class NotYet(Refused):
    """Who was told a day until when to bring something has until that day."""

    clause = "5.1.e-2"


@dataclass(frozen=True)
class Cancelling:
    """Why a dossier is cancelled; `told_until` is the day the applicant was told for the supplement."""

    ground: str
    reason: str
    told_until: date | None = None


@act("3.3-1", "5.1.đ-1")
def withdraw(dossier: Dossier, *, request: Request, by: Officer, at: datetime, explanation: str = "") -> Dossier:
    """Take a dossier back because its applicant asks so in writing, before anything is decided.

    The slip names every paper that goes back. When the promise was broken before, that stays a breach.
    """
    dossier = Dossier.objects.locked(dossier)
    require(pause_policies.may_act_for_applicant(by, dossier, at))
    stage = stages.after(dossier.stage, "withdraw")
    request = pausing.asked_in_writing(request, at)
    ended = _end(dossier, stage, EarlyEnding.WITHDRAWN, by=by, at=at, explanation=explanation)
    settle(dossier, SentKind.WITHDRAWAL, by=by, at=at)
    end = _ending_of(dossier)
    end.kind, end.reason, end.items = EarlyEnding.WITHDRAWN, request.reason, papers_of(dossier)
    if request.file is not None:
        label = scans.Component(label="Đề nghị rút hồ sơ")
        end.asked = scans.take_in(request.file, about=dossier.stream, by=by, at=at, component=label)
    end.paper = pause_slips.withdrawal_slip(dossier, request, end.items, by=by, at=at)
    _decided(end, by=by, at=at)
    facts = {"asked_on": request.on, "reason": end.reason, "items": end.items, **ended}
    record(withdraw, about=dossier, by=by, at=at, **facts, paper=end.paper.shown_number)
    return dossier


@act("5.1.e-1", "5.1.e-2")
def propose_cancellation(dossier: Dossier, *, why: Cancelling, by: Officer, at: datetime) -> Dossier:
    """Propose to the head that a dossier under way be cancelled; until it is decided everything goes on."""
    dossier = Dossier.objects.locked(dossier)
    require(pause_policies.may_propose_cancellation(by, dossier, at))
    stages.after(dossier.stage, "propose_cancellation")
    why = _grounded(dossier, why, at)
    end = _ending_of(dossier)
    end.kind, end.ground, end.reason, end.told_until = EarlyEnding.CANCELLED, why.ground, why.reason, why.told_until
    end.proposed_at, end.proposed_by = at, by
    end.save()
    ground = CancelGround(why.ground).label
    record(propose_cancellation, about=dossier, by=by, at=at, ground=ground, reason=why.reason)
    return dossier


@act("5.1.e-1", "5.1.e-2")
def cancel(dossier: Dossier, *, why: Cancelling, by: Officer, at: datetime, explanation: str = "") -> Dossier:
    """Cancel a dossier on one of three grounds, with a written notice; its papers go back.

    Somebody else has proposed it where officials were working on it (reading in docs/decisions/0012).
    """
    dossier = Dossier.objects.locked(dossier)
    require(pause_policies.may_cancel(by, dossier, at))
    stage = stages.after(dossier.stage, "cancel")
    end = _ending_of(dossier)
    proposed_by_another(dossier, end, by)
    why = _grounded(dossier, why, at)
    ended = _end(dossier, stage, EarlyEnding.CANCELLED, by=by, at=at, explanation=explanation)
    settle(dossier, None, by=by, at=at)
    end.kind, end.ground, end.reason, end.told_until = EarlyEnding.CANCELLED, why.ground, why.reason, why.told_until
    end.items = papers_of(dossier)
    ground = CancelGround(why.ground).label
    end.paper = pause_slips.cancel_notice(dossier, ground, why.reason, end.items, by=by, at=at)
    _decided(end, by=by, at=at)
    proposed = end.proposed_by.name if end.proposed_by else ""
    facts = {"ground": ground, "reason": why.reason, "told_until": why.told_until, "proposed_by": proposed}
    facts |= {"items": end.items, **ended}
    record(cancel, about=dossier, by=by, at=at, **facts, paper=end.paper.shown_number)
    return dossier


@act("5.1.e-1")
def decline_cancellation(dossier: Dossier, *, reason: str, by: Officer, at: datetime) -> Dossier:
    """Let a dossier go on that somebody proposed to cancel, with the reason; it may be proposed again."""
    dossier = Dossier.objects.locked(dossier)
    require(pause_policies.may_cancel(by, dossier, at))
    stages.after(dossier.stage, "decline_cancellation")
    end = _ending_of(dossier)
    is_proposed(end)
    if not clean(reason):
        raise Refused("Phải ghi lý do không đồng ý hủy hồ sơ.", "5.1.e-1")
    proposed = end.proposed_by.name if end.proposed_by else ""
    facts = {"ground": CancelGround(end.ground).label, "proposed_by": proposed, "reason": clean(reason)}
    end.delete()
    record(decline_cancellation, about=dossier, by=by, at=at, **facts)
    return dossier


@act("4.1.e")
def give_back_papers(dossier: Dossier, *, to: Recipient, by: Officer, at: datetime) -> Dossier:
    """Put the papers of a withdrawn or cancelled dossier into the applicant's hands, against a signature."""
    dossier = Dossier.objects.locked(dossier)
    require(pause_policies.may_give_back(by, dossier, at))
    dossier.stage = stages.after(dossier.stage, "give_back_papers")
    if not clean(to.name):
        raise Refused("Phải ghi tên người nhận lại giấy tờ.", "4.1.e")
    if to.sent_by_applicant and not (clean(to.authority) and clean(to.identity_number)):
        raise Refused("Người nhận thay phải có giấy ủy quyền và số giấy tờ tùy thân.", "4.1.e")
    end = _ending_of(dossier)
    end.given_back_at, end.given_back_to = at, clean(to.name)
    change(end, "given_back_at", "given_back_to")
    change(dossier, "stage")
    facts = {"to": end.given_back_to, "for_applicant": to.sent_by_applicant, "authority": clean(to.authority)}
    record(give_back_papers, about=dossier, by=by, at=at, **facts, identity=clean(to.identity_number)[-4:])
    return dossier


def proposed_by_another(dossier: Dossier, end: EarlyEnd | None, by: Officer) -> None:
    """Check that two persons have looked at what is under way; raises `SecondPersonNeeded`."""
    if dossier.stage not in UNDER_THE_CLOCK:
        return
    if end is None or end.proposed_by_id is None:
        raise SecondPersonNeeded("Hồ sơ đang được giải quyết: phải có cán bộ khác đề nghị hủy trước.")
    if end.proposed_by_id == by.pk:
        raise SecondPersonNeeded("Bạn là người đề nghị hủy: người khác phải quyết định.")


def is_proposed(end: EarlyEnd | None) -> None:
    """Check that somebody proposes to cancel; raises `NotProposed`, also when a colleague has just declined it."""
    if end is None or end.proposed_by_id is None:
        raise NotProposed("Không có đề nghị hủy hồ sơ nào đang chờ quyết định.")


def papers_of(dossier: Dossier) -> list[dict[str, Any]]:
    """Everything that was handed in and goes back, component by component."""
    rows = Submitted.objects.filter(dossier=dossier).select_related("component")
    counted: dict[str, dict[str, Any]] = {}
    for each in rows.order_by("component__position", "occasion", "id"):
        line = counted.setdefault(each.component.name, {"name": each.component.name, "originals": 0, "copies": 0})
        line["originals"] += each.originals
        line["copies"] += each.copies
    return [line for line in counted.values() if line["originals"] or line["copies"]]


def _grounded(dossier: Dossier, why: Cancelling, at: datetime) -> Cancelling:
    if why.ground not in CancelGround:
        raise Refused("Chỉ hủy hồ sơ theo một trong các căn cứ đã quy định.", "5.1.e-1")
    if not clean(why.reason):
        raise Refused("Phải nêu rõ lý do hủy hồ sơ.", "5.1.e-1")
    if why.ground != CancelGround.NOT_SUPPLEMENTED:
        return Cancelling(why.ground, clean(why.reason))
    if dossier.stage != Stage.AWAITING_SUPPLEMENT:
        raise NotYet("Hồ sơ không chờ bổ sung nên không hủy vì không bổ sung.")
    if why.told_until is None:
        raise NotYet("Phải ghi hạn bổ sung đã thông báo cho người nộp hồ sơ.")
    asked = dossier.supplement_requests.get(completed_at=None)
    if why.told_until <= local_day(asked.asked_at):
        raise NotYet("Hạn bổ sung phải sau ngày yêu cầu bổ sung.")
    if why.told_until >= local_day(at):
        raise NotYet(f"Người nộp hồ sơ còn được bổ sung đến hết ngày {show_date(why.told_until)}.")
    return Cancelling(why.ground, clean(why.reason), why.told_until)


def _end(
    dossier: Dossier, stage: Stage, outcome: str, *, by: Officer, at: datetime, explanation: str
) -> dict[str, Any]:
    """Stop clock, steps, questions and legs for good; whether the promise was broken before is said and noted."""
    late = dossier.due_at is not None and at > dossier.due_at
    if late:
        breaches.note(dossier, BreachKind.OVERRUN, by=by, at=at, explanation=explanation)
    stands = dossier.stage in stages.PAUSED
    if stands:
        pausing.end_pause(dossier, by=by, at=at)
    tasks.close(tasks.paused(dossier) if stands else tasks.last_open(dossier), how=outcome, by=by, at=at)
    questions.drop_open(dossier, at=at)
    dossier.stage, dossier.outcome = stage, outcome
    dossier.due_at = dossier.due_by_law_at = None
    change(dossier, "stage", "outcome", "due_at", "due_by_law_at")
    return {"late": late, **linked.stop(dossier, at=at)}


def _ending_of(dossier: Dossier) -> EarlyEnd:
    """The row of its end, proposed or decided; a new one where there is none."""
    rows = EarlyEnd.objects.select_for_update(of=("self",)).select_related("proposed_by")
    return rows.filter(dossier=dossier).first() or EarlyEnd(dossier=dossier)


def _decided(end: EarlyEnd, *, by: Officer, at: datetime) -> None:
    end.decided_at, end.decided_by = at, by
    end.save()
