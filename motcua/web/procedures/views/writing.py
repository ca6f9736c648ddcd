"""Writing a procedure down: a first draft, a draft amended, the next version begun, a copy made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.domain.journal.meanwhile import lines_so_far
from motcua.domain.papers import form_files
from motcua.domain.procedures import catalogue, policies, queries
from motcua.domain.procedures.parts import Parts
from motcua.domain.procedures.publication import missing_parts
from motcua.domain.procedures.rows import parts_of
from motcua.domain.regulation.answers import Answer, Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, ask, seen_by
from motcua.web.components.typed import BUTTON, Several, rearranged

from .. import form_uploads
from ..forms import CopyForm
from ..owners import owners_for
from ..parts_form import PartsForm
from .lists import AT_DESK

cite(Kind.SCREEN, "procedures:draft_procedure", "5.1.a-1", "5.1.b")
cite(Kind.SCREEN, "procedures:amend_draft", "5.1.a-1", "5.1.b", "4.1.b")
cite(Kind.SCREEN, "procedures:revise_procedure", "5.1.b", "4.2.a")
cite(Kind.SCREEN, "procedures:copy_procedure", "5.1.b")


@dataclass(frozen=True)
class Sheet:
    """What stands around the form of a draft."""

    title: str
    button: str
    back: str
    about: str = ""
    seen: int | None = None
    hindrance: Answer | None = None


@holders_of(*AT_DESK)
def draft_procedure(request: OfficialRequest) -> HttpResponseBase:
    """Write a procedure down for the first time."""
    owners = owners_for(request.officer, request.at)
    whose = CopyForm(_checked(request) or None, owners=owners, initial=_whose(request))
    form = _form(request, None, may=bool(owners))

    def do() -> str:
        code, owner = whose.cleaned_data["code"], next(o for o in owners if o.code == whose.cleaned_data["owner"])
        catalogue.draft_procedure(code, owner=owner, parts=form.parts(), by=request.officer, at=request.at)
        return reverse("procedures:procedure", args=[code])

    whose.fields["code"].label = "Mã thủ tục"
    sheet = Sheet("Soạn thủ tục mới", "Lưu bản dự thảo", reverse("procedures:procedures"))
    return _write(request, sheet, form, do, whose)


@holders_of(*AT_DESK)
def amend_draft(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Change a draft; beside the form stands what it still lacks."""
    version = found(queries.draft_for, request.officer, code, request.at)
    procedure, back = version.procedure, reverse("procedures:procedure", args=[code])
    may = policies.may_draft(request.officer, procedure.owner, request.at)
    form = _form(request, parts_of(version), may=bool(may))

    def do() -> str:
        by, at = request.officer, request.at
        catalogue.amend_draft(version, parts=form.parts(), seen=seen_by(request), by=by, at=at)
        return back

    about = f"{code}, phiên bản {version.number}"
    sheet = Sheet("Sửa bản dự thảo", "Lưu bản dự thảo", back, about, lines_so_far(procedure), may)
    return _write(request, sheet, form, do)


@holders_of(*AT_DESK)
def revise_procedure(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Begin the next version with all parts of the last one."""
    procedure, back = found(queries.procedure_for, request.officer, code, request.at), _page_of(code)

    def do() -> str:
        catalogue.revise_procedure(procedure, by=request.officer, at=request.at)
        return reverse("procedures:amend_draft", args=[code])

    says = (
        "Phiên bản mới bắt đầu với mọi nội dung của phiên bản gần nhất và mức thu đang áp dụng.",
        "Phiên bản đang công khai vẫn có hiệu lực cho đến khi phiên bản mới được công khai.",
    )
    may = policies.may_draft(request.officer, procedure.owner, request.at)
    page = FormPage("Lập phiên bản mới", "Lập phiên bản mới", back, f"Thủ tục {code}", says, hindrance=may)
    return ask(request, page, Form(request.POST or None), do, said="Đã lập phiên bản mới. Hãy sửa những chỗ thay đổi.")


@holders_of(*AT_DESK)
def copy_procedure(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Begin another procedure with all parts of this one."""
    procedure, by, at = found(queries.procedure_for, request.officer, code, request.at), request.officer, request.at
    version, owners = queries.versions_for(by, procedure, at)[0], owners_for(by, at)
    form = CopyForm(request.POST or None, owners=owners, initial={"owner": procedure.owner.code})

    def do() -> str:
        owner = next(each for each in owners if each.code == form.cleaned_data["owner"])
        copied = catalogue.copy_procedure(version, code=form.cleaned_data["code"], owner=owner, by=by, at=at)
        return reverse("procedures:amend_draft", args=[copied.procedure.code])

    about = f"{version.name} ({code}, phiên bản {version.number})"
    page = FormPage("Chép thành thủ tục khác", "Chép thủ tục", _page_of(code), about)
    return ask(request, page, form, do, said="Đã chép thủ tục thành bản dự thảo mới.")


def _write(
    request: OfficialRequest, sheet: Sheet, form: PartsForm, do: Callable[[], str], whose: Any = None
) -> HttpResponseBase:
    """Show the form of a draft, or keep what it says."""
    if not _checked(request):
        return _shown(request, sheet, form, whose)
    right = all([form.is_valid(), whose is None or whose.is_valid()])
    if not right:
        return _shown(request, sheet, form, whose, status=UNPROCESSABLE)
    if request.POST.get("decide") == "check":
        return _shown(request, sheet, form, whose)
    said = "Đã lưu bản dự thảo."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, sheet, form, whose, refusal=refusal))


def _shown(
    request: OfficialRequest,
    sheet: Sheet,
    form: PartsForm,
    whose: Any,
    *,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "sheet": sheet,
        "draft": form,
        "whose": whose,
        "form": Several([whose, *form.several] if whose is not None else form.several),
        "missing": missing_parts(_parts_now(form)),
        "form_files": form_files.kept(str(row["form_sha256"].value() or "") for row in form.papers),
        "file_name": form_files.file_name,
        "accept": form_uploads.ACCEPT,
        "fields": queries.fields_written(request.officer, request.at),
        "refusal": refusal,
    }
    return render(request, "procedures/draft.html", context, status=status)


def _parts_now(form: PartsForm) -> Parts:
    """The draft as it was typed, where that can be read; else as it is kept."""
    return form.parts() if form.main.is_bound and form.is_valid() else form.known


def _form(request: OfficialRequest, known: Parts | None, *, may: bool) -> PartsForm:
    """The form as it is known or was sent; the files of those who may write are kept as they arrive."""
    if request.method != "POST":
        return PartsForm(known)
    sent = form_uploads.with_forms(request, by=request.officer, at=request.at) if may else request.POST
    return PartsForm(known, rearranged(sent), check=bool(_checked(request)))


def _checked(request: OfficialRequest) -> Any:
    """What was sent to be kept or checked; nothing while rows and forms are only added and taken out."""
    pressed = request.POST.get(BUTTON) or request.POST.get(form_uploads.TAKE_OUT)
    return request.POST if request.method == "POST" and not pressed else None


def _whose(request: OfficialRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "") for name in ("code", "owner")}


def _page_of(code: str) -> str:
    return reverse("procedures:procedure", args=[code])
