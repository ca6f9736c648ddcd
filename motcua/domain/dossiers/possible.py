"""What an official may do with a dossier now: for each act a yes, or a no with the reason and the clause.

Nothing is decided here. The table of stages, the policies and the checks of the acts are asked, with a dossier that
was already read, what the act itself will ask again when it holds the lock.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.terms import StepKind
from motcua.domain.regulation.answers import YES, Answer, asked, no

from . import breaches, decision, delay, policies, processing, stages, tasks
from .beside import possible as aside_possible
from .models import Breach, Dossier, Task
from .pauses import possible as pause_possible
from .queries import Whole
from .results.going_out import may_leave
from .results.register import may_be_added

ON_STEP = (
    "take", "complete_step", "approve", "endorse", "request_supplement", "ask_for_payment", "send_back", "reject",
    "reassign",
)  # fmt: skip
NO_STEP = no("Không có bước nào đang chờ xử lý.", "5.1.a-2")


@dataclass(frozen=True)
class Choice:
    """One act on the dossier, or on one of its open steps, and whether this official may do it now."""

    act: str
    answer: Answer
    task: Task | None = None


def choices(by: Officer, whole: Whole, at: datetime) -> list[Choice]:
    """Every act on a dossier and on each of its open steps, in the order in which officials think of them."""
    dossier, open_tasks = whole.dossier, whole.open_tasks()
    steps = [Choice(act, answer, task) for task in open_tasks for act, answer in on_step(by, task, at).items()]
    if not open_tasks:
        steps = [Choice(act, _first_no(_in_stage(dossier, act), NO_STEP)) for act in ON_STEP if act != "endorse"]
    return steps + [Choice(act, answer) for act, answer in on_dossier(by, dossier, open_tasks, at).items()]


def on_step(by: Officer, task: Task, at: datetime) -> dict[str, Answer]:
    """What may be done with one step; of approving and passing up only the one that the process asks for."""
    dossier = task.dossier
    rights: dict[str, tuple[Answer, ...]] = {
        "take": (asked(tasks.not_taken, task, by), policies.may_take(by, task, at)),
        "complete_step": (policies.may_complete(by, task, at), aside_possible.finished(task)),
        "request_supplement": (policies.may_request_supplement(by, task, at),),
        "send_back": (policies.may_send_back(by, task, at), asked(processing.stage_before, task)),
        "reassign": (policies.may_reassign(by, task, at),),
    }
    rights |= pause_possible.on_step(by, task, at)
    goes_up = task.kind == StepKind.APPROVE and tasks.approves_again(dossier, task.stage)
    deciding = "endorse" if goes_up else "approve"
    rights[deciding] = rights["reject"] = (policies.may_approve(by, task, at),)
    still_open = asked(tasks.still_open, task)
    answers = {act: _first_no(still_open, _in_stage(dossier, act), *rights[act]) for act in ON_STEP if act in rights}
    beside = aside_possible.on_step(by, task, at)
    return answers | {act: _first_no(still_open, _in_stage(dossier, act), answer) for act, answer in beside.items()}


def on_dossier(by: Officer, dossier: Dossier, open_tasks: Sequence[Task], at: datetime) -> dict[str, Answer]:
    """What may be done with the dossier as a whole."""
    rights: dict[str, tuple[Answer, ...]] = {
        "apologise_and_reschedule": (policies.may_apologise(by, dossier, at), asked(delay.only_once, dossier)),
        "transfer": (policies.may_transfer(by, dossier, at),),
        "accept_supplement": (policies.may_accept_supplement(by, dossier, at),),
        "record_result": (policies.may_record_result(by, dossier, at), asked(decision.no_steps_left, open_tasks)),
        "hand_over": (policies.may_hand_over(by, dossier, at),),
        "add_result": (policies.may_record_result(by, dossier, at), asked(may_be_added, dossier)),
        "keep_uncollected": (policies.may_keep_results(by, dossier, at),),
        "deliver": (policies.may_keep_results(by, dossier, at), may_leave(dossier, at)),
    }
    rights |= pause_possible.on_dossier(by, dossier, at)
    in_table = {act: _in_stage(dossier, act) if act in stages.ACTS else YES for act in rights}
    return {act: _first_no(in_table[act], *answers) for act, answers in rights.items()}


def explaining(by: Officer, noted: Iterable[Breach], at: datetime) -> Iterator[tuple[Breach, Answer]]:
    """Each breach, and whether this official may explain it now."""
    for breach in noted:
        yield breach, _first_no(asked(breaches.not_explained, breach), policies.may_explain(by, breach, at))


def _in_stage(dossier: Dossier, act: str) -> Answer:
    return asked(stages.after, dossier.stage, act)


def _first_no(*answers: Answer) -> Answer:
    return next((answer for answer in answers if not answer), YES)
