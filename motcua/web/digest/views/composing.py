"""A report is written from chosen feedback: the first words come from what was chosen."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.feedback.digest import counting
from motcua.domain.feedback.reports import drafting, gathering, policies, queries
from motcua.domain.feedback.reports.terms import ReportKind
from motcua.domain.organisations.queries import centre
from motcua.domain.regulation.answers import require
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import ReportForm, wanted_in

REPLY_DAYS = 30  # offered; whoever writes asks for another day
cite(Kind.SCREEN, "reports:draft", "4.2.b", "4.6.b-3")
cite(Kind.SCREEN, "reports:change", "4.6.b-3")


@holders_of(*policies.SENDS)
def draft(request: OfficialRequest) -> HttpResponseBase:
    """Write a new one from what was chosen, or from all about rules that the filters of the digest leave."""
    by, at = request.officer, request.at
    require(policies.may_report(by, at))
    items = _chosen(request)
    form = ReportForm(request.POST or None, initial=_first(items, request))

    def do() -> str:
        report = drafting.draft_report(request.POST.getlist("ma"), form.words(), by=by, at=at)
        return reverse("reports:one", args=[report.code])

    back = reverse("digest:voices")
    page = FormPage(
        "Soạn báo cáo, kiến nghị", "Lưu bản soạn", back, template="digest/compose.html",
        more={"items": items, "kept": {each.code for each in items}},
    )  # fmt: skip
    return ask(request, page, form, do, said="Đã lưu bản soạn.")


@holders_of(*policies.SENDS)
def change(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write it again as long as nobody was asked to approve it."""
    by, at = request.officer, request.at
    report = found(queries.report_for, by, code, at)
    names = ("kind", "addressee", "subject", "findings", "proposal", "reply_by")
    form = ReportForm(request.POST or None, initial={name: getattr(report, name) for name in names})
    back = reverse("reports:one", args=[report.code])

    def do() -> str:
        drafting.change_report(report, request.POST.getlist("ma"), form.words(), by=by, at=at)
        return back

    items = queries.voices_in(report)
    kept = set(request.POST.getlist("ma")) if request.method == "POST" else {each.code for each in items}
    page = FormPage(
        "Sửa báo cáo, kiến nghị", "Lưu bản soạn", back, about=report.code, template="digest/compose.html",
        hindrance=drafting.may_change(by, report, at), more={"items": items, "kept": kept},
    )  # fmt: skip
    return ask(request, page, form, do, said="Đã lưu bản soạn.")


def _chosen(request: OfficialRequest) -> list[Any]:
    """What was ticked; everything about rules that stands in no report, where all of the filtered was asked for."""
    by, at = request.officer, request.at
    if request.GET.get("tat-ca") and request.method != "POST":
        return counting.to_gather(by, at, wanted_in(request, local_day(at)), gathering.MOST)
    asked = request.POST if request.method == "POST" else request.GET
    return queries.chosen(by, asked.getlist("ma")[: gathering.MOST], at)


def _first(items: list[Any], request: OfficialRequest) -> dict[str, Any]:
    if not items:
        return {}
    day = local_day(request.at)
    province = centre(day).parent
    return {
        "kind": ReportKind.REPORT, "addressee": province.name if province else "",
        "reply_by": day + timedelta(days=REPLY_DAYS), **gathering.first_words(items),
    }  # fmt: skip
