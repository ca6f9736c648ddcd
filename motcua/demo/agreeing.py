"""A process is being agreed: a draft with its changes, what both sides say, cases that hold and fail, a replay."""

from dataclasses import replace
from datetime import datetime, time

from motcua.domain.dossiers.interlinked import split
from motcua.domain.dossiers.interlinked.of_plan import legs_of
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.replay import replaying
from motcua.domain.dossiers.trials import running
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures import comments, process
from motcua.domain.procedures.models import Procedure, Process
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.rows import plan_of
from motcua.domain.procedures.terms import StepKind
from motcua.domain.procedures.trial_cases import Case, Expectation, Happening
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from .bodies import CENTRE
from .lives import FIRST
from .publishing import CONTROLLER
from .timeline import Timeline
from .world import World

CODE, ASKED = "2.001610", "stp"
SHORT = 6  # hours for the appraisal that the Centre proposes


def agree(world: World, times: Timeline) -> None:
    """The Centre proposes a quicker way for a procedure; the department doubts, and both look at what it would do."""
    procedure = Procedure.objects.get(code=CODE)
    head, controller = world.head_of(FIRST), world.officer(CONTROLLER)
    applied = plan_of(procedure.processes.get(state=Process.State.IN_FORCE))
    days = _mornings(times.now, 4)
    drafted = process.draft_process(procedure, steps=_quicker(applied), by=controller, at=days[0])
    _discuss(drafted, head, controller, days)
    for case in _cases(drafted, days[0]):
        running.written_and_tried(drafted, case=case, by=head, at=days[3])
    if Dossier.objects.filter(version__procedure=procedure, finished_at__lt=times.now.replace(hour=0)).exists():
        replaying.replay_last_year(drafted, by=controller, at=times.now)


def _mornings(now: datetime, number: int) -> list[datetime]:
    """So many mornings on working days before today, the earliest first."""
    day, calendar, found = local_day(now), calendar_for(CENTRE), []
    for _ in range(number):
        day = calendar.previous_working_day(day)
        found.append(datetime.combine(day, time(9, 30), LOCAL))
    return found[::-1]


def _quicker(applied: ProcessPlan) -> list[StepPlan]:
    """Half the time for the appraisal, and another body asked beside it."""
    steps = []
    for step in applied.steps:
        if step.kind != StepKind.APPRAISE:
            steps.append(step)
            continue
        asked = replace(
            step, kind=StepKind.CONSULT.value, name="Cho ý kiến về người thành lập doanh nghiệp", office=ASKED
        )
        beside = replace(asked, branch=step.branch + 1, officers=(), produces="Văn bản trả lời", hours=SHORT)
        steps += [replace(step, hours=SHORT), beside]
    return steps


def _discuss(drafted: Process, head: Officer, controller: Officer, days: list[datetime]) -> None:
    (stage,) = {step.stage for step in plan_of(drafted).steps if step.kind == StepKind.APPRAISE}
    doubt = comments.comment_on_step(
        drafted, stage=stage, text=f"{SHORT} giờ không đủ khi cơ quan thuế trả mã số chậm.", by=head, at=days[1]
    )
    asked = comments.comment_on_step(
        drafted, stage=stage, branch=2, text="Đề nghị ghi rõ văn bản trả lời gửi về đâu.", by=controller, at=days[1]
    )
    words = "Trung tâm đã làm việc với Cục Thuế: mã số được trả trong buổi. Xem kết quả chạy lại hồ sơ năm qua."
    comments.answer_comment(doubt, text=words, by=controller, at=days[2])
    comments.answer_comment(asked, text="Gửi trên phần mềm, kèm hồ sơ điện tử.", by=head, at=days[2])
    comments.settle_comment(asked, by=controller, at=days[3])


def _cases(drafted: Process, received_at: datetime) -> tuple[Case, ...]:
    """Three that hold, and one that the quicker way fails: whoever opens it sees why, day by day."""
    (stage,) = {step.stage for step in plan_of(drafted).steps if step.kind == StepKind.APPRAISE}
    handed_on = Happening("step_done", 1, step="1")
    reached = (handed_on, *(Happening("step_done", step=str(before)) for before in range(2, stage)))
    asks, brings = Happening("supplement", 1, "working_days"), Happening("completed", 5, "working_days")
    anew = Case(
        "Thiếu giấy tờ, bổ sung sau 5 ngày: thời hạn tính lại từ đầu",
        received_at,
        (handed_on, asks, brings),
        (Expectation("stage", 2, words="awaiting_supplement"), Expectation("no_breach"), Expectation("not_late")),
    )
    slow = Case(
        "Thẩm định mất một ngày vẫn kịp",
        received_at,
        (*reached, Happening("step_done", 8, step=f"{stage}a")),
        (Expectation("step_not_late", step=f"{stage}a"), Expectation("open_steps", step=f"{stage}b")),
    )
    lets_pass = Case(
        "Cơ quan được hỏi để quá hạn: xử lý tiếp, ghi nhận cơ quan chậm trả lời",
        received_at,
        (*reached, Happening("went_on", 2, "working_days", step=f"{stage}b")),
        (Expectation("breach", words="late_advice"), Expectation("open_steps", step=f"{stage}a")),
    )
    owes = Happening("payment_asked", 2)
    pays = Happening("payment_proven", 4, "working_days")
    unpaid = Case(
        "Chờ nộp nghĩa vụ tài chính 4 ngày không tính vào thời hạn",
        received_at,
        (*reached, owes, pays),
        (
            Expectation("stage", len(reached) + 1, words="awaiting_payment"),
            Expectation("step_not_late", step=f"{stage}a"),
        ),
    )
    return anew, slow, lets_pass, unpaid


def agree_between_bodies(world: World, times: Timeline) -> None:
    """A way through several bodies is drawn up anew, with a case that says who is late when one keeps the papers."""
    days = _mornings(times.now, 1)
    applied = _interlinked()
    if applied is None:
        return
    plan = plan_of(applied)
    drafted = process.draft_process(applied.procedure, steps=plan.steps, by=world.officer(CONTROLLER), at=days[0])
    running.written_and_tried(drafted, case=_kept_too_long(plan, days[0]), by=world.officer(CONTROLLER), at=days[0])


def _interlinked() -> Process | None:
    """A process in force through several bodies, step by step."""
    rows = Process.objects.filter(state=Process.State.IN_FORCE).select_related("procedure").order_by("id")
    one_by_one = (each for each in rows if split.is_interlinked(each.pk))
    return next((each for each in one_by_one if all(len(steps) == 1 for _, steps in plan_of(each).stages())), None)


def _kept_too_long(plan: ProcessPlan, received_at: datetime) -> Case:
    """The first body takes a day longer than its part has; the second one is in time."""
    first, second, *_ = legs_of(plan, split.bodies(step.office for step in plan.steps), electronic=False)
    hours = Happening("step_done", first.hours + 8, step=str(first.steps[-1].stage))
    theirs = {step.stage for step in first.steps[:-1]}
    before = [each for step in plan.steps if step.stage in theirs for each in _done(step, received_at)]
    carried = (Happening("leg_handed_on", 1), Happening("leg_taken", 1))
    return Case(
        "Cơ quan đầu giữ hồ sơ quá thời gian của mình một ngày",
        received_at,
        (Happening("step_done", 1, step="1"), *before, hours, *carried),
        (
            Expectation("leg_late", body=first.office),
            Expectation("leg_not_late", body=second.office),
            Expectation("breach", words="late_leg"),
            Expectation("cause", body=first.office),
        ),
    )


def _done(step: StepPlan, at: datetime) -> tuple[Happening, ...]:
    """A step from beginning to end; a check on the spot and a council are called for the next working day, and end."""
    begins, ends = _CALLED.get(step.kind, ("", ""))
    done = Happening("step_done", step=str(step.stage))
    if not begins:
        return (done,)
    # A council sits after the check before it, which is recorded on the second day.
    days = 1 if step.kind == StepKind.FIELD_CHECK else 4
    when = calendar_for().due(at, Limit(days, Unit.WORKING_DAYS)).date()
    return Happening(begins, on=when.isoformat()), Happening(ends, 2, "working_days"), done


_CALLED = {
    StepKind.FIELD_CHECK.value: ("check_announced", "check_recorded"),
    StepKind.COUNCIL.value: ("council_convened", "council_concluded"),
}
