"""Both sides speak about a step of a draft, answer each other, and say when it is settled; versions side by side."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.procedures import comments, policies, queries, ways
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from .. import comparing, show
from ..forms import CommentForm, NothingForm
from .processes import AT_DESK

cite(Kind.SCREEN, "processes:differences", "4.1.a-1")
cite(Kind.SCREEN, "processes:comment", "4.1.a-1")
cite(Kind.SCREEN, "processes:answer_comment", "4.1.a-1")
cite(Kind.SCREEN, "processes:settle_comment", "4.1.a-1")


@require_GET
@holders_of(*AT_DESK)
def differences(request: OfficialRequest, code: str) -> HttpResponse:
    """Two versions of the process side by side: the newest and the one it follows, or those that are asked for."""
    one = found(queries.procedure_for, request.officer, code, request.at)
    versions = queries.processes_for(request.officer, one, request.at)
    if len(versions) < 2:
        raise Http404
    new = _asked(versions, request.GET.get("moi", "")) or versions[0]
    old = _asked(versions, request.GET.get("cu", "")) or comparing.base_of(new, versions) or versions[-1]
    context = {
        "procedure": one,
        "name": ways.name_of(one),
        "numbers": [each.number for each in versions],
        "compared": comparing.compared(old, new),
        "stands": show.state,
    }
    return render(request, "processes/differences.html", context)


@holders_of(*AT_DESK)
def comment(request: OfficialRequest, pk: int, stage: int, branch: int) -> HttpResponseBase:
    """Say something about a step."""
    one = found(queries.process_for, request.officer, pk, request.at)
    step = next(
        (each for each in queries.plan_to_show(one).steps if (each.stage, each.branch) == (stage, branch)), None
    )
    if step is None:
        raise Http404
    back, form = _page_of(one), CommentForm(request.POST or None)

    def do() -> str:
        given = {"text": form.cleaned_data["text"], "by": request.officer, "at": request.at}
        comments.comment_on_step(one, stage=stage, branch=branch, **given)
        return back

    says = (f"Bước {stage}. {step.name}: {step.office_name}, {step.hours} giờ làm việc.",)
    may = policies.may_comment(request.officer, one, request.at)
    page = FormPage("Góp ý về bước của dự thảo", "Gửi ý kiến", back, _about(one), says, hindrance=may)
    return ask(request, page, form, do, said="Đã gửi ý kiến.")


@holders_of(*AT_DESK)
def answer(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Answer a comment."""
    one = found(comments.comment_for, request.officer, pk, request.at)
    back, form = _page_of(one.process), CommentForm(request.POST or None)

    def do() -> str:
        comments.answer_comment(one, text=form.cleaned_data["text"], by=request.officer, at=request.at)
        return back

    may = policies.may_comment(request.officer, one.process, request.at)
    page = FormPage("Trả lời ý kiến", "Gửi trả lời", back, _about(one.process), _quoted(one), hindrance=may)
    return ask(request, page, form, do, said="Đã gửi trả lời.")


@holders_of(*AT_DESK)
def settle(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say that a comment is settled."""
    one = found(comments.comment_for, request.officer, pk, request.at)
    back, form = _page_of(one.process), NothingForm(request.POST if request.method == "POST" else None)

    def do() -> str:
        comments.settle_comment(one, by=request.officer, at=request.at)
        return back

    may = policies.may_settle(request.officer, one, request.at)
    words = "Xác nhận đã giải quyết xong"
    page = FormPage(words, words, back, _about(one.process), _quoted(one), hindrance=may)
    return ask(request, page, form, do, said="Đã xác nhận.")


def _asked(versions: list[Any], number: str) -> Any:
    if not number:
        return None
    for each in versions:
        if str(each.number) == number:
            return each
    raise Http404


def _quoted(one: Any) -> tuple[str, ...]:
    return f"Về bước “{one.step}”.", f"{one.get_side_display()} ({one.said_by.name}): “{one.text}”"


def _about(process: Any) -> str:
    return f"{process.procedure.code} · {ways.name_of(process.procedure)}, phiên bản {process.number}"


def _page_of(process: Any) -> str:
    return f"{reverse('processes:procedure', args=[process.procedure.code])}?phien-ban={process.number}#y-kien"
