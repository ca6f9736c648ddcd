"""The matching desk: money that came by itself and fits nowhere, put to its bill or given back (4.5.a, 3.2)."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from motcua.domain.fees import arrival_queries, gateway_asking, matching, policies
from motcua.domain.fees.terms import ArrivalState, Source
from motcua.domain.listing import counted, page
from motcua.domain.papers import scans
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.money import show_money
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import ReasonForm, TransferBackForm
from .entry import AT_DESK, CONCERNED
from .money_out import SAID, SECOND

cite(Kind.SCREEN, "cashier:arrivals", "4.5.a", "4.5.b")
cite(Kind.SCREEN, "cashier:arrival", "4.5.a", "3.2")

STATE, SOURCE = "tinh-trang", "nguon"
ALL = "tat-ca"


@require_safe
@holders_of(*CONCERNED)
def arrivals(request: OfficialRequest) -> HttpResponse:
    """Money that waits, the oldest first; by a chip also what was dealt with, and from which source."""
    asked = request.GET.get(STATE, "")
    state = "" if asked == ALL else asked if asked in ArrivalState.values else ArrivalState.WAITING.value
    source = request.GET.get(SOURCE, "")
    source = source if source in Source.values else ""
    rows = arrival_queries.arrivals(request.officer, request.at, state, source)
    at_page = page(rows, "id", place_of(request), newest_first=state != ArrivalState.WAITING)
    context = {
        "rows": at_page.rows, "count": counted(rows), "pages": beside(request, at_page), "state": state,
        "source": source, "asked": arrival_queries.with_proposal(at_page.rows), "states": ArrivalState.choices,
        "sources": Source.choices, "missing": arrival_queries.missing(request.officer, request.at)[:50],
        "refused": arrival_queries.refused_refunds(request.officer, request.at)[:50],
    }  # fmt: skip
    return render(request, "cashier/arrivals.html", context)


@holders_of(*CONCERNED)
def arrival(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """One sum of money: what is known of it, what it may be for, and what can be done; a form looks for a bill."""
    one = found(arrival_queries.arrival, request.officer, pk, request.at)
    if request.method != "POST":
        return _shown(request, one)
    words = request.POST.get("words", "")
    try:
        charge = arrival_queries.bill_called(request.officer, words, request.at)
    except ObjectDoesNotExist:
        return _shown(request, one, words=words, status=404)
    if arrival_queries.fits(one, charge):
        return _shown(request, one, found_bill=charge)
    return redirect(f"{reverse('cashier:propose_match', args=[pk])}?khoan={charge.reference}")


@require_POST
@holders_of(*AT_DESK)
def match(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Put it to a bill that it fits."""
    one = found(arrival_queries.arrival, request.officer, pk, request.at)
    charge = found(arrival_queries.bill_called, request.officer, request.POST.get("bill", ""), request.at)

    def do() -> str:
        matching.match_arrival(one, charge=charge, by=request.officer, at=request.at)
        return reverse("cashier:bill", args=[charge.pk])

    return acting(request, do, said="Đã ghép, đã lập biên lai.", refused=lambda refusal: _shown(request, one, refusal))


@holders_of(*AT_DESK)
def propose_match(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Ask that it be put to a bill whose sum it is not; where it fits nothing has to be asked."""
    one = found(arrival_queries.arrival, request.officer, pk, request.at)
    charge = found(arrival_queries.bill_called, request.officer, request.GET.get("khoan", ""), request.at)
    form, rest = ReasonForm(request.POST or None), one.amount - charge.open
    says = [f"Tiền đến {show_money(one.amount)}, {charge.payer} còn phải nộp {show_money(charge.open)}."]
    if rest > 0:
        says.append(f"Khi được đồng ý: khoản thu nộp đủ, {show_money(rest)} trả lại người gửi.")
    elif rest < 0:
        says.append(f"Khi được đồng ý: lập biên lai {show_money(one.amount)}, còn thu tiếp {show_money(-rest)}.")
    sheet = FormPage(
        title="Đề nghị ghép tiền đến", about=f"{charge.code or charge.reference} · {charge.department.name}",
        button="Gửi đề nghị", back=reverse("cashier:arrival", args=[pk]), says=(*says, SECOND),
        hindrance=policies.may_match(request.officer, one.desk_id, request.at),
    )  # fmt: skip

    def do() -> str:
        given = {**form.cleaned_data, "by": request.officer, "at": request.at}
        matching.propose_match(one, charge=charge, **given)
        return reverse("cashier:arrival", args=[pk])

    return ask(request, sheet, form, do, said=SAID)


@holders_of(*AT_DESK)
def give_back(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Ask that it go back to who sent it."""
    one, form = found(arrival_queries.arrival, request.officer, pk, request.at), ReasonForm(request.POST or None)
    way = "Cổng thanh toán chuyển trả." if one.source == Source.GATEWAY else "Kế toán chuyển trả theo tài khoản gửi."
    sheet = FormPage(
        title="Đề nghị trả lại tiền đến", about=f"{show_money(one.amount)}, {one.payer or 'không rõ người gửi'}",
        button="Gửi đề nghị", back=reverse("cashier:arrival", args=[pk]), says=(way, SECOND),
        hindrance=policies.may_match(request.officer, one.desk_id, request.at),
    )  # fmt: skip

    def do() -> str:
        matching.propose_return(one, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("cashier:arrival", args=[pk])

    return ask(request, sheet, form, do, said=SAID)


@holders_of(*CONCERNED)
def agree(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Agree to what somebody else proposed; what people transfer back, with the bank's document."""
    one = found(arrival_queries.arrival, request.officer, pk, request.at)
    asked = arrival_queries.proposal_of(one)
    if asked is not None and matching.goes_back_by_people(asked, one):
        return _agree_with_document(request, one, asked)
    if request.method != "POST":
        return redirect("cashier:arrival", pk)

    def do() -> str:
        matching.agree_to_arrival(_asked(one), by=request.officer, at=request.at)
        return reverse("cashier:arrival", args=[pk])

    return acting(request, do, said="Đã đồng ý.", refused=lambda refusal: _shown(request, one, refusal))


@require_safe
@holders_of(*CONCERNED)
def document(request: OfficialRequest, pk: int) -> HttpResponse:
    """The scanned document of the transfer by which it went back."""
    one = found(arrival_queries.arrival, request.officer, pk, request.at)
    scanned = next((each.document_file for each in arrival_queries.decided_of(one) if each.document_file), None)
    if scanned is None:
        raise Http404
    return pdf(scans.bytes_of(scanned), f"chung-tu-tra-lai-{one.pk}.pdf")


@holders_of(*CONCERNED)
def decline(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say no, with the reason."""
    one, form = found(arrival_queries.arrival, request.officer, pk, request.at), ReasonForm(request.POST or None)
    asked = arrival_queries.proposal_of(one)
    may = policies.may_decide_arrival(request.officer, asked, one.desk_id, request.at) if asked else None
    back = reverse("cashier:arrival", args=[pk])
    sheet = FormPage(title="Không đồng ý", about=show_money(one.amount), button="Không đồng ý", back=back,
                     hindrance=may)  # fmt: skip

    def do() -> str:
        matching.decline_arrival(_asked(one), **form.cleaned_data, by=request.officer, at=request.at)
        return back

    return ask(request, sheet, form, do, said="Đã ghi không đồng ý.")


@holders_of(*AT_DESK)
def explain(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say what became of a payment that the gateway did not hand on."""
    one = found(arrival_queries.missing(request.officer, request.at).get, pk=pk)
    form = ReasonForm(request.POST or None)
    sheet = FormPage(
        title="Giải thích khoản thiếu trong bảng đối soát", about=f"{one.reference}, {show_money(one.amount)}",
        button="Ghi giải thích", back=reverse("cashier:arrivals"),
        hindrance=policies.may_keep_books(request.officer, one.charge.desk_id, request.at),
    )  # fmt: skip

    def do() -> str:
        gateway_asking.explain_missing(one, why=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return reverse("cashier:arrivals")

    return ask(request, sheet, form, do, said="Đã ghi giải thích.")


def _agree_with_document(request: OfficialRequest, one: Any, asked: Any) -> HttpResponseBase:
    form = TransferBackForm(request.POST or None, request.FILES or None, initial={"on": local_day(request.at)})
    back = reverse("cashier:arrival", args=[one.pk])
    rest = one.amount - (asked.charge.open if asked.charge else 0)
    sheet = FormPage(
        title="Đồng ý và ghi chứng từ trả lại", about=f"{show_money(rest)} trả lại {one.payer or 'người gửi'}",
        button="Đồng ý", back=back, template="cashier/file_form.html",
        says=("Ghi chứng từ của lần chuyển khoản trả lại người gửi.",),
        hindrance=policies.may_decide_arrival(request.officer, asked, one.desk_id, request.at),
    )  # fmt: skip

    def do() -> str:
        matching.agree_to_arrival(asked, document=form.given(), by=request.officer, at=request.at)
        return back

    return ask(request, sheet, form, do, said="Đã đồng ý.")


def _asked(one: Any) -> Any:
    proposal = arrival_queries.proposal_of(one)
    if proposal is None:
        raise Refused("Đề nghị này đã được quyết định.", "3.2")
    return proposal


def _shown(
    request: OfficialRequest, one: Any, refusal: Refused | None = None, *, words: str = "", found_bill: Any = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    waits = one.state == ArrivalState.WAITING
    asked = arrival_queries.proposal_of(one) if waits else None
    context = {
        "one": one, "refusal": refusal, "words": words, "asked": asked,
        "decided": arrival_queries.decided_of(one),
        "suggestions": arrival_queries.suggestions(one, found_bill) if waits and asked is None else [],
        "may": policies.may_match(request.officer, one.desk_id, request.at),
        "by_people": asked is not None and matching.goes_back_by_people(asked, one),
        "may_decide": policies.may_decide_arrival(request.officer, asked, one.desk_id, request.at) if asked else None,
    }  # fmt: skip
    return render(request, "cashier/arrival.html", context, status=status)
