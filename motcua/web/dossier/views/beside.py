"""Other bodies are asked and answer; dossiers are checked on the spot; councils are called together and conclude."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import possible, queries
from motcua.domain.dossiers.beside import answering, consulting, councils, field_checks, late_advice
from motcua.domain.dossiers.beside import possible as aside_possible  # fmt: skip
from motcua.domain.dossiers.beside import queries as aside_queries
from motcua.domain.organisations import queries as organisations
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local, local_day, show_moment
from motcua.web.components.entrance import OfficialRequest, found, officials_only
from motcua.web.components.fields import Form
from motcua.web.dossier.consequences import Foreseen
from motcua.web.dossier.forms.beside import (
    AdjournForm,
    ConclusionForm,
    ConsultForm,
    ConveningForm,
    FindingsForm,
    PaperReplyForm,
    ReplyForm,
    VisitForm,
)  # fmt: skip
from motcua.web.dossier.show import beside as beside_show

from .asking import Asking, ask, step_of

WITH_FILE = "dossier/file_act.html"
LATE = "Đã quá hạn trả lời {due}. Việc chậm trả lời được ghi lại và báo Trung tâm (Nghị định 61/2018, Điều 19.5.b)."

cite(Kind.SCREEN, "dossier:consult", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:question", "5.1.đ-1", "5.1.đ-2")
cite(Kind.SCREEN, "dossier:answer_consultation", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:enter_answer", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:name_late_advice", "5.1.đ-1", "4.1.d-2")
cite(Kind.SCREEN, "dossier:go_on_without", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:announce_field_check", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:record_field_check", "5.1.đ-1", "5.1.đ-2")
cite(Kind.SCREEN, "dossier:convene_council", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:conclude_council", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:adjourn_council", "5.1.đ-1")


@officials_only
def consult(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Ask another body in the middle of a step."""
    step = step_of(request, code, task)
    offices = organisations.offices(local_day(request.at)).exclude(pk=step.dossier.department_id)
    papers = queries.submitted(step.dossier)
    initial = {"enclosed": [str(each.pk) for each in papers], "unit": "working_days"}
    form = ConsultForm(request.POST or None, offices=offices, papers=papers, initial=initial)

    def do() -> None:
        consulting.consult(step, question=form.question, by=request.officer, at=request.at)

    due = f"Hạn trả lời phải trước hẹn trả kết quả {show_moment(step.dossier.due_at)}." if step.dossier.due_at else ""
    says = (
        "Văn bản xin ý kiến được lập, lấy số ngay và đến hàng việc của cơ quan có cán bộ dùng hệ thống.",
        "Cơ quan được hỏi chỉ xem nội dung được hỏi và giấy tờ gửi kèm.",
        *filter(None, (due,)),
    )
    return ask(request, Asking("consult", step.dossier, Foreseen(says), form, step), do)


@require_GET
@officials_only
def question(request: OfficialRequest, code: str, pk: int) -> HttpResponse:
    """One question: what is asked, what was sent along, what came of it."""
    return question_page(request, found(aside_queries.question, request.officer, code, pk, request.at))


def question_of_mine(request: OfficialRequest, code: str) -> HttpResponse:
    """The page of a dossier for a body that was only asked about it."""
    mine = found(aside_queries.asked_of, request.officer, code, request.at)
    return question_page(request, found(aside_queries.question, request.officer, code, mine.pk, request.at))


def question_page(request: OfficialRequest, one: Any) -> HttpResponse:
    """The page of a question that may be seen."""
    by, at = request.officer, request.at
    context = {
        "asked": beside_show.asked(by, one, at),
        "papers": aside_queries.enclosed(one),
        "whole": aside_queries.may_see_dossier(by, one.dossier, at),
        "take": one.task is not None and one.task.done_at is None and _may_take(request, one),
    }
    return render(request, "dossier/question.html", context)


@officials_only
def answer_consultation(request: OfficialRequest, code: str, pk: int) -> HttpResponseBase:
    """Say what one's body thinks."""
    one = _question(request, code, pk)
    form = ReplyForm(request.POST or None, request.FILES or None)

    def do() -> None:
        answering.answer_consultation(one, reply=form.reply, by=request.officer, at=request.at)

    says = (f"Trả lời gửi ngay đến {one.dossier.department.name} và không sửa lại được.",)
    return _ask(request, "answer_consultation", one, form, says, do, template=WITH_FILE)


@officials_only
def enter_answer(request: OfficialRequest, code: str, pk: int) -> HttpResponseBase:
    """Enter an answer that came on paper."""
    one = _question(request, code, pk)
    form = PaperReplyForm(request.POST or None, request.FILES or None, initial={"received_on": local_day(request.at)})

    def do() -> None:
        on = form.cleaned_data["received_on"]
        answering.enter_answer(one, reply=form.reply, received_on=on, by=request.officer, at=request.at)

    says = (f"Trả lời của {one.body} được ghi theo văn bản giấy; đúng hạn hay không tính theo ngày nhận văn bản.",)
    return _ask(request, "enter_answer", one, form, says, do, template=WITH_FILE)


@officials_only
def name_late_advice(request: OfficialRequest, code: str, pk: int) -> HttpResponseBase:
    """Tell the Centre that the answer is overdue."""
    one = _question(request, code, pk)
    form = Form(request.POST or None)

    def do() -> None:
        late_advice.name_late_advice(one, by=request.officer, at=request.at)

    says = (f"Trung tâm thấy {one.body} chậm trả lời; vi phạm được ghi cho cơ quan ấy và cần giải trình.",)
    return _ask(request, "name_late_advice", one, form, says, do)


@officials_only
def go_on_without(request: OfficialRequest, code: str, pk: int) -> HttpResponseBase:
    """Go on when the date has passed without an answer."""
    one = _question(request, code, pk)
    form = Form(request.POST or None)

    def do() -> None:
        late_advice.go_on_without(one, by=request.officer, at=request.at)

    says = (
        f"{one.body} chưa trả lời khi quá hạn {show_moment(one.due_at)}; việc này được ghi vào hồ sơ và báo Trung tâm.",
        "Bước của cơ quan giải quyết không chờ nữa. Trả lời đến sau vẫn được nhận.",
    )
    return _ask(request, "go_on_without", one, form, says, do)


@officials_only
def announce_field_check(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Tell the applicant when and where a dossier is checked."""
    step = step_of(request, code, task)
    ahead = _or_none(field_checks.announced, step)
    initial = {name: getattr(ahead, name) for name in ("place", "about", "party")} if ahead else {}
    form = VisitForm(request.POST or None, initial=initial)

    def do() -> None:
        field_checks.announce_field_check(step, visit=form.visit, by=request.officer, at=request.at)

    says = (
        "Thông báo được lập, lấy số ngay; chủ hồ sơ thấy thời gian, địa điểm khi tra cứu hồ sơ.",
        "Hẹn trả kết quả cho người dân không thay đổi.",
    )
    moves = (f"Lịch đã thông báo lúc {show_moment(ahead.starts_at)} được thay bằng lịch mới.",) if ahead else ()
    asking = Asking("announce_field_check", step.dossier, Foreseen(says, moves), form, step)
    return ask(request, asking, do)


@officials_only
def record_field_check(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Keep what was found on the spot, with the signed minutes."""
    step = step_of(request, code, task)
    ahead = _or_none(field_checks.announced, step)
    held = {"on": local_day(ahead.starts_at), "clock": f"{local(ahead.starts_at):%H:%M}"} if ahead else {}
    form = FindingsForm(request.POST or None, request.FILES or None, initial=held)

    def do() -> None:
        field_checks.record_field_check(step, findings=form.findings, by=request.officer, at=request.at)

    says = ("Biên bản, ảnh được lưu cùng hồ sơ. Không có biên bản thì bước này không hoàn thành được.",)
    return ask(request, Asking("record_field_check", step.dossier, Foreseen(says), form, step, WITH_FILE), do)


@officials_only
def convene_council(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Call the council together."""
    step = step_of(request, code, task)
    form = ConveningForm(request.POST or None)

    def do() -> None:
        councils.convene_council(step, convening=form.convening, by=request.officer, at=request.at)

    says = ("Hội đồng chỉ kết luận được khi có mặt chủ tịch, thư ký và đủ số thành viên theo quyết định thành lập.",)
    return ask(request, Asking("convene_council", step.dossier, Foreseen(says), form, step, "dossier/convene.html"), do)


@officials_only
def conclude_council(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Record a sitting and its conclusion; the minutes are made from it."""
    step = step_of(request, code, task)
    form = ConclusionForm(request.POST or None, members=_called(step))

    def do() -> None:
        councils.conclude_council(step, session=form.session, by=request.officer, at=request.at)

    says = ("Biên bản họp hội đồng được lập, lấy số ngay từ những gì ghi ở đây, và không sửa lại được.",)
    return _of_council(request, "conclude_council", step, form, says, do)


@officials_only
def adjourn_council(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Record that a sitting could not be held."""
    step = step_of(request, code, task)
    form = AdjournForm(request.POST or None, members=_called(step))

    def do() -> None:
        reason = form.cleaned_data["reason"]
        councils.adjourn_council(step, present=form.present, reason=reason, by=request.officer, at=request.at)

    says = ("Phiên họp không có kết luận; hãy triệu tập lại. Thời gian của bước và hẹn trả kết quả không thay đổi.",)
    return _of_council(request, "adjourn_council", step, form, says, do)


def _question(request: OfficialRequest, code: str, pk: int) -> Any:
    return found(aside_queries.question, request.officer, code, pk, request.at)


def _ask(
    request: OfficialRequest, act: str, one: Any, form: Any, says: tuple[str, ...], do: Any, **more: Any
) -> HttpResponseBase:
    answer = aside_possible.on_question(request.officer, one, request.at)[act]
    late = request.at > one.due_at and one.named_at is None and act == "answer_consultation"
    warns = (LATE.format(due=show_moment(one.due_at)),) if late else ()
    return ask(request, Asking(act, one.dossier, Foreseen(says, warns), form, answer=answer, **more), do)


def _of_council(
    request: OfficialRequest, act: str, step: Any, form: Any, says: tuple[str, ...], do: Any
) -> HttpResponseBase:
    return ask(request, Asking(act, step.dossier, Foreseen(says), form, step, "dossier/attendance.html"), do)


def _called(step: Any) -> list[Any]:
    sitting = _or_none(councils.called, step)
    return list(sitting.members.all()) if sitting else []


def _or_none(query: Any, step: Any) -> Any:
    try:
        return query(step)
    except Refused:
        return None


def _may_take(request: OfficialRequest, one: Any) -> bool:
    one.task.dossier = one.dossier
    return bool(possible.on_step(request.officer, one.task, request.at)["take"])
