"""Taking in catalogues: a file is tried first, row by row, and taken in when that is confirmed."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.organisations import queries as organisations
from motcua.domain.procedures import policies
from motcua.domain.procedures.importing import waiting
from motcua.domain.procedures.importing.importing import Choices, import_procedures
from motcua.domain.procedures.importing.report import Outcome, Report
from motcua.domain.procedures.importing.template import template as empty_sheet
from motcua.domain.procedures.importing.waiting import Content
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, acting, holders_of
from motcua.web.components.form_page import UNPROCESSABLE

from ..import_forms import ChoicesForm, FileForm
from ..reporting import shown_rows
from .lists import IMPORTERS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

cite(Kind.SCREEN, "procedures:import", "4.1.b", "5.1.a-1", "5.1.b")
cite(Kind.SCREEN, "procedures:import_report", "4.1.b", "5.1.a-1", "5.1.b")


@holders_of(*IMPORTERS)
def choose(request: OfficialRequest) -> HttpResponseBase:
    """Choose a file of procedures; it is kept until it is confirmed."""
    sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if sent else FileForm()

    def do() -> str:
        upload, given = form.cleaned_data["file"], {"by": request.officer, "at": request.at}
        content = upload.read()
        tried = import_procedures(content, name=upload.name, choices=Choices(dry_run=True), **given)
        pk = waiting.keep(content, kind=Content.PROCEDURES, name=upload.name, trial=tried, **given)
        return reverse("procedures:import_report", args=[pk])

    if not sent:
        return _choosing(request, form)
    if not form.is_valid():
        return _choosing(request, form, status=UNPROCESSABLE)
    return acting(request, do, refused=lambda refusal: _choosing(request, form, refusal))


@holders_of(*IMPORTERS)
def report(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """What would come of each row of a file that was tried; taken in when that is confirmed."""
    try:
        file = waiting.waiting(pk, kind=Content.PROCEDURES, by=request.officer)
    except ObjectDoesNotExist:
        if request.method == "POST":  # the confirmation sent twice is answered as the first time
            return acting(request, _gone)
        raise Http404 from None
    tried = Report.of_trial(file.trial)
    owners = list(organisations.offices(local_day(request.at)))
    form = ChoicesForm(request.POST or None, owners=owners)

    def do() -> str:
        given = {"choices": form.choices(owners), "by": request.officer, "at": request.at}
        import_procedures(bytes(file.content), name=file.name, **given)
        waiting.taken(pk, by=request.officer)
        return reverse("procedures:procedures")

    if request.method != "POST":
        return _reported(request, file, tried, form)
    if not form.is_valid():
        return _reported(request, file, tried, form, status=UNPROCESSABLE)
    said = f"Đã nhập tệp {file.name}: {len(tried.rows)} dòng."
    return acting(request, do, said=said, refused=lambda refusal: _reported(request, file, tried, form, refusal))


@require_GET
@holders_of(*IMPORTERS)
def template(request: OfficialRequest) -> HttpResponse:
    """The empty spreadsheet for procedures."""
    headers = {"Content-Disposition": 'attachment; filename="mau-thu-tuc.xlsx"'}
    return HttpResponse(empty_sheet(), content_type=XLSX, headers=headers)


def _gone() -> str:
    raise Refused("Tệp này đã được nhập, hoặc bạn đã chọn tệp khác. Hãy chọn lại tệp.", "5.1.a-1")


def _choosing(
    request: OfficialRequest, form: FileForm, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    may = policies.may_import(request.officer, request.at)
    context = {"form": form, "refusal": refusal, "may_import": may}
    return render(request, "procedures/import.html", context, status=status)


def _reported(
    request: OfficialRequest,
    file: Any,
    tried: Report,
    form: ChoicesForm,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """The report, a page at a time."""
    context = {
        "file": file,
        "tried": tried,
        "listed": shown_rows(request, tried),
        "outcomes": [(each, tried.count(each)) for each in Outcome if tried.count(each)],
        "form": form,
        "refusal": refusal,
        "may_publish": policies.may_publish(request.officer, request.at),
    }
    return render(request, "procedures/import_report.html", context, status=status)
