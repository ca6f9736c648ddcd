"""What happens beside the steps in the demo: advice in time and late, checks on the spot, councils, special ways."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from motcua.domain.dossiers.beside import answering, consulting, councils, field_checks, late_advice, special
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.beside.consulting import Question
from motcua.domain.dossiers.beside.councils import Called, Convening, Session
from motcua.domain.dossiers.beside.field_checks import Findings, Visit
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.models import Consultation, Dossier, FieldCheck, Sitting, Submitted, Task
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import arrangements
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.procedures.arrangements import Terms
from motcua.domain.procedures.models import Procedure
from motcua.domain.procedures.terms import StepKind
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from .bodies import CENTRE
from .case import Case
from .scanned import page_of
from .timeline import Timeline
from .world import World

# Rarely used procedures, each with the ways their departments and the Centre have agreed on.
SPECIAL = {
    "1.009664": (ArrangementKind.BY_APPOINTMENT, "Nhà đầu tư nước ngoài cần làm việc với chuyên viên phụ trách."),
    "2.001628": (ArrangementKind.DEPARTMENT_DELIVERS, "Mỗi năm vài hồ sơ; kết quả giao kèm hướng dẫn nghiệp vụ."),
    "1.004223": (ArrangementKind.ORIGINALS_KEPT, "Bản đồ, hồ sơ gốc khổ lớn, phải giữ tại kho chuyên ngành."),
}
ASKED_BODY = "sxd"
ASKING = (StepKind.APPRAISE, StepKind.ASSIGN, StepKind.FIELD_CHECK)
Ending = Callable[[Case, Consultation, Officer], Iterator[datetime]]


def arrange(world: World, times: Timeline) -> None:
    """The special arrangements of the term: proposed by departments, agreed by the Centre."""
    at, agreed_at = times.processes_from, times.processes_from + timedelta(minutes=40)
    for number, (code, (kind, reason)) in enumerate(SPECIAL.items(), 1):
        procedure = Procedure.objects.select_related("owner").get(code=code)
        document = f"{number:02d}/BB-{procedure.owner.abbreviation}-TTPVHCC (số giả định)"
        today = local_day(at)
        terms = Terms(kind, reason, document, today, today, today + timedelta(days=3 * 365))
        copy = Upload("bien-ban.jpg", page_of("Biên bản thỏa thuận về thủ tục đặc thù", procedure.owner.name))
        by = world.head_of(procedure.owner.code)
        made = arrangements.propose_arrangement(procedure, terms=terms, signed_copy=copy, by=by, at=at)
        arrangements.agree_arrangement(made, by=world.holders(CENTRE, "procedures")[0], at=agreed_at)


def meeting(case: Case) -> datetime | None:
    """When the applicant meets the official, where the procedure is settled on appointment."""
    ways = arrangements.in_force(case.version.procedure_id, local_day(case.at))
    if not any(each.kind == ArrangementKind.BY_APPOINTMENT for each in ways):
        return None
    calendar = calendar_for(case.described.one_stop)
    return calendar.opening(calendar.next_working_day(local_day(case.at))) + timedelta(hours=1)


def handed_out_elsewhere(dossier: Dossier) -> bool:
    """Whether the department itself hands the result out."""
    return dossier.specials.filter(kind=ArrangementKind.DEPARTMENT_DELIVERS, done_at=None).exists()


def hand_out(case: Case, to: Recipient) -> None:
    """The clerk of the department gives it to the applicant."""
    explanation = case.say("reasons", "explanation")
    case.dossier = special.deliver_at_department(
        case.dossier, to=to, by=case.issuer(), at=case.at, explanation=explanation
    )


def originals_kept(case: Case) -> None:
    """The clerk writes down where the originals lie."""
    if case.dossier.specials.filter(kind=ArrangementKind.ORIGINALS_KEPT, done_at=None).exists():
        place = f"Kho lưu trữ, ngăn {case.chance.randrange(1, 30)}"
        special.keep_originals(case.dossier, place=place, by=case.issuer(), at=case.at)


def prepared(case: Case, tasks: Iterable[Task]) -> None:
    """Who holds a step announces the check on the spot, or calls the council together, at once."""
    for task in tasks:
        by, soon = case.worker(task), case.after(case.at, 30)
        same = {"task__step": task.step_id, "dossier": task.dossier_id}
        if task.kind == StepKind.FIELD_CHECK and not FieldCheck.objects.filter(**same).exists():
            visit = Visit(soon, f"Tại {case.applicant.address}", "Hiện trạng, điều kiện so với hồ sơ đã nộp", by.name)
            field_checks.announce_field_check(task, visit=visit, by=by, at=case.at)
        if task.kind == StepKind.COUNCIL and not Sitting.objects.filter(**same).exists():
            councils.convene_council(task, convening=_council(case, task, soon), by=by, at=case.at)


def concluded(case: Case, task: Task) -> bool:
    """Do what must be there before a step may end, and say whether that ended it, as an answer does."""
    if task.kind not in (StepKind.CONSULT, StepKind.FIELD_CHECK, StepKind.COUNCIL):
        return False
    by, said = case.worker(task), case.say("notes", task.kind)
    if task.kind == StepKind.CONSULT:
        answering.answer_consultation(task.consultation, reply=Reply("agrees", said), by=by, at=case.at)
        return True
    if task.kind == StepKind.FIELD_CHECK and (ahead := FieldCheck.objects.filter(task=task, recorded_at=None).first()):
        minutes = Upload("bien-ban.jpg", page_of("Biên bản kiểm tra thực địa", case.applicant.name, said))
        held = min(ahead.starts_at, case.at)
        findings = Findings(held, by.name, said, minutes, others=case.applicant.name, applicant_there=True)
        field_checks.record_field_check(task, findings=findings, by=by, at=case.at)
    if task.kind == StepKind.COUNCIL and (sitting := Sitting.objects.filter(task=task, ended_at=None).first()):
        here = frozenset(sitting.members.values_list("position", flat=True))
        session = Session(here, "Các thành viên nhất trí với báo cáo thẩm định.", "carried", said)
        councils.conclude_council(task, session=session, by=by, at=max(case.at, sitting.starts_at))
    return False


def asked_outside(case: Case, *, hours: int, then: Ending, name: str = "") -> Iterator[datetime]:
    """In the middle of the appraisal another body is asked, one of the province or the one named, and what comes."""
    task = next((each for each in case.open_tasks() if each.kind in ASKING), None)
    if task is None or task.taken_at is None:
        return
    yield case.wait(20, 60)
    by, papers = case.worker(task), Submitted.objects.filter(dossier=case.dossier).values_list("pk", flat=True)
    question = Question(
        "Đề nghị cho ý kiến về sự phù hợp quy hoạch của địa điểm nêu trong hồ sơ.",
        Limit(hours, Unit.WORKING_HOURS),
        office=None if name else case.world.office(ASKED_BODY if case.described.owner != ASKED_BODY else "stnmt"),
        name=name,
        enclosed=tuple(papers),
        waits=True,
    )
    asked = consulting.consult(task, question=question, by=by, at=case.at)
    yield from then(case, asked, by)


def answered(case: Case, asked: Consultation, by: Officer) -> Iterator[datetime]:
    """The body answers here, in time."""
    yield case.wait(60, 300)
    assert asked.office is not None  # noqa: S101 - who answers here is an office
    official = case.world.holders(asked.office.code, "appraise", "assign", "head")[0]
    reply = Reply("conditions", "Phù hợp quy hoạch; đề nghị giữ khoảng lùi theo chỉ giới đường đỏ.")
    answering.answer_consultation(asked, reply=reply, by=official, at=case.at)


def answered_on_paper(case: Case, asked: Consultation, by: Officer) -> Iterator[datetime]:
    """The answer comes as a letter, which whoever asked enters with its scan."""
    yield case.wait(60, 200)
    letter = Upload("tra-loi.jpg", page_of("Văn bản trả lời ý kiến", asked.body, "Số: 118/TL (số giả định)"))
    reply = Reply("agrees", "Không có ý kiến khác.", "118/TL (số giả định)", letter)
    answering.enter_answer(asked, reply=reply, received_on=local_day(case.at), by=by, at=case.at)


def passed_over(case: Case, asked: Consultation, by: Officer) -> Iterator[datetime]:
    """Its date passes, and the work goes on without it."""
    yield case.wait_until(case.after(asked.due_at, 90))
    late_advice.go_on_without(asked, by=by, at=case.at)


def waited_for(case: Case, asked: Consultation, by: Officer) -> Iterator[datetime]:
    """Its date passes; the machine names it to the Centre, and the step waits on."""
    yield case.wait_until(case.after(asked.due_at, 60))
    late_advice.name_all_late(case.at)


def council_without_quorum(case: Case) -> Iterator[datetime]:
    """The council is called together, too few come, and it is called together once more."""
    (task,) = case.open_tasks()
    by, soon = case.worker(task), case.after(case.at, 60)
    councils.convene_council(task, convening=_council(case, task, soon), by=by, at=case.at)
    yield case.wait_until(soon)
    why = "Hai ủy viên đi công tác đột xuất, không đủ thành phần."
    councils.adjourn_council(task, present=frozenset({1, 5}), reason=why, by=by, at=case.at)
    again = _council(case, task, case.after(case.at, 480))
    councils.convene_council(task, convening=again, by=by, at=case.at)


def _council(case: Case, task: Task, at: datetime) -> Convening:
    owner = case.world.office(task.office.code)
    members: list[Any] = [
        Called(case.world.head_of(owner.code).name, "chair", f"Lãnh đạo {owner.name}"),
        Called("Nguyễn Hữu Tuấn", "member", "Sở Xây dựng"),
        Called("Phạm Thị Bích", "member", "Sở Tài chính"),
        Called("Đinh Quốc Việt", "member", "Chuyên gia độc lập"),
        Called(case.worker(task).name, "secretary", owner.name),
        Called(case.applicant.name, "guest", "Chủ hồ sơ"),
    ]
    decision = f"{case.chance.randrange(100, 900)}/QĐ-{owner.abbreviation} (số giả định)"
    return Convening("Hội đồng thẩm định", decision, "two_thirds", at, f"Phòng họp {owner.name}", members)
