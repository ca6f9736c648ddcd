"""One question: read, answered, passed on, given back, closed, urged."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.scans import bytes_of
from motcua.domain.questions import answering, forwarding, library_queries, policies, queries
from motcua.domain.questions.letter import letter_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import show_moment
from motcua.domain.vietnamese.text import clean
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.timeline import timeline
from motcua.web.files.serving import pdf

from ..forms import AnswerForm, ForwardForm, ReasonForm
from .recording import taken_from_library

cite(Kind.SCREEN, "questions:one", "5.5.b", "7.5")
cite(Kind.SCREEN, "questions:answer", "5.5.b", "7.5")
cite(Kind.SCREEN, "questions:forward", "4.1.c", "7.5")
cite(Kind.SCREEN, "questions:give_back", "3.2")


@require_safe
@holders_of(*policies.TAKES_DOWN)
def one(request: OfficialRequest, code: str) -> HttpResponse:
    """Everything about it, and what can be done now."""
    by, at = request.officer, request.at
    question = _question(request, code)
    seen = queries.whole(question)
    public = next((each for each in seen.public if each.withdrawn_at is None), None)
    context = {
        "it": question,
        "turns": seen.turns,
        "after": seen.after,
        "public": public,
        "story": timeline(seen.story),
        "answers": policies.may_answer(by, question, at),
        "prepares": policies.may_prepare_public(by, question, at),
        "publishes": policies.may_publish(by, public, at) if public else None,
        "watches": policies.may_watch(by, at),
        "at_centre": question.owner.kind == "centre",
        "address": answering.address_of(question),
    }
    return render(request, "questions/one.html", context)


@require_safe
@holders_of(*policies.TAKES_DOWN)
def letter(request: OfficialRequest, code: str) -> HttpResponse:
    """The letter with which it was asked."""
    return pdf(bytes_of(found(queries.letter, _question(request, code))), f"Thư hỏi {code}")


@require_safe
@holders_of(*policies.TAKES_DOWN)
def answer_letter(request: OfficialRequest, code: str) -> HttpResponse:
    """The answer as a letter to be signed and posted, for who has no other address."""
    return pdf(letter_of(_question(request, code)), f"Văn bản trả lời {code}")


@holders_of(*policies.ANSWERS)
def answer(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Answer it, in words of one's own or from the library, which stands beside with one click."""
    by, at = request.officer, request.at
    question = _question(request, code)
    words = clean(request.GET.get("tim", ""))[:200]
    taken = taken_from_library(request)
    initial = {"text": taken.answer, "sources": taken.sources} if taken else None
    form = AnswerForm(request.POST or None, initial=initial, late=at > question.due_at)
    procedure_id = question.version.procedure_id if question.version else None
    page = _page(
        question, "Trả lời câu hỏi", "Gửi trả lời", template="questions/answer.html",
        hindrance=policies.may_answer(by, question, at),
        says=("Người hỏi nhận được tin báo qua kênh đã để lại. Câu trả lời không sửa lại được.",),
        warns=(f"Hạn trả lời là {show_moment(question.due_at)}, nay đã muộn: được ghi là trả lời quá hạn.",)
        if at > question.due_at else (),
        more={"it": question, "taken": taken, "words": words,
              "offered": library_queries.offered(words, at, procedure_id=procedure_id)},
    )  # fmt: skip

    def do() -> str:
        why = form.cleaned_data.get("why_late", "")
        answering.answer_question(question, form.reply(taken), by=by, at=at, why_late=why)
        return reverse("questions:work")

    return ask(request, page, form, do, said=f"Đã trả lời {question.code}.")


@holders_of(*policies.ANSWERS)
def forward(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Pass it to the body in charge."""
    by, at = request.officer, request.at
    question = _question(request, code)
    bodies = [each for each in queries.bodies(by, at) if policies.may_forward(by, question, each, at)]
    form = ForwardForm(request.POST or None, bodies=[each for each in bodies if each.pk != question.owner_id])
    page = _page(
        question, "Chuyển câu hỏi", "Chuyển", hindrance=policies.may_answer(by, question, at),
        says=("Ngày phải trả lời người hỏi không đổi.",),
    )  # fmt: skip

    def do() -> str:
        to = organisations.office(form.cleaned_data["to"])
        forwarding.forward_question(question, to=to, reason=form.cleaned_data["reason"], by=by, at=at)
        return reverse("questions:work")

    return ask(request, page, form, do, said=f"Đã chuyển {question.code}.")


@holders_of(*policies.ANSWERS)
def give_back(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Say that it is another body's."""
    says = ("Ghi vì sao không thuộc cơ quan mình và thuộc cơ quan nào, nếu biết. Trung tâm quyết định.",)
    page = {"title": "Trả câu hỏi về Trung tâm", "button": "Trả về", "says": says}
    return _with_reason(request, code, forwarding.give_question_back, page, "Đã trả {} về Trung tâm.")


@holders_of(*policies.ANSWERS)
def set_aside(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Close what is no question."""
    page = {"title": "Đóng lại, không phải câu hỏi", "button": "Đóng lại", "grave": True,
            "says": ("Dùng cho quảng cáo, tin thử, câu gửi trùng. Người gửi đọc được lý do.",)}  # fmt: skip
    return _with_reason(request, code, answering.set_aside, page, "Đã đóng {}.")


@holders_of(Role.WATCH)
def urge(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Remind the body that has it."""
    question = _question(request, code)
    page = _page(
        question, "Đôn đốc trả lời", "Đôn đốc", hindrance=policies.may_watch(request.officer, request.at),
        says=(f"{question.owner.name} thấy lời đôn đốc ngay trên danh sách chờ trả lời.",),
    )  # fmt: skip

    def do() -> str:
        forwarding.urge_answer(question, by=request.officer, at=request.at)
        return reverse("questions:province")

    return ask(request, page, Form(request.POST or None), do, said=f"Đã đôn đốc {question.code}.")


def _with_reason(request: OfficialRequest, code: str, act: Any, page: dict[str, Any], said: str) -> HttpResponseBase:
    question = _question(request, code)
    form = ReasonForm(request.POST or None)
    may = policies.may_answer(request.officer, question, request.at)

    def do() -> str:
        act(question, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("questions:work")

    return ask(request, _page(question, hindrance=may, **page), form, do, said=said.format(question.code))


def _question(request: OfficialRequest, code: str) -> Any:
    return found(queries.for_official, request.officer, code, request.at)


def _page(question: Any, title: str, button: str, **more: Any) -> FormPage:
    return FormPage(
        title=title, button=button, about=f"{question.code}: {question.subject}",
        back=reverse("questions:one", args=[question.code]), **more,
    )  # fmt: skip
