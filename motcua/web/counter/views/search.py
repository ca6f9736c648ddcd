"""Finding a dossier by its code, the name, the phone or the number of its owner.

What is typed comes by POST, so that numbers of persons do not stand in addresses; codes and names go on to an
address that can be kept.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.dossiers.stages import Stage
from motcua.domain.listing import Page, counted, page
from motcua.domain.organisations.roles import Role
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of

from ..show import chips, row

LOOKUP = "/tra-cuu/"
GROUPS = {
    "dang-giai-quyet": ("Đang giải quyết", (Stage.RECEIVED, Stage.TRANSFERRED, Stage.PROCESSING, Stage.APPROVED)),
    "cho-bo-sung": ("Chờ người dân", (Stage.AWAITING_SUPPLEMENT, Stage.AWAITING_PAYMENT, Stage.STOPPED)),
    "cho-tra": ("Chờ trả kết quả", (Stage.RESULT_READY, Stage.REJECTED, Stage.AT_CENTRE, Stage.KEPT)),
    "da-tra": ("Đã trả kết quả", (Stage.DELIVERED,)),
    "da-rut": ("Rút, hủy", (Stage.WITHDRAWN, Stage.CANCELLED, Stage.GIVEN_BACK)),
}


@holders_of(Role.RECEIVE, Role.RETURN)
def search(request: OfficialRequest) -> HttpResponseBase:
    """The dossiers that this official may see and that fit the words, newest first."""
    if request.method != "POST":
        return _shown(request, request.GET.get("tim", "").strip())
    words = request.POST.get("words", "").strip()
    code = code_of(request.officer, words, request.at)
    if code:
        return redirect("counter:dossier", code)
    if _is_number(words):
        return _shown(request, words)
    return redirect(f"{reverse('counter:search')}?{urlencode({'tim': words})}" if words else "counter:search")


def code_of(by: Any, words: str, at: datetime) -> str:
    """The code of the one dossier that a scan means: its code, or the address in the QR of its receipt; else empty."""
    words = words.strip()
    try:
        if LOOKUP in words:
            words = tracking.by_secret(words.rpartition(LOOKUP)[2].strip("/ ")).code or ""
        return str(queries.dossier(by, words, at).code)
    except ObjectDoesNotExist:
        return ""


def _shown(request: OfficialRequest, words: str) -> HttpResponse:
    group = request.GET.get("nhom", "")
    rows, count = Page[Any]([]), None
    if words:
        fitting = queries.search(request.officer, words, request.at)
        if group in GROUPS:
            fitting = fitting.filter(stage__in=GROUPS[group][1])
        rows, count = page(fitting, "id", place_of(request), newest_first=True), counted(fitting)
    context = {
        "words": words,
        "rows": [row(each, request.at) for each in rows.rows],
        "count": count,
        "chips": chips(request, "nhom", ((name, title) for name, (title, _) in GROUPS.items())),
        "pages": beside(request, rows),
        "in_address": "tim" in request.GET,
    }
    return render(request, "counter/search.html", context)


def _is_number(words: str) -> bool:
    return words.replace(" ", "").replace(".", "").removeprefix("+").isdecimal()
