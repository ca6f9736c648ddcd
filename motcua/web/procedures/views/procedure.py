"""One procedure: where its versions, process, fees and people stand; one version in full; two versions compared."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.journal.queries import entries
from motcua.domain.procedures import policies, queries
from motcua.domain.procedures.authorisation import authorisations_on
from motcua.domain.procedures.component_forms import forms_of
from motcua.domain.procedures.publication import missing_parts
from motcua.domain.procedures.rows import parts_of
from motcua.domain.procedures.tariff import tariff_on
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.desks import desks_of
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.timeline import timeline

from ..comparing import compared
from ..pictures import picture_of
from ..possible import on_procedure
from .lists import AT_DESK

cite(Kind.SCREEN, "procedures:procedure", "4.1.b", "5.1.b", "5.1.c-1", "4.1.a-1")
cite(Kind.SCREEN, "procedures:version", "5.1.a-1", "4.1.b")
cite(Kind.SCREEN, "procedures:differences", "5.1.b", "4.2.a")


@require_GET
@holders_of(*AT_DESK)
def procedure(request: OfficialRequest, code: str) -> HttpResponse:
    """Everything about a procedure on one page, and what may be done with it, or why not."""
    by, at, today = request.officer, request.at, local_day(request.at)
    one = found(queries.procedure_for, by, code, at)
    versions = queries.versions_for(by, one, at)
    processes = queries.processes_for(by, one, at)
    in_force = next((each for each in processes if each.state == "in_force"), None)
    context = {
        "procedure": one,
        "newest": versions[0] if versions else None,
        "versions": [(version, queries.standing_of(version, today)) for version in versions],
        "missing": missing_parts(parts_of(versions[0])) if versions and versions[0].state == "draft" else [],
        "fees": tariff_on(one.pk, today),
        "processes": processes,
        "picture": picture_of(queries.plan_to_show(in_force)) if in_force else None,
        "named": authorisations_on(one.pk, today),
        "possible": on_procedure(by, one, versions, at),
        "told": timeline(entries(one)) if policies.may_see_drafts(by, one.owner, at) else [],
        "may_follow": any(desk.name == "processes" for desk in desks_of(by, at)),
    }
    return render(request, "procedures/procedure.html", context)


@require_GET
@holders_of(*AT_DESK)
def version(request: OfficialRequest, code: str, number: int) -> HttpResponse:
    """One version with all its constituent parts, as it was written."""
    one = found(queries.procedure_for, request.officer, code, request.at)
    shown = _version(queries.versions_for(request.officer, one, request.at), number)
    context = {
        "procedure": one,
        "version": shown,
        "parts_written": parts_of(shown),
        "forms": forms_of(shown.components.all()),
        "standing": queries.standing_of(shown, local_day(request.at)),
        "missing": missing_parts(parts_of(shown)) if shown.state == "draft" else [],
        "may_draft": policies.may_draft(request.officer, one.owner, request.at),
    }
    return render(request, "procedures/version.html", context)


@require_GET
@holders_of(*AT_DESK)
def differences(request: OfficialRequest, code: str) -> HttpResponse:
    """What a version says otherwise than another: part by part, what was taken out and what was added."""
    one = found(queries.procedure_for, request.officer, code, request.at)
    versions = queries.versions_for(request.officer, one, request.at)
    if len(versions) < 2:
        raise Http404
    numbers = [each.number for each in versions]
    new = _version(versions, _asked(request.GET.get("moi", ""), numbers[0]))
    old = _version(
        versions, _asked(request.GET.get("cu", ""), next((n for n in numbers if n < new.number), numbers[-1]))
    )
    context = {
        "procedure": one,
        "numbers": numbers,
        "old": old,
        "new": new,
        "changes": compared(parts_of(old), parts_of(new)),
    }
    return render(request, "procedures/differences.html", context)


def _version(versions: list[Any], number: int) -> Any:
    shown = next((each for each in versions if each.number == number), None)
    if shown is None:
        raise Http404
    return shown


def _asked(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else default
