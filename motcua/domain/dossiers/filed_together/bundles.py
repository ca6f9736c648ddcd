"""Linked procedures as one: published by both sides, filed with one form, each begun when what it needs is there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.models import Procedure, Version
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import Said, add, change
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, fold
from motcua.domain.working_days.queries import calendar_for

from .. import intake, reading, stages, taking_in
from ..applicants import Applicant
from ..handed_in import Brought
from ..interlinked import linked
from ..models import Dossier, Submitted
from ..taking_in import Filing
from . import bundle_dates, bundle_slips
from .bundle_dates import Matter
from .bundle_models import Bundle, BundledDossier, BundleFiling, BundlePart
from .bundle_terms import HandOut

LAST = 9  # no bundle the law knows has more procedures
_WAITING: Said[BundledDossier] = Said(
    lambda waited: BundledDossier.objects.select_related("dossier").filter(waits_for=waited).order_by("position")
)
_PLACE: Said[BundledDossier] = Said(
    lambda dossier: BundledDossier.objects.select_related("filing").filter(dossier=dossier)
)


class Faulty(Refused):
    """A bundle has at least two procedures, each once, and each waits for an earlier one."""

    clause = "5.1.đ-1"


class NotPublished(Refused):
    """Only what both sides have published can be filed by."""

    clause = "4.1.b"


class WaitsForOthers(Refused):
    """The applicant asked for all results together."""

    clause = "4.1.e"


@dataclass(frozen=True)
class PartPlan:
    """One procedure of a bundle as it is drafted; `after` is the place of the earlier one, counted from 1."""

    procedure: Procedure
    after: int | None = None
    supplied: str = ""


@dataclass(frozen=True)
class BundleForm:
    """What comes over the counter, once for all: the filing of the first matter, and the papers by their names."""

    filing: Filing
    papers: tuple[tuple[str, Brought], ...]
    hand_out: str = HandOut.TOGETHER


@dataclass(frozen=True)
class TakenIn:
    """One matter that was written, with what the first line of its journal says."""

    dossier: Dossier
    facts: dict[str, Any]


@rule("5.1.đ-1", "4.1.a-1")
def may_draft_bundle(by: Officer, first: Procedure, at: datetime) -> Answer:
    """The body that answers for the first procedure draws it up."""
    if first.owner_id in by.bodies_with(at, Role.HEAD, Role.PROCEDURES, Role.ASSIGN):
        return YES
    return no("Chỉ cơ quan giải quyết thủ tục đầu tiên của nhóm được lập nhóm liên thông.", "5.1.đ-1")


@rule("4.1.a-1", "4.1.b")
def may_publish_bundle(by: Officer, bundle: Bundle, at: datetime) -> Answer:
    """The Centre publishes it: another person than who drafted it."""
    if bundle.drafted_by_id == by.pk:
        return no("Người lập nhóm không tự công bố; phải là người khác, thuộc Trung tâm.", "4.1.a-1")
    at_centre = any(h.body_kind == OfficeKind.CENTRE and Role.PROCEDURES in h.roles for h in by.held_at(at))
    return YES if at_centre else no("Chỉ cán bộ kiểm soát thủ tục của Trung tâm được công bố nhóm liên thông.", "4.1.b")


@act("5.1.đ-1", "4.1.a-1")
def draft_bundle(code: str, *, name: str, parts: Sequence[PartPlan], by: Officer, at: datetime) -> Bundle:
    """Draw up which procedures are filed as one, in which order, and which result each needs."""
    if not 2 <= len(parts) <= LAST or len({part.procedure.pk for part in parts}) < len(parts):
        raise Faulty(f"Nhóm liên thông có từ 2 đến {LAST} thủ tục, mỗi thủ tục một lần.")
    if any(part.after is not None and not 0 < part.after <= place for place, part in enumerate(parts)):
        raise Faulty("Mỗi thủ tục chỉ chờ kết quả của một thủ tục đứng trước nó.")
    require(may_draft_bundle(by, parts[0].procedure, at))
    if Bundle.objects.filter(code=clean(code)).exists() or not clean(code) or not clean(name):
        raise Faulty("Nhóm phải có tên và một mã chưa dùng.")
    given = {"name": clean(name), "folded": fold(name), "drafted_by": by, "drafted_at": at}
    bundle = Bundle.objects.create(code=clean(code), **given)
    rows: list[BundlePart] = []
    for place, part in enumerate(parts, start=1):
        after = rows[part.after - 1] if part.after else None
        row = BundlePart(bundle=bundle, position=place, procedure=part.procedure, after=after, supplied=part.supplied)
        rows += add([row])
    told = [{"procedure": each.procedure.code, "after": each.after, "supplied": each.supplied} for each in parts]
    record(draft_bundle, about=bundle, by=by, at=at, code=bundle.code, name=bundle.name, parts=told)
    return bundle


@act("4.1.b", "4.1.a-1")
def publish_bundle(bundle: Bundle, *, decision: str, valid_from: date, by: Officer, at: datetime) -> Bundle:
    """Agree for the Centre and publish: from that day citizens may file it as one."""
    bundle = Bundle.objects.select_for_update().get(pk=bundle.pk)
    require(may_publish_bundle(by, bundle, at))
    if bundle.published_at is not None:
        raise Faulty("Nhóm này đã được công bố.")
    if not clean(decision):
        raise Faulty("Phải ghi quyết định công bố.")
    bundle.published_by, bundle.published_at = by, at
    bundle.decision, bundle.valid_from = clean(decision), valid_from
    change(bundle, "published_by", "published_at", "decision", "valid_from")
    facts = {"code": bundle.code, "name": bundle.name, "decision": bundle.decision, "valid_from": valid_from}
    record(publish_bundle, about=bundle, by=by, at=at, **facts)
    return bundle


@act("5.1.đ-1", "5.1.đ-2", "3.3-1")
def receive_bundle(bundle: Bundle, *, form: BundleForm, by: Officer, at: datetime) -> BundleFiling:
    """Take all in with one form: a dossier with a code of its own for each procedure, one receipt, one total date."""
    day = local_day(at)
    if bundle.valid_from is None or bundle.valid_from > day:
        raise NotPublished("Nhóm thủ tục này chưa được công bố hoặc chưa đến ngày áp dụng.")
    parts = list(bundle.parts.select_related("procedure"))
    taken = [_taken_in(part, form, by, at) for part in parts]
    places = [next((i for i, other in enumerate(parts) if other.pk == part.after_id), None) for part in parts]
    matters = [Matter(each.dossier.limit(), after) for each, after in zip(taken, places, strict=True)]
    ends = bundle_dates.ends(matters, at, calendar_for(form.filing.one_stop.code))
    filing = BundleFiling.objects.create(
        bundle=bundle,
        one_stop=form.filing.one_stop,
        received_at=at,
        received_by=by,
        due_at=max(ends),
        hand_out=HandOut(form.hand_out),
    )
    bundled = [_tied(filing, part, taken, after) for part, after in zip(parts, places, strict=True)]
    add(bundled)
    dossiers = [each.dossier for each in taken]
    filing.paper = bundle_slips.receipt(filing, dossiers, ends, places, form.papers, by=by, at=at)
    change(filing, "paper")
    codes = [dossier.code for dossier in dossiers]
    for each in taken:
        facts = {**each.facts, "bundle": bundle.name, "together_with": [c for c in codes if c != each.dossier.code]}
        record(intake.receive, about=each.dossier, by=by, at=at, **facts, paper=filing.paper.shown_number)
    for row in bundled:
        if row.waits_for is not None:
            hold_in_bundle(row.dossier, waits_for=row.waits_for, by=by, at=at)
    told = {"bundle": bundle.code, "name": bundle.name, "codes": codes, "due": filing.due_at}
    record(receive_bundle, about=filing, by=by, at=at, **told, paper=filing.paper.shown_number)
    return filing


@act("5.1.đ-1")
def hold_in_bundle(dossier: Dossier, *, waits_for: Dossier, by: Officer, at: datetime) -> Dossier:
    """Let a dossier wait for the result it needs; no clock runs before it can begin."""
    dossier.stage = stages.after(dossier.stage, "hold_in_bundle")
    dossier.due_at = dossier.due_by_law_at = None
    change(dossier, "stage", "due_at", "due_by_law_at")
    record(hold_in_bundle, about=dossier, by=by, at=at, waits_for=waits_for.code)
    return dossier


@act("5.1.đ-1")
def begin_in_bundle(dossier: Dossier, *, number: str, by: Officer, at: datetime) -> Dossier:
    """Begin what has waited: the result it needs is there, its number flows in, and its own time runs from now."""
    dossier = Dossier.objects.locked(dossier)
    dossier.stage = stages.after(dossier.stage, "begin_in_bundle")
    dossier.completed_at = at
    dossier.due_at = dossier.due_by_law_at = reading.clock_of(dossier).due()
    row = _PLACE.one(dossier=dossier.pk)
    row.came_number = number
    change(row, "came_number")
    change(dossier, "stage", "completed_at", "due_at", "due_by_law_at")
    supplied = _component(dossier.version_id, row.supplied)
    if supplied is not None:
        add([Submitted(dossier=dossier, component_id=supplied, copies=1)])
    first = procedures.process_plan(dossier.process_id).stages[1]
    onward = linked.set_out(dossier, first, at=at)
    facts = {"number": number, "supplied": row.supplied, "due": dossier.due_at}
    record(begin_in_bundle, about=dossier, by=by, at=at, **facts, **onward.facts())
    return dossier


@act("5.1.đ-1", "5.1.e-1")
def drop_in_bundle(dossier: Dossier, *, because_of: str, by: Officer, at: datetime) -> Dossier:
    """Return what has waited: the matter whose result it needs was not granted."""
    dossier = Dossier.objects.locked(dossier)
    dossier.stage = stages.after(dossier.stage, "drop_in_bundle")
    dossier.outcome, dossier.decided_at = "rejected", at
    dossier.due_at = dossier.due_by_law_at = reading.clock_of(dossier).due()
    change(dossier, "stage", "outcome", "decided_at", "due_at", "due_by_law_at")
    record(drop_in_bundle, about=dossier, by=by, at=at, because_of=because_of, due=dossier.due_at)
    drop_what_waits(dossier, by=by, at=at)
    return dossier


def begin_what_waits(dossier: Dossier, number: str, *, by: Officer, at: datetime) -> None:
    """Begin the dossiers that wait for this one's result; called inside the act that enters it."""
    for row in _WAITING.all(waited=dossier.pk):
        if row.dossier.stage == stages.Stage.HELD:
            begin_in_bundle(row.dossier, number=number, by=by, at=at)


def drop_what_waits(dossier: Dossier, *, by: Officer, at: datetime) -> None:
    """Return the dossiers that wait for a result that will not come; called inside the act that rejects."""
    for row in _WAITING.all(waited=dossier.pk):
        if row.dossier.stage == stages.Stage.HELD:
            drop_in_bundle(row.dossier, because_of=dossier.code or "", by=by, at=at)


def may_go_out(dossier: Dossier) -> None:
    """Check that a result may be given out alone; raises `WaitsForOthers` where all were asked for together."""
    for row in _PLACE.all(dossier=dossier.pk):
        if row.filing.hand_out != HandOut.TOGETHER:
            return
        others = Dossier.objects.filter(bundled__filing=row.filing_id).exclude(pk=dossier.pk)
        open_ones = others.exclude(stage__in=["at_centre", "kept", "delivered"]).values_list("code", flat=True)
        if codes := ", ".join(map(str, open_ones)):
            raise WaitsForOthers(f"Người nộp chọn nhận tất cả kết quả cùng lúc; còn chờ hồ sơ {codes}.")


def _taken_in(part: BundlePart, form: BundleForm, by: Officer, at: datetime) -> TakenIn:
    """One matter of the form: the shared papers that it asks for, without what an earlier result supplies."""
    version = current_version(part.procedure)
    handled = procedures.handled(version.pk)
    supplied = _component(version.pk, part.supplied) if part.after_id else None
    given = {fold(name): brought for name, brought in form.papers}
    brought = tuple(
        replace(given[fold(each.name)], component_id=each.id)
        for each in handled.components
        if fold(each.name) in given and each.id != supplied
    )
    filing = replace(form.filing, version=version, brought=brought, draft="")
    waived = frozenset({supplied} if supplied is not None else ())
    stage = stages.BEGINS["receive"]
    begun = taking_in.begin(filing, stage=stage, by=by, at=at, duplicate_seen=True, supplied=waived)
    agreed = taking_in.ways(begun, at)
    legs = taking_in.write(begun, agreed, by=by, at=at)
    return TakenIn(begun.dossier, {**begun.facts(), **agreed.facts(), **linked.laid_out(legs)})


def first_filing(bundle: Bundle, one_stop: Office, applicant: Applicant) -> Filing:
    """The filing of the first matter, without its papers, from which those of all are made."""
    first = bundle.parts.select_related("procedure")[0]
    return Filing(current_version(first.procedure), one_stop, applicant)


def current_version(procedure: Procedure) -> Version:
    """The published version of a procedure; raises `NotPublished`."""
    version = Version.objects.filter(procedure=procedure, state=Version.State.PUBLISHED).order_by("-number").first()
    if version is None:
        raise NotPublished(f"Thủ tục {procedure.code} chưa công khai.")
    return version


def _component(version_id: int, name: str) -> int | None:
    """The component of that name; none when the procedure asks for none such."""
    components = procedures.handled(version_id).components
    return next((each.id for each in components if name and fold(each.name) == fold(name)), None)


def _tied(filing: BundleFiling, part: BundlePart, taken: Sequence[TakenIn], after: int | None) -> BundledDossier:
    return BundledDossier(
        filing=filing,
        position=part.position,
        dossier=taken[part.position - 1].dossier,
        waits_for=None if after is None else taken[after].dossier,
        supplied=part.supplied if after is not None else "",
    )
