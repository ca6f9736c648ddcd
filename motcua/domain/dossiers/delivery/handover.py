"""The result comes to the Centre, is kept there when nobody fetches it, and is given to whom it belongs (4.1.e)."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.text import clean

from .. import breaches, policies, stages, tasks, telling
from ..filed_together import bundles
from ..interlinked import split
from ..inviting.invitations import invite
from ..inviting.terms import Occasion
from ..models import Dossier, Task
from ..results.going_out import complete
from ..results.signing import signed_as_needed
from ..terms import BreachKind
from . import proofs
from .proofs import Proof
from .recipients import Recipient as Recipient
from .recipients import rightly_received as rightly_received


@act("4.1.e", "5.1.đ-1")
def hand_over(dossier: Dossier, *, by: Officer, at: datetime, explanation: str = "") -> Dossier:
    """Pass the result, or the returned dossier with its notice, to the Centre. After the due date is a breach."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_hand_over(by, dossier, at))
    dossier.stage = stages.after(dossier.stage, "hand_over")
    signed_as_needed(dossier)
    late = dossier.due_at is not None and at > dossier.due_at
    if late:
        cause = split.cause(dossier, at)
        breaches.note(dossier, BreachKind.OVERRUN, by=by, at=at, explanation=explanation, office_id=cause)
    dossier.finished_at = at
    change(dossier, "stage", "finished_at")
    opened = tasks.open_stage(dossier, tasks.returning_stage(dossier), at=at)
    facts = {"body": dossier.department.name, "outcome": dossier.outcome, "step_due": dossier.due_at, "late": late}
    line = record(hand_over, about=dossier, by=by, at=at, **facts, next=tasks.told(opened))
    telling.finished(dossier, line, at)
    return dossier


@act("4.1.e")
def keep_uncollected(dossier: Dossier, *, shelf: str, by: Officer, at: datetime) -> Dossier:
    """Keep a result that nobody fetched, at a place on the shelf where it is found again."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_keep_results(by, dossier, at))
    dossier.stage = stages.after(dossier.stage, "keep_uncollected")
    if not clean(shelf):
        raise Refused("Phải ghi vị trí lưu giữ trên giá.", "4.1.e")
    dossier.shelf = clean(shelf)
    change(dossier, "stage", "shelf")
    record(keep_uncollected, about=dossier, by=by, at=at, shelf=dossier.shelf)
    return dossier


@act("4.1.e")
def deliver(
    dossier: Dossier,
    *,
    to: Recipient,
    proof: Proof | None = None,
    handed_out_at: datetime | None = None,
    by: Officer,
    at: datetime,
) -> Dossier:
    """Put the result into the applicant's hands, or those of whom they sent, against the receipt or another proof.

    `handed_out_at` is when the post did so, where its receipt came back later.
    """
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_keep_results(by, dossier, at))
    dossier.stage = stages.after(dossier.stage, "deliver")
    bundles.may_go_out(dossier)
    complete(dossier, at)
    rightly_received(to)
    proofs.keep(dossier, proof, by=by, at=at, handed_out_at=handed_out_at or at)
    shelf, dossier.shelf = dossier.shelf, ""
    dossier.delivered_at, dossier.delivered_to = handed_out_at or at, clean(to.name)
    change(dossier, "stage", "shelf", "delivered_at", "delivered_to")
    open_tasks: list[Task] = tasks.last_open(dossier)
    for task in open_tasks:
        task.officer, task.taken_at = by, task.taken_at or at
    tasks.close(open_tasks, how="done", by=by, at=at)
    facts = {"to": dossier.delivered_to, "for_applicant": to.sent_by_applicant, "authority": clean(to.authority)}
    facts |= {"how": proof.how} if proof else {}
    facts |= {"handed_out_at": handed_out_at} if handed_out_at else {}
    line = record(deliver, about=dossier, by=by, at=at, **facts, identity=clean(to.identity_number)[-4:], shelf=shelf)
    if proof and proof.how == proofs.How.POST:
        telling.parcel_handed_out(dossier, line, at)
    ballot = invite(dossier, Occasion.DELIVERED, dossier.department_id, by=by, at=at)
    telling.asked_how_it_was(dossier, ballot, line, at)
    return dossier
