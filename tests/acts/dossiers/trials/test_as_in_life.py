"""What a case plays in thought is what happens to a real dossier: the same dates, steps, legs and breaches."""

import pytest

from motcua.domain.dossiers import processing, supplement
from motcua.domain.dossiers.beside import answering, late_advice
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.handed_in import Fault
from motcua.domain.dossiers.models import Breach, Dossier, Task
from motcua.domain.dossiers.pauses import pausing
from motcua.domain.dossiers.trials import running
from motcua.domain.procedures import process
from motcua.domain.procedures.models import Trial
from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.procedures.terms import StepKind
from motcua.domain.procedures.trial_cases import Case, Expectation, Happening
from motcua.domain.vietnamese.dates import LOCAL
from tests.beside import ON_SPOT, SIDE_BY_SIDE, Beside
from tests.interlinked import ACROSS, COMMUNE, DESK, across, does, joined, leg, passes, received_at
from tests.people import JUSTICE
from tests.world import STEPS, World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.a-1")]
DAYS, AT = "working_days", moment("2024-05-20")
NINE = "2024-05-27 09:00"


def done(step: str, amount: int = 0, unit: str = DAYS) -> Happening:
    return Happening("step_done", amount, unit, step)


def after(doing: str, amount: int = 0, **other: object) -> Happening:
    return Happening(doing, amount, DAYS, **other)


def as_real(dossier: Dossier) -> tuple[Expectation, ...]:
    """Everything that the rows of a dossier say, as what a case expects."""
    dossier = Dossier.objects.get(pk=dossier.pk)
    running = Task.objects.filter(dossier=dossier, done_at=None, step__isnull=False)
    open_tasks = list(running.order_by("stage", "step__branch"))
    steps = {task.pk: _number(task) for task in open_tasks}
    expects = [Expectation("stage", words=dossier.stage), Expectation("open_steps", step=", ".join(steps.values()))]
    expects += [Expectation("step_due", step=steps[task.pk], moment=_said(task.due_at)) for task in open_tasks]
    if dossier.due_at:
        expects.append(Expectation("due", moment=_said(dossier.due_at)))
    for row in dossier.legs.filter(due_at__isnull=False).select_related("office"):
        expects.append(Expectation("leg_due", body=row.office.code, moment=_said(row.due_at)))
    kinds = list(Breach.objects.filter(dossier=dossier).values_list("kind", flat=True))
    return (*expects, *(Expectation("breach", words=kind) for kind in kinds or ()))


def _number(task: Task) -> str:
    beside = task.step.process.steps.filter(stage=task.stage).count() > 1
    return f"{task.stage}{'abcd'[task.step.branch - 1] if beside else ''}"


def _said(at) -> str:
    return at.astimezone(LOCAL).strftime("%Y-%m-%dT%H:%M")


def same(world: World, dossier: Dossier, steps: tuple[StepPlan, ...], *happenings: Happening) -> None:
    """Check that a case with these happenings comes to where the dossier is; the last breach kinds are the same."""
    drafted = process.draft_process(dossier.version.procedure, steps=steps, by=world["tam"], at=AT)
    case = Case("Như thật", moment(NINE), happenings, as_real(dossier))
    trial = running.written_and_tried(drafted, case=case, by=world["tam"], at=AT)
    outcome = running.outcome(Trial.objects.get(pk=trial.pk))
    failed = [(each.expectation, each.found) for each in outcome.checked if not each.held]
    assert outcome.passed, failed + [each.refusal for each in outcome.unexpected]


@pytest.fixture
def beside(world: World) -> Beside:
    return Beside(world)


@pytest.mark.clause("5.1.đ-1")
def test_while_another_body_is_asked_and_answers_late(world: World, beside: Beside) -> None:
    question = beside.asked("2024-05-28 09:00", days=1, waits=True)
    dossier = question.dossier
    happenings = (done("1"), after("asked", 1, body=JUSTICE, days=1, waits=True), after("answered", 3, body=JUSTICE))
    late_advice.name_all_late(moment("2024-05-31 09:00"))
    answering.answer_consultation(question, reply=Reply("agrees"), by=world["binh"], at=moment("2024-05-31 09:00"))
    same(world, dossier, STEPS, *happenings)


@pytest.mark.clause("5.1.đ-1")
def test_while_the_process_itself_asks_and_papers_are_missing(world: World, beside: Beside) -> None:
    dossier = beside.side_by_side(NINE)
    fault = Fault(dossier.submitted.first().component_id, missing=False, reason="Thiếu chữ ký")
    asks = {"faults": (fault,), "reason": "Hồ sơ chưa hợp lệ", "by": world["thu"], "at": moment("2024-05-28 09:00")}
    supplement.request_supplement(beside.own(dossier), **asks)
    brought = tuple(world.filing(dossier.version).brought)
    back = {"brought": brought, "by": world["lan"], "at": moment("2024-06-03 09:00")}
    dossier = supplement.accept_supplement(world.again(dossier), **back)
    same(world, dossier, SIDE_BY_SIDE, done("1"), after("supplement", 1), after("completed", 4))


@pytest.mark.clause("5.1.đ-1")
def test_on_the_spot_and_in_council(world: World, beside: Beside) -> None:
    task = beside.on_spot(NINE)
    beside.announced(task, NINE)
    beside.checked(task, "2024-05-29 09:00")
    processing.complete_step(task, by=world["thu"], at=moment("2024-05-29 09:00"))
    happenings = (done("1"), after("check_announced", on="2024-05-28"), after("check_recorded", 2), done("2"))
    same(world, task.dossier, ON_SPOT, *happenings)


@pytest.mark.clause("5.1.đ-1", "4.5.a")
def test_while_the_clock_stands_and_after(world: World) -> None:
    dossier = world.awaiting_payment(NINE, asked="2024-05-28 09:00")
    proof = pausing.Proof("0012345", moment("2024-06-03").date())
    pausing.payment_proven(dossier, proof=proof, by=world["lan"], at=moment("2024-06-03 09:00"))
    same(world, dossier, STEPS, done("1"), after("payment_asked", 1), after("payment_proven", 4))


@pytest.mark.clause("5.1.đ-1", "7.8")
def test_from_body_to_body_on_paper_with_one_that_is_late(world: World) -> None:
    world = joined(world)
    dossier = received_at(world, across(world), COMMUNE, "xuan", NINE)
    processing.transfer(dossier, by=world["xuan"], at=moment(NINE))
    dossier = does(world, world.again(dossier), "xuan", "2024-05-29 09:00")
    passes(world, dossier, DESK, "xuan", "2024-05-29 09:00", to="yen", taken="2024-05-31 09:00")
    assert leg(dossier, DESK).began_at < moment("2024-05-31 09:00")
    happenings = (done("1"), done("2", 2), after("leg_handed_on"), after("leg_taken", 2))
    same(world, dossier, ACROSS, *happenings)


def test_every_kind_of_step_can_be_done_in_a_case() -> None:
    """Nothing that a process may contain is beyond what a case can say."""
    kinds = {step.kind for steps in (STEPS, SIDE_BY_SIDE, ON_SPOT) for step in steps}
    plain = {StepKind.ASSIGN, StepKind.SIGN}  # done as every other step
    assert kinds | plain == set(StepKind)
