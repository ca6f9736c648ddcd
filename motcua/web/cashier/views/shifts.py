"""The drawer: opened with change, counted blind, closed; a difference somebody else looks at (4.5.a)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.domain.fees import policies, queries, shifts
from motcua.domain.listing import page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.money import show_money
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import CloseForm, CountForm, DifferenceForm, OpenShiftForm, ReasonForm
from .entry import CONCERNED

cite(Kind.SCREEN, "cashier:shift", "4.5.a", "3.2")


@holders_of(Role.CASHIER, Role.ACCOUNTANT)
def shift(request: OfficialRequest) -> HttpResponseBase:
    """The own drawer with what is to be done next, and the shifts of before."""
    own = queries.shift_of(request.officer)
    form = OpenShiftForm(request.POST or None) if own is None else CountForm(request.POST or None)
    if request.method != "POST":
        return _shown(request, own, form)
    if not form.is_valid():
        return _shown(request, own, form, status=422)

    def do() -> str:
        given: dict[str, Any] = form.cleaned_data | {"by": request.officer, "at": request.at}
        if own is None:
            shifts.open_shift(queries.desk_of(request.officer, request.at), **given)
        else:
            shifts.count_drawer(own, **given)
        return reverse("cashier:shift")

    said = "Đã mở ca." if own is None else "Đã ghi số tiền đếm được."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, own, form, refusal))


@holders_of(*CONCERNED)
def close(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """End a shift whose drawer was counted."""
    one = found(queries.shift, request.officer, pk, request.at)
    difference = (one.counted or 0) - (one.expected or 0)
    form = (CloseForm if difference else ReasonForm)(request.POST or None)
    if not difference:
        form.fields.pop("reason")
    sheet = FormPage(
        title="Đóng ca thu tiền", about=f"{one.cashier.name}, {one.desk.name}", button="Đóng ca",
        back=reverse("cashier:shift"), says=_said(one, difference),
        hindrance=policies.may_close(request.officer, one, difference, request.at),
    )  # fmt: skip

    def do() -> str:
        shifts.close_shift(one, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("cashier:shift")

    return ask(request, sheet, form, do, said="Đã đóng ca.")


@holders_of(*CONCERNED)
def settle(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Enter that what was missing was paid, or that what was too much was handed over."""
    one, form = found(queries.shift, request.officer, pk, request.at), DifferenceForm(request.POST or None)
    short = one.difference < 0
    title = "Ghi tiền bồi hoàn" if short else "Ghi tiền thừa đã nộp"
    how = "Người giữ ca nộp đủ số thiếu vào két." if short else "Số thừa đã nộp vào nơi quản lý theo quy định."
    sheet = FormPage(
        title=title, about=f"{one.cashier.name}: {show_money(abs(one.difference))}", button=title,
        back=reverse("cashier:shift"), says=(how,),
        hindrance=policies.may_settle_difference(request.officer, one, request.at),
    )  # fmt: skip

    def do() -> str:
        shifts.settle_difference(one, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("cashier:shift")

    return ask(request, sheet, form, do, said="Đã ghi, sổ không còn chênh lệch của ca này.")


def _said(one: Any, difference: int) -> tuple[str, ...]:
    counted = f"Đếm được {show_money(one.counted or 0)}, theo sổ {show_money(one.expected or 0)}."
    if not difference:
        return (counted, "Tiền khớp sổ.")
    return (counted, f"{'Thừa' if difference > 0 else 'Thiếu'} {show_money(abs(difference))}.")


def _shown(
    request: OfficialRequest, own: Any, form: Any, refusal: Refused | None = None, *, status: int = 200
) -> HttpResponse:
    at_page = page(queries.shifts(request.officer, request.at), "id", place_of(request), newest_first=True)
    by, at = request.officer, request.at
    rows = [(each, each.difference, policies.may_settle_difference(by, each, at)) for each in at_page.rows]
    holds = request.officer.has_role(Role.CASHIER, request.at)
    context = {
        "holds": holds,
        "own": own,
        "form": form,
        "rows": rows,
        "pages": beside(request, at_page),
        "refusal": refusal,
    }
    return render(request, "cashier/shift.html", context, status=status)
