"""The form of a procedure itself: written by the department, looked at as applicants will, given to other programs."""

import json
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from motcua.domain.journal.meanwhile import lines_so_far
from motcua.domain.papers.uploads import MEGA
from motcua.domain.procedures import policies, queries
from motcua.domain.procedures.own_forms import json_schema
from motcua.domain.procedures.own_forms.answers import checked, samples
from motcua.domain.procedures.own_forms.fields import OwnForm
from motcua.domain.procedures.own_forms.printing import sample_of
from motcua.domain.procedures.own_forms.writing import write_own_form
from motcua.domain.procedures.rows import parts_of
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components import own_form as shown_form
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import UNPROCESSABLE, seen_by
from motcua.web.components.typed import BUTTON, rearranged
from motcua.web.files.serving import pdf

from ..own_form_editor import OwnFormEditor
from .lists import AT_DESK

NO_FILE = "Hãy chọn tệp JSON Schema."
NOT_JSON = "Tệp này không phải là JSON, hoặc nặng quá 1 MB."

cite(Kind.SCREEN, "procedures:write_own_form", "5.1.d", "4.1.b")
cite(Kind.SCREEN, "procedures:own_form", "5.1.d", "4.1.b")
cite(Kind.SCREEN, "procedures:own_form_schema", "4.1.b")
cite(Kind.SCREEN, "procedures:own_form_sample", "4.1.b")


@holders_of(*AT_DESK)
def write(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write the questions of a draft; rows come and go, a schema is taken in, and only the last button keeps it."""
    by, at = request.officer, request.at
    version = found(queries.draft_for, by, code, at)
    if request.POST.get("decide") == "import":
        form, left_out = _taken_in(request)
        return _editor(request, version, OwnFormEditor(form or parts_of(version).own_form), left_out=left_out)
    keeps = request.method == "POST" and not request.POST.get(BUTTON)
    sent = rearranged(request.POST) if request.method == "POST" else None
    editor = OwnFormEditor(parts_of(version).own_form, sent, check=keeps)
    if not keeps:
        return _editor(request, version, editor)
    if not editor.is_valid():
        return _editor(request, version, editor, status=UNPROCESSABLE)

    def do() -> str:
        kept = write_own_form(version, form=editor.form(), seen=seen_by(request), by=by, at=at)
        return reverse("procedures:own_form", args=[code, kept.number])

    said = "Đã lưu biểu mẫu. Đây là biểu mẫu như người dân sẽ thấy."
    return acting(request, do, said=said, refused=lambda refusal: _editor(request, version, editor, refusal=refusal))


@holders_of(*AT_DESK)
def read(request: OfficialRequest, code: str, number: int) -> HttpResponse:
    """The form of a version as applicants see it; what is answered here is only checked, never kept."""
    version = _version(request, code, number)
    form = parts_of(version).own_form
    given: dict[str, Any] = {}
    faults: dict[str, str] = {}
    tried = None
    if request.method == "POST":
        given = shown_form.typed(form, rearranged(request.POST))
        if not request.POST.get(BUTTON):
            tried = checked(form, given)
            faults = tried.faults
    elif "mau" in request.GET:
        given = samples(form)
    questions = shown_form.asked(form, given, faults)
    context = {
        "version": version,
        "questions": questions,
        "tried": tried,
        "faults": shown_form.faults_in_order(questions),
        "may_draft": policies.may_draft(request.officer, version.procedure.owner, request.at),
    }
    return render(request, "procedures/own_form.html", context, status=UNPROCESSABLE if faults else 200)


@require_GET
@holders_of(*AT_DESK)
def schema(request: OfficialRequest, code: str, number: int) -> HttpResponse:
    """The form of a version as JSON Schema, for other programs."""
    version = _version(request, code, number)
    made = json_schema.exported(parts_of(version).own_form, version.name)
    answer = JsonResponse(made, json_dumps_params={"ensure_ascii": False, "indent": 2})
    name = f"{code} phien ban {number}.schema.json"
    answer["Content-Type"] = "application/schema+json"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


@require_GET
@holders_of(*AT_DESK)
def sample(request: OfficialRequest, code: str, number: int) -> HttpResponse:
    """The form of a version on paper, filled in with its examples and marked as a sample."""
    version = _version(request, code, number)
    if not version.own_form:
        raise Http404
    return pdf(sample_of(version, on=local_day(request.at)), f"Tờ khai mẫu {code} phiên bản {number}")


def _editor(
    request: OfficialRequest,
    version: Any,
    editor: OwnFormEditor,
    *,
    left_out: list[str] | None = None,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    seen = seen_by(request) if request.method == "POST" else lines_so_far(version.procedure)
    context = {
        "version": version,
        "form": editor,
        "left_out": left_out or [],
        "hindrance": policies.may_draft(request.officer, version.procedure.owner, request.at),
        "seen": seen,
        "refusal": refusal,
    }
    return render(request, "procedures/write_own_form.html", context, status=status)


def _taken_in(request: OfficialRequest) -> tuple[OwnForm, list[str]]:
    """The form that a file describes, and what of the file was not carried."""
    file = request.FILES.get("schema")
    if file is None:
        return (), [NO_FILE]
    try:
        read = json.loads(file.read(MEGA + 1)[: MEGA + 1].decode("utf-8-sig")) if (file.size or 0) <= MEGA else None
    except (ValueError, RecursionError):
        read = None
    return json_schema.imported(read) if isinstance(read, dict) else ((), [NOT_JSON])


def _version(request: OfficialRequest, code: str, number: int) -> Any:
    one = found(queries.procedure_for, request.officer, code, request.at)
    versions = queries.versions_for(request.officer, one, request.at)
    version = next((each for each in versions if each.number == number), None)
    if version is None:
        raise Http404
    return version
