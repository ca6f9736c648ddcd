"""The months: which is where until when; one as a checklist; a line with what both sides say (4.5.b, 5.3)."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.fees import queries as cash_queries
from motcua.domain.fees import settled as queries
from motcua.domain.fees import settling_policies as policies
from motcua.domain.fees.months import drawing, reconciling, slips, transferring, watching
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing
from motcua.domain.regulation.answers import Answer
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.money import show_money
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.components.timeline import timeline
from motcua.web.files.serving import pdf

from ..forms import CorrectionForm, MonthForm, NothingForm, TextForm, TransferForm
from .entry import BOTH_SIDES

cite(Kind.SCREEN, "accounting:months", "4.5.b", "5.3.b", "5.3.c")
cite(Kind.SCREEN, "accounting:month", "4.5.b", "4.5.c", "5.3.b", "5.3.c")

WORDS = {
    "done": ("đã xong", "good"), "done_late": ("xong, chậm hạn", "warn"), "late": ("quá hạn", "bad"),
    "now": ("đến hạn", "warn"), "waiting": ("chưa đến hạn", ""),
}  # fmt: skip


@require_GET
@holders_of(*BOTH_SIDES)
def months(request: OfficialRequest) -> HttpResponse:
    """Every month of every department, the newest first, and what is to be done next until when."""
    rows = queries.statements(request.officer, request.at)
    at_page = page(rows, ("month", "department_id"), place_of(request), newest_first=True)
    today = local_day(request.at)
    shown = []
    for each in at_page.rows:
        step = watching.next_step(each, each.month, calendar_for(each.desk.code))
        shown.append((each, step, WORDS[step.state(today)] if step else None))
    context = {"rows": shown, "count": counted(rows), "pages": beside(request, at_page)}
    context["keeps"] = bool(queries.centres(request.officer, request.at))
    context["undrawn"] = queries.undrawn(request.officer, request.at) if context["keeps"] else []
    return render(request, "accounting/months.html", context)


@holders_of(Role.ACCOUNTANT)
def draw_up(request: OfficialRequest) -> HttpResponseBase:
    """Put a month together, for one department."""
    form = MonthForm(request.POST or None, departments=queries.departments(request.at), today=local_day(request.at))
    sheet = FormPage(
        title="Lập bảng tổng hợp tháng", button="Lập bảng tổng hợp", back=reverse("accounting:months"),
        says=("Hệ thống tự lập vào sáng ngày đầu tháng; khi còn ca chưa đóng thì lập ở đây, sau khi đóng ca.",),
    )  # fmt: skip

    def do() -> str:
        centre = found(queries.centre_of, request.officer, request.at)
        made = drawing.draw_up_statement(form.body(), centre, month=form.month(), by=request.officer, at=request.at)
        return reverse("accounting:month", args=[made.pk])

    return ask(request, sheet, form, do, said="Đã lập bảng tổng hợp.")


@require_GET
@holders_of(*BOTH_SIDES)
def month(request: OfficialRequest, pk: int) -> HttpResponse:
    """One month: the checklist, the lines, both parts, and what this official may do next."""
    one, by, at = _one(request, pk), request.officer, request.at
    lines, today = list(queries.lines_of(one)), local_day(at)
    shown = [(each, slips.line_of(each)) for each in lines]
    steps, volumes = watching.steps(one, one.month, calendar_for(one.desk.code)), queries.copy_lists(one)
    context = {
        "one": one, "lines": shown, "total": slips.total_of(one, (line for _, line in shown)),
        "cut": slips.cut_of(lines),
        "steps": [(each, *WORDS[each.state(today)]) for each in steps],
        "keeps": policies.may_keep(by, one.desk_id, at),
        "answers": policies.may_answer_for(by, one.department_id, at),
        "told": timeline(queries.story(one)), "works": queries.works_of(one), "volumes": volumes,
        "unprinted": sum(each.file_id is None for each in volumes),
    }  # fmt: skip
    return render(request, "accounting/month.html", context)


@require_GET
@holders_of(*BOTH_SIDES)
def paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """The statement as it was sent."""
    one = _one(request, pk)
    if one.paper is None:
        raise Http404
    return pdf(issuing.bytes_of(one.paper, at=request.at), f"bang-tong-hop-{one.month:%Y-%m}.pdf")


@require_GET
@holders_of(*BOTH_SIDES)
def copy_list(request: OfficialRequest, pk: int, paper: int) -> HttpResponse:
    """A volume of the list of copies 3, to print."""
    one = found(queries.copy_list, request.officer, pk, paper, request.at)
    return pdf(issuing.bytes_of(one, at=request.at), f"bang-ke-lien-3-{one.number}.pdf")


@holders_of(*BOTH_SIDES)
def send(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Send it to the department."""
    return _step(
        request, pk, "Gửi bảng tổng hợp cho sở, ngành", drawing.send_statement, NothingForm(request.POST or None),
        says="Sau khi gửi, tháng này không nhận thêm bút toán nào; sai sót ghi bằng bút toán điều chỉnh.",
        may=lambda one: policies.may_keep(request.officer, one.desk_id, request.at), said="Đã gửi bảng tổng hợp.",
    )  # fmt: skip


@holders_of(*BOTH_SIDES)
def confirm(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Confirm it for the department."""
    return _step(
        request, pk, "Xác nhận bảng tổng hợp", reconciling.confirm_statement, NothingForm(request.POST or None),
        says="Mọi dòng được coi là khớp và tháng được khóa; thay đổi sau đó là điều chỉnh của tháng sau.",
        may=lambda one: policies.may_answer_for(request.officer, one.department_id, request.at),
        said="Đã xác nhận và khóa tháng.",
    )  # fmt: skip


@holders_of(*BOTH_SIDES)
def transfer(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Enter the transfer of what is kept for the Centre."""
    one = _one(request, pk)
    form = TransferForm(request.POST or None, initial={"amount": one.retained})
    return _step(
        request, pk, "Ghi việc chuyển khoản trích để lại", transferring.transfer_share, form,
        says=f"Phải chuyển đúng {show_money(one.retained or 0)} về tài khoản của Trung tâm tại Kho bạc Nhà nước.",
        may=lambda each: policies.may_answer_for(request.officer, each.department_id, request.at),
        said="Đã ghi việc chuyển khoản trích.",
    )  # fmt: skip


@require_GET
@holders_of(*BOTH_SIDES)
def line(request: OfficialRequest, pk: int) -> HttpResponse:
    """One line: its figures, what both sides said, and what can be done."""
    one = found(queries.line, request.officer, pk, request.at)
    statement, by, at = one.statement, request.officer, request.at
    context = {
        "one": one, "statement": statement, "figures": slips.line_of(one), "words": queries.words_of(one),
        "corrections": queries.corrections_of(one), "keeps": policies.may_keep(by, statement.desk_id, at),
        "answers": policies.may_answer_for(by, statement.department_id, at),
    }  # fmt: skip
    at_page = page(queries.receipts_of(one), "id", place_of(request))
    context |= {"receipts": at_page.rows, "pages": beside(request, at_page)}
    return render(request, "accounting/line.html", context)


@require_GET
@holders_of(*BOTH_SIDES)
def receipt(request: OfficialRequest, pk: int) -> HttpResponse:
    """A receipt, for the department whose money it is too."""
    one = found(cash_queries.receipt, request.officer, pk, request.at)
    if one.paper is None:
        raise Http404
    return pdf(issuing.bytes_of(one.paper, at=request.at), f"bien-lai-{one}.pdf")


@holders_of(*BOTH_SIDES)
def say(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say something about a line."""
    return _of_line(request, pk, "Trao đổi về dòng này", TextForm(request.POST or None), reconciling.say_of_line)


@holders_of(*BOTH_SIDES)
def dispute(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say that a line is not right."""
    form = TextForm(request.POST or None)
    form.fields["text"].label = "Không khớp ở đâu, chênh lệch bao nhiêu, vì sao"

    def act(one: Any, *, text: str, **signs: Any) -> Any:
        return reconciling.dispute_line(one, reason=text, **signs)

    return _of_line(request, pk, "Báo không khớp", form, act)


@holders_of(*BOTH_SIDES)
def agree(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say that a line is right."""
    return _of_line(request, pk, "Báo khớp", NothingForm(request.POST or None), reconciling.agree_to_line)


@holders_of(Role.ACCOUNTANT)
def correct(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Enter a correction."""
    says = (
        "Bút toán điều chỉnh không sửa số đã có: tháng chưa khóa tính vào tháng đó, tháng đã khóa tính vào tháng này."
    )
    form = CorrectionForm(request.POST or None)
    return _of_line(request, pk, "Ghi bút toán điều chỉnh", form, reconciling.correct_line, says)


def _one(request: OfficialRequest, pk: int) -> Any:
    return found(queries.statement, request.officer, pk, request.at)


def _step(
    request: OfficialRequest, pk: int, title: str, act: Callable[..., Any], form: Any, *, says: str,
    may: Callable[[Any], Answer], said: str,
) -> HttpResponseBase:  # fmt: skip
    one = _one(request, pk)
    back = reverse("accounting:month", args=[pk])
    about = f"{one.department.name}, tháng {one}"
    sheet = FormPage(title=title, about=about, button=title, back=back, says=(says,), hindrance=may(one))

    def do() -> str:
        act(one, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    return ask(request, sheet, form, do, said=said)


def _of_line(
    request: OfficialRequest, pk: int, title: str, form: Any, act: Callable[..., Any], *says: str
) -> HttpResponseBase:
    one = found(queries.line, request.officer, pk, request.at)
    back = reverse("accounting:line", args=[pk])
    about = f"{one.name}, tháng {one.statement}: {show_money(one.total)}"
    sheet = FormPage(title=title, about=about, button=title, back=back, says=says)

    def do() -> str:
        act(one, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    return ask(request, sheet, form, do, said=f"Đã ghi: {title.lower()}.")
