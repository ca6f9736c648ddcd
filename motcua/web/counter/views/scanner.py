"""The scanner beside the counter: which one it is, what it brought, and what of that nobody needs."""

from urllib.parse import quote

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.counters import inbox
from motcua.domain.dossiers import queries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, holders_of

from ..scanning import COUNTER, Scanner, counter_of

A_YEAR = 365 * 24 * 3600

cite(Kind.SCREEN, "counter:scanner", "5.1.đ-2")


@require_GET
@holders_of(Role.RECEIVE)
def panel(request: OfficialRequest) -> HttpResponse:
    """What waits now, for the page that asks again and again."""
    return render(request, "counter/_scanner.html", {"scanner": _scanner(request), "scanner_error": ""})


@require_POST
@holders_of(Role.RECEIVE)
def choose(request: OfficialRequest) -> HttpResponseBase:
    """Remember at which counter this browser stands."""
    counter = request.POST.get("counter", "")
    answer = redirect("counter:intake")
    if not counter:
        answer.delete_cookie(COUNTER)
    elif counter in _scanner(request).counters:
        secure = request.is_secure()
        answer.set_cookie(COUNTER, quote(counter), max_age=A_YEAR, httponly=True, samesite="Lax", secure=secure)
    return answer


@require_POST
@holders_of(Role.RECEIVE)
def throw_away(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a file out of the inbox that belongs to no dossier."""
    arrival = next((each for each in _scanner(request).waiting if each.pk == pk), None)

    def do() -> str:
        if arrival is None:
            raise inbox.Taken("Tệp này không còn trong hộp của máy quét.")
        inbox.throw_away(arrival)
        return reverse("counter:intake")

    return acting(request, do, said="Đã bỏ tệp khỏi hộp của máy quét.")


def _scanner(request: OfficialRequest) -> Scanner:
    one_stop = queries.one_stop_of(request.officer, request.at)
    if one_stop is None:
        raise NotAllowed("Bạn chưa được bố trí ở nơi tiếp nhận hồ sơ nào.", "3.3-1")
    return Scanner(request.officer, one_stop, counter_of(request), request.at)
