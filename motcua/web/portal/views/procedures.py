"""Procedures for the public: found by everyday words, each with all its parts, to read and to print (4.1.b)."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from motcua.domain.organisations import queries as organisations
from motcua.domain.papers.issuing import printed
from motcua.domain.procedures import posting as postings
from motcua.domain.procedures import queries
from motcua.domain.procedures.component_forms import published_form
from motcua.domain.procedures.own_forms import printing as own_form_printing
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, for_address
from motcua.web.components.entrance import found
from motcua.web.components.environment import procedure_address
from motcua.web.files.serving import pdf
from motcua.web.files.views import form_to_keep

from .. import schema, show
from ..door import PublicRequest, public

cite(Kind.SCREEN, "portal:front", "4.1.b", "4.1.c")
cite(Kind.SCREEN, "portal:catalogue", "4.1.b")
cite(Kind.SCREEN, "portal:procedure_named", "4.1.b", "4.1.a-1", "4.5.a", "5.1.a-1")
cite(Kind.SCREEN, "portal:procedure", "4.1.b")
cite(Kind.SCREEN, "portal:form", "4.1.b", "5.1.a-1")
cite(Kind.SCREEN, "portal:own_form_sample", "4.1.b")
cite(Kind.SCREEN, "portal:posting", "4.1.b")
cite(Kind.SCREEN, "portal:posting_list", "4.1.b")


@public
def front(request: PublicRequest) -> HttpResponse:
    """What somebody needs who comes for the first time: find a procedure, follow a dossier, call somebody."""
    shown = show.front(request.at)
    return render(request, "portal/front.html", {"front": shown, "said": schema.front(shown)})


@public
def catalogue(request: PublicRequest) -> HttpResponse:
    """The procedures in force today, by words and filters that stay in the address."""
    return render(request, "portal/catalogue.html", {"listed": show.catalogue(request)})


@public
def procedure(request: PublicRequest, code: str, name: str) -> HttpResponseBase:
    """One procedure in force today; what has expired or was never published does not exist."""
    at = request.at
    version = found(queries.published, clean(code), local_day(at))
    if name != for_address(version.name):
        return _renamed(request, version)
    shown = show.procedure(version, at)
    context = {"shown": shown, "blocks": show.blocks, "said": schema.procedure(shown)}
    return render(request, "portal/procedure.html", context)


@public
def by_code(request: PublicRequest, code: str) -> HttpResponseBase:
    """The address without the name, as it stands on older papers: it leads to the whole one."""
    return _renamed(request, found(queries.published, clean(code), local_day(request.at)))


@public
def form(request: PublicRequest, code: str, position: int) -> HttpResponse:
    """The form that a paper is filled in on, of the version in force today."""
    return form_to_keep(found(published_form, clean(code), position, local_day(request.at)))


@public
def own_form_sample(request: PublicRequest, code: str) -> HttpResponse:
    """What is asked of who files from home, filled in with examples and marked as a sample."""
    today = local_day(request.at)
    version = found(queries.published, clean(code), today)
    if not version.own_form:
        raise Http404
    return pdf(_sample(version, today), f"Tờ khai mẫu {version.procedure.code}")


@public
def posting(request: PublicRequest, code: str) -> HttpResponse:
    """The same as a notice for the wall."""
    today = local_day(request.at)
    version = found(queries.published, clean(code), today)
    return pdf(_notice("posting", postings.posting_facts(version, on=today)), f"Niêm yết {version.procedure.code}")


@public
def posting_list(request: PublicRequest, owner: str) -> HttpResponse:
    """The list of a department's procedures for the wall."""
    office = found(organisations.office, owner)
    facts = postings.posting_list(office, on=local_day(request.at))
    return pdf(_notice("posting_list", facts), f"Danh mục thủ tục {office.name}")


def _renamed(request: PublicRequest, version: Any) -> HttpResponseBase:
    query = request.META.get("QUERY_STRING", "")
    address = procedure_address(version.procedure.code, version.name)
    return redirect(f"{address}?{query}" if query else address, permanent=True)


@lru_cache(maxsize=64)
def _sample(version: Any, today: date) -> bytes:
    """Typeset once a day for a version, which does not change any more."""
    return own_form_printing.sample_of(version, on=today)


@lru_cache(maxsize=64)
def _notice(form_code: str, facts: Any) -> bytes:
    """A notice is typeset once a day, however often it is asked for: the same facts always give the same bytes."""
    return printed(form_code, facts)
