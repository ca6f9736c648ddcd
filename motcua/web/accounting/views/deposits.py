"""What has not gone to its department's account yet, the orders by which it goes, the advices of the bank (4.5.b)."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.fees import deposits as acts
from motcua.domain.fees import settled as queries
from motcua.domain.fees import settling_policies as policies
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing, scans
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.money import show_money
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import AdviceForm, DepositForm, upload_of
from .entry import BOTH_SIDES

cite(Kind.SCREEN, "accounting:deposits", "4.5.b")

WITH_FILE = "accounting/file_form.html"


@require_GET
@holders_of(*BOTH_SIDES)
def deposits(request: OfficialRequest) -> HttpResponse:
    """What waits, by department, and every order, the newest first."""
    rows = queries.orders(request.officer, request.at)
    at_page = page(rows, "id", place_of(request), newest_first=True)
    context = {"rows": at_page.rows, "count": counted(rows), "pages": beside(request, at_page)}
    context |= {"waiting": queries.not_deposited(request.officer, request.at)}
    context["keeps"] = bool(queries.centres(request.officer, request.at))
    return render(request, "accounting/deposits.html", context)


@holders_of(Role.ACCOUNTANT)
def draw_up(request: OfficialRequest) -> HttpResponseBase:
    """Order that the money of a department goes to its account."""
    first = {"until_on": local_day(request.at), "department": request.GET.get("so", "")}
    form = DepositForm(request.POST or None, departments=queries.departments(request.at), initial=first)
    sheet = FormPage(
        title="Lập lệnh nộp tiền", button="Lập lệnh nộp tiền", back=reverse("accounting:deposits"),
        says=("Lệnh gồm tiền mặt của các ca đã đóng và tiền trên tài khoản thu, chưa nộp, đến hết ngày này.",),
    )  # fmt: skip

    def do() -> str:
        centre, until_on = found(queries.centre_of, request.officer, request.at), form.cleaned_data["until_on"]
        acts.draw_up_deposit(form.body(), centre, until_on=until_on, by=request.officer, at=request.at)
        return reverse("accounting:deposits")

    return ask(request, sheet, form, do, said="Đã lập lệnh nộp tiền.")


@holders_of(Role.ACCOUNTANT)
def advise(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Enter what the bank credited."""
    one = found(queries.order, request.officer, pk, request.at)
    form = AdviceForm(request.POST or None, request.FILES or None, initial={"advice_on": local_day(request.at)})
    sheet = FormPage(
        title="Ghi giấy báo có", about=f"Lệnh {one}: {show_money(one.amount)}", button="Ghi giấy báo có",
        back=reverse("accounting:deposits"), template=WITH_FILE,
        hindrance=policies.may_keep(request.officer, one.desk_id, request.at),
    )  # fmt: skip

    def do() -> str:
        given = dict(form.cleaned_data)
        file = upload_of(given.pop("file"))
        acts.record_bank_advice(one, **given, file=file, by=request.officer, at=request.at)
        return reverse("accounting:deposits")

    return ask(request, sheet, form, do, said="Đã ghi giấy báo có.")


@require_GET
@holders_of(*BOTH_SIDES)
def order(request: OfficialRequest, pk: int) -> HttpResponse:
    """The order on paper."""
    one = found(queries.order, request.officer, pk, request.at)
    if one.paper is None:
        raise Http404
    return pdf(issuing.bytes_of(one.paper, at=request.at), f"lenh-nop-tien-{one.pk}.pdf")


@require_GET
@holders_of(*BOTH_SIDES)
def advice(request: OfficialRequest, pk: int) -> HttpResponse:
    """The advice of the bank as it was scanned."""
    one = found(queries.order, request.officer, pk, request.at)
    if one.advice_file is None:
        raise Http404
    return pdf(scans.bytes_of(one.advice_file), f"bao-co-{one.pk}.pdf")
