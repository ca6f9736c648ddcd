"""A report on its way: read, approved, sent, chased, answered, and told to those who raised it."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.feedback.reports import drafting, following, letters, policies, queries
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.answers import Answer, require
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.components.timeline import timeline
from motcua.web.files.serving import pdf

from ..forms import ChaseForm, OutcomeForm, ReasonForm

for name in ("under_way", "one", "letter", "submit", "send", "chase", "outcome"):
    cite(Kind.SCREEN, f"reports:{name}", "4.6.b-3")
for name in ("approve", "give_back", "confirm", "give_outcome_back"):
    cite(Kind.SCREEN, f"reports:{name}", "3.3-2", "4.6.b-3")
Act = Callable[..., Any]


@require_safe
@holders_of(*policies.SENDS)
def under_way(request: OfficialRequest) -> HttpResponse:
    """What is being written, waits for the head, or for an answer: what is due first comes first."""
    require(policies.may_follow(request.officer, request.at))
    rows = queries.reports_for(request.officer, request.at, place_of(request))
    context = {"rows": rows.rows, "pages": beside(request, rows), "today": local_day(request.at), "ended": False}
    return render(request, "digest/reports.html", context)


@require_safe
@holders_of(*policies.SENDS)
def ended(request: OfficialRequest) -> HttpResponse:
    """What has its outcome, or was given up: the newest first."""
    require(policies.may_follow(request.officer, request.at))
    rows = queries.reports_for(request.officer, request.at, place_of(request), under_way=False)
    context = {"rows": rows.rows, "pages": beside(request, rows), "today": local_day(request.at), "ended": True}
    return render(request, "digest/reports.html", context)


@require_safe
@holders_of(*policies.SENDS)
def one(request: OfficialRequest, code: str) -> HttpResponse:
    """Everything about it, and what can be done now."""
    by, at, report = request.officer, request.at, _report(request, code)
    context = {
        "it": report,
        "voices": queries.voices_in(report),
        "chases": queries.chases_of(report),
        "story": timeline(queries.story_of(report)),
        "today": local_day(at),
        "reports": policies.may_report(by, at),
        "approves": policies.may_approve_report(by, report, at),
        "sends": policies.may_send_report(by, report, at),
        "confirms": policies.may_confirm_outcome(by, report, at),
    }
    return render(request, "digest/report.html", context)


@require_safe
@holders_of(*policies.SENDS)
def letter(request: OfficialRequest, code: str) -> HttpResponse:
    """The letter: as it went out, or as it would look today."""
    report = _report(request, code)
    return pdf(letters.as_letter(report, request.at), f"Văn bản {report.code}")


@require_safe
@holders_of(*policies.SENDS)
def reply(request: OfficialRequest, code: str) -> HttpResponse:
    """The scan of what the authority answered."""
    report = _report(request, code)
    if report.scan is None:
        raise Http404
    return pdf(bytes_of(report.scan), f"Văn bản trả lời {report.code}")


@holders_of(*policies.SENDS)
def submit(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Put it before the head."""
    says = "Trình rồi thì không sửa nữa, trừ khi lãnh đạo trả lại."
    may = policies.may_report(request.officer, request.at)
    return _step(request, code, drafting.submit_report, ("Trình lãnh đạo duyệt", "Trình duyệt", says), may)


@holders_of(*policies.SENDS)
def approve(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Answer for it."""
    words = ("Duyệt báo cáo, kiến nghị", "Duyệt", "Văn thư lấy số và gửi văn bản đúng như bản bạn duyệt.")
    return _step(request, code, drafting.approve_report, words, policies.may_approve_report)


@holders_of(*policies.SENDS)
def give_back(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Let it be written again."""
    words = ("Trả lại báo cáo, kiến nghị", "Trả lại", "Người soạn đọc được lý do và sửa lại.")
    return _step(request, code, drafting.return_report, words, policies.may_approve_report, form=ReasonForm)


@holders_of(*policies.SENDS)
def drop(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Give up a draft."""
    words = ("Bỏ bản soạn", "Bỏ bản soạn", "Phản ánh trong bản này lại chờ được tổng hợp hoặc trả lời riêng.")
    may = policies.may_report(request.officer, request.at)
    return _step(request, code, drafting.drop_report, words, may, form=ReasonForm)


@holders_of(*policies.SENDS)
def send(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Let it go out under its number."""
    says = "Văn bản được lấy số của năm. Người đã phản ánh được báo ý kiến của mình đã gửi đi đâu."
    return _step(request, code, following.send_report, ("Lấy số, gửi văn bản", "Gửi", says), policies.may_send_report)


@holders_of(*policies.SENDS)
def chase(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Note that the authority was asked how far it is."""
    words = ("Hỏi cơ quan có thẩm quyền", "Ghi lần hỏi", "Ghi lại mỗi lần gọi, gửi công văn nhắc.")
    may = policies.may_report(request.officer, request.at)
    return _step(request, code, following.chase_report, words, may, form=ChaseForm)


@holders_of(*policies.SENDS)
def outcome(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write down what the authority answered."""
    by, at, report = request.officer, request.at, _report(request, code)
    form = OutcomeForm(request.POST or None, request.FILES or None)
    back = reverse("reports:one", args=[report.code])

    def do() -> str:
        following.record_outcome(report, form.heard(), by=by, at=at)
        return back

    page = FormPage(
        "Ghi trả lời của cơ quan có thẩm quyền", "Ghi, trình lãnh đạo", back, about=_about(report),
        says=("Lãnh đạo duyệt xong thì mọi người đã phản ánh nhận trả lời này.",), template="digest/outcome.html",
        hindrance=policies.may_report(by, at),
    )  # fmt: skip
    return ask(request, page, form, do, said="Đã ghi, chờ lãnh đạo duyệt.")


@holders_of(*policies.SENDS)
def give_outcome_back(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Let what was heard be written down again."""
    words = ("Trả lại kết quả đã ghi", "Trả lại", "Người ghi đọc được lý do và ghi lại.")
    return _step(request, code, following.return_outcome, words, policies.may_confirm_outcome, form=ReasonForm)


@holders_of(*policies.SENDS)
def confirm(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Tell everybody who raised it."""
    words = (
        "Duyệt, báo người phản ánh", "Duyệt và báo",
        "Mỗi phản ánh trong báo cáo được trả lời bằng kết quả này; người để lại liên lạc được báo ngay.",
    )  # fmt: skip
    return _step(request, code, following.confirm_outcome, words, policies.may_confirm_outcome)


def _step(
    request: OfficialRequest,
    code: str,
    act: Act,
    words: tuple[str, str, str],
    may: Answer | Callable[..., Answer],
    *,
    form: type[Form] = Form,
) -> HttpResponseBase:
    """A page with one act on a report: title, button, what will follow, and who may."""
    by, at, report = request.officer, request.at, _report(request, code)
    filled, back = form(request.POST or None), reverse("reports:one", args=[report.code])

    def do() -> str:
        act(report, **filled.cleaned_data, by=by, at=at)
        return back

    title, button, says = words
    page = FormPage(
        title, button, back, about=_about(report), says=(says,),
        hindrance=may if isinstance(may, Answer) else may(by, report, at),
    )  # fmt: skip
    return ask(request, page, filled, do, said="Đã ghi.")


def _about(report: Any) -> str:
    return f"{report.code}: {report.subject}"


def _report(request: OfficialRequest, code: str) -> Any:
    return found(queries.report_for, request.officer, code, request.at)
