"""What people said, for officials: the Centre reads all, a body its own; nobody reads who it was (Điều 27)."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.domain.feedback.terms import Kind as FeedbackKind
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.satisfaction import policies, queries, taking_up
from motcua.domain.satisfaction.queries import Wanted
from motcua.domain.satisfaction.terms import Channel, Level
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.environment import address
from motcua.web.components.fields import Form, TextField
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..tables import BOM, line_of

cite(Kind.SCREEN, "rated:all", "3.1")
cite(Kind.SCREEN, "rated:all_csv", "3.1")
cite(Kind.SCREEN, "rated:own", "3.1")
cite(Kind.SCREEN, "rated:take_up", "4.6.a", "3.1")
HEADINGS = ("Ngày", "Dịp", "Cơ quan", "Kênh", "Mức", "Vì", "Ý kiến (đã che thông tin riêng)", "Phản ánh")
TAKEN_UP = (FeedbackKind.HANDLING, FeedbackKind.CONDUCT, FeedbackKind.CENTRE, FeedbackKind.RULE)


class TakeUpForm(Form):
    """What the feedback is about, in a line."""

    subject = TextField(label="Tóm tắt", max_length=150)
    kind = forms.ChoiceField(
        label="Loại phản ánh", choices=[(each.value, each.label) for each in TAKEN_UP], widget=forms.RadioSelect,
        initial=FeedbackKind.HANDLING.value,
    )  # fmt: skip


@require_safe
@holders_of(Role.WATCH)
def all_opinions(request: OfficialRequest) -> HttpResponse:
    """The newest first: of one level, channel or body, or all."""
    wanted = _wanted(request)
    at_page = queries.opinions(request.officer, request.at, place_of(request), wanted)
    context = {
        "rows": at_page.rows, "pages": beside(request, at_page),
        "levels": _chips(request, "muc", [(str(one), words) for one, words in Level.choices], str(wanted.level or "")),
        "channels": _chips(request, "kenh", Channel.choices, wanted.channel),
        "bodies": queries.rated_bodies(), "body": wanted.office,
        "kept": (("muc", wanted.level), ("kenh", wanted.channel)),
        "csv": address(reverse("rated:all_csv"), request.GET, {}),
    }  # fmt: skip
    return render(request, "satisfaction/all.html", context)


@require_safe
@holders_of(Role.WATCH)
def all_csv(request: OfficialRequest) -> HttpResponseBase:
    """The same as a table to keep, with everything masked that points to a person."""
    rows = queries.every_opinion(request.officer, request.at, _wanted(request))
    answer = StreamingHttpResponse(_lines(rows), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = content_disposition_header(True, "danh-gia.csv") or "attachment"
    return answer


@require_safe
@holders_of(*policies.LEADS)
def own(request: OfficialRequest) -> HttpResponse:
    """What people said of the official's own body, where enough did."""
    at_page = queries.own_opinions(request.officer, request.at, place_of(request))
    bodies = queries.own_bodies(request.officer, request.at)
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "bodies": bodies}
    return render(request, "satisfaction/own.html", context)


@holders_of(Role.WATCH)
def take_up(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Make feedback of what somebody said, to be sorted and answered like any other."""
    opinion = found(queries.opinion, request.officer, pk, request.at)
    form = TakeUpForm(request.POST or None)
    page = FormPage(
        title="Xử lý như phản ánh", about=f"{opinion.office.name}: “{opinion.words}”", button="Ghi nhận phản ánh",
        back=reverse("rated:all"), hindrance=policies.may_take_up(request.officer, opinion, request.at),
        says=("Phản ánh không kèm hồ sơ và không nêu người đánh giá.", "Sau đó phân loại như mọi phản ánh khác."),
    )  # fmt: skip

    def do() -> str:
        kind = FeedbackKind(form.cleaned_data["kind"])
        subject = form.cleaned_data["subject"]
        item = taking_up.take_up_opinion(opinion, subject=subject, kind=kind, by=request.officer, at=request.at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said="Đã ghi nhận đánh giá thành phản ánh.")


def _wanted(request: OfficialRequest) -> Wanted:
    level, channel = request.GET.get("muc", ""), request.GET.get("kenh", "")
    return Wanted(
        int(level) if level in {str(each) for each in Level.values} else None,
        channel if channel in Channel.values else "",
        request.GET.get("co-quan", "")[:100],
    )


def _chips(request: OfficialRequest, name: str, choices: Any, chosen: str) -> list[tuple[str, str, bool]]:
    every = ("Tất cả", address(request.path, request.GET, {name: None}), not chosen)
    return [every, *(
        (words, address(request.path, request.GET, {name: code}), code == chosen)
        for code, words in choices
    )]  # fmt: skip


def _lines(rows: Any) -> Iterator[str]:
    yield BOM + line_of(HEADINGS)
    for row in rows:
        yield line_of((
            f"{row.on:%d/%m/%Y}", row.occasion, row.office, row.channel, row.level_name, "; ".join(row.reasons),
            row.words, row.feedback,
        ))  # fmt: skip
