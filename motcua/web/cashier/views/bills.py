"""One bill: what is owed and why, how it is paid, and every receipt that was given for it (4.5.a)."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from markupsafe import Markup

from motcua.domain.fees import collecting, for_payers, notices, policies, queries
from motcua.domain.fees.lost_copies import report_lost_copy
from motcua.domain.fees.terms import Method
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing
from motcua.domain.papers.codes import qr
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.amount_words import in_words
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.files.serving import pdf

from ..forms import CollectForm, LostCopyForm
from .entry import AT_DESK, CONCERNED

cite(Kind.SCREEN, "cashier:bill", "4.5.a", "4.5.b")
cite(Kind.SCREEN, "cashier:lost_copy", "4.5.a", "4.5.b")


@require_GET
@holders_of(*CONCERNED)
def bill(request: OfficialRequest, pk: int) -> HttpResponse:
    """The bill as it stands."""
    return _shown(request, found(queries.charge, request.officer, pk, request.at))


@require_POST
@holders_of(Role.CASHIER)
def collect(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take the money and give the receipt."""
    one, form = found(queries.charge, request.officer, pk, request.at), CollectForm(request.POST)
    if not form.is_valid():
        return _shown(request, one, form=form, status=422)
    asked = request.POST.get("amount", "")

    def do() -> str:
        given: dict[str, Any] = form.cleaned_data | {"amount": int(asked) if asked.isdecimal() else one.open}
        collecting.collect(one, **given, by=request.officer, at=request.at)
        return reverse("cashier:bill", args=[one.pk])

    return acting(
        request, do, said="Đã thu tiền, đã lập biên lai.",
        refused=lambda refusal: _shown(request, one, form=form, refusal=refusal),
    )  # fmt: skip


@require_POST
@holders_of(Role.CASHIER)
def give_notice(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Give the payer a notice to take home."""
    one = found(queries.charge, request.officer, pk, request.at)

    def do() -> str:
        notices.issue_fee_notice(one, by=request.officer, at=request.at)
        return reverse("cashier:bill", args=[one.pk])

    said = "Đã lập thông báo nộp phí, lệ phí."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, one, refusal=refusal))


@require_GET
@holders_of(*CONCERNED)
def notice(request: OfficialRequest, pk: int, paper: int) -> HttpResponse:
    """A notice, to print."""
    one = found(queries.notice, request.officer, pk, paper, request.at)
    return pdf(issuing.bytes_of(one, at=request.at), f"thong-bao-nop-phi-{one.number}.pdf")


@holders_of(*AT_DESK)
def lost_copy(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say that a copy of a receipt is lost."""
    receipt, form = found(queries.receipt, request.officer, pk, request.at), LostCopyForm(request.POST or None)
    back = reverse("cashier:bill", args=[receipt.payment.charge_id])

    def do() -> str:
        report_lost_copy(receipt, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    says = ("Biên lai vẫn còn giá trị. Việc mất liên hiện ra ở mọi nơi xem biên lai này.",)
    sheet = FormPage("Báo mất liên biên lai", "Ghi nhận", back, f"Biên lai số {receipt}", says)
    return ask(request, sheet, form, do, said="Đã ghi nhận liên bị mất.")


@require_GET
@holders_of(*AT_DESK)
def paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """A receipt in its three copies, to print again."""
    one = found(queries.receipt, request.officer, pk, request.at)
    if one.paper is None:
        raise Http404
    return pdf(issuing.bytes_of(one.paper, at=request.at), f"bien-lai-{one}.pdf")


def _shown(request: OfficialRequest, one: Any, *, status: int = 200, **more: Any) -> HttpResponse:
    form = CollectForm(initial={"method": Method.CASH})
    context = {"one": one, "form": form, "refusal": None} | more
    receipts = queries.receipts_of(one)
    context |= {"lines": one.lines.order_by("id"), "receipts": receipts, "in_words": in_words(one.open)}
    context["given"] = next((each for each in reversed(receipts) if each.paper and not each.voided_at), None)
    context |= {"shift": queries.shift_of(request.officer), "asked": queries.proposals_of(one)}
    transfer = for_payers.transfer_for(one, request.at)
    context["transfer"] = transfer
    context["code"] = Markup(qr(transfer.code)) if transfer and transfer.code else ""  # noqa: S704
    context["notices"] = queries.notices_of(one)
    context["went_back"] = queries.refunds_by_transfer(one)
    context["may"] = policies.may_collect(request.officer, one.desk_id, request.at)
    return render(request, "cashier/bill.html", context, status=status)
