"""Dossiers that wait for the applicant, and taking in what was asked for (5.1.e-2)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import files, queries
from motcua.domain.dossiers.stages import Stage
from motcua.domain.dossiers.supplement import accept_supplement
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.queries import handled
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.components.ready_reasons import READY_REASONS
from motcua.web.components.typed import Several
from motcua.web.files.show import printed

from .. import papers, scanning
from ..drafting import key_kept
from ..show import days_since

cite(Kind.SCREEN, "counter:supplement", "5.1.e-2", "5.1.d")


@require_GET
@holders_of(Role.RECEIVE)
def supplements(request: OfficialRequest) -> HttpResponse:
    """Those that were received here and wait, the longest waiting first."""
    waiting = queries.at_desk(request.officer, request.at, Stage.AWAITING_SUPPLEMENT)
    at_page = page(waiting.prefetch_related("supplement_requests"), "id", place_of(request))
    rows = [(one, asked, days_since(asked.asked_at, request.at)) for one in at_page.rows for asked in _open(one)]
    context = {"rows": rows, "count": counted(waiting), "pages": beside(request, at_page)}
    return render(request, "counter/supplements.html", context)


@holders_of(Role.RECEIVE)
def supplement(request: OfficialRequest, code: str) -> HttpResponseBase:
    """The papers that were asked for, to be handed in all together; their scans are kept as they come."""
    return _Supplement(request, code).answer()


class _Supplement:
    """The screen of one supplement, as it was filled so far."""

    def __init__(self, request: OfficialRequest, code: str) -> None:
        self.request, self.by, self.at = request, request.officer, request.at
        self.dossier = found(queries.dossier, self.by, code, self.at)
        self.asked = queries.asked_for(self.dossier)
        self.deciding = request.POST.get("decide") == "accept"
        self.key = key_kept(request.POST.get("key", ""))
        sent = request.POST.copy()
        if "unscan" in sent:
            sent[f"c{sent['unscan']}-scan"] = ""
        components, items = handled(self.dossier.version_id).components, self.asked.items if self.asked else ()
        self.papers = papers.asked_again(components, items, sent, check=self.deciding)
        scanning.take_in(request, self.papers, key=self.key, by=self.by, at=self.at)
        self.form = Several([paper.form for paper in self.papers])

    def answer(self) -> HttpResponseBase:
        """Show it, or take the papers in."""
        if not self.deciding:
            return self.shown()
        if not self.form.is_valid() or self.troubles:
            return self.shown(status=422)
        said = "Đã nhận đủ giấy tờ bổ sung; thời hạn giải quyết tính lại từ đầu."
        return acting(self.request, self.accept, said=said, refused=self.shown)

    def accept(self) -> str:
        """Make the call."""
        brought = papers.brought(self.papers)
        draft = files.draft_stream(self.by, self.key) if any(each.scan_id for each in brought) else ""
        accept_supplement(self.dossier, brought=brought, draft=draft, by=self.by, at=self.at)
        return reverse("counter:dossier", args=[self.dossier.code])

    @property
    def troubles(self) -> list[str]:
        """Files that could not be taken in."""
        return [paper.why for paper in self.papers if paper.why]

    def shown(self, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
        """The screen."""
        scanning.show_back(self.papers, key=self.key, by=self.by)
        slip = printed(self.asked.paper) if self.asked and self.asked.paper else None
        context = {"supplement": self, "dossier": self.dossier, "asked": self.asked, "slip": slip}
        context |= {"form": self.form, "refusal": refusal, "reasons": READY_REASONS}
        return render(self.request, "counter/supplement.html", context, status=status)


def _open(one: Any) -> list[Any]:
    return [asked for asked in one.supplement_requests.all() if asked.completed_at is None]
