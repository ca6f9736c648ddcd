"""The answers a body keeps to give again: found, written, approved by another, read again, ended."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.organisations import queries as organisations
from motcua.domain.questions import library, library_queries, policies
from motcua.domain.questions.library_queries import Asked
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.text import clean
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import LibraryForm, ReasonForm
from .recording import version_named

STANDINGS = {"cho-duyet": "draft", "doc-lai": "again", "thoi-dung": "ended"}

cite(Kind.SCREEN, "questions:library", "4.1.c")


@require_safe
@holders_of(*policies.ANSWERS)
def kept(request: OfficialRequest) -> HttpResponse:
    """The answers of these bodies; those to be read again are named first."""
    by, at = request.officer, request.at
    chosen, words = request.GET.get("muc", ""), clean(request.GET.get("tim", ""))[:200]
    at_page = library_queries.kept(by, Asked(words, STANDINGS.get(chosen, "")), at, place_of(request))
    context = {
        "rows": at_page.rows,
        "pages": beside(request, at_page),
        "words": words,
        "chosen": chosen if chosen in STANDINGS else "",
        "again": library_queries.how_many_to_read_again(by, at),
    }
    return render(request, "questions/library.html", context)


@require_safe
@holders_of(*policies.ANSWERS)
def one(request: OfficialRequest, pk: int) -> HttpResponse:
    """One of them, with what can be done."""
    by, at = request.officer, request.at
    entry = found(library_queries.one, by, pk, at)
    context = {
        "it": entry,
        "approves": policies.may_approve_library(by, entry, at),
        "keeps": policies.may_keep_library(by, entry, at),
    }
    return render(request, "questions/entry.html", context)


@holders_of(*policies.ANSWERS)
def write(request: OfficialRequest) -> HttpResponseBase:
    """Write one, or a better one for an old one."""
    by, at = request.officer, request.at
    old = _replaced(request)
    form = LibraryForm(request.POST or None, initial=_of(old))
    office = old.office if old else found(organisations.office, _body(request))
    page = FormPage(
        title="Soạn câu trả lời mẫu", button="Gửi duyệt", about=office.name, back=reverse("questions:library"),
        hindrance=policies.may_write_library(by, office, at),
        says=("Người khác của cơ quan duyệt rồi quầy, tổng đài và người trả lời mới dùng được.",),
    )  # fmt: skip

    def do() -> str:
        written = form.written(version_named(form.cleaned_data["procedure"], at))
        entry = library.write_library_answer(office, written, replaces=old, by=by, at=at)
        return reverse("questions:entry", args=[entry.pk])

    return ask(request, page, form, do, said="Đã gửi câu trả lời mẫu để duyệt.")


@holders_of(*policies.ANSWERS)
def approve(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take it into use."""
    return _simply(request, pk, library.approve_library_answer, policies.may_approve_library, "Duyệt câu trả lời mẫu",
                   "Duyệt", "Dùng được ngay từ hôm nay; câu nó thay thì thôi dùng và vẫn đọc lại được.")  # fmt: skip


@holders_of(*policies.ANSWERS)
def confirm(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say that it is still right."""
    return _simply(request, pk, library.confirm_library_answer, policies.may_keep_library, "Đọc lại, vẫn đúng",
                   "Vẫn đúng", "Đã đối chiếu với phiên bản thủ tục đang áp dụng.")  # fmt: skip


@holders_of(*policies.ANSWERS)
def end(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Use it no more."""
    entry = found(library_queries.one, request.officer, pk, request.at)
    form = ReasonForm(request.POST or None)
    may = policies.may_keep_library(request.officer, entry, request.at)
    page = _page(entry, "Thôi dùng câu trả lời mẫu", "Thôi dùng", hindrance=may, grave=True)

    def do() -> str:
        library.end_library_answer(entry, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("questions:library")

    return ask(request, page, form, do, said="Đã thôi dùng câu trả lời mẫu.")


def _simply(
    request: OfficialRequest, pk: int, act: Any, may: Any, title: str, button: str, says: str
) -> HttpResponseBase:
    entry = found(library_queries.one, request.officer, pk, request.at)
    answer = may(request.officer, entry, request.at)
    page = _page(entry, title, button, hindrance=answer, says=(says, f"Trả lời: {entry.answer}"))

    def do() -> str:
        act(entry, by=request.officer, at=request.at)
        return reverse("questions:entry", args=[entry.pk])

    return ask(request, page, Form(request.POST or None), do, said=f"{title}: đã ghi.")


def _page(entry: Any, title: str, button: str, **more: Any) -> FormPage:
    back = reverse("questions:entry", args=[entry.pk])
    return FormPage(title=title, button=button, about=entry.subject, back=back, **more)


def _body(request: OfficialRequest) -> str:
    """The body for which one answers."""
    held = request.officer.held_at(request.at)
    return next(each.body_code for each in held if each.roles & {*policies.ANSWERS})


def _replaced(request: OfficialRequest) -> Any:
    number = request.GET.get("thay", "")
    if not number.isdecimal() or len(number) > 18:
        return None
    return found(library_queries.one, request.officer, int(number), request.at)


def _of(old: Any) -> dict[str, str]:
    if old is None:
        return {}
    code = old.version.procedure.code if old.version else ""
    return {"subject": old.subject, "answer": old.answer, "sources": old.sources, "procedure": code}
