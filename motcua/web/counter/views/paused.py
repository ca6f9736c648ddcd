"""Dossiers that wait for their applicants otherwise than for papers: a payment, their wish, their papers to fetch."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.stages import Stage
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.dossier.show.page import address_of

from ..show import pause_row

cite(Kind.SCREEN, "counter:paused", "4.5.a", "3.3-1", "4.1.e")

# The tabs: their names in the address, their titles, the stages they show, the act that ends the waiting.
TABS = {
    "nop-tien": ("Chờ nộp tiền", (Stage.AWAITING_PAYMENT,), "payment_proven"),
    "theo-yeu-cau": ("Tạm dừng theo yêu cầu", (Stage.STOPPED,), "resume"),
    "tra-giay-to": ("Chờ trả giấy tờ", (Stage.WITHDRAWN, Stage.CANCELLED), "give_back_papers"),
}


@require_GET
@holders_of(Role.RECEIVE, Role.RETURN)
def paused(request: OfficialRequest) -> HttpResponse:
    """Those that were received here and wait, by what they wait for; each leads to the act that ends it."""
    tab = request.GET.get("o", "")
    tab = tab if tab in TABS else "nop-tien"
    lists = {name: queries.at_desk(request.officer, request.at, *stages) for name, (_, stages, _) in TABS.items()}
    shown = lists[tab].select_related("early_end").prefetch_related("clock_stops")
    at_page = page(shown, "id", place_of(request))
    counts = {name: counted(rows) for name, rows in lists.items()}
    title, _, act = TABS[tab]
    context = {
        "rows": [(pause_row(each, request.at), address_of(act, each.code)) for each in at_page.rows],
        "tabs": [(f"{TABS[name][0]} ({counts[name]})", f"?o={name}", name == tab) for name in TABS],
        "tab": tab,
        "title": title,
        "count": counts[tab],
        "pages": beside(request, at_page),
    }
    return render(request, "counter/paused.html", context)
