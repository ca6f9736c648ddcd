"""What the carrier said of numbers that nobody here knows: matched, or dropped with the reason."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.post import movements, queries
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import show_moment
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import NumberForm, ReasonForm
from ..one import DESK

cite(Kind.SCREEN, "post:strange", "4.1.e")


@require_safe
@holders_of(*DESK)
def words(request: OfficialRequest) -> HttpResponse:
    """Those that wait, the newest first."""
    at_page = queries.strange(request.officer, request.at, place_of(request))
    return render(request, "post/strange.html", {"rows": at_page.rows, "pages": beside(request, at_page)})


@holders_of(*DESK)
def match(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say to which consignment a word belongs."""
    heard = found(queries.strange_word, request.officer, pk, request.at)
    form = NumberForm(request.POST or None)
    form.fields["number"].label = "Số hiệu bưu gửi ở đây"
    page = FormPage("Ghép tin lạ với bưu gửi", "Ghép tin", reverse("post:strange"), says=_says(heard))

    def do() -> str:
        one = found(queries.by_number, request.officer, form.cleaned_data["number"], request.at)
        movements.match_word(heard, one=one, by=request.officer, at=request.at)
        return reverse("post:consignment", args=[one.pk])

    return ask(request, page, form, do, said="Đã ghép tin với bưu gửi.")


@holders_of(*DESK)
def drop(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Lay a word aside."""
    heard = found(queries.strange_word, request.officer, pk, request.at)
    form = ReasonForm(request.POST or None)
    page = FormPage("Bỏ tin lạ", "Bỏ tin này", reverse("post:strange"), says=_says(heard))

    def do() -> str:
        movements.drop_word(heard, why=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return reverse("post:strange")

    return ask(request, page, form, do, said="Đã bỏ tin.")


def _says(heard: Any) -> tuple[str, ...]:
    return (
        f"Bưu chính báo “{heard.get_said_display()}” số hiệu {heard.number}, lúc {show_moment(heard.happened_at)}.",
    )
