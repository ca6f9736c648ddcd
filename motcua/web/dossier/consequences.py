"""What an act will bring about, said to the official before it is done; and which rule it would break."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.domain.dossiers import reading, supplement, tasks
from motcua.domain.dossiers.interlinked import what_follows
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.organisations.places import Place
from motcua.domain.organisations.queries import colleagues
from motcua.domain.procedures.queries import process_plan
from motcua.domain.procedures.terms import StepKind
from motcua.domain.regulation import limits
from motcua.domain.vietnamese.dates import local_day, show_date, show_moment
from motcua.domain.working_days.queries import calendar_for

OVERRUN = "Hồ sơ đã quá hạn {due}. Việc giải quyết quá hạn được ghi lại (Điều 5, khoản 1, điểm đ)."


@dataclass(frozen=True)
class Foreseen:
    """What will follow, in sentences; what breaks a rule, in warnings."""

    says: tuple[str, ...] = ()
    warns: tuple[str, ...] = ()


def of_taking(task: Any) -> Foreseen:
    """A step that is taken is one's own."""
    return Foreseen((f"Bạn chịu trách nhiệm bước “{task.name}”, hạn {show_moment(task.due_at)}.",))


def of_completing(task: Any) -> Foreseen:
    """Where the dossier goes from here."""
    return Foreseen(tuple(_onward(task)))


def of_approving(task: Any) -> Foreseen:
    """The decision falls, and what comes after it."""
    return Foreseen(("Hồ sơ được phê duyệt; quyết định này không rút lại được trên hệ thống.", *_onward(task)))


def of_endorsing(task: Any) -> Foreseen:
    """The dossier goes up."""
    return Foreseen(("Bạn đồng ý; hồ sơ được trình cấp có thẩm quyền quyết định.", *_onward(task)))


def of_deciding_here(foreseen: Foreseen, place: Place) -> Foreseen:
    """The same, with where it is done: away from the Centre it is written down as a breach."""
    if place.at_centre:
        return replace(foreseen, says=(*foreseen.says, f"Nơi quyết định: {place.name}."))
    words = f"Bạn đang ở {place.name}. Quyết định hồ sơ ngoài Trung tâm được ghi lại là vi phạm, kèm lý do bạn ghi."
    return replace(foreseen, warns=(*foreseen.warns, words))


def of_sending_back(task: Any) -> Foreseen:
    """Who gets it back."""
    plan = process_plan(task.dossier.process_id)
    before = plan.stage_before(task.stage)
    names = "; ".join(f"“{step.name}”" for step in plan.steps_of(before)) if before else ""
    return Foreseen(
        (f"Hồ sơ trở lại bước {names}, với chính người đã làm.", "Hẹn trả kết quả cho người dân không thay đổi.")
        if names
        else ()
    )


def of_reassigning(task: Any) -> Foreseen:
    """Who has it now, and that its limit stays."""
    holder = f"Việc này đang do {task.officer.name} giữ." if task.officer else "Việc này chưa có ai nhận."
    return Foreseen((holder, f"Hạn của bước không thay đổi: {show_moment(task.due_at)}."))


def of_requesting_supplement(dossier: Any, at: datetime) -> Foreseen:
    """The clock stops; how many times one may ask; which rules are broken by asking now."""
    day = local_day(dossier.received_at)
    allowed, number = limits.supplement_requests(day), dossier.supplements + 1
    says = (
        f"Đồng hồ của hồ sơ sẽ dừng; đây là lần {number}/{allowed}.",
        f"Khi người dân bổ sung đủ, thời hạn {dossier.limit().show()} được tính lại từ đầu.",
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ được lập ngay và nêu một lần tất cả giấy tờ thiếu, sai.",
    )
    days, since = limits.supplement_notice_days(day), dossier.completed_at or dossier.received_at
    began = "bổ sung đủ" if dossier.completed_at else "tiếp nhận"
    words = {
        "late_supplement": f"Đã quá {days} ngày làm việc kể từ khi {began} ({show_moment(since)}).",
        "second_supplement": f"Hồ sơ này đã được yêu cầu bổ sung {dossier.supplements} lần; chỉ được {allowed} lần.",
    }
    return Foreseen(says, tuple(words[kind] for kind in supplement.foreseen_breaches(dossier, at)))


def of_rejecting(dossier: Any, at: datetime) -> Foreseen:
    """A written notice with the reason goes out."""
    says = (
        "Hồ sơ bị trả lại vì không đủ điều kiện giải quyết; việc giải quyết dừng ở đây.",
        "Văn bản thông báo nêu rõ lý do được lập ngay và chuyển về Trung tâm cùng hồ sơ.",
    )
    late = f"Văn bản trả hồ sơ phải có trong thời hạn giải quyết, nay đã quá hạn {_due(dossier)}."
    return Foreseen(says, (late,) if tracking.is_late(dossier, at) else ())


def of_apologising(dossier: Any, at: datetime) -> Foreseen:
    """One new date, and until when the apology would have been in time."""
    if dossier.due_at is None:
        return Foreseen()
    says = (
        f"Hẹn trả hiện nay là {_due(dossier)}; ngày hẹn mới phải là ngày làm việc sau đó.",
        "Chỉ được hẹn lại một lần. Phiếu xin lỗi được lập ngay và gửi người dân, Trung tâm.",
        f"Thời hạn theo quy định ({show_moment(dossier.due_by_law_at)}) vẫn được ghi bên cạnh ngày hẹn mới.",
    )
    last = reading.clock_of(dossier).last_day_for_apology()
    late = last is not None and local_day(at) > last
    return Foreseen(says, (f"Phải xin lỗi chậm nhất ngày {show_date(last)}, nay đã muộn.",) if late and last else ())


def of_transferring(dossier: Any, at: datetime) -> Foreseen:
    """Where it goes, and until when it should have."""
    until = calendar_for(dossier.one_stop.code).transfer_deadline(dossier.received_at)
    late = f"Hồ sơ phải chuyển chậm nhất {show_moment(until)}, nay đã muộn."
    legs = what_follows.first_of(dossier)
    plan = process_plan(dossier.process_id)
    says = tuple(_leg(each) for each in legs) or (_to(plan.steps_of(plan.stages[1])),)
    return Foreseen(says, (late,) if at > until else ())


def of_recording_result() -> Foreseen:
    """The result can go to the Centre."""
    return Foreseen(("Hồ sơ có kết quả và chờ bàn giao cho Trung tâm để trả cho người dân.",))


def of_handing_over(dossier: Any, at: datetime) -> Foreseen:
    """The clock ends here."""
    what = "Hồ sơ không đủ điều kiện" if dossier.outcome == "rejected" else "Kết quả"
    says = (f"{what} được bàn giao cho {dossier.one_stop.name}; đồng hồ của hồ sơ dừng tại đây.",)
    return Foreseen(says, (OVERRUN.format(due=_due(dossier)),) if tracking.is_late(dossier, at) else ())


def of_explaining(breach: Any) -> Foreseen:
    """What is explained, and that what is written stays."""
    who = breach.officer.name if breach.officer else breach.office.name
    return Foreseen(
        (
            f"Vi phạm: {breach.get_kind_display()}, {who}, lúc {show_moment(breach.at)}.",
            "Lời giải trình được ghi vào nhật ký và không sửa lại được.",
        )
    )


def for_the_next_step(task: Any, at: datetime) -> list[Any]:
    """Those to whom the next step can be given, where work is assigned and one official is to do it."""
    if task.kind != StepKind.ASSIGN:
        return []
    steps = _next_steps(task)
    if not steps or len(steps) > 1 or steps[0].kind == StepKind.APPROVE:
        return []
    return list(colleagues(steps[0].office_id, steps[0].role, at))


def _next_steps(task: Any) -> Sequence[Any]:
    """The steps that open for the same dossier when this one is done; of an interlinked one those of the same leg."""
    follows = what_follows.after(task)
    if follows is not None:
        return follows.steps
    following = tasks.next_stage(task.dossier, task.stage)
    return () if following is None else process_plan(task.dossier.process_id).steps_of(following)


def _onward(task: Any) -> Iterator[str]:
    plan, follows = process_plan(task.dossier.process_id), what_follows.after(task)
    if follows is None and len(plan.steps_of(task.stage)) > 1:
        yield "Bước này có nhánh làm song song: bước sau chỉ mở khi mọi nhánh đều xong."
    steps = _next_steps(task)
    if steps:
        yield _to(steps)
    elif follows is not None and follows.legs:
        yield from _to_legs(follows)
    else:
        yield "Đây là bước cuối của cơ quan giải quyết; sau đó ghi nhận kết quả và bàn giao cho Trung tâm."


def _to_legs(follows: what_follows.Follows) -> Iterator[str]:
    """The part of this body is done; who has the dossier next, and whether papers have to be carried."""
    yield f"Khâu {follows.number} của cơ quan bạn kết thúc tại đây."
    if follows.beside:
        yield f"Khâu sau chỉ bắt đầu khi {', '.join(follows.beside)} cũng xong phần việc của mình."
    for each in follows.legs:
        yield _leg(each)
    if not follows.electronic:
        yield "Hồ sơ giấy phải được bàn giao kèm phiếu; thời gian của khâu sau tính từ khi bên nhận đã nhận."


def _leg(each: what_follows.NextLeg) -> str:
    names = "; ".join(f"“{name}”" for name in each.begins_with)
    return f"Tiếp theo là khâu {each.number} của {each.body} ({each.hours} giờ làm việc), bắt đầu bằng bước {names}."


def _to(steps: Iterable[Any]) -> str:
    names = "; ".join(f"“{step.name}” ({step.office_name}, {step.hours} giờ làm việc)" for step in steps)
    return f"Hồ sơ chuyển đến bước {names}."


def _due(dossier: Any) -> str:
    return show_moment(dossier.due_at)
