"""Money that goes out: asked for on a form, decided by somebody else from a list (4.5.a, 3.2)."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.fees import money_out, policies, queries
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import scans
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.money import show_money
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import AmountForm, ReasonForm, TransferBackForm
from .entry import AT_DESK, CONCERNED

cite(Kind.SCREEN, "cashier:proposals", "4.5.a", "3.2")

SECOND = "Việc này chỉ xảy ra khi kế toán hoặc lãnh đạo nơi thu đồng ý."
SAID = "Đã gửi đề nghị, chờ người thứ hai quyết định."


@holders_of(*AT_DESK)
def reduce(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Ask that less be paid."""
    one, form = found(queries.charge, request.officer, pk, request.at), AmountForm(request.POST or None)
    return _asking(
        request, one, "Đề nghị giảm khoản thu", form, lambda given: money_out.propose_reduction(one, **given)
    )


@holders_of(*AT_DESK)
def cancel(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Ask that a bill be cancelled."""
    one, form = found(queries.charge, request.officer, pk, request.at), ReasonForm(request.POST or None)
    return _asking(
        request, one, "Đề nghị hủy khoản thu", form, lambda given: money_out.propose_cancelling(one, **given)
    )


@holders_of(Role.CASHIER)
def refund(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Ask that money be given back."""
    receipt, form = found(queries.receipt, request.officer, pk, request.at), AmountForm(request.POST or None)
    payment = receipt.payment
    return _asking(
        request, payment.charge, "Đề nghị hoàn trả tiền", form, lambda given: money_out.propose_refund(payment, **given)
    )


@holders_of(Role.CASHIER)
def void(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Ask that a receipt be made void and another given."""
    receipt, form = found(queries.receipt, request.officer, pk, request.at), ReasonForm(request.POST or None)
    return _asking(
        request, receipt.payment.charge, f"Đề nghị xóa bỏ biên lai {receipt}", form,
        lambda given: money_out.propose_void(receipt, **given),
    )  # fmt: skip


@holders_of(*CONCERNED)
def proposals(request: OfficialRequest) -> HttpResponseBase:
    """What waits for a second person, the oldest first; agreed to with one press."""
    if request.method != "POST":
        return _shown(request)
    one = found(queries.proposal, request.officer, request.POST.get("proposal", ""), request.at)

    def do() -> str:
        money_out.agree_to_money_out(one, by=request.officer, at=request.at)
        return reverse("cashier:proposals")

    return acting(request, do, said="Đã đồng ý.", refused=lambda refusal: _shown(request, refusal))


@holders_of(*CONCERNED)
def transfer_back(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Agree to a refund that goes back through a bank, with the document of the transfer."""
    one = found(queries.proposal, request.officer, str(pk), request.at)
    if not one.goes_by_transfer:
        raise Http404
    form = TransferBackForm(request.POST or None, request.FILES or None, initial={"on": local_day(request.at)})
    about = f"{one.charge.code or one.charge}: {show_money(one.amount)}"
    sheet = FormPage(
        title="Đồng ý hoàn trả bằng chuyển khoản", about=about, button="Đồng ý hoàn trả",
        back=reverse("cashier:proposals"), template="cashier/file_form.html",
        says=("Ghi chứng từ của lần chuyển khoản trả lại người nộp.",),
        hindrance=policies.may_decide(request.officer, one, request.at),
    )  # fmt: skip

    def do() -> str:
        money_out.agree_to_money_out(one, document=form.given(), by=request.officer, at=request.at)
        return reverse("cashier:bill", args=[one.charge_id])

    return ask(request, sheet, form, do, said="Đã đồng ý hoàn trả.")


@require_GET
@holders_of(*CONCERNED)
def document(request: OfficialRequest, pk: int) -> HttpResponse:
    """The scanned document of a transfer that gave money back."""
    one = found(queries.refund, request.officer, pk, request.at)
    if one.document_file is None:
        raise Http404
    return pdf(scans.bytes_of(one.document_file), f"chung-tu-hoan-tra-{one.pk}.pdf")


@holders_of(*CONCERNED)
def decline(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say no, with the reason."""
    one, form = found(queries.proposal, request.officer, str(pk), request.at), ReasonForm(request.POST or None)
    sheet = FormPage(
        title="Không đồng ý", about=f"{one.get_kind_display()} · {one.charge.code or one.charge}",
        button="Không đồng ý", back=reverse("cashier:proposals"),
        hindrance=policies.may_decide(request.officer, one, request.at),
    )  # fmt: skip

    def do() -> str:
        money_out.decline_money_out(one, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("cashier:proposals")

    return ask(request, sheet, form, do, said="Đã ghi không đồng ý.")


def _asking(
    request: OfficialRequest, charge: Any, title: str, form: Any, propose: Callable[[dict[str, Any]], Any]
) -> HttpResponseBase:
    back = reverse("cashier:bill", args=[charge.pk])
    sheet = FormPage(title=title, about=charge.code or str(charge), button="Gửi đề nghị", back=back, says=(SECOND,))

    def do() -> str:
        propose(form.cleaned_data | {"by": request.officer, "at": request.at})
        return back

    return ask(request, sheet, form, do, said=SAID)


def _shown(request: OfficialRequest, refusal: Refused | None = None) -> HttpResponse:
    waiting = queries.proposals(request.officer, request.at)
    at_page = page(waiting, "id", place_of(request))
    rows = [(each, policies.may_decide(request.officer, each, request.at)) for each in at_page.rows]
    context = {"rows": rows, "count": counted(waiting), "pages": beside(request, at_page), "refusal": refusal}
    return render(request, "cashier/proposals.html", context)
