"""Books of receipts: which are in use, how far, and a new one put into use (4.5.a, 4.5.b)."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.fees import books as acts
from motcua.domain.fees import queries
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import BookForm
from .entry import AT_DESK

cite(Kind.SCREEN, "cashier:books", "4.5.a", "4.5.b")


@require_GET
@holders_of(*AT_DESK)
def books(request: OfficialRequest) -> HttpResponse:
    """Every book at this desk, the newest first."""
    rows = queries.books(request.officer, request.at)
    at_page = page(rows, "id", place_of(request), newest_first=True)
    context = {"rows": at_page.rows, "count": counted(rows), "pages": beside(request, at_page)}
    return render(request, "cashier/books.html", context)


@holders_of(Role.ACCOUNTANT)
def open_book(request: OfficialRequest) -> HttpResponseBase:
    """Put a book into use."""
    form = BookForm(request.POST or None, departments=queries.departments(request.at))
    sheet = FormPage(
        title="Đưa quyển biên lai vào sử dụng", button="Đưa vào sử dụng", back=reverse("cashier:books"),
        says=("Quyển đang dùng của sở, ngành này tại đây sẽ thôi dùng; số chưa dùng trong quyển đó bỏ trống.",),
    )  # fmt: skip

    def do() -> str:
        given = form.given()
        desk = queries.desk_of(request.officer, request.at)
        acts.open_receipt_book(given.pop("department"), desk, **given, by=request.officer, at=request.at)
        return reverse("cashier:books")

    return ask(request, sheet, form, do, said="Đã đưa quyển biên lai vào sử dụng.")
