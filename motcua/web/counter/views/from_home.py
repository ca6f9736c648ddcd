"""What applicants sent from home for dossiers under way: looked at, taken in, or declined with everything named."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.from_home import answering, queries
from motcua.domain.dossiers.from_home.terms import SentKind
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form, LongTextField
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import ExplanationForm

WHOLE = "whole"
# What an official does by accepting, and what follows.
ACCEPT = {
    SentKind.SUPPLEMENT: ("Nhận đủ giấy tờ bổ sung", "Thời hạn giải quyết tính lại từ đầu, kể từ lúc này."),
    SentKind.PAYMENT: ("Nhận chứng từ nộp tiền", "Đồng hồ chạy tiếp từ lúc này."),
    SentKind.WITHDRAWAL: ("Cho rút hồ sơ", "Hồ sơ kết thúc; phiếu rút được lập và giấy tờ được trả lại."),
    SentKind.STOP: ("Tạm dừng giải quyết", "Đồng hồ dừng; thông báo dừng được lập."),
    SentKind.RESUME: ("Giải quyết tiếp", "Đồng hồ chạy tiếp từ lúc này."),
}

cite(Kind.SCREEN, "counter:from_home", "5.1.e-2", "5.1.d", "3.3-1")


@require_safe
@holders_of(Role.RECEIVE)
def waiting(request: OfficialRequest) -> HttpResponse:
    """What waits, the earliest due first."""
    at_page = queries.to_answer(request.officer, request.at, place_of(request))
    waits, overdue = queries.how_many_wait(request.officer, request.at)
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "waits": waits, "overdue": overdue,
               "at": request.at}  # fmt: skip
    return render(request, "counter/from_home.html", context)


@require_safe
@holders_of(Role.RECEIVE)
def one(request: OfficialRequest, pk: int) -> HttpResponse:
    """One of them with its papers."""
    sent = found(queries.one_to_answer, request.officer, pk, request.at)
    context = {"it": sent, "papers": queries.papers_sent(sent), "accept": ACCEPT[SentKind(sent.kind)][0],
               "at": request.at}  # fmt: skip
    return render(request, "counter/from_home_one.html", context)


@require_safe
@holders_of(Role.RECEIVE)
def paper(request: OfficialRequest, pk: int, scan: int) -> HttpResponse:
    """One of its papers."""
    kept = found(queries.scan_sent, found(queries.one_to_answer, request.officer, pk, request.at), scan)
    return pdf(bytes_of(kept), kept.name.rsplit(".", 1)[0])


@holders_of(Role.RECEIVE)
def accept(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take it in: the act of the counter that it asks for; a withdrawal after the promised day is explained."""
    sent = found(queries.one_to_answer, request.officer, pk, request.at)
    title, follows = ACCEPT[SentKind(sent.kind)]
    due = sent.dossier.due_at if sent.kind == SentKind.WITHDRAWAL else None
    form = (ExplanationForm if due and request.at > due else Form)(request.POST or None)
    page = _page(request, sent, title, "Nhận", says=(follows,))

    def do() -> str:
        typed = form.cleaned_data
        answering.accept(sent, by=request.officer, at=request.at, explanation=typed.get("explanation", ""))
        return reverse("counter:dossier", args=[sent.dossier.code])

    return ask(request, page, form, do, said=f"Đã nhận: {sent.get_kind_display().lower()} của hồ sơ {sent.dossier}.")


@holders_of(Role.RECEIVE)
def decline(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say everything that is wrong, once."""
    sent = found(queries.one_to_answer, request.officer, pk, request.at)
    papers = queries.papers_sent(sent)
    form = _reasons(papers)(request.POST or None)
    page = _page(
        request, sent, "Chưa nhận được", "Gửi trả lời", grave=True,
        says=("Ghi hết mọi chỗ chưa đạt trong lần này; giấy tờ để trống là đã đạt.",),
    )  # fmt: skip

    def do() -> str:
        typed = form.cleaned_data
        faults = {each.component_id: typed[f"paper_{each.component_id}"] for each in papers}
        answering.decline_sent(sent, why=typed[WHOLE], faults=faults, by=request.officer, at=request.at)
        return reverse("counter:from_home")

    return ask(request, page, form, do, said="Đã trả lời người gửi.")


def _reasons(papers: Any) -> type[Form]:
    """A line for each paper that was sent, and one for everything else."""
    fields: dict[str, Any] = {
        f"paper_{each.component_id}": LongTextField(label=each.component.name, required=False, max_length=500)
        for each in papers
    }
    fields[WHOLE] = LongTextField(label="Điều khác" if papers else "Vì sao", required=False, max_length=500)
    return type("Reasons", (Form,), fields)


def _page(request: OfficialRequest, sent: Any, title: str, button: str, **more: Any) -> FormPage:
    return FormPage(
        title=title, about=f"{sent.dossier.code}, {sent.dossier.version.name}", button=button,
        back=reverse("counter:from_home_one", args=[sent.pk]),
        hindrance=answering.may_answer(request.officer, sent, request.at), **more,
    )  # fmt: skip
