"""Linked procedures filed as one: which there are, receiving one, what became of it."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.filed_together import bundle_drafts, bundle_queries, bundles
from motcua.domain.dossiers.filed_together.bundle_drafts import DRAFTERS
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of, officials_only
from motcua.web.components.paging import beside, place_of
from motcua.web.components.ready_reasons import READY_REASONS
from motcua.web.components.timeline import timeline

from .bundling import Bundling

READERS = (Role.RECEIVE, Role.WATCH, *DRAFTERS)
SHOWN = 20

cite(Kind.SCREEN, "interlinked:bundles", "5.1.đ-1", "4.1.b")
cite(Kind.SCREEN, "interlinked:bundle", "5.1.đ-1", "4.1.b")
cite(Kind.SCREEN, "interlinked:receive_bundle", "5.1.đ-1", "5.1.đ-2")
cite(Kind.SCREEN, "interlinked:filing", "5.1.đ-1")


@require_safe
@holders_of(*READERS)
def all_bundles(request: OfficialRequest) -> HttpResponse:
    """The bundles with their procedures: those to file by, and the drafts of whom they concern."""
    by, at = request.officer, request.at
    at_page = bundle_queries.listed(by, at, place_of(request, SHOWN))
    roles = by.roles_at(at)
    context = {"rows": at_page.rows, "names": bundle_queries.named(at_page.rows), "today": local_day(at)}
    context |= {"receives": Role.RECEIVE in roles, "drafts": bool(roles & set(DRAFTERS))}
    return render(request, "interlinked/bundles.html", context | {"pages": beside(request, at_page)})


@require_safe
@holders_of(*READERS)
def bundle(request: OfficialRequest, bundle: str) -> HttpResponse:
    """One bundle: its procedures, where it is between its two sides, what this official may do with it."""
    by, at = request.officer, request.at
    one = found(bundle_queries.bundle, by, bundle, at)
    waits = one.published_at is None and one.sent_back_at is None
    may = {
        "receive": Role.RECEIVE in by.roles_at(at) and one.valid_from is not None and one.valid_from <= local_day(at),
        "decide": waits and bool(bundle_drafts.may_publish_bundle(by, one, at)),
        "write": bool(bundle_queries.may_write(by, one, at)),
    }
    context = {"bundle": one, "named": bundle_queries.named([one])[one.pk], "may": may}
    return render(request, "interlinked/bundle.html", context | {"told": timeline(bundle_queries.story(one))})


@holders_of(Role.RECEIVE)
def receive_bundle(request: OfficialRequest, bundle: str) -> HttpResponseBase:
    """One form for all: the person once, each paper once with its scan."""
    one = found(bundle_queries.bundle, request.officer, bundle, request.at)
    filled = Bundling(request, one)
    if not filled.deciding:
        return _receiving(request, filled)
    if not filled.forms.is_valid() or filled.troubles:
        return _receiving(request, filled, status=422)

    def do() -> str:
        filing = bundles.receive_bundle(one, form=filled.form(), by=request.officer, at=request.at)
        return reverse("interlinked:filing", args=[filing.pk])

    said = "Đã tiếp nhận cả nhóm hồ sơ."
    return acting(request, do, said=said, refused=lambda refusal: _receiving(request, filled, refusal=refusal))


@require_safe
@officials_only
def filing(request: OfficialRequest, pk: int) -> HttpResponse:
    """What was filed as one: its receipt to print, each dossier as it stands."""
    one = found(bundle_queries.filing, request.officer, pk, request.at)
    return render(request, "interlinked/filing.html", {"filing": one, "dossiers": bundle_queries.of_filing(one)})


def _receiving(
    request: OfficialRequest, filled: Bundling, *, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    filled.show_back()
    context = {
        "filled": filled,
        "form": filled.forms,
        "named": bundle_queries.named([filled.bundle])[filled.bundle.pk],
        "ends": bundle_queries.foreseen(filled.members, filled.one_stop, request.at),
        "refusal": refusal,
        "reasons": READY_REASONS,
    }
    return render(request, "interlinked/receive_bundle.html", context, status=status)
