"""Procedures as their writers look them over, and those that need a second look."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import policies, queries
from motcua.domain.procedures.queries import Search, Standing
from motcua.domain.procedures.terms import Level
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of

from ..owners import owners_for

AT_DESK = (Role.PROCEDURES, Role.HEAD, Role.ADMIN)
IMPORTERS = (Role.PROCEDURES, Role.ADMIN)
SIZE = 25

cite(Kind.SCREEN, "procedures:procedures", "4.1.b", "5.1.b")
cite(Kind.SCREEN, "procedures:needs_review", "5.1.a-1", "4.1.b")


@require_GET
@holders_of(*AT_DESK)
def procedures(request: OfficialRequest) -> HttpResponse:
    """The newest version of each procedure, narrowed by words, field, body, level and how it stands."""
    by, at, asked = request.officer, request.at, request.GET
    standing = Standing(asked["tinh-trang"]) if asked.get("tinh-trang") in set(Standing) else None
    listed = queries.catalogue_for(by, search_of(asked), at=at, standing=standing, place=place_of(request, SIZE))
    today, owners = local_day(at), queries.owners_written(by, at)
    context = {
        "listed": listed,
        "rows": [(row, queries.standing_of(row, today)) for row in listed.rows],
        "pages": beside(request, listed),
        "search": search_of(asked),
        "standing": standing or "",
        "standings": Standing,
        "fields": queries.fields_written(by, at),
        "owners": owners,
        "printable": any(each.code == asked.get("co-quan") for each in owners),
        "levels": Level.choices,
        "may_write": bool(owners_for(by, at)),
        "may_import": policies.may_import(by, at),
    }
    return render(request, "procedures/procedures.html", context)


@require_GET
@holders_of(*AT_DESK)
def needs_review(request: OfficialRequest) -> HttpResponse:
    """The drafts in which something came in unclear."""
    by, at, asked = request.officer, request.at, request.GET
    listed = queries.needs_review(by, search_of(asked), at=at, place=place_of(request, SIZE))
    context = {"listed": listed, "pages": beside(request, listed), "search": search_of(asked)}
    return render(request, "procedures/needs_review.html", context)


def search_of(asked: QueryDict) -> Search:
    """What is looked for."""
    return Search(
        words=asked.get("tim", "").strip()[:200],
        field=asked.get("linh-vuc", ""),
        body=asked.get("co-quan", ""),
        level=asked.get("cap", ""),
    )
