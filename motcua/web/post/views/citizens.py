"""A citizen's own post: have the papers fetched, have the result brought; what it costs is said first."""

from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.filing import queries as filing
from motcua.domain.post import consigning, queries
from motcua.domain.post.consigning import Order
from motcua.domain.post.tariff import tariff_on
from motcua.domain.post.terms import Direction
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import found
from motcua.web.components.form_page import FormPage, ask

from .. import show
from ..forms import HomeForm
from .ordering import cost_of

cite(Kind.SCREEN, "post:mine", "4.1.c", "5.1.f")
FORM = "citizen/form.html"


@require_safe
@citizens_only
def mine(request: CitizenRequest, code: str) -> HttpResponse:
    """What goes by post about this submission, where the result shall go, and what it costs."""
    submission = found(filing.submission, request.person, code)
    about = [submission.stream, *([submission.dossier.stream] if submission.dossier else [])]
    wish = queries.wish_of(about[-1])
    context = {
        "it": submission, "followed": show.followed(about), "wish": wish.home if wish else None,
        "table": tariff_on(local_day(request.at)),
        "may_fetch": submission.state == "submitted" and queries.open_about(about[0], Direction.PICK_UP) is None,
        "may_wish": submission.state not in ("withdrawn", "accepted"),
    }  # fmt: skip
    return render(request, "post/mine.html", context)


@citizens_only
def bring_me(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Say where the result shall be brought."""
    submission = found(filing.submission, request.person, code)
    if submission.state in ("withdrawn", "accepted"):
        raise Http404
    form = HomeForm(request.POST or None, initial=_known(submission))
    page = _page("Nhận kết quả tại nhà", "Lưu địa chỉ", submission, request)

    def do() -> str:
        consigning.wish_for_post(submission.stream, home=form.home, by=request.person, at=request.at)
        return _to(submission)

    return ask(request, page, form, do, said="Đã lưu địa chỉ nhận kết quả.")


@citizens_only
def fetch_mine(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Have the papers fetched, of what was handed in and waits for its originals."""
    submission = found(filing.submission, request.person, code)
    one_stop = submission.one_stop
    if submission.state != "submitted" or one_stop is None:
        raise Http404
    form = HomeForm(request.POST or None, initial=_known(submission))
    page = _page("Bưu tá đến lấy giấy tờ", "Đặt bưu tá đến lấy", submission, request)

    def do() -> str:
        what = "Giấy tờ của người nộp"
        order = Order(Direction.PICK_UP, submission.stream, submission.code, what, one_stop, form.home)
        consigning.order_consignment(order, by=request.person, at=request.at)
        return _to(submission)

    return ask(request, page, form, do, said="Đã đặt bưu tá đến lấy giấy tờ.")


def _page(title: str, button: str, submission: Any, request: CitizenRequest) -> FormPage:
    about = f"{submission.code}, {submission.version.name}"
    return FormPage(title, button, _to(submission), about, (cost_of(request),), template=FORM)


def _known(submission: Any) -> dict[str, str]:
    wish = queries.wish_of(submission.stream)
    if wish is not None:
        return asdict(wish.home)
    person = submission.person
    phone, line = submission.phone or person.phone, submission.address or person.address
    return {"name": person.name, "phone": phone, "line": line}


def _to(submission: Any) -> str:
    return reverse("post:mine", args=[submission.code])
