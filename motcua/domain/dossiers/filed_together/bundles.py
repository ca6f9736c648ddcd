"""Linked procedures as one: filed with one form, each begun when what it needs is there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation.answers import Refused
from motcua.domain.statements import Said, add, change
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from .. import intake, reading, stages, taking_in, telling
from ..applicants import Applicant
from ..interlinked import linked
from ..models import Dossier, Submitted
from ..taking_in import Filing
from . import bundle_dates, bundle_members, bundle_papers, bundle_slips
from .bundle_dates import Matter
from .bundle_members import Member, NotPublished
from .bundle_models import Bundle, BundledDossier, BundleFiling
from .bundle_papers import Papers, Share
from .bundle_terms import HandOut

_WAITING: Said[BundledDossier] = Said(
    lambda waited: BundledDossier.objects.select_related("dossier").filter(waits_for=waited).order_by("position")
)
_PLACE: Said[BundledDossier] = Said(
    lambda dossier: BundledDossier.objects.select_related("filing").filter(dossier=dossier)
)


class WaitsForOthers(Refused):
    """The applicant asked for all results together."""

    clause = "4.1.e"


@dataclass(frozen=True)
class BundleForm:
    """What comes over the counter, once for all: the filing of the first matter, and the papers by their names."""

    filing: Filing
    papers: Papers
    hand_out: str = HandOut.TOGETHER


@dataclass(frozen=True)
class TakenIn:
    """One matter that was written, with what the first line of its journal says."""

    dossier: Dossier
    facts: dict[str, Any]


@act("5.1.đ-1", "5.1.đ-2", "3.3-1")
def receive_bundle(bundle: Bundle, *, form: BundleForm, by: Officer, at: datetime) -> BundleFiling:
    """Take all in with one form: a dossier with a code of its own for each procedure, one receipt, one total date."""
    day = local_day(at)
    if bundle.valid_from is None or bundle.valid_from > day:
        raise NotPublished("Nhóm thủ tục này chưa được công bố hoặc chưa đến ngày áp dụng.")
    members = bundle_members.members(bundle, day)
    shares = bundle_papers.shared_out(form.papers, members, form.filing.draft)
    taken = [_taken_in(each, share, form, by, at) for each, share in zip(members, shares, strict=True)]
    places = [member.after for member in members]
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
    bundled = [_tied(filing, member, taken) for member in members]
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
    line = record(receive_bundle, about=filing, by=by, at=at, **told, paper=filing.paper.shown_number)
    telling.received_together(dossiers, f"{filing.stream}#{line}", filing.due_at, at)
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
    supplied = bundle_members.component(procedures.handled(dossier.version_id), row.supplied)
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


def first_filing(members: Sequence[Member], one_stop: Office, applicant: Applicant) -> Filing:
    """The filing of the first matter, without its papers, from which those of all are made."""
    return Filing(members[0].version, one_stop, applicant)


def _taken_in(member: Member, share: Share, form: BundleForm, by: Officer, at: datetime) -> TakenIn:
    """One matter of the form, with its papers."""
    brought, draft = share
    filing = replace(form.filing, version=member.version, brought=brought, draft=draft)
    waived = frozenset({member.supplied} if member.supplied is not None else ())
    stage = stages.BEGINS["receive"]
    begun = taking_in.begin(filing, stage=stage, by=by, at=at, duplicate_seen=True, supplied=waived)
    agreed = taking_in.ways(begun, at)
    legs = taking_in.write(begun, agreed, by=by, at=at)
    return TakenIn(begun.dossier, {**begun.facts(), **agreed.facts(), **linked.laid_out(legs)})


def _tied(filing: BundleFiling, member: Member, taken: Sequence[TakenIn]) -> BundledDossier:
    return BundledDossier(
        filing=filing,
        position=member.part.position,
        dossier=taken[member.part.position - 1].dossier,
        waits_for=None if member.after is None else taken[member.after].dossier,
        supplied=member.part.supplied if member.after is not None else "",
    )
