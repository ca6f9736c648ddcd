"""The catalogue and the figures as open data, and the page that explains them (4.1.b, 3.1)."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import condition

from motcua.domain.dossiers.months import open_figures
from motcua.domain.procedures import open_catalogue
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day

from .. import open_data
from ..door import PublicRequest, public
from ..open_data import CATALOGUE, LICENCE, TABLES, Table, whole_address

cite(Kind.SCREEN, "portal:open_data", "4.1.b", "3.1", "5.1.f")
cite(Kind.SCREEN, "portal:data", "4.1.b", "3.1", "5.1.f")
cite(Kind.SCREEN, "portal:data_schema", "4.1.b")

KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@public
def page(request: PublicRequest) -> HttpResponse:
    """Which tables there are, what each column means, and on what terms they may be used."""
    context = {"tables": TABLES.values(), "licence": LICENCE, "least": open_figures.SMALL}
    return render(request, "portal/open_data.html", context | {"counted": open_figures.last_counted()})


def _mark(request: PublicRequest, slug: str, kind: str) -> str:
    """Changes whenever the table does: who has it already is told so, and gets nothing again."""
    is_catalogue = slug == CATALOGUE.slug
    said = open_catalogue.mark(local_day(request.at)) if is_catalogue else str(open_figures.last_counted())
    columns = ",".join(column.name for column in _table(slug).columns)
    return f'"{hashlib.sha256(f"{kind} {columns} {said}".encode()).hexdigest()[:32]}"'


def _changed(request: PublicRequest, slug: str, kind: str) -> datetime | None:
    """When the figures were counted last; the catalogue has only its mark."""
    return None if slug == CATALOGUE.slug else open_figures.last_counted()


@public
@condition(etag_func=_mark, last_modified_func=_changed)
def data(request: PublicRequest, slug: str, kind: str) -> HttpResponseBase:
    """A whole table, sent as it is read."""
    table = _table(slug)
    rows: Iterable[Any] = open_catalogue.rows(local_day(request.at)) if table is CATALOGUE else open_figures.rows()
    pieces = (
        open_data.csv_lines(table, rows)
        if kind == "csv"
        else open_data.json_pieces(table, rows, lambda ending: _address(slug, ending))
    )
    answer = StreamingHttpResponse(pieces, content_type=KINDS[kind])
    answer.headers["Content-Disposition"] = content_disposition_header(kind == "csv", f"{slug}.{kind}") or "inline"
    answer.headers["Access-Control-Allow-Origin"] = "*"  # open to the pages of others too
    answer.headers["Link"] = f'<{LICENCE}>; rel="license"'
    return answer


@public
def data_schema(request: PublicRequest, slug: str) -> HttpResponse:
    """What the JSON of a table looks like."""
    said = open_data.schema(_table(slug), lambda ending: _address(slug, ending))
    return JsonResponse(
        said,
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        content_type="application/schema+json",
        headers={"Access-Control-Allow-Origin": "*"},
    )


def _table(slug: str) -> Table:
    if slug not in TABLES:
        raise Http404
    return TABLES[slug]


def _address(slug: str, ending: str) -> str:
    if ending == "schema.json":
        return whole_address(reverse("portal:data_schema", args=[slug]))
    return whole_address(reverse("portal:data", args=[slug, ending]))
