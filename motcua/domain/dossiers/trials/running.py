"""Running the cases of a process: read anew for whoever looks, kept by an act when it changes or is agreed to."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act, together
from motcua.domain.journal.recording import Signs, record
from motcua.domain.procedures import policies, trials
from motcua.domain.procedures.importing.processes import import_process
from motcua.domain.procedures.importing.report import Outcome as Outcomes
from motcua.domain.procedures.importing.report import Report
from motcua.domain.procedures.models import Process, Trial
from motcua.domain.procedures.process_rules import ProcessPlan
from motcua.domain.procedures.rows import limits_of, plan_of
from motcua.domain.procedures.taking import latest, locked_process
from motcua.domain.procedures.trial_cases import Case
from motcua.domain.regulation.answers import require
from motcua.domain.working_days.queries import calendar_for

from ..interlinked import split
from ..interlinked.of_plan import Body
from .interpreter import Outcome, play


@act("4.1.a-1")
def run_trials(process: Process, *, by: Signs, at: datetime) -> list[Outcome]:
    """Try a process with all its cases and keep which held; only those let it be agreed to."""
    if not process.trials.exists():
        return []
    process = locked_process(process)
    require(policies.may_try(by, process, at))
    plan = plan_of(process)
    tried = outcomes(process, plan)
    verdicts = {trial.pk: outcome.passed for trial, outcome in tried}
    trials.keep_verdicts(verdicts, [trial for trial, _ in tried], trials.digest_of(plan), at)
    failed = [trial.name for trial, outcome in tried if not outcome.passed]
    facts = {"code": process.procedure.code, "process": process.number, "tried": len(tried), "failed": failed}
    record(run_trials, about=process.procedure, by=by, at=at, **facts)
    return [outcome for _, outcome in tried]


def outcomes(process: Process, plan: ProcessPlan | None = None) -> list[tuple[Trial, Outcome]]:
    """Each case of a process with what comes of it today; `plan` are its steps where they are known. Writes nothing."""
    cases = trials.trials_of(process)
    if not cases:
        return []
    plan, limits = plan or plan_of(process), limits_of(latest(process.procedure))
    played = [(each, each.case()) for each in cases]
    bodies = _bodies(plan, (case for _, case in played))
    return [(trial, play(case, plan, limits.get(case.channel), calendar_for, bodies)) for trial, case in played]


def outcome(trial: Trial) -> Outcome:
    """What comes of one case today. Writes nothing."""
    limits, plan, case = limits_of(latest(trial.process.procedure)), plan_of(trial.process), trial.case()
    return play(case, plan, limits.get(case.channel), calendar_for, _bodies(plan, [case]))


def written_and_tried(process: Process, *, case: Case, by: Signs, at: datetime) -> Trial:
    """Add a case to a process and run all of them."""
    with together():
        trial = trials.write_trial(process, case=case, by=by, at=at)
        run_trials(process, by=by, at=at)
        return trial


def amended_and_tried(trial: Trial, *, case: Case, by: Signs, at: datetime) -> Trial:
    """Change a case and run all of its process."""
    with together():
        changed = trials.amend_trial(trial, case=case, by=by, at=at)
        run_trials(trial.process, by=by, at=at)
        return changed


def changed_and_tried(change: Callable[..., Process], about: Any, *, by: Signs, at: datetime, **given: Any) -> Process:
    """Change a process by an act and run its cases with the steps it has then: both, or neither."""
    with together():
        process = change(about, by=by, at=at, **given)
        if policies.may_try(by, process, at):
            run_trials(process, by=by, at=at)
        return process


def imported_and_tried(content: bytes, *, name: str, by: Signs, at: datetime) -> Report:
    """Take in a file with processes and run the cases of each that it changed: all of it, or nothing."""
    with together():
        report = import_process(content, name=name, by=by, at=at)
        codes = [row.code for row in report.rows if row.outcome != Outcomes.UNCHANGED]
        drafts = Process.objects.filter(procedure__code__in=codes, state=Process.State.DRAFT)
        for draft in drafts.select_related("procedure__owner").order_by("procedure__code"):
            if policies.may_try(by, draft, at):
                run_trials(draft, by=by, at=at)
        return report


def tried_and_agreed(
    agree: Callable[..., Process], process: Process, *, by: Signs, at: datetime, **given: Any
) -> Process:
    """Run the cases of a process and then agree to it, or put it in force; the act itself refuses when one fails."""
    with together():
        if policies.may_try(by, process, at):
            run_trials(process, by=by, at=at)
        return agree(process, by=by, at=at, **given)


def _bodies(plan: ProcessPlan, cases: Iterable[Case]) -> dict[str, Body]:
    """The offices that are named in a process or in its cases."""
    return split.bodies({step.office for step in plan.steps}.union(*(case.bodies() for case in cases)))
