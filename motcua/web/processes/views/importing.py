"""Processes from a spreadsheet or a BPMN file, and to one: a trial says row by row what would be, then the import."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.dossiers.trials import running
from motcua.domain.procedures import queries, ways
from motcua.domain.procedures.importing import waiting
from motcua.domain.procedures.importing.processes import import_process
from motcua.domain.procedures.importing.report import Outcome, Report
from motcua.domain.procedures.importing.template import process_template
from motcua.domain.procedures.importing.waiting import Content
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import FileForm
from .processes import AT_DESK, WRITERS

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

cite(Kind.SCREEN, "processes:import", "4.1.a-1", "5.1.a-2")
cite(Kind.SCREEN, "processes:bpmn", "4.1.a-1")
cite(Kind.SCREEN, "processes:report", "5.1.a-2")


@require_GET
@holders_of(*WRITERS)
def template(request: OfficialRequest, code: str) -> HttpResponse:
    """The empty table for the process of one procedure."""
    one = found(queries.procedure_for, request.officer, code, request.at)
    disposition = {"Content-Disposition": f'attachment; filename="quy-trinh-{one.code}.xlsx"'}
    return HttpResponse(process_template(one.code), content_type=SHEET, headers=disposition)


@require_GET
@holders_of(*AT_DESK)
def diagram(request: OfficialRequest, pk: int) -> HttpResponse:
    """A version of a process as BPMN 2.0 XML with its diagram, for any modeler."""
    one = found(queries.process_for, request.officer, pk, request.at)
    disposition = {"Content-Disposition": f'attachment; filename="quy-trinh-{one.procedure.code}-v{one.number}.bpmn"'}
    return HttpResponse(ways.as_bpmn(one), content_type="application/xml", headers=disposition)


@holders_of(*WRITERS)
def choose(request: OfficialRequest) -> HttpResponseBase:
    """Choose a file and try it: nothing is taken in yet."""
    posted = request.method == "POST"
    form = FileForm(request.POST if posted else None, request.FILES if posted else None)

    def do() -> str:
        file = form.cleaned_data["file"]
        content, given = file.read(), {"by": request.officer, "at": request.at}
        kept = waiting.keep(content, kind=Content.PROCESS, name=file.name, **given)
        import_process(content, name=file.name, dry_run=True, **given)
        return reverse("processes:report", args=[kept])

    says = (
        "Bảng có các cột Bước, Nội dung, Trách nhiệm, Thời gian, Biểu mẫu, kết quả; mã thủ tục ghi phía trên bảng.",
        "Hoặc tệp BPMN 2.0 (.bpmn) đã xuất từ trang quy trình rồi sửa bằng phần mềm vẽ quy trình; phần tử nào không "
        "hiểu được thì nêu tên và từ chối.",
        "Tải bảng mẫu, xuất BPMN ở trang quy trình của từng thủ tục.",
        "Tệp được chạy thử trước: báo cáo từng dòng, chưa nhập gì.",
    )
    back = reverse("processes:overview")
    page = FormPage("Nhập quy trình từ tệp", "Chạy thử", back, says=says, template="processes/choose.html")
    return ask(request, page, form, do, said="")


@holders_of(*WRITERS)
def report(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """What the file would do, row by row; posted, it is taken in: all of it, or nothing."""
    file = found(waiting.waiting, pk, kind=Content.PROCESS, by=request.officer)
    content, given = bytes(file.content), {"name": file.name, "by": request.officer, "at": request.at}

    def tried(refusal: Refused | None = None) -> HttpResponse:
        trial: Report = import_process(content, dry_run=True, **given)
        return render(request, "processes/report.html", _shown(trial, file.name, refusal))

    def do() -> str:
        running.imported_and_tried(content, **given)
        waiting.taken(pk, by=request.officer)
        return reverse("processes:overview")

    if request.method != "POST":
        return tried()
    return acting(request, do, said="Đã nhập các bảng quy trình thành dự thảo.", refused=tried)


def _shown(trial: Report, name: str, refusal: Refused | None) -> dict[str, Any]:
    kinds = {Outcome.NEW: "good", Outcome.CHANGED: "active", Outcome.NEEDS_REVIEW: "waiting", Outcome.ERROR: "bad"}
    changes = any(row.outcome != Outcome.UNCHANGED for row in trial.rows)
    return {
        "report": trial,
        "name": name,
        "kinds": kinds,
        "may_take_in": changes and not trial.failed,
        "refusal": refusal,
    }
