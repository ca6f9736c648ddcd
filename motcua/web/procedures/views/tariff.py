"""What is to be paid for a procedure: every line with its days, and announcing other ones (5.3.a)."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.procedures import policies, queries
from motcua.domain.procedures.rows import fee_parts
from motcua.domain.procedures.tariff import announce_tariff as announce
from motcua.domain.procedures.tariff import tariff_of, tariff_on
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, show
from motcua.web.components.typed import BUTTON, rearranged

from ..tariff_form import TariffForm
from .lists import AT_DESK

cite(Kind.SCREEN, "procedures:tariff", "5.3.a", "4.5.a")
cite(Kind.SCREEN, "procedures:announce_tariff", "5.3.a", "4.5.a")


@require_GET
@holders_of(*AT_DESK)
def tariff(request: OfficialRequest, code: str) -> HttpResponse:
    """The lines of today, those to come and those of before, each with the document that says so."""
    procedure, today = found(queries.procedure_for, request.officer, code, request.at), local_day(request.at)
    context = {
        "procedure": procedure,
        "lines": tariff_of(procedure),
        "today": today,
        "may_announce": policies.may_announce_tariff(request.officer, procedure, request.at),
    }
    return render(request, "procedures/tariff.html", context)


@holders_of(*AT_DESK)
def announce_tariff(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Enter what a department announced in writing: all lines from a day on."""
    by, at = request.officer, request.at
    procedure, back = found(queries.procedure_for, by, code, at), reverse("procedures:tariff", args=[code])
    pressed = request.method == "POST" and bool(request.POST.get(BUTTON))
    sent = rearranged(request.POST) if request.method == "POST" else None
    form = TariffForm(fee_parts(tariff_on(procedure.pk, local_day(at))), sent, check=not pressed)

    def do() -> str:
        announce(procedure, **form.given(), by=by, at=at)
        return back

    says = (
        "Ghi đủ mọi khoản thu: các khoản cũ hết hiệu lực vào ngày trước đó. Bỏ hết các dòng nghĩa là không thu nữa.",
    )
    may = policies.may_announce_tariff(by, procedure, at)
    template, more = "procedures/announce_tariff.html", {"tariff": form}
    page = FormPage(
        "Thông báo mức thu mới",
        "Lưu mức thu mới",
        back,
        f"Thủ tục {code}",
        says,
        hindrance=may,
        template=template,
        more=more,
    )
    if sent is None or pressed:
        return show(request, page, form)
    if not form.is_valid():
        return show(request, page, form, status=UNPROCESSABLE)
    said = "Đã lưu mức thu mới."
    return acting(request, do, said=said, refused=lambda refusal: show(request, page, form, refusal=refusal))
