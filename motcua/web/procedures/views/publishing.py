"""Posting a procedure as current, ending it, and the notices for the wall (4.1.b)."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.organisations import queries as organisations
from motcua.domain.papers import issuing
from motcua.domain.procedures import catalogue, policies, queries
from motcua.domain.procedures.posting import posting_facts
from motcua.domain.procedures.posting import posting_list as posting_list_facts
from motcua.domain.procedures.publication import missing_parts
from motcua.domain.procedures.rows import parts_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.files.serving import pdf

from ..comparing import compared
from ..forms import PublishForm, WithdrawForm
from .lists import AT_DESK

cite(Kind.SCREEN, "procedures:publish_procedure", "4.1.b", "4.5.a", "5.1.a-1")
cite(Kind.SCREEN, "procedures:withdraw_procedure", "4.1.b", "5.1.b")
cite(Kind.SCREEN, "procedures:posting", "4.1.b")
cite(Kind.SCREEN, "procedures:posting_list", "4.1.b")


@holders_of(*AT_DESK)
def publish_procedure(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Post a draft as current from a day on; before that, everything it lacks and what it changes."""
    by, at = request.officer, request.at
    draft, back = found(queries.draft_for, by, code, at), reverse("procedures:procedure", args=[code])
    form = PublishForm(request.POST or None, initial={"valid_from": local_day(at)})

    def do() -> str:
        catalogue.publish_procedure(draft, **form.cleaned_data, by=by, at=at)
        return back

    before = next((each for each in queries.versions_for(by, draft.procedure, at) if each.state == "published"), None)
    parts = parts_of(draft)
    more = {
        "missing": missing_parts(parts),
        "code": code,
        "before": before,
        "changes": compared(parts_of(before), parts) if before else [],
    }
    about = f"{draft.name} ({code}, phiên bản {draft.number})"
    may = policies.may_publish(by, at)
    template = "procedures/publish.html"
    page = FormPage("Công khai thủ tục", "Công khai", back, about, hindrance=may, template=template, more=more)
    return ask(request, page, form, do, said="Đã công khai thủ tục.")


@holders_of(*AT_DESK)
def withdraw_procedure(request: OfficialRequest, code: str) -> HttpResponseBase:
    """End a published version after a day, by decision."""
    by, at = request.officer, request.at
    procedure, back = found(queries.procedure_for, by, code, at), reverse("procedures:procedure", args=[code])
    version = next((each for each in queries.versions_for(by, procedure, at) if each.state == "published"), None)
    if version is None:
        raise Http404
    form = WithdrawForm(request.POST or None)

    def do() -> str:
        catalogue.withdraw_procedure(version, **form.cleaned_data, by=by, at=at)
        return back

    says = (
        "Từ ngày hôm sau thủ tục không còn hiện là đang áp dụng và không tiếp nhận hồ sơ mới.",
        "Hồ sơ đã tiếp nhận được giải quyết tiếp theo phiên bản đang có.",
    )
    about = f"{version.name} ({code}, phiên bản {version.number})"
    may = policies.may_publish(by, at)
    page = FormPage("Bãi bỏ thủ tục", "Bãi bỏ thủ tục", back, about, says, grave=True, hindrance=may)
    return ask(request, page, form, do, said="Đã ghi quyết định bãi bỏ thủ tục.")


@require_GET
@holders_of(*AT_DESK)
def posting(request: OfficialRequest, code: str) -> HttpResponse:
    """The notice of one procedure, as it is in force today."""
    today = local_day(request.at)
    version = found(queries.published, code, today)
    return pdf(issuing.printed("posting", posting_facts(version, on=today)), f"Niêm yết {code}")


@require_GET
@holders_of(*AT_DESK)
def posting_list(request: OfficialRequest, body: str) -> HttpResponse:
    """The list of a department's procedures in force today."""
    owner, today = found(organisations.office, body), local_day(request.at)
    facts = posting_list_facts(owner, on=today)
    if not facts.rows:
        raise Http404
    return pdf(issuing.printed("posting_list", facts), f"Danh mục thủ tục {owner.short_name}")
