"""A receipt that was wrong is put right: the old paper stays readable, the new one names it (5.1.đ-2).

A slip of the pen in name, address or telephone is mended by who receives, with the reason. What the applicant was
promised (the papers handed in, the time limit and with it the date) changes only when a second person confirms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.handling import handled
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.dates import local_day, show_date, show_moment
from motcua.domain.vietnamese.text import NotValid, clean, fold
from motcua.domain.working_days.limit import Limit, Unit

from . import policies, slips
from .filed_together.bundle_models import BundledDossier
from .filed_together.lot_models import InLot
from .handed_in import Brought
from .models import Dossier
from .models.correction import Correction
from .reading import clock_of
from .stages import OPEN

State = Correction.State
CALLED = {"applicant_name": "họ tên", "address": "địa chỉ", "phone": "điện thoại"}


class TooLate(Refused):
    """After the decision the result says what is right, and is amended in its own way."""

    clause = "5.1.đ-2"


class NothingToCorrect(Refused):
    """A correction says what changes and why."""

    clause = "5.1.đ-2"


class AlreadyDecided(Refused):
    """Somebody was quicker."""

    clause = "5.1.đ-2"


@dataclass(frozen=True)
class Promise:
    """What shall stand on the receipt instead: the time limit, or how many of each paper (by component)."""

    limit: Limit | None = None
    papers: Mapping[int, tuple[int, int]] | None = None


@act("5.1.đ-2")
def correct_receipt(
    dossier: Dossier, *, details: Mapping[str, str], reason: str, by: Officer, at: datetime
) -> Correction:
    """Mend a slip of the pen in name, address or telephone, and give out the receipt again."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_receive(by, dossier.one_stop_id, at, dossier.department_id))
    may_be_corrected(dossier)
    changes = _slips_of_the_pen(dossier, details)
    row = _begin(dossier, changes, reason, by, at)
    before = dossier.applicant_name
    for name, change in changes.items():
        setattr(dossier, name, change["now"])
    dossier.applicant_folded = fold(dossier.applicant_name)
    if dossier.submitter_name == before:
        dossier.submitter_name, dossier.submitter_phone = dossier.applicant_name, dossier.phone
    dossier.save(update_fields=[*changes, "applicant_folded", "submitter_name", "submitter_phone"])
    row.state = State.DONE
    return _issued(row, dossier, correct_receipt, by=by, at=at)


@act("5.1.đ-2")
def propose_correction(dossier: Dossier, *, promise: Promise, reason: str, by: Officer, at: datetime) -> Correction:
    """Ask for what was promised to be put right; nothing changes before a second person has confirmed."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_receive(by, dossier.one_stop_id, at, dossier.department_id))
    may_be_corrected(dossier)
    changes = _of_promise(dossier, promise)
    row = _begin(dossier, changes, reason, by, at)
    row.save()
    record(propose_correction, about=dossier, by=by, at=at, changes=said(changes), reason=row.reason)
    return row


@act("5.1.đ-2", "4.1.d-1")
def confirm_correction(correction: Correction, *, by: Officer, at: datetime) -> Correction:
    """Confirm, as the second person, that the promise was wrong: it changes now, with a new receipt."""
    dossier, row = _taken(correction)
    require(may_confirm(by, row, dossier, at))
    may_be_corrected(dossier)
    _apply(dossier, row.changes)
    row.state, row.decided_by, row.decided_at = State.DONE, by, at
    return _issued(row, dossier, confirm_correction, by=by, at=at)


@act("5.1.đ-2", "4.1.d-1")
def decline_correction(correction: Correction, *, reason: str, by: Officer, at: datetime) -> Correction:
    """Leave the receipt as it is, with the reason."""
    dossier, row = _taken(correction)
    require(may_confirm(by, row, dossier, at))
    if not clean(reason):
        raise NothingToCorrect("Phải ghi lý do không đồng ý đính chính.")
    row.state, row.decided_by, row.decided_at = State.DECLINED, by, at
    row.save(update_fields=["state", "decided_by", "decided_at"])
    record(decline_correction, about=dossier, by=by, at=at, reason=clean(reason), changes=said(row.changes))
    return row


@rule("5.1.đ-2", "4.1.d-1")
def may_confirm(by: Officer, correction: Correction, dossier: Dossier, at: datetime) -> Answer:
    """The head of the one-stop or who watches there, and never who asked."""
    if by.pk == correction.asked_by_id:
        return no("Người đề nghị đính chính không được tự xác nhận.", "5.1.đ-2")
    if dossier.one_stop_id in by.bodies_with(at, Role.HEAD, Role.WATCH):
        return YES
    return no("Chỉ thủ trưởng hoặc người theo dõi, giám sát của nơi tiếp nhận được xác nhận đính chính.", "4.1.d-1")


def may_be_corrected(dossier: Dossier) -> None:
    """Check that the receipt still counts: before the decision, while the clock runs; raises `TooLate`."""
    if dossier.decided_at is not None or dossier.stage not in OPEN:
        raise TooLate("Hồ sơ đã có quyết định: sai sót được sửa trên kết quả, không đính chính giấy tiếp nhận nữa.")
    if dossier.due_at is None:
        raise TooLate(f"Hồ sơ đang ở trạng thái “{dossier.get_stage_display()}” nên chưa đính chính được.")


def can_be_corrected(dossier: Dossier) -> Answer:
    """What `may_be_corrected` says, for the screens that offer it."""
    try:
        may_be_corrected(dossier)
    except TooLate as refusal:
        return no(refusal.sentence, refusal.clause)
    return YES


def replaced_papers(dossier: Dossier) -> dict[int, str]:
    """Each wrong paper with the number that took its place."""
    done = Correction.objects.filter(dossier=dossier, new_paper__isnull=False).select_related("new_paper")
    return {each.old_paper_id: each.new_paper.shown_number for each in done if each.old_paper_id and each.new_paper}


def waiting_for(by: Officer, at: datetime) -> QuerySet[Correction]:
    """The corrections that this official may confirm."""
    rows = Correction.objects.filter(
        state=State.WAITING, dossier__one_stop__in=by.bodies_with(at, Role.HEAD, Role.WATCH)
    )
    return rows.exclude(asked_by=by).select_related("dossier__version", "asked_by")


def waiting_one(by: Officer, pk: int, at: datetime) -> Correction:
    """One of them, also one's own, to be read; else `Correction.DoesNotExist`."""
    rows = Correction.objects.filter(dossier__one_stop__in=by.bodies_with(at, Role.HEAD, Role.WATCH))
    return rows.select_related("dossier", "asked_by").get(pk=pk)


def waiting_of(dossier: Dossier) -> Correction | None:
    """The correction of a dossier that waits for its second person."""
    return Correction.objects.filter(dossier=dossier, state=State.WAITING).select_related("asked_by").first()


def said(changes: Mapping[str, Any]) -> list[str]:
    """Changes in words, each "what: was → now"."""
    return [f"{each['what']}: {each['was']} → {each['shown']}" for each in changes.values()]


def _slips_of_the_pen(dossier: Dossier, details: Mapping[str, str]) -> dict[str, Any]:
    given = {name: clean(details.get(name, "")) for name in CALLED}
    try:
        given["phone"] = identity.phone(given["phone"]) if given["phone"] else ""
    except NotValid as fault:
        raise NothingToCorrect(str(fault)) from None
    return {
        name: {"what": CALLED[name], "was": getattr(dossier, name), "now": now, "shown": now}
        for name, now in given.items()
        if now and now != getattr(dossier, name)
    }


def _of_promise(dossier: Dossier, promise: Promise) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if promise.limit is not None and promise.limit != dossier.limit():
        if dossier.legs.exists():
            raise TooLate("Hồ sơ liên thông có hạn của từng cơ quan nên không đính chính riêng thời hạn chung.")
        if dossier.rescheduled_at or dossier.supplements or dossier.completed_at:
            raise TooLate("Hạn đã được tính lại một lần (bổ sung, hẹn lại) nên không đính chính thời hạn ban đầu nữa.")
        now = {"amount": promise.limit.amount, "unit": promise.limit.unit.value}
        changes["limit"] = {
            "what": "thời hạn", "was": dossier.limit().show(), "now": now, "shown": promise.limit.show(),
        }  # fmt: skip
    names = {component.id: component.name for component in handled(dossier.version_id).components}
    for row in dossier.submitted.filter(occasion=0).order_by("id"):
        brought = (promise.papers or {}).get(row.component_id)
        if brought and brought != (row.originals, row.copies):
            was = _counts(row.originals, row.copies)
            what = {"what": names[row.component_id], "was": was, "now": list(brought), "shown": _counts(*brought)}
            changes[f"paper-{row.pk}"] = what
    return changes


def _counts(originals: int, copies: int) -> str:
    return f"{originals} bản chính, {copies} bản sao"


def _begin(dossier: Dossier, changes: dict[str, Any], reason: str, by: Officer, at: datetime) -> Correction:
    if not changes:
        raise NothingToCorrect("Chưa có nội dung nào khác với giấy tiếp nhận.")
    if not clean(reason):
        raise NothingToCorrect("Phải ghi lý do đính chính.")
    if waiting_of(dossier):
        raise AlreadyDecided("Hồ sơ này đang có một đề nghị đính chính chờ xác nhận.")
    return Correction(
        dossier=dossier, state=State.WAITING, changes=changes, reason=clean(reason), asked_by=by, asked_at=at,
    )  # fmt: skip


def _taken(correction: Correction) -> tuple[Dossier, Correction]:
    dossier = Dossier.objects.locked(correction.dossier_id)
    row = Correction.objects.select_for_update(of=("self",)).select_related("decided_by").get(pk=correction.pk)
    if row.state != State.WAITING:
        who = row.decided_by.name if row.decided_by else ""
        when = show_moment(row.decided_at) if row.decided_at else ""
        raise AlreadyDecided(f"Đề nghị này đã được {who} xử lý lúc {when}.")
    return dossier, row


def _apply(dossier: Dossier, changes: Mapping[str, Any]) -> None:
    if "limit" in changes:
        now = changes["limit"]["now"]
        limit = Limit(now["amount"], Unit(now["unit"]))
        dossier.limit_amount, dossier.limit_unit = limit.amount, limit.unit
        clock = clock_of(dossier)
        dossier.due_at, dossier.due_by_law_at = clock.due(), clock.due_by_law()
        dossier.save(update_fields=["limit_amount", "limit_unit", "due_at", "due_by_law_at"])
    for name, change in changes.items():
        if name.startswith("paper-"):
            originals, copies = change["now"]
            dossier.submitted.filter(pk=name.removeprefix("paper-")).update(originals=originals, copies=copies)


def _issued(row: Correction, dossier: Dossier, done: Any, *, by: Officer, at: datetime) -> Correction:
    """Give out the receipt as it should have been, and write both papers down."""
    row.old_paper = receipt_of(dossier)
    handed_in = tuple(
        Brought(each.component_id, each.originals, each.copies)
        for each in dossier.submitted.filter(occasion=0).order_by("id")
    )
    replaces = named(row.old_paper) if row.old_paper else ""
    row.new_paper = slips.receipt(dossier, handed_in, replaces=replaces, by=by, at=at)
    row.save()
    facts = {
        "changes": said(row.changes),
        "reason": row.reason,
        "due": dossier.due_at,
        "due_by_law": dossier.due_by_law_at,
    }
    facts |= {"replaces": row.old_paper.shown_number if row.old_paper else "", "paper": row.new_paper.shown_number}
    record(done, about=dossier, by=by, at=at, **facts)
    return row


def receipt_of(dossier: Dossier) -> Paper | None:
    """The receipt that counts now: its own last one, or the one it shares with others."""
    own = Paper.objects.filter(about=dossier.stream, form_code="receipt").order_by("-id").first()
    if own is not None:
        return own
    lots, bundles = InLot.objects.filter(dossier=dossier), BundledDossier.objects.filter(dossier=dossier)
    shared = Q(pk__in=lots.values("lot__paper")) | Q(pk__in=bundles.values("filing__paper"))
    return Paper.objects.filter(shared).first()


def named(paper: Paper) -> str:
    """A wrong receipt as the new one names it."""
    return f"giấy số {paper.shown_number} ngày {show_date(local_day(paper.issued_at))}"
