"""Scan or type a code, and the bill is there; a dossier that has none yet gets one (4.5.a)."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.domain.dossiers import bills
from motcua.domain.fees import queries
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import AskForm, AskMoreForm
from .entry import AT_DESK

cite(Kind.SCREEN, "cashier:queue", "4.5.a")
cite(Kind.SCREEN, "cashier:ask_fees", "4.5.a", "5.3.a")
cite(Kind.SCREEN, "cashier:ask_more", "4.5.a", "5.3.a")

LOOKUP = "/tra-cuu/"


@holders_of(*AT_DESK)
def queue(request: OfficialRequest) -> HttpResponseBase:
    """What waits to be paid, the first that came on top; a scanned or typed code opens its bill at once."""
    if request.method != "POST":
        return _shown(request)
    words = request.POST.get("words", "").strip()
    address = _address_of(request, words)
    return redirect(address) if address else _shown(request, words=words, status=404 if words else 200)


@holders_of(*AT_DESK)
def ask_fees(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Make the bill of a dossier from its tariff: what applies, for how many pages."""
    dossier = found(bills.dossier_to_pay, request.officer, code, request.at)
    if (bill := bills.bill_of(dossier)) is not None:
        return redirect("cashier:bill", bill.pk)
    lines = bills.lines_for(dossier)
    form = AskForm(request.POST or None, lines=lines)
    sheet = FormPage(
        title="Lập khoản thu", about=f"{code} · {dossier.version.name}", button="Lập khoản thu",
        back=reverse("cashier:queue"),
        says=("Mức thu là mức đang áp dụng vào ngày tiếp nhận hồ sơ.",) if lines else (),
        warns=() if lines else ("Thủ tục này không thu phí, lệ phí.",),
    )  # fmt: skip

    def do() -> str:
        made = bills.ask_fees(dossier, counts=_counted(form), by=request.officer, at=request.at)
        return reverse("cashier:bill", args=[made.pk])

    return ask(request, sheet, form, do, said="Đã lập khoản thu.")


@holders_of(*AT_DESK)
def ask_more(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Add to the bill of a dossier that turned out larger, with the reason."""
    dossier = found(bills.dossier_to_pay, request.officer, code, request.at)
    if (bill := bills.bill_of(dossier)) is None:
        return redirect("cashier:ask_fees", code)
    form = AskMoreForm(request.POST or None, lines=bills.lines_for(dossier))
    sheet = FormPage(
        title="Thu thêm", about=f"{code} · {dossier.version.name}", button="Thu thêm",
        back=reverse("cashier:bill", args=[bill.pk]),
        says=("Mức thu là mức đang áp dụng vào ngày tiếp nhận hồ sơ. Phần đã nộp vẫn giữ nguyên.",),
    )  # fmt: skip

    def do() -> str:
        more = form.cleaned_data["reason"]
        made = bills.ask_more(dossier, counts=_counted(form), reason=more, by=request.officer, at=request.at)
        return reverse("cashier:bill", args=[made.pk])

    return ask(request, sheet, form, do, said="Đã ghi khoản thu thêm.")


def _counted(form: AskForm) -> dict[int, bills.Count]:
    return {pk: bills.Count(**count) for pk, count in form.counts().items()}


def _address_of(request: OfficialRequest, words: str) -> str:
    """Where a scan leads: to the one bill it names, or to a dossier that has none yet; else nowhere."""
    called = queries.charges_called(request.officer, words, request.at)
    if called:
        return reverse("cashier:bill", args=[called[0].pk])
    try:
        if LOOKUP in words:
            secret = words.rpartition(LOOKUP)[2].strip("/ ")
            return reverse("cashier:ask_fees", args=[bills.code_by_secret(request.officer, secret, request.at)])
        dossier = bills.dossier_to_pay(request.officer, words.upper(), request.at)
        return reverse("cashier:ask_fees", args=[dossier.code])
    except ObjectDoesNotExist:
        return ""


def _given_up(request: OfficialRequest) -> str:
    """How many electronic receipts wait for the accountant; nothing for others."""
    if not request.officer.has_role(Role.ACCOUNTANT, request.at):
        return ""
    some = counted(queries.given_up_receipts(request.officer, request.at))
    return str(some) if some.number else ""


def _shown(request: OfficialRequest, words: str = "", status: int = 200) -> HttpResponse:
    waiting = queries.waiting(request.officer, request.at)
    at_page = page(waiting, "id", place_of(request))
    context: dict[str, Any] = {"rows": at_page.rows, "count": counted(waiting), "pages": beside(request, at_page)}
    context |= {"words": words, "shift": queries.shift_of(request.officer)}
    context["given_up"] = _given_up(request)
    context["is_cashier"] = request.officer.has_role(Role.CASHIER, request.at)
    return render(request, "cashier/queue.html", context, status=status)
