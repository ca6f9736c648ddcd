"""What an official may do beside the steps now: for each act a yes, or a no with the reason and the clause."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.procedures.models import Step
from motcua.domain.regulation.answers import YES, Answer, asked, no

from .. import stages
from ..models import Consultation, Dossier, Special, Task
from . import answering, asides, councils, field_checks, late_advice, special
from . import policies as aside_policies


def on_step(by: Officer, task: Task, at: datetime) -> dict[str, Answer]:
    """The acts beside a step; of checks and councils only where the process has them."""
    if task.kind not in aside_policies.ASKING:
        return {}
    rights: dict[str, Answer] = {}
    if task.kind == Step.Kind.FIELD_CHECK:
        may = aside_policies.may_check_on_spot(by, task, at)
        rights = {"announce_field_check": may, "record_field_check": may and asked(field_checks.announced, task)}
    elif task.kind == Step.Kind.COUNCIL:
        may = aside_policies.may_run_council(by, task, at)
        called = may and asked(councils.called, task)
        rights = {"convene_council": may and asked(councils.not_called, task)}
        rights |= {"conclude_council": called, "adjourn_council": called}
    rights["consult"] = aside_policies.may_consult(by, task, at)
    return rights


def finished(task: Task) -> Answer:
    """Whether all that belongs to a step is done, so that it may end."""
    return asked(asides.finished, task)


def on_question(by: Officer, question: Consultation, at: datetime) -> dict[str, Answer]:
    """The acts on a question; what costs nothing is asked first."""
    wanted = asked(answering.unanswered, question)
    overdue = wanted and asked(late_advice.overdue, question, at)
    follow_up = aside_policies.may_follow_up(by, question.dossier, at)
    unnamed = YES if question.named_at is None else no("Việc chậm trả lời đã được báo Trung tâm.", "5.1.đ-1")
    still = YES if question.went_on_at is None else no("Đã quyết định xử lý tiếp.", "5.1.đ-1")
    return {
        "answer_consultation": wanted and aside_policies.may_answer(by, question, at),
        "enter_answer": wanted and follow_up,
        "name_late_advice": overdue and unnamed and follow_up,
        "go_on_without": overdue and still and follow_up,
    }


def on_special(by: Officer, dossier: Dossier, ways: list[Special], at: datetime) -> dict[str, Answer]:
    """The acts that a special arrangement allows on a dossier."""
    kinds = {each.kind: each for each in ways}
    rights: dict[str, Answer] = {}
    if ArrangementKind.DEPARTMENT_DELIVERS in kinds:
        in_stage = asked(stages.after, dossier.stage, "deliver_at_department")
        rights["deliver_at_department"] = in_stage and special.may_deliver_at_department(by, dossier, at)
    if ArrangementKind.ORIGINALS_KEPT in kinds:
        once = asked(special.not_kept, kinds[ArrangementKind.ORIGINALS_KEPT])
        rights["keep_originals"] = once and special.may_keep_originals(by, dossier, at)
    return rights
