"""Questions of the Centre: asked about one dossier or several, answered by the department with the cause."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.ahead import possible as possible_ahead
from motcua.domain.dossiers.ahead import progress as acts
from motcua.domain.dossiers.ahead import progress_queries
from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.domain.listing import counted
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, show_date, show_moment
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import AnswerForm, AskForm

EITHER_SIDE = (Role.WATCH, Role.HEAD, Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK)
ANSWERED = "da-tra-loi"

cite(Kind.SCREEN, "attention:asked", "4.1.d-1", "4.1.d-2")
cite(Kind.SCREEN, "attention:ask", "4.1.d-2")
cite(Kind.SCREEN, "attention:answer", "4.1.d-2")


@require_safe
@holders_of(*EITHER_SIDE)
def asked(request: OfficialRequest) -> HttpResponse:
    """What the Centre asked and nobody has answered, what is overdue first; or the answers."""
    by, at = request.officer, request.at
    watches = by.has_role(Role.WATCH, at)
    rows = progress_queries.asked_by(by, at) if watches else progress_queries.asked_of(by, at)
    answered = request.GET.get("muc") == ANSWERED
    listed = progress_queries.answered_of if answered else progress_queries.open_of
    at_page = listed(rows, place_of(request))
    context = {
        "rows": list(possible_ahead.answering(by, at_page.rows, at)),
        "bodies": progress_queries.per_body(rows, at) if watches else [],
        "count": counted(rows.filter(answered_at=None)),
        "pages": beside(request, at_page),
        "answered": answered,
        "watches": watches,
        "subjects": dict(Subject.choices),
        "causes": dict(Cause.choices),
    }
    return render(request, "attention/asked.html", context)


@holders_of(Role.WATCH)
def ask_progress(request: OfficialRequest) -> HttpResponseBase:
    """Ask about the chosen dossiers at once; one paper goes to each department."""
    codes = list(dict.fromkeys((request.POST or request.GET).getlist("hs")))[: acts.AT_ONCE]
    chosen: list[Any] = [found(queries.to_act_on, request.officer, code, request.at) for code in codes]
    if not chosen:
        return render(request, "attention/nothing_chosen.html", status=422)
    tomorrow = calendar_for(chosen[0].one_stop.code).next_working_day(local_day(request.at))
    form = AskForm(request.POST or None, initial={"answer_by": tomorrow})
    refused = [answer for each in chosen if not (answer := possible_ahead.asking(request.officer, each, request.at))]
    bodies = list(dict.fromkeys(each.department.name for each in chosen))
    page = FormPage(
        title="Hỏi tiến độ giải quyết",
        button=f"Hỏi {len(chosen)} hồ sơ",
        back=reverse("attention:asked"),
        says=(f"Gửi {', '.join(bodies)}; mỗi cơ quan một phiếu đề nghị báo cáo tiến độ.",),
        hindrance=refused[0] if refused else None,
        template="attention/ask.html",
        more={"chosen": chosen},
    )

    def do() -> str:
        said = form.cleaned_data
        question = acts.Question(Subject(said["subject"]), said["answer_by"], said["question"])
        acts.ask_progress(chosen, question=question, by=request.officer, at=request.at)
        return reverse("attention:asked")

    return ask(request, page, form, do, said=f"Đã hỏi tiến độ {len(chosen)} hồ sơ.")


@holders_of(*EITHER_SIDE)
def answer(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say how far the dossier is, why, and when it is expected to be done."""
    one: Any = found(progress_queries.one, request.officer, pk, request.at)
    ((_, possible),) = possible_ahead.answering(request.officer, [one], request.at)
    form = AnswerForm(request.POST or None)
    question = f" {one.question}" if one.question else ""
    late = (f"Hạn trả lời là {show_moment(one.answer_by)}, nay đã muộn.",) if request.at > one.answer_by else ()
    page = FormPage(
        title="Trả lời Trung tâm",
        button="Gửi trả lời",
        back=reverse("attention:asked"),
        about=f"{one.dossier.code} · {one.dossier.applicant_name}",
        says=(
            f"{one.asked_by.name} hỏi ngày {show_date(one.asked_at)}: {Subject(one.subject).label}.{question}",
            f"Hạn trả lời: {show_moment(one.answer_by)}. Câu trả lời được ghi vào nhật ký và không sửa lại được.",
        ),
        warns=late,
        hindrance=possible,
    )

    def do() -> str:
        acts.answer_progress(one, **form.given, by=request.officer, at=request.at)
        return reverse("attention:asked")

    return ask(request, page, form, do, said=f"Đã trả lời về hồ sơ {one.dossier.code}.")


@require_safe
@holders_of(*EITHER_SIDE)
def paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """The paper with which it was asked."""
    one: Any = found(progress_queries.one, request.officer, pk, request.at)
    if one.paper is None:
        raise Http404
    return pdf(issuing.bytes_of(one.paper, at=request.at), f"Phiếu đề nghị báo cáo tiến độ {one.paper.shown_number}")
