"""Linked procedures filed as one: which there are, receiving one, what became of it, publishing."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.filed_together import bundle_queries, bundles
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of, officials_only

from .bundling import Bundling, PublishForm

READERS = (Role.RECEIVE, Role.PROCEDURES, Role.WATCH)

cite(Kind.SCREEN, "interlinked:bundles", "5.1.đ-1", "4.1.b")
cite(Kind.SCREEN, "interlinked:receive_bundle", "5.1.đ-1", "5.1.đ-2")
cite(Kind.SCREEN, "interlinked:filing", "5.1.đ-1")
cite(Kind.SCREEN, "interlinked:publish_bundle", "4.1.a-1", "4.1.b")


@require_safe
@holders_of(*READERS)
def all_bundles(request: OfficialRequest) -> HttpResponse:
    """The bundles with their procedures: those to file by, those that wait to be published."""
    rows = [
        (bundle, bundle_queries.names_of(bundle), bundles.may_publish_bundle(request.officer, bundle, request.at))
        for bundle in bundle_queries.bundles()
    ]
    receives = Role.RECEIVE in request.officer.roles_at(request.at)
    return render(request, "interlinked/bundles.html", {"rows": rows, "receives": receives})


@holders_of(Role.RECEIVE)
def receive_bundle(request: OfficialRequest, bundle: str) -> HttpResponseBase:
    """One form for all: the person and each paper once."""
    one = found(bundle_queries.bundle, bundle)
    filled = Bundling(request, one)
    if request.method != "POST":
        return _receiving(request, filled)
    if not filled.forms.is_valid():
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


@holders_of(Role.PROCEDURES)
def publish_bundle(request: OfficialRequest, bundle: str) -> HttpResponseBase:
    """The Centre agrees and publishes it."""
    one = found(bundle_queries.bundle, bundle)
    form = PublishForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _publishing(request, one, form)

    def do() -> str:
        bundles.publish_bundle(one, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("interlinked:bundles")

    said = "Đã công bố nhóm thủ tục liên thông."
    return acting(request, do, said=said, refused=lambda refusal: _publishing(request, one, form, refusal))


def _receiving(
    request: OfficialRequest, filled: Bundling, *, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    named = bundle_queries.names_of(filled.bundle)
    ends = bundle_queries.foreseen(filled.bundle, filled.one_stop, request.at)
    context = {"filled": filled, "form": filled.forms, "named": named, "ends": ends, "refusal": refusal}
    return render(request, "interlinked/receive_bundle.html", context, status=status)


def _publishing(request: OfficialRequest, one: Any, form: Any, refusal: Refused | None = None) -> HttpResponse:
    context = {"bundle": one, "named": bundle_queries.names_of(one), "form": form, "refusal": refusal}
    return render(request, "interlinked/publish_bundle.html", context)
