"""What a process must be before anybody may agree to it: in order, with one owner each, inside the time. Pure.

Readings (docs/decisions/0003): a working day is eight working hours; a limit in calendar days or months is
worth the working days that are surely in it, weekends as they fall worst, public holidays not counted off.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import rule
from motcua.domain.working_days.limit import Limit, Unit

from .terms import StepKind

HOURS_A_DAY = 8
DAYS_A_MONTH = 28  # the shortest one
_WORKING_DAYS_A_WEEK = 5
_ROLES = {
    StepKind.RECEIVE: (Role.RECEIVE,),
    StepKind.APPROVE: (Role.APPROVE, Role.HEAD),
    StepKind.RETURN: (Role.RETURN,),
}
_AFTER_APPROVAL = (StepKind.APPROVE, StepKind.SIGN, StepKind.SEAL, StepKind.RETURN)


@dataclass(frozen=True)
class StepPlan:
    """One step as a department drafts it: office and officials by their codes."""

    stage: int
    kind: str
    name: str
    office: str
    role: str
    hours: int
    branch: int = 1
    officers: tuple[str, ...] = ()
    produces: str = ""

    def without_officers(self) -> "StepPlan":
        """The step for anybody with its role."""
        return replace(self, officers=())


@dataclass(frozen=True)
class ProcessPlan:
    """All steps of a process; those of one stage run side by side."""

    steps: tuple[StepPlan, ...]

    def stages(self) -> list[tuple[int, list[StepPlan]]]:
        """The steps by stage, both in order."""
        ordered = sorted(self.steps, key=lambda step: (step.stage, step.branch))
        return [(stage, list(steps)) for stage, steps in groupby(ordered, key=lambda step: step.stage)]

    def total_hours(self) -> int:
        """The working hours of the whole way: of steps side by side the longest counts."""
        return sum(max(step.hours for step in steps) for _, steps in self.stages())


@rule("4.1.a-1", "5.1.a-2", "3.2")
def faults(plan: ProcessPlan) -> list[str]:
    """Everything that is wrong with a process by itself, as sentences; none when it can be agreed to."""
    if not plan.steps:
        return ["Quy trình chưa có bước nào."]
    return [
        *_out_of_order(plan.stages()),
        *_at_the_ends(plan.stages()),
        *_around_approval(plan.stages()),
        *(fault for step in plan.steps for fault in _in_step(step)),
        *_overlapping(plan.stages()),
    ]


@rule("5.1.a-2")
def too_long(plan: ProcessPlan, limits: Iterable[Limit]) -> str:
    """Why the steps take longer than the procedure allows, by the shortest of its limits; empty when they fit."""
    shortest = min(limits, key=surely_in, default=None)
    if shortest is None:
        return "Thủ tục chưa có thời hạn giải quyết rõ ràng để đối chiếu với quy trình."
    if plan.total_hours() <= surely_in(shortest):
        return ""
    return (
        f"Tổng thời gian các bước là {plan.total_hours()} giờ làm việc, vượt thời hạn của thủ tục: "
        f"{shortest.show()}, tính là {surely_in(shortest)} giờ làm việc."
    )


def surely_in(limit: Limit) -> int:
    """The working hours that are in this limit whenever it begins."""
    if limit.unit == Unit.WORKING_HOURS:
        return limit.amount
    if limit.unit == Unit.WORKING_DAYS:
        return max(limit.amount, 1) * HOURS_A_DAY
    days = limit.amount * (DAYS_A_MONTH if limit.unit == Unit.MONTHS else 1)
    return max(_fewest_working_days(days), 1) * HOURS_A_DAY


def _fewest_working_days(days: int) -> int:
    """The working days after a day from Monday to Friday until `days` later, or until the Monday after that."""
    weeks, rest = divmod(days, 7)
    return weeks * _WORKING_DAYS_A_WEEK + min(_working_days_after(start, rest) for start in range(5))


def _working_days_after(start: int, days: int) -> int:
    end = start + days
    while end % 7 > 4:
        end += 1
    return sum(day % 7 < 5 for day in range(start + 1, end + 1))


def _out_of_order(stages: list[tuple[int, list[StepPlan]]]) -> Iterator[str]:
    numbers = [number for number, _ in stages]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "Các bước phải được đánh số liên tục từ 1, không bỏ số nào."
    for number, steps in stages:
        if [step.branch for step in steps] != list(range(1, len(steps) + 1)):
            yield f"Các nhánh của bước {number} phải được đánh số liên tục từ 1."


def _at_the_ends(stages: list[tuple[int, list[StepPlan]]]) -> Iterator[str]:
    kinds = [[step.kind for step in steps] for _, steps in stages]
    if kinds[0] != [StepKind.RECEIVE]:
        yield "Bước đầu tiên phải là một bước Tiếp nhận duy nhất."
    if kinds[-1] != [StepKind.RETURN]:
        yield "Bước cuối cùng phải là một bước Trả kết quả duy nhất."
    for (number, _), here in list(zip(stages, kinds, strict=True))[1:]:
        if StepKind.RECEIVE in here:
            yield f"Bước {number}: việc Tiếp nhận chỉ có ở bước đầu tiên."
    for (number, _), here in list(zip(stages, kinds, strict=True))[:-1]:
        if StepKind.RETURN in here:
            yield f"Bước {number}: việc Trả kết quả chỉ có ở bước cuối cùng."


def _around_approval(stages: list[tuple[int, list[StepPlan]]]) -> Iterator[str]:
    approvals = [number for number, steps in stages if any(step.kind == StepKind.APPROVE for step in steps)]
    if not approvals:
        yield "Quy trình phải có ít nhất một bước Phê duyệt."
        return
    for number, steps in stages:
        if number in approvals and len(steps) > 1:
            yield f"Bước {number}: việc Phê duyệt không đi song song với việc khác."
        if number > approvals[-1] and any(step.kind not in _AFTER_APPROVAL for step in steps):
            yield f"Bước {number}: sau phê duyệt chỉ còn ký ban hành, đóng dấu và trả kết quả."
        if number < approvals[-1] and any(step.kind in (StepKind.SIGN, StepKind.SEAL) for step in steps):
            yield f"Bước {number}: ký ban hành, đóng dấu phải sau khi phê duyệt."


def _in_step(step: StepPlan) -> Iterator[str]:
    where = f"Bước {step.stage}" + (f" nhánh {step.branch}" if step.branch > 1 else "")
    if not step.name:
        yield f"{where} chưa có nội dung công việc."
    if not step.office:
        yield f"{where} chưa có cơ quan thực hiện."
    if not step.role:
        yield f"{where} chưa có vai trò thực hiện."
    elif step.role not in _ROLES.get(StepKind(step.kind), (step.role,)):
        named = " hoặc ".join(f"“{role.label}”" for role in _ROLES[StepKind(step.kind)])
        yield f"{where}: việc {StepKind(step.kind).label} phải giao cho vai trò {named}."
    if step.hours < 1 and step.kind != StepKind.RETURN:
        yield f"{where} chưa có thời gian thực hiện."


def _overlapping(stages: list[tuple[int, list[StepPlan]]]) -> Iterator[str]:
    """The same work for the same people twice in one stage: nobody would know whose it is (3.2)."""
    for number, steps in stages:
        owners = [(step.kind, step.office, step.role, step.officers) for step in steps]
        if len(owners) != len(set(owners)):
            yield f"Bước {number} giao cùng một việc cho cùng một cơ quan và vai trò ở hai nhánh."
