"""Businesses that were declared from home: their paper is compared with what was declared, and confirmed or not."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.citizens import businesses, policies, queries
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import WhyNotForm

cite(Kind.SCREEN, "counter:businesses", "4.1.c")


@require_safe
@holders_of(Role.RECEIVE)
def waiting(request: OfficialRequest) -> HttpResponse:
    """Who waits, the longest first."""
    at_page = queries.to_confirm(request.officer, request.at, place_of(request))
    context = {"rows": at_page.rows, "pages": beside(request, at_page)}
    return render(request, "counter/businesses.html", context)


@require_safe
@holders_of(Role.RECEIVE)
def one(request: OfficialRequest, pk: int) -> HttpResponse:
    """What was declared, beside the paper."""
    business = found(queries.one_to_confirm, request.officer, pk, request.at)
    return render(request, "counter/business.html", {"business": business})


@require_safe
@holders_of(Role.RECEIVE)
def paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """The paper itself."""
    business = found(queries.one_to_confirm, request.officer, pk, request.at)
    return pdf(bytes_of(business.paper), f"Giấy đăng ký {business.tax_code}")  # type: ignore[arg-type]


@holders_of(Role.RECEIVE)
def confirm(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The paper shows what was declared."""
    business = found(queries.one_to_confirm, request.officer, pk, request.at)
    page = _page(request, business, "Xác nhận tổ chức", "Đã đối chiếu, xác nhận",
                 says=("Tên và mã số thuế trên giấy đăng ký khớp với điều đã khai.",))  # fmt: skip

    def do() -> str:
        businesses.confirm_business(business, by=request.officer, at=request.at)
        return reverse("counter:businesses")

    return ask(request, page, Form(request.POST or None), do, said=f"Đã xác nhận {business.name}.")


@holders_of(Role.RECEIVE)
def refuse(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """It does not; the reason is told."""
    business = found(queries.one_to_confirm, request.officer, pk, request.at)
    form = WhyNotForm(request.POST or None)
    page = _page(request, business, "Không xác nhận tổ chức", "Không xác nhận", grave=True,
                 says=("Người khai đọc được lý do và khai lại được.",))  # fmt: skip

    def do() -> str:
        businesses.refuse_business(business, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("counter:businesses")

    return ask(request, page, form, do, said="Đã trả lời người khai.")


def _page(request: OfficialRequest, business: Any, title: str, button: str, **more: Any) -> FormPage:
    return FormPage(
        title=title, about=f"{business.name}, mã số thuế {business.tax_code}", button=button,
        back=reverse("counter:business", args=[business.pk]),
        hindrance=policies.may_confirm_business(request.officer, request.at), **more,
    )  # fmt: skip
