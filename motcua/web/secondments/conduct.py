"""Notes on conduct from the note to the decision, and the notices of the months."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.organisations.roles import Role
from motcua.domain.papers.issuing import bytes_of as issued
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.answers import require
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.secondments import policies as reading
from motcua.domain.secondments.conduct import noting, policies, queries, telling
from motcua.domain.secondments.conduct.noting import Seen
from motcua.domain.secondments.conduct.terms import Decision, NoteKind
from motcua.web.components.entrance import OfficialRequest, found, holders_of, officials_only
from motcua.web.components.environment import address
from motcua.web.components.fields import DateField, Form, LongTextField
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.components.timeline import timeline
from motcua.web.files.serving import pdf
from motcua.web.inspection.forms import FileField

WAITING = "cho"
for _name in ("notes", "note", "note_new", "evidence", "comment", "decide", "notices", "notice", "acknowledge"):
    cite(Kind.SCREEN, f"secondments:{_name}", "4.3.c")


class NoteForm(Form):
    """What was seen."""

    whose = forms.ChoiceField(label="Cán bộ")
    kind = forms.ChoiceField(label="Nội dung", choices=NoteKind.choices)
    on = DateField(label="Ngày xảy ra")
    text = LongTextField(label="Sự việc", max_length=3000)
    scan = FileField(label="Bằng chứng", required=False, help_text="PDF, JPEG hoặc PNG.")

    def __init__(self, *args: Any, people: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {each.code: each for each in people}
        named = [("", "Chọn một người"), *((code, each.name) for code, each in self.people.items())]
        self.fields["whose"].choices = named  # type: ignore[attr-defined]


class CommentForm(Form):
    """What the official says."""

    text = LongTextField(label="Ý kiến của bạn", max_length=3000)


class DecisionForm(Form):
    """What becomes of it."""

    decision = forms.ChoiceField(label="Kết luận", choices=Decision.choices, widget=forms.RadioSelect)
    reason = LongTextField(label="Lý do", max_length=3000)


@require_safe
@officials_only
def notes(request: OfficialRequest) -> HttpResponse:
    """What was noted: at the Centre of everybody, at a department of its officials, else of oneself."""
    waiting = request.GET.get(WAITING) == "1"
    at_page = queries.notes(request.officer, request.at, place_of(request), waiting=waiting)
    first = {"sau": None, "truoc": None}
    chips = [
        (words, address(request.path, request.GET, {WAITING: one, **first}), waiting is (one is not None))
        for words, one in (("Tất cả", None), ("Chờ kết luận", "1"))
    ]
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "chips": chips,
               "may": reading.may_read_all(request.officer, request.at)}  # fmt: skip
    return render(request, "secondments/notes.html", context)


@holders_of(*reading.READS)
def note_new(request: OfficialRequest) -> HttpResponseBase:
    """Note something of an official who sits at the Centre."""
    by, at = request.officer, request.at
    may = reading.may_read_all(by, at)
    form = NoteForm(request.POST or None, request.FILES or None, people=queries.seated(at) if may else [])
    page = FormPage(
        "Ghi nhận về cán bộ", "Ghi nhận", reverse("secondments:notes"), hindrance=may,
        says=("Cán bộ đọc được ghi nhận này và nêu ý kiến trước khi lãnh đạo Trung tâm kết luận.",
              "Cơ quan cử đọc được trong thông báo tháng."),
    )  # fmt: skip

    def do() -> str:
        said = form.cleaned_data
        seen = Seen(said["kind"], said["on"], said["text"], said["scan"])
        made = noting.note_conduct(form.people[said["whose"]], seen=seen, by=by, at=at)
        return reverse("secondments:note", args=[made.pk])

    return ask(request, page, form, do, said="Đã ghi nhận.")


@require_safe
@officials_only
def note(request: OfficialRequest, pk: int) -> HttpResponse:
    """One note with what the official says and what was decided."""
    by, at = request.officer, request.at
    it = found(queries.note, by, pk, at)
    context = {"it": it, "story": timeline(queries.story(it)), "comments": policies.may_comment(by, it, at),
               "decides": policies.may_decide(by, it, at)}  # fmt: skip
    return render(request, "secondments/note.html", context)


@require_safe
@officials_only
def evidence(request: OfficialRequest, pk: int) -> HttpResponse:
    """What was kept with it."""
    it = found(queries.note, request.officer, pk, request.at)
    return pdf(bytes_of(found(_scan_of, it)), "Bằng chứng")


@officials_only
def comment(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The official answers, before it is decided."""
    it = found(queries.note, request.officer, pk, request.at)
    form, page = CommentForm(request.POST or None), _page(it, "Nêu ý kiến", "Gửi ý kiến")

    def do() -> str:
        noting.comment_on_note(it, text=form.cleaned_data["text"], by=request.officer, at=request.at)
        return page.back

    return ask(request, page, form, do, said="Đã ghi ý kiến của bạn.")


@holders_of(Role.HEAD)
def decide(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The head of the Centre decides."""
    it = found(queries.note, request.officer, pk, request.at)
    form = DecisionForm(request.POST or None)
    page = _page(it, "Kết luận ghi nhận", "Kết luận", policies.may_decide(request.officer, it, request.at))

    def do() -> str:
        noting.decide_note(it, **form.cleaned_data, by=request.officer, at=request.at)
        return page.back

    return ask(request, page, form, do, said="Đã kết luận.")


@require_safe
@holders_of(*reading.READS)
def notices(request: OfficialRequest) -> HttpResponse:
    """What departments were told each month, and who has not said yet that it was read."""
    at_page = queries.notices(request.officer, request.at, place_of(request))
    may = {each.pk for each in at_page.rows if policies.may_acknowledge(request.officer, each, request.at)}
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "may": may}
    return render(request, "secondments/notices.html", context)


@require_safe
@holders_of(*reading.READS)
def notice(request: OfficialRequest, pk: int) -> HttpResponse:
    """One notice as it went."""
    it = found(queries.notice, request.officer, pk, request.at)
    return pdf(issued(it.paper, at=request.at), f"Thông báo tháng {it.month:%m-%Y}")


@holders_of(Role.HEAD)
def acknowledge(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The department says that it was read."""
    it = found(queries.notice, request.officer, pk, request.at)
    back = reverse("secondments:notices")
    may = policies.may_acknowledge(request.officer, it, request.at)
    page = FormPage("Xác nhận đã nhận thông báo", "Xác nhận", back, about=f"tháng {it.month:%m/%Y}", hindrance=may)

    def do() -> str:
        require(may)
        telling.acknowledge_notice(it, by=request.officer, at=request.at)
        return back

    return ask(request, page, Form(request.POST or None), do, said="Đã xác nhận.")


def _scan_of(it: Any) -> Any:
    if it.scan is None:
        raise type(it).DoesNotExist
    return it.scan


def _page(it: Any, title: str, button: str, hindrance: Any = None) -> FormPage:
    about = f"{it.officer.name}, {it.get_kind_display().lower()}, ngày {it.on:%d/%m/%Y}"
    return FormPage(title, button, reverse("secondments:note", args=[it.pk]), about=about, hindrance=hindrance)
