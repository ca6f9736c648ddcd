"""The bank accounts that money goes to: of each department, and of the Centre at the treasury (4.5.b, 5.3.c)."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.fees import accounts as acts
from motcua.domain.fees import policies
from motcua.domain.fees import settled as queries
from motcua.domain.fees.terms import AccountUse
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import AccountForm
from .entry import CONCERNED

cite(Kind.SCREEN, "accounting:accounts", "4.5.b", "5.3.c")


@require_GET
@holders_of(*CONCERNED)
def accounts(request: OfficialRequest) -> HttpResponse:
    """Every account, the newest first."""
    rows = queries.accounts(request.officer, request.at)
    at_page = page(rows, "id", place_of(request), newest_first=True)
    context = {"rows": at_page.rows, "count": counted(rows), "pages": beside(request, at_page)}
    context |= {"may": policies.may_keep_accounts(request.officer, request.at), "today": local_day(request.at)}
    return render(request, "accounting/accounts.html", context)


@holders_of(Role.ACCOUNTANT, Role.ADMIN)
def use_account(request: OfficialRequest) -> HttpResponseBase:
    """Let the money of a body go to another account from a day on."""
    first = {"use": AccountUse.COLLECTING, "valid_from": local_day(request.at)}
    form = AccountForm(request.POST or None, owners=queries.owners(request.at), initial=first)
    sheet = FormPage(
        title="Ghi tài khoản ngân hàng", button="Dùng tài khoản này", back=reverse("accounting:accounts"),
        says=("Tài khoản đang dùng của đơn vị sẽ thôi dùng từ hôm trước ngày này; tiền đã nộp vẫn ở tài khoản cũ.",),
        hindrance=policies.may_keep_accounts(request.officer, request.at),
    )  # fmt: skip

    def do() -> str:
        given = form.given()
        acts.use_account(given.pop("owner"), given.pop("use"), **given, by=request.officer, at=request.at)
        return reverse("accounting:accounts")

    return ask(request, sheet, form, do, said="Đã ghi tài khoản.")
