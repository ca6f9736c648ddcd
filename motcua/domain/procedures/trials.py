"""Officials write the cases with which a process is tried; a process whose cases fail is not agreed to (4.1.a-1)."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean

from . import policies, queries
from .process_models import Process
from .process_rules import ProcessPlan
from .taking import locked_process
from .trial_cases import Case
from .trial_models import Trial

MOST, MOST_LINES, LONGEST_NAME = 40, 60, 200


class Unwritable(Refused):
    """A case without a name, with nothing to expect, or one too many."""

    clause = "4.1.a-1"


class TrialsFail(Refused):
    """A process that does not do what its own cases say; `names` names each."""

    clause = "4.1.a-1"

    def __init__(self, names: list[str]) -> None:
        named = "; ".join(f"“{name}”" for name in names)
        super().__init__(f"Quy trình chưa đạt {len(names)} tình huống thử: {named}. Hãy sửa quy trình hoặc tình huống.")
        self.names = tuple(names)


@act("4.1.a-1")
def write_trial(process: Process, *, case: Case, by: Signs, at: datetime) -> Trial:
    """Add a case to a process."""
    process = _open(process, by, at)
    _writable(process, case)
    trial = Trial.objects.create(process=process, name=clean(case.name), content=case.as_plain())
    _record(write_trial, trial, by, at)
    return trial


@act("4.1.a-1")
def amend_trial(trial: Trial, *, case: Case, by: Signs, at: datetime) -> Trial:
    """Change a case; it has then not been run yet."""
    process = _open(trial.process, by, at)
    _writable(process, case, besides=trial)
    trial.name, trial.content = clean(case.name), case.as_plain()
    trial.passed, trial.tried_at, trial.tried_with = None, None, ""
    trial.save()
    _record(amend_trial, trial, by, at)
    return trial


@act("4.1.a-1")
def remove_trial(trial: Trial, *, by: Signs, at: datetime) -> None:
    """Take a case out; the journal keeps what it said."""
    _open(trial.process, by, at)
    found = Trial.objects.filter(pk=trial.pk).first()
    if found is None:
        raise Unwritable("Tình huống này đã được bỏ.")
    found.process = trial.process
    _record(remove_trial, found, by, at)
    found.delete()


def trials_of(process: Process) -> list[Trial]:
    """The cases of a process in the order in which they were written."""
    return list(process.trials.order_by("id"))


def trial_for(by: Any, trial_id: int, at: datetime) -> Trial:
    """One case for those who may see its process; raises `ObjectDoesNotExist` for others."""
    trial = Trial.objects.get(pk=trial_id)
    trial.process = queries.process_for(by, trial.process_id, at)
    return trial


def keep_verdicts(verdicts: Mapping[int, bool], trials: Iterable[Trial], steps: str, at: datetime) -> None:
    """Keep which cases held. Inside an act that has locked the process."""
    tried = list(trials)
    for trial in tried:
        trial.passed, trial.tried_at, trial.tried_with = verdicts[trial.pk], at, steps
    Trial.objects.bulk_update(tried, ["passed", "tried_at", "tried_with"])


def require_passed(process: Process, plan: ProcessPlan) -> None:
    """Check that every case held with these very steps; raises `TrialsFail`."""
    steps = digest_of(plan)
    failed = [each.name for each in trials_of(process) if not each.passed or each.tried_with != steps]
    if failed:
        raise TrialsFail(failed)


def carry_over(old: Process, new: Process) -> None:
    """The next version is tried with the same cases. Inside the act that writes it."""
    Trial.objects.bulk_create(Trial(process=new, name=each.name, content=each.content) for each in trials_of(old))


def digest_of(plan: ProcessPlan) -> str:
    """What tells whether steps are the same as when cases were run."""
    return hashlib.sha256(repr(plan.stages()).encode()).hexdigest()


def _open(process: Process, by: Signs, at: datetime) -> Process:
    process = locked_process(process)
    require(policies.may_try(by, process, at))
    return process


def _writable(process: Process, case: Case, besides: Trial | None = None) -> None:
    name = clean(case.name)
    others = process.trials.exclude(pk=besides.pk if besides else 0)
    if not name or len(name) > LONGEST_NAME:
        raise Unwritable("Phải đặt tên cho tình huống, tối đa 200 ký tự.")
    if others.filter(name=name).exists():
        raise Unwritable(f"Đã có tình huống mang tên “{name}”.")
    if others.count() >= MOST:
        raise Unwritable(f"Mỗi quy trình có tối đa {MOST} tình huống thử.")
    if not case.expectations:
        raise Unwritable("Phải ghi ít nhất một điều mong đợi: tình huống không mong đợi gì thì không thử được gì.")
    if len(case.happenings) > MOST_LINES or len(case.expectations) > MOST_LINES:
        raise Unwritable(f"Mỗi tình huống có tối đa {MOST_LINES} việc và {MOST_LINES} điều mong đợi.")


def _record(said: Any, trial: Trial, by: Signs, at: datetime) -> None:
    process, procedure = trial.process, trial.process.procedure
    facts = {"code": procedure.code, "process": process.number, "name": trial.name, "content": trial.content}
    record(said, about=procedure, by=by, at=at, **facts)
