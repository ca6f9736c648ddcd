"""Counting last year's dossiers against a draft: a few at once, many by a job, some at a time, so that all goes on."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from motcua.domain.journal.acts import act, together
from motcua.domain.journal.queries import entries_of
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures import policies, trials
from motcua.domain.procedures.difference import Difference, difference
from motcua.domain.procedures.models import Process, Replay
from motcua.domain.procedures.process_rules import ProcessPlan
from motcua.domain.procedures.queries import process_for
from motcua.domain.procedures.rows import plan_of
from motcua.domain.procedures.taking import locked_process
from motcua.domain.procedures.terms import Channel
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.limit import months_after
from motcua.domain.working_days.queries import calendar_for

from ..interlinked import split
from ..interlinked.of_plan import Body
from ..models import Dossier
from .counting import Judged, Taken, Tally, judged, taken
from .telling import Entry, NotUnderstood, told

AT_ONCE = 200


class NothingToCount(Refused):
    """A draft without steps, a procedure without finished dossiers, or a counting that is still under way."""

    clause = "4.1.a-1"


@act("4.1.a-1")
def replay_last_year(process: Process, *, by: Officer, at: datetime) -> Replay:
    """Count the dossiers finished in the last twelve months against the draft; a job goes on when they are many."""
    process = locked_process(process)
    require(policies.may_try(by, process, at))
    plan = plan_of(process)
    if not plan.steps:
        raise NothingToCount("Dự thảo chưa có bước nào để đối chiếu.")
    if process.replays.filter(finished_at=None).exists():
        raise NothingToCount("Đang chạy lại hồ sơ cho dự thảo này; hãy chờ xong rồi chạy lần nữa.")
    until = local_day(at) - timedelta(days=1)
    since = months_after(until, -12)
    total = _finished(process.procedure_id, since, until).count()
    if not total:
        raise NothingToCount("Trong 12 tháng qua thủ tục này chưa có hồ sơ nào giải quyết xong để đối chiếu.")
    replay = Replay.objects.create(
        process=process, asked_by=by, asked_at=at, since=since, until=until, steps=trials.digest_of(plan), total=total
    )
    facts = {"code": process.procedure.code, "process": process.number, "dossiers": total}
    record(replay_last_year, about=process.procedure, by=by, at=at, **facts)
    if total <= AT_ONCE:
        _go_on(replay, at)
    return replay


def carry_on(at: datetime) -> int:
    """Count some dossiers more of the oldest replay that waits; gives how many, none when nothing waits."""
    with together():
        waiting = Replay.objects.select_for_update(of=("self",), skip_locked=True).filter(finished_at=None)
        replay = waiting.select_related("process__procedure").order_by("id").first()
        return _go_on(replay, at) if replay else 0


def replay_of(process: Process) -> Replay | None:
    """The newest counting of a draft."""
    return process.replays.select_related("asked_by").order_by("-id").first()


def replay_for(by: Any, process_id: int, at: datetime) -> tuple[Process, Replay | None]:
    """A process with its newest counting for those who may see it; raises `ObjectDoesNotExist` for others."""
    process = process_for(by, process_id, at)
    return process, replay_of(process)


def _go_on(replay: Replay, at: datetime) -> int:
    rows = _finished(replay.process.procedure_id, replay.since, replay.until).filter(pk__gt=replay.last_id)
    dossiers = list(rows.order_by("id")[:AT_ONCE])
    tally = Tally.of(replay.result)
    draft, applied = plan_of(replay.process), _applied(replay.process)
    _count(dossiers, tally, draft, applied)
    replay.result, replay.done = asdict(tally), min(replay.done + len(dossiers), replay.total)
    replay.last_id = dossiers[-1].pk if dossiers else replay.last_id
    if len(dossiers) < AT_ONCE:
        replay.done, replay.finished_at = replay.total, at
    replay.save(update_fields=["result", "done", "last_id", "finished_at"])
    return len(dossiers) or 1


def _count(dossiers: Iterable[Dossier], tally: Tally, draft: ProcessPlan, applied: ProcessPlan) -> None:
    by_stream = {each.stream: each for each in dossiers}
    own_plans = _own_plans({each.process_id or 0 for each in by_stream.values()})
    bodies = split.bodies(step.office for plan in (*own_plans.values(), draft, applied) for step in plan.steps)
    changes: dict[tuple[int, bool], Difference] = {}
    for stream, entries in groupby(entries_of(by_stream), key=lambda entry: entry.stream):
        dossier = by_stream[stream]
        process_id = dossier.process_id or 0
        own = own_plans[process_id]
        took = _taken(dossier, own, bodies, entries)
        if took is None:
            tally.left_out += 1
            continue
        for is_draft, plan, column in ((True, draft, tally.draft), (False, applied, tally.applied)):
            key = (process_id, is_draft)
            if key not in changes:
                changes[key] = difference(own, plan)
            column.add(judged(took, changes[key], bodies, calendar_for))
        for each in changes[(process_id, True)].steps:
            if each.was and each.now:
                minutes = took.longest((each.was.stage, each.was.branch), calendar_for(each.was.office))
                tally.took((each.now.stage, each.now.branch), minutes)
        tally.counted += 1
        tally.really_late += bool(dossier.due_at and dossier.finished_at and dossier.finished_at > dossier.due_at)


def as_it_was(dossier: Dossier, entries: Iterable[Entry]) -> Judged | None:
    """A finished dossier under the very process it ran on; none when its journal does not fit together."""
    own = _decided_plan(dossier.process_id or 0)
    bodies = split.bodies(step.office for step in own.steps)
    took = _taken(dossier, own, bodies, entries)
    return judged(took, difference(own, own), bodies, calendar_for) if took else None


def _taken(dossier: Dossier, own: ProcessPlan, bodies: Mapping[str, Body], entries: Iterable[Entry]) -> Taken | None:
    try:
        story = told(entries)
    except (NotUnderstood, KeyError):
        return None
    if dossier.due_by_law_at is None:
        return None
    if not story.legs:
        story.electronic = dossier.channel == Channel.ONLINE
    return taken(story, own, bodies, dossier.due_by_law_at, calendar_for)


def _finished(procedure_id: int, since: date, until: date) -> QuerySet[Dossier]:
    """The dossiers of a procedure whose result came in that time."""
    begin, end = (datetime.combine(day, time(), LOCAL) for day in (since, until + timedelta(days=1)))
    rows = Dossier.objects.filter(version__procedure=procedure_id, finished_at__gte=begin, finished_at__lt=end)
    return rows.exclude(process=None)


def _applied(process: Process) -> ProcessPlan:
    """The process in force; before there is one, the draft itself."""
    current = process.procedure.processes.filter(state=Process.State.IN_FORCE).first()
    return plan_of(current or process)


def _own_plans(process_ids: set[int]) -> dict[int, ProcessPlan]:
    return {pk: _decided_plan(pk) for pk in process_ids}


@lru_cache(maxsize=256)
def _decided_plan(process_id: int) -> ProcessPlan:
    """An approved process never changes: read once."""
    return plan_of(Process.objects.get(pk=process_id))
