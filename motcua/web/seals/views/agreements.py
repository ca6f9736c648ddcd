"""Agreements between departments and the Centre: entered once, agreed by both heads, ended by either (4.1.đ, 5.4)."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.papers import scans
from motcua.domain.regulation.answers import Answer, Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.seals import agreements as acts
from motcua.domain.seals import keeping, policies, queries
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.timeline import timeline
from motcua.web.files.serving import pdf

from ..forms import AgreementForm, EndForm, NothingForm, RegistrationForm, days, upload_of
from .seals import CONCERNED

cite(Kind.SCREEN, "seals:agreements", "4.1.đ", "5.4")
cite(Kind.SCREEN, "seals:register_seal", "5.4")

WITH_FILE = "seals/file_form.html"


@require_GET
@holders_of(*CONCERNED)
def agreements(request: OfficialRequest) -> HttpResponse:
    """All agreements of which the official has to know."""
    rows = queries.agreements(request.officer, request.at)
    may_propose = bool(queries.departments(request.officer, request.at))
    context = {"rows": rows, "may_propose": may_propose, "today": local_day(request.at), "days": days}
    return render(request, "seals/agreements.html", context)


@require_GET
@holders_of(*CONCERNED)
def agreement(request: OfficialRequest, pk: int) -> HttpResponse:
    """One agreement: what it says, who has agreed, and what this official may do."""
    one = _one(request, pk)
    by, at = request.officer, request.at
    may = {
        "department": policies.may_agree_as_department(by, one, at),
        "centre": policies.may_agree_as_centre(by, one, at),
        "end": policies.may_end(by, one, at),
        "register": policies.may_register(by, one.department_id, at),
    }
    context = {"one": one, "may": may, "today": local_day(at), "days": days, "told": timeline(queries.story(one))}
    context |= {"procedures": list(one.procedures.order_by("code")) if not one.covers_all else []}
    return render(request, "seals/agreement.html", context)


@require_GET
@holders_of(*CONCERNED)
def signed_copy(request: OfficialRequest, pk: int) -> HttpResponse:
    """The scan of what was signed on paper."""
    one = _one(request, pk)
    if one.signed_copy is None:
        raise Http404
    return pdf(scans.bytes_of(one.signed_copy), f"Quy chế {one.number}")


@holders_of(*CONCERNED)
def propose(request: OfficialRequest) -> HttpResponseBase:
    """Enter what both sides signed on paper."""
    departments = queries.departments(request.officer, request.at)
    form = AgreementForm(request.POST or None, request.FILES or None, departments=departments)
    sheet = FormPage(
        "Nhập quy chế về con dấu thứ hai",
        "Nhập quy chế",
        reverse("seals:agreements"),
        says=("Quy chế áp dụng khi thủ trưởng của sở, ngành và lãnh đạo Trung tâm đều đã thống nhất tại đây.",),
        template=WITH_FILE,
    )

    def do() -> str:
        terms, file = _terms(form), upload_of(form.cleaned_data["signed_copy"])
        (centre, *_) = queries.centres(request.at)
        signs = {"by": request.officer, "at": request.at}
        made = acts.propose_seal_agreement(form.chosen(), centre, terms=terms, signed_copy=file, **signs)
        return reverse("seals:agreement", args=[made.pk])

    return ask(request, sheet, form, do, said="Đã nhập quy chế, chờ hai bên thống nhất.")


@holders_of(*CONCERNED)
def as_department(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The head of the department agrees."""
    one = _one(request, pk)
    may = policies.may_agree_as_department(request.officer, one, request.at)
    return _agree(request, one, acts.agree_seal_as_department, may, "Thống nhất thay mặt sở, ngành")


@holders_of(*CONCERNED)
def as_centre(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The head of the Centre agrees."""
    one = _one(request, pk)
    may = policies.may_agree_as_centre(request.officer, one, request.at)
    return _agree(request, one, acts.agree_seal_as_centre, may, "Thống nhất thay mặt Trung tâm")


@holders_of(*CONCERNED)
def end(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Either head ends it after a day."""
    one, form = _one(request, pk), EndForm(request.POST or None)
    sheet = _sheet(
        one,
        "Chấm dứt quy chế",
        "Chấm dứt",
        warns=("Sau ngày này kết quả của sở, ngành không còn được đóng dấu tại Trung tâm.",),
        grave=True,
        hindrance=policies.may_end(request.officer, one, request.at),
    )

    def do() -> str:
        acts.end_seal_agreement(one, **form.cleaned_data, by=request.officer, at=request.at)
        return _address(one)

    return ask(request, sheet, form, do, said="Đã ghi ngày chấm dứt quy chế.")


@holders_of(*CONCERNED)
def register_seal(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The department enters the seal it has registered."""
    one = _one(request, pk)
    stopped = queries.replaceable(one)
    form = RegistrationForm(request.POST or None, request.FILES or None, stopped=stopped)
    sheet = _sheet(
        one,
        "Đăng ký con dấu thứ hai",
        "Đăng ký con dấu",
        says=("Con dấu còn do bạn giữ cho đến khi người giữ dấu của Trung tâm xác nhận đã nhận.",),
        hindrance=policies.may_register(request.officer, one.department_id, request.at),
        template=WITH_FILE,
    )

    def do() -> str:
        given = form.cleaned_data
        new = keeping.Registration(given["number"], given["on"], upload_of(given["sample"]), form.replaced())
        seal = keeping.register_seal(one, registration=new, by=request.officer, at=request.at)
        return reverse("seals:seal", args=[seal.pk])

    return ask(request, sheet, form, do, said="Đã đăng ký con dấu. Hãy giao con dấu cho Trung tâm.")


def _one(request: OfficialRequest, pk: int) -> Any:
    return found(queries.agreement, request.officer, pk, request.at)


def _address(one: Any) -> str:
    return reverse("seals:agreement", args=[one.pk])


def _sheet(one: Any, title: str, button: str, **more: Any) -> FormPage:
    return FormPage(title, button, _address(one), about=f"{one.department.name} · {one.number}", **more)


def _agree(request: OfficialRequest, one: Any, act: Callable[..., Any], may: Answer, title: str) -> HttpResponseBase:
    says = (f"Quy chế {one.number} có hiệu lực {days(one.valid_from, one.valid_to)}.",)
    more = "Khi hai bên đều đã thống nhất, kết quả có ngày từ hôm sau trở đi chỉ được trả khi đã đóng dấu."
    sheet = _sheet(one, title, "Thống nhất", says=(*says, more), hindrance=may)

    def do() -> str:
        act(one, by=request.officer, at=request.at)
        return _address(one)

    return ask(request, sheet, NothingForm(request.POST or None), do, said="Đã ghi nhận việc thống nhất.")


def _terms(form: AgreementForm) -> acts.Terms:
    given, wanted = form.cleaned_data, form.wanted()
    procedures = list(queries.procedures_of(form.chosen()).filter(code__in=wanted)) if wanted else []
    if unknown := set(wanted) - {each.code for each in procedures}:
        raise Refused(f"Không có thủ tục của sở, ngành này mang mã {', '.join(sorted(unknown))}.", "5.4")
    return acts.Terms(given["number"], given["signed_on"], given["valid_from"], given["valid_to"], procedures)
