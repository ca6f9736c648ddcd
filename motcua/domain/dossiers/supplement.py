"""A dossier that is not yet complete goes back once, with everything named; complete again, its clock starts anew."""

from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation import limits
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import local
from motcua.domain.working_days.queries import calendar_for

from . import breaches, policies, reading, slips, stages, tasks, telling
from .beside import questions
from .clock import supplement_notice_ends
from .from_home.settling import settle
from .from_home.terms import SentKind
from .handed_in import Brought, Fault, keep
from .intake import OutsideComponents
from .interlinked import linked
from .models import Dossier, Submitted, SupplementRequest, Task
from .terms import BreachKind


class NothingAsked(Refused):
    """A request for supplement names at least one component, and why."""

    clause = "5.1.e-2"


class StillMissing(Refused):
    """What was asked for is accepted when all of it is there."""

    clause = "5.1.e-2"


@act("5.1.e-2", "5.1.d")
def request_supplement(
    task: Task, *, faults: tuple[Fault, ...], reason: str, by: Officer, at: datetime, explanation: str = ""
) -> Dossier:
    """Return a dossier with the supplement form (Mẫu 02): what is missing or faulty, all at once, and why.

    Only published components, or faults of what was submitted. Later than three working days
    from receipt, or a second time, is a breach, recorded; the clock waits for the applicant.
    """
    task = tasks.locked(task)
    dossier = task.dossier
    stage = stages.after(dossier.stage, "request_supplement")
    require(policies.may_request_supplement(by, task, at))
    items = _items(dossier, faults, reason)
    foreseen = foreseen_breaches(dossier, at)
    noted = [breaches.note(dossier, kind, by=by, at=at, explanation=explanation) for kind in foreseen]
    tasks.close(tasks.last_open(dossier), how="supplement", by=by, at=at, note=reason.strip())
    dossier.stage, dossier.supplements = stage, dossier.supplements + 1
    dossier.due_at = dossier.due_by_law_at = None
    change(dossier, "stage", "supplements", "due_at", "due_by_law_at")
    linked.wait(dossier)
    paper = slips.supplement(dossier, faults, reason=reason.strip(), by=by, at=at)
    SupplementRequest.objects.create(
        dossier=dossier, number=dossier.supplements, asked_at=at, asked_by=by, items=items, paper=paper
    )
    facts = {"items": items, "reason": reason.strip(), "number": dossier.supplements, "breaches": noted}
    line = record(request_supplement, about=dossier, by=by, at=at, **facts, paper=paper.shown_number)
    telling.supplement_requested(dossier, line, len(items), at)
    return dossier


@act("5.1.e-2")
def accept_supplement(
    dossier: Dossier, *, brought: tuple[Brought, ...], draft: str = "", by: Officer, at: datetime
) -> Dossier:
    """Take in what was asked for. The dossier is complete, its time starts from zero, and the same steps go on.

    `draft` is the stream under which the scans of these papers were taken in.
    """
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_accept_supplement(by, dossier, at))
    dossier.stage = stages.after(dossier.stage, "accept_supplement")
    asked = dossier.supplement_requests.get(completed_at=None)
    there = {each.component_id for each in brought if each.originals or each.copies}
    missing = [item["component"] for item in asked.items if item["component_id"] not in there]
    if missing:
        raise StillMissing("Còn thiếu giấy tờ đã yêu cầu: " + "; ".join(missing) + ".")
    _published(dossier, there)
    asked.completed_at = at
    change(asked, "completed_at")
    keep(dossier, brought, occasion=asked.number, draft=draft)
    dossier.completed_at = at
    clock = reading.clock_of(dossier)
    dossier.due_at, dossier.due_by_law_at = clock.due(), clock.due_by_law()
    change(dossier, "stage", "completed_at", "due_at", "due_by_law_at")
    closed = Task.objects.filter(dossier=dossier, how="supplement", done_at=asked.asked_at)
    opened = tasks.reopen(dossier, list(closed), at=at)
    facts: dict[str, Any] = {"number": asked.number, "due": dossier.due_at, "due_by_law": dossier.due_by_law_at}
    facts |= linked.resume(dossier, at=at)
    facts |= questions.put(dossier, opened, by=by, at=at)
    facts |= {"steps": [task.name for task in opened], "from_home": settle(dossier, SentKind.SUPPLEMENT, by=by, at=at)}
    line = record(accept_supplement, about=dossier, by=by, at=at, **facts)
    telling.supplement_taken(dossier, line, at)
    return dossier


def _items(dossier: Dossier, faults: tuple[Fault, ...], reason: str) -> list[dict[str, object]]:
    if not faults or not reason.strip() or not all(fault.reason.strip() for fault in faults):
        raise NothingAsked("Phải nêu ít nhất một giấy tờ cần bổ sung, lý do và nội dung của từng giấy tờ.")
    names = _published(dossier, {fault.component_id for fault in faults})
    handed_in = set(Submitted.objects.filter(dossier=dossier).values_list("component_id", flat=True))
    for fault in faults:
        if not fault.missing and fault.component_id not in handed_in:
            raise OutsideComponents(f"“{names[fault.component_id]}” chưa được nộp nên không thể nói là sai.")
    return [
        {
            "component_id": fault.component_id,
            "component": names[fault.component_id],
            "missing": fault.missing,
            "reason": fault.reason.strip(),
        }
        for fault in faults
    ]


def _published(dossier: Dossier, component_ids: set[int]) -> dict[int, str]:
    names = {each.id: each.name for each in procedures.handled(dossier.version_id).components}
    if not component_ids <= set(names):
        raise OutsideComponents("Không được yêu cầu giấy tờ ngoài thành phần hồ sơ đã công khai.")
    return names


def foreseen_breaches(dossier: Dossier, at: datetime) -> list[BreachKind]:
    """Which rules a request for supplement breaks when it is made at this moment (5.1.d, 5.1.e-2).

    The three days run from the last time the dossier was complete: a second request is one breach, not two.
    """
    day = local(dossier.when_received()).date()
    since, days = dossier.completed_at or dossier.when_received(), limits.supplement_notice_days(day)
    pauses = tuple(pause for pause in reading.pauses_of(dossier) if pause.from_ >= since)
    ends = supplement_notice_ends(since, calendar_for(dossier.one_stop.code), days, pauses)
    second = dossier.supplements >= limits.supplement_requests(day)
    broken = {BreachKind.SECOND_SUPPLEMENT: second, BreachKind.LATE_SUPPLEMENT: at > ends}
    return [kind for kind, is_broken in broken.items() if is_broken]
