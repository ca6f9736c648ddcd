"""Bank statements: a file is tried first, row by row, and taken in when that is confirmed (4.5.b)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.domain.fees import arrival_queries, queries
from motcua.domain.fees.statements import importing
from motcua.domain.fees.statements.importing import Outcome
from motcua.domain.listing import page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import UNPROCESSABLE
from motcua.web.components.paging import beside, place_of

from ..forms import StatementForm

SHOWN = 200

cite(Kind.SCREEN, "cashier:statements", "4.5.b")
cite(Kind.SCREEN, "cashier:statement", "4.5.b")


@holders_of(Role.ACCOUNTANT)
def statements(request: OfficialRequest) -> HttpResponseBase:
    """Choose a statement; it is kept until its report was read."""
    sent = request.method == "POST"
    departments = queries.departments(request.at)
    form = StatementForm(request.POST if sent else None, request.FILES if sent else None, departments=departments)

    def do() -> str:
        office, file = form.given()
        desk = queries.desk_of(request.officer, request.at)
        given: dict[str, Any] = {"name": file.name, "desk": desk, "office": office}
        kept = importing.keep_statement(file.read(), **given, by=request.officer, at=request.at)
        return reverse("cashier:statement", args=[kept.pk])

    if not sent:
        return _choosing(request, form)
    if not form.is_valid():
        return _choosing(request, form, status=UNPROCESSABLE)
    return acting(request, do, refused=lambda refusal: _choosing(request, form, refusal))


@holders_of(Role.ACCOUNTANT)
def statement(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """What would come of each row; taken in when that is confirmed."""
    one = found(arrival_queries.statement, request.officer, pk, request.at)
    if request.method != "POST":
        return _reported(request, one)

    def do() -> str:
        importing.import_statement(one, by=request.officer, at=request.at)
        return reverse("cashier:arrivals")

    said = f"Đã nhập sao kê {one.name}."
    return acting(request, do, said=said, refused=lambda refusal: _reported(request, one, refusal))


def _choosing(request: OfficialRequest, form: Any, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    rows = arrival_queries.statements(request.officer, request.at)
    at_page = page(rows, "id", place_of(request), newest_first=True)
    context = {"form": form, "refusal": refusal, "rows": at_page.rows, "pages": beside(request, at_page)}
    return render(request, "cashier/statements.html", context, status=status)


def _reported(request: OfficialRequest, one: Any, refusal: Refused | None = None) -> HttpResponse:
    """The report: wrong rows first, for they are what stands against it."""
    rows = importing.tried(one) if one.imported_at is None else []
    wrong = [each for each in rows if each.outcome is Outcome.WRONG]
    rest = [each for each in rows if each.outcome is not Outcome.WRONG]
    counts = [(each.value, sum(row.outcome is each for row in rows)) for each in Outcome]
    context = {"one": one, "rows": [*wrong, *rest][:SHOWN], "more": max(0, len(rows) - SHOWN), "wrong": len(wrong),
               "counts": [each for each in counts if each[1]], "refusal": refusal}  # fmt: skip
    return render(request, "cashier/statement.html", context)
