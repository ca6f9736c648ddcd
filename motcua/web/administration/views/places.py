"""From where leaders approve: networks and devices of the one-stops, and what was permitted for a time (5.1.c-2)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.organisations import placing, queries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.entrance import OfficialRequest, found, holders_of, key_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.where import address_of, here, remember

from ..place_forms import DeviceForm, NetworkForm, PermitForm, WhyForm

for _page in ("places", "add_network", "close_network", "enrol_device", "revoke_device"):
    cite(Kind.SCREEN, f"administration:{_page}", "5.1.c-2")
cite(Kind.SCREEN, "administration:allow_elsewhere", "5.1.c-2")
cite(Kind.SCREEN, "administration:end_elsewhere", "5.1.c-2")


@require_GET
@holders_of(Role.ADMIN)
def places(request: OfficialRequest) -> HttpResponse:
    """All of it on one page, and where this browser itself is taken to be."""
    today = local_day(request.at)
    context = {
        "networks": placing.networks(),
        "devices": placing.devices(),
        "permits": placing.permits(today),
        "today": today,
        "here": here(request),
    }
    return render(request, "administration/places.html", context)


@holders_of(Role.ADMIN)
def add_network(request: OfficialRequest) -> HttpResponseBase:
    """Enter the addresses of a one-stop's rooms."""
    form = NetworkForm(request.POST or None, offices=_one_stops(request))

    def do() -> str:
        given = {"cidr": form.cleaned_data["cidr"], "label": form.cleaned_data["label"]}
        placing.add_approval_network(form.chosen, **given, by=request.officer, at=request.at)
        return _back()

    says = (f"Yêu cầu này đến từ địa chỉ {address_of(request)}.",)
    page = FormPage("Khai báo mạng của Trung tâm", "Khai báo", _back(), says=says)
    return ask(request, page, form, do, said="Đã khai báo mạng.")


@holders_of(Role.ADMIN)
def close_network(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """These addresses say nothing any more."""
    one = found(placing.one, placing.networks(), pk)

    def do() -> str:
        placing.close_approval_network(one, by=request.officer, at=request.at)
        return _back()

    says = ("Từ lúc này, phê duyệt từ các địa chỉ này là phê duyệt ngoài Trung tâm.",)
    page = FormPage("Thôi dùng mạng", "Thôi dùng", _back(), f"{one.cidr} ({one.label})", says, grave=True)
    return ask(request, page, Form(request.POST or None), do, said="Đã thôi dùng mạng.")


@holders_of(Role.ADMIN)
def enrol_device(request: OfficialRequest) -> HttpResponseBase:
    """Register this very computer; its browser gets the signed key that proves it from now on."""
    form = DeviceForm(request.POST or None, offices=_one_stops(request))

    def do() -> str:
        given = {"key": key_of(request), "name": form.cleaned_data["name"]}
        placing.enrol_device(form.chosen, **given, by=request.officer, at=request.at)
        return _back()

    says = (
        "Hãy mở trang này trên chính máy đặt tại Trung tâm: trình duyệt của máy giữ một khóa đã ký.",
        "Xóa dữ liệu trình duyệt là mất khóa; khi đó đăng ký lại và thu hồi khóa cũ.",
    )
    page = FormPage("Đăng ký máy này", "Đăng ký máy này", _back(), says=says)
    answer = ask(request, page, form, do, said="Đã đăng ký máy này.")
    if answer.status_code == 302:
        remember(answer, key_of(request))
    return answer


@holders_of(Role.ADMIN)
def revoke_device(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a registration back."""
    one = found(placing.one, placing.devices(), pk)
    form = WhyForm(request.POST or None)

    def do() -> str:
        placing.revoke_device(one, **form.cleaned_data, by=request.officer, at=request.at)
        return _back()

    about = f"{one.name}, {one.office.name}"
    page = FormPage("Thu hồi thiết bị", "Thu hồi", _back(), about, grave=True)
    return ask(request, page, form, do, said="Đã thu hồi thiết bị.")


@holders_of(Role.ADMIN)
def allow_elsewhere(request: OfficialRequest) -> HttpResponseBase:
    """Enter what permits a body to decide elsewhere on some days."""
    offices = queries.offices(local_day(request.at)).exclude(kind="division")
    form = PermitForm(request.POST or None, offices=offices, initial={"from_on": local_day(request.at)})

    def do() -> str:
        said = form.cleaned_data
        days = placing.Days(said["document"], said["from_on"], said["to_on"])
        placing.allow_elsewhere(form.chosen, days=days, by=request.officer, at=request.at)
        return _back()

    says = ("Mỗi lần quyết định hồ sơ ngoài Trung tâm vẫn được ghi lại là vi phạm, kèm lý do của người quyết định.",)
    page = FormPage("Cho phép phê duyệt ngoài Trung tâm", "Cho phép", _back(), says=says)
    return ask(request, page, form, do, said="Đã cho phép.")


@holders_of(Role.ADMIN)
def end_elsewhere(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The body decides at the Centre again."""
    one = found(placing.one, placing.permits(local_day(request.at)), pk)

    def do() -> str:
        placing.end_elsewhere(one, by=request.officer, at=request.at)
        return _back()

    about = f"{one.office.name}, theo {one.document}, đến hết ngày {show_date(one.to_on)}"
    page = FormPage("Thôi cho phép phê duyệt ngoài Trung tâm", "Thôi cho phép", _back(), about, grave=True)
    return ask(request, page, Form(request.POST or None), do, said="Đã thôi cho phép từ ngày mai.")


def _one_stops(request: OfficialRequest) -> Any:
    return queries.offices(local_day(request.at), *placing.ONE_STOPS)


def _back() -> str:
    return reverse("administration:places")
