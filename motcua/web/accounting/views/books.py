"""The books: the trial balance, the journal of entries, and exports for the department's settlement (5.3.d)."""

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.fees import settled as queries
from motcua.domain.listing import page
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.paging import beside, place_of

from ..charts import chart
from ..forms import PeriodForm
from ..tables import book_of, copies_of, csv_of
from .entry import BOTH_SIDES

cite(Kind.SCREEN, "accounting:books", "5.3.d")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@holders_of(*BOTH_SIDES)
def books(request: OfficialRequest) -> HttpResponse:
    """What each account stands at, that all come to nothing, and every entry, the newest first."""
    balances = queries.balances(request.officer, request.at)
    rows = queries.entries(request.officer, request.at)
    at_page = page(rows, "id", place_of(request), newest_first=True)
    months = queries.by_month(request.officer, request.at)
    context = {"balances": balances, "whole": sum(amount for _, amount in balances), "rows": at_page.rows}
    context |= {"pages": beside(request, at_page), "months": months, "chart": chart(months)}
    context |= {"matters": queries.matters(at_page.rows)}
    context |= {"bodies": queries.by_department(request.officer, request.at)}
    context["form"] = PeriodForm(initial={"year": local_day(request.at).year})
    return render(request, "accounting/books.html", context)


@require_GET
@holders_of(*BOTH_SIDES)
def export(request: OfficialRequest) -> HttpResponseBase:
    """The months of a quarter or a year, line by line, as a workbook or comma-separated."""
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return render(request, "accounting/books_wrong.html", {"form": form}, status=422)
    begin, end = form.period()
    lines = queries.settled_lines(request.officer, begin, end, request.at)
    name = f"quyet-toan-{form.name()}"
    if form.cleaned_data["kind"] == "csv":
        answer: HttpResponseBase = StreamingHttpResponse(csv_of(lines), content_type="text/csv; charset=utf-8")
    else:
        entries = queries.movements_between(request.officer, begin, end, request.at)
        answer = HttpResponse(book_of(lines, entries.iterator(chunk_size=2000)), content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form.cleaned_data["kind"]}"'
    return answer


@require_GET
@holders_of(*BOTH_SIDES)
def copies(request: OfficialRequest, pk: int) -> HttpResponse:
    """The workbook of a month: its lines, and every receipt whose copy 3 goes to the department (4.5.b)."""
    one = found(queries.statement, request.officer, pk, request.at)
    content = copies_of(queries.lines_of(one), queries.copies_of(one).iterator(chunk_size=2000))
    answer = HttpResponse(content, content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="bang-tong-hop-{one.month:%Y-%m}.xlsx"'
    return answer
