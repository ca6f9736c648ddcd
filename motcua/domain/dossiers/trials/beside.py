"""Beside the steps in thought: another body is asked and answers or is late, a check on the spot, a council. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from motcua.domain.procedures.terms import StepKind
from motcua.domain.procedures.trial_cases import Happening
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import show_moment
from motcua.domain.working_days.limit import Limit, Unit

from .. import stages
from .turns import Meeting, Question, Turn

if TYPE_CHECKING:
    from .life import Life

ASKING = (StepKind.ASSIGN, StepKind.APPRAISE, StepKind.FIELD_CHECK, StepKind.COUNCIL)
CLAUSE = "5.1.đ-1"


def left_undone(life: Life, turn: Turn) -> None:
    """Check that nothing beside a step is left undone before it ends; raises `Refused`."""
    if turn.waiting_since is not None:
        since = show_moment(turn.waiting_since)
        raise Refused(f"Bước này đang chờ ý kiến cơ quan khác từ {since}, chưa hoàn thành được.", CLAUSE)
    meetings = [each for each in life.meetings if each.step == turn.step]
    held = any(each.concluded for each in meetings) and all(each.ended_at for each in meetings)
    if turn.step.kind == StepKind.FIELD_CHECK and not held:
        raise Refused("Chưa có biên bản kiểm tra thực địa.", CLAUSE)
    if turn.step.kind == StepKind.COUNCIL and not held:
        raise Refused("Hội đồng chưa họp và kết luận bằng biên bản.", CLAUSE)


# ---- Another body is asked ------------------------------------------------------------------------------------------


def letters_out(life: Life, opened: Iterable[Turn]) -> None:
    """Ask the body of each opened step of advice; one whose question is still out gets the new date."""
    for turn in opened:
        if turn.step.kind != StepKind.CONSULT:
            continue
        kept = [each for each in life.questions if not (each.of_process and each.step == turn.step and _is_out(each))]
        out = next((each for each in life.questions if each not in kept), None)
        asked = out or Question(turn.step.office, turn.step, turn.opened_at, turn.due_at, of_process=True)
        life.questions = (*kept, replace(asked, due_at=turn.due_at))


def ask(life: Life, said: Happening, at: datetime) -> None:
    """Ask another body in the middle of a step, with its own date within what is left; the step waits, or goes on."""
    life.take()
    stages.after(life.stage, "consult")
    turn = _at_work(life, said.step, *ASKING)
    if turn.step.kind not in ASKING:
        raise Refused("Chỉ xin ý kiến cơ quan khác ở bước phân công, thẩm định, kiểm tra hoặc hội đồng.", CLAUSE)
    if said.body == turn.step.office:
        raise Refused("Cơ quan đang giải quyết hồ sơ không xin ý kiến của chính mình.", CLAUSE)
    if any(each.body == said.body and _is_out(each) for each in life.questions):
        raise Refused(f"{life.name_of(said.body)} đang được xin ý kiến về hồ sơ này và chưa trả lời.", CLAUSE)
    calendar = life.calendars(said.body if said.body in life.bodies else turn.step.office)
    due_at, promised = calendar.due(at, Limit(said.days, Unit.WORKING_DAYS)), life.clock.due()
    if due_at <= at or (promised is not None and due_at >= promised):
        left = f"Hạn trả lời {show_moment(due_at)} không nằm trong thời gian còn lại của hồ sơ."
        raise Refused(left, CLAUSE)
    asked = Question(said.body, turn.step, at, due_at, of_process=False, waits=said.waits)
    life.questions = (*life.questions, asked)
    if said.waits and turn.waiting_since is None:
        life.change([turn], waiting_since=at)


def answer(life: Life, said: Happening, at: datetime) -> None:
    """The body that was asked says what it thinks; late or not, it is an answer."""
    life.take()
    life.time_passes(at)
    _answered(life, _question(life, said), at, how="advised")


def go_on_without(life: Life, said: Happening, at: datetime) -> None:
    """Go on when the date has passed without an answer."""
    life.take()
    life.time_passes(at)
    question = _question(life, said)
    if at <= question.due_at:
        raise Refused(f"Hạn trả lời là {show_moment(question.due_at)}, chưa quá hạn.", CLAUSE)
    if question.went_on:
        raise Refused("Đã quyết định xử lý tiếp mà không chờ trả lời.", CLAUSE)
    if question.of_process:
        _answered(life, question, at, how="passed_over")
    else:
        _change(life, question, went_on=True)
        _stop_waiting(life, question, at)


def _answered(life: Life, question: Question, at: datetime, *, how: str) -> None:
    if question.of_process:
        stages.after(life.stage, "complete_step")
    _change(life, question, ended_at=at)
    if question.of_process:
        life.end_turn(life.open_turn(life.number(question.step)), at, how=how)
    else:
        _stop_waiting(life, question, at)


def _stop_waiting(life: Life, question: Question, at: datetime) -> None:
    """The step goes on with the time it had left, unless another answer is still waited for."""
    others = (each for each in life.questions if each.waits and _is_out(each) and not each.went_on)
    turn = life.turn(life.number(question.step))
    if turn is None or turn.waiting_since is None or any(each.step == question.step for each in others):
        return
    calendar, due = life.calendars(turn.step.office), turn.due_at
    minutes = max(calendar.working_minutes_between(turn.waiting_since, turn.done_at or at), 0)
    if turn.done_at is None or turn.how == "paused":
        due = calendar.after(due, minutes)
    life.change([turn], waiting_since=None, due_at=due)


def _question(life: Life, said: Happening) -> Question:
    """The question that is out to the body, or by the step, which is named; raises `Refused`."""
    for each in life.questions:
        if _is_out(each) and (each.body == said.body or (each.of_process and life.number(each.step) == said.step)):
            return each
    who = life.name_of(said.body) if said.body else f"bước {said.step}"
    raise Refused(f"Không có câu hỏi nào gửi {who} đang chờ trả lời.", CLAUSE)


def _is_out(question: Question) -> bool:
    return question.ended_at is None


def _change(life: Life, question: Question, **how: Any) -> None:
    life.questions = [replace(each, **how) if each is question else each for each in life.questions]


# ---- A check on the spot, a council ---------------------------------------------------------------------------------


def announce_check(life: Life, said: Happening, at: datetime) -> None:
    """Tell the applicant when; announced again before it was held, it moves to the new day."""
    turn = _meets(life, said, StepKind.FIELD_CHECK, "announce_field_check")
    starts_at = _opening(life, turn, said)
    if starts_at <= at:
        raise Refused("Thời gian kiểm tra phải sau lúc thông báo.", CLAUSE)
    kept = [each for each in life.meetings if each.step != turn.step or each.ended_at]
    life.meetings = (*kept, Meeting(turn.step, starts_at))


def record_check(life: Life, said: Happening, at: datetime) -> None:
    """Keep what was found, with the minutes."""
    turn = _meets(life, said, StepKind.FIELD_CHECK, "record_field_check")
    missing = "Chưa thông báo thời gian, địa điểm kiểm tra cho chủ hồ sơ."
    _end_meeting(life, _waiting(life, turn, missing), at, concluded=True)


def convene_council(life: Life, said: Happening, at: datetime) -> None:
    """Call the council together for a day."""
    turn = _meets(life, said, StepKind.COUNCIL, "convene_council")
    if any(each.step == turn.step and not each.ended_at for each in life.meetings):
        raise Refused("Hội đồng đã được triệu tập, phiên họp chưa có kết quả.", CLAUSE)
    starts_at = _opening(life, turn, said)
    if starts_at <= at:
        raise Refused("Thời gian họp phải sau lúc triệu tập.", CLAUSE)
    life.meetings = (*life.meetings, Meeting(turn.step, starts_at))


def conclude_council(life: Life, said: Happening, at: datetime) -> None:
    """The council sat with its quorum and concluded."""
    turn = _meets(life, said, StepKind.COUNCIL, "conclude_council")
    sitting = _waiting(life, turn, "Chưa có phiên họp nào được triệu tập.")
    if at < sitting.starts_at:
        raise Refused("Phiên họp chưa bắt đầu.", CLAUSE)
    _end_meeting(life, sitting, at, concluded=True)


def adjourn_council(life: Life, said: Happening, at: datetime) -> None:
    """The sitting could not be held; the council is called together anew."""
    turn = _meets(life, said, StepKind.COUNCIL, "adjourn_council")
    sitting = _waiting(life, turn, "Chưa có phiên họp nào được triệu tập.")
    _end_meeting(life, sitting, at, concluded=False)


def _meets(life: Life, said: Happening, kind: StepKind, act: str) -> Turn:
    life.take()
    stages.after(life.stage, act)
    turn = _at_work(life, said.step, kind)
    if turn.step.kind != kind:
        raise Refused(f"Bước {said.step} không phải việc {kind.label}.", "5.1.a-2")
    return turn


def _at_work(life: Life, number: str, *kinds: str) -> Turn:
    """The open step of this number; without one, the only open step of these kinds. Raises `Refused`."""
    if number:
        return life.open_turn(number)
    of_kind = [turn for turn in life.open_turns() if turn.step.kind in kinds]
    if len(of_kind) == 1:
        return of_kind[0]
    named = ", ".join(StepKind(kind).label for kind in kinds)
    why = "có nhiều bước như vậy đang mở: hãy ghi bước số" if of_kind else "không có bước nào như vậy đang mở"
    raise Refused(f"Việc này làm ở bước {named}; {why}.", "5.1.a-2")


def _waiting(life: Life, turn: Turn, missing: str) -> Meeting:
    for each in life.meetings:
        if each.step == turn.step and not each.ended_at:
            return each
    raise Refused(missing, CLAUSE)


def _end_meeting(life: Life, meeting: Meeting, at: datetime, *, concluded: bool) -> None:
    ended = replace(meeting, ended_at=at, concluded=concluded)
    life.meetings = [ended if each is meeting else each for each in life.meetings]


def _opening(life: Life, turn: Turn, said: Happening) -> datetime:
    return life.calendars(turn.step.office).opening(date.fromisoformat(said.on))
