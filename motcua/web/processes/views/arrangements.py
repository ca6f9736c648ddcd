"""Special arrangements: proposed by the department, agreed by the Centre, ended by either (4.1.a-2, 5.1.đ-1)."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.papers import scans
from motcua.domain.procedures import arrangement_policies, arrangements, queries
from motcua.domain.procedures.arrangement_terms import MEANS
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.badges import Badge
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.files.serving import pdf

from ..arrangement_forms import ArrangementForm, EndArrangementForm
from .processes import AT_DESK, WRITERS

WITH_FILE = "processes/choose.html"
SHOWN = 200

cite(Kind.SCREEN, "processes:arrangements", "4.1.a-2", "5.1.đ-1")
cite(Kind.SCREEN, "processes:arrangement", "4.1.a-2", "5.1.đ-1")
cite(Kind.SCREEN, "processes:propose_arrangement", "4.1.a-2", "5.1.đ-1")
cite(Kind.SCREEN, "processes:agree_arrangement", "4.1.a-2")
cite(Kind.SCREEN, "processes:end_arrangement", "4.1.a-2", "5.1.đ-1")


@require_GET
@holders_of(*AT_DESK)
def index(request: OfficialRequest) -> HttpResponse:
    """All arrangements of which the official has to know, the newest first."""
    rows = list(arrangements.seen(request.officer, request.at)[:SHOWN])
    names = arrangements.names_of(rows)
    shown = [(each, names.get(each.procedure_id, ""), standing(each, local_day(request.at))) for each in rows]
    may_propose = bool(request.officer.roles_at(request.at) & set(WRITERS))
    return render(request, "processes/arrangements.html", {"rows": shown, "may_propose": may_propose})


@require_GET
@holders_of(*AT_DESK)
def arrangement(request: OfficialRequest, pk: int) -> HttpResponse:
    """One arrangement: what it says, who has agreed, and what this official may do."""
    one, by, at = _one(request, pk), request.officer, request.at
    open_now = one.ended_at is None
    may = {
        "agree": open_now and one.agreed_at is None and bool(arrangement_policies.may_agree(by, one, at)),
        "end": open_now and one.to_on >= local_day(at) and bool(arrangement_policies.may_end(by, one, at)),
    }
    name = arrangements.names_of([one]).get(one.procedure_id, "")
    context = {"one": one, "name": name, "may": may, "state": standing(one, local_day(at)), "means": MEANS[one.kind]}
    return render(request, "processes/arrangement.html", context)


@require_GET
@holders_of(*AT_DESK)
def signed_copy(request: OfficialRequest, pk: int) -> HttpResponse:
    """The scan of what was signed on paper."""
    one = _one(request, pk)
    if one.scan is None:
        raise Http404
    return pdf(scans.bytes_of(one.scan), f"Thỏa thuận {one.document}")


@holders_of(*WRITERS)
def propose(request: OfficialRequest) -> HttpResponseBase:
    """Enter what the department needs for a special procedure."""
    initial = {"code": request.GET.get("thu-tuc", "")}
    form = ArrangementForm(request.POST or None, request.FILES or None, initial=initial)
    sheet = FormPage(
        "Đề nghị thỏa thuận đặc thù",
        "Gửi đề nghị",
        reverse("processes:arrangements"),
        says=(
            "Thỏa thuận áp dụng cho hồ sơ tiếp nhận từ khi Trung tâm thống nhất, trong thời hạn ghi dưới đây.",
            "Chưa có thỏa thuận, hồ sơ đi đường thường: tiếp nhận, trả kết quả tại Trung tâm.",
        ),
        template=WITH_FILE,
    )

    def do() -> str:
        procedure = _procedure(request, form.cleaned_data["code"])
        given = {"terms": form.terms, "signed_copy": form.scan, "by": request.officer, "at": request.at}
        made = arrangements.propose_arrangement(procedure, **given)
        return reverse("processes:arrangement", args=[made.pk])

    return ask(request, sheet, form, do, said="Đã gửi đề nghị, chờ Trung tâm thống nhất.")


@holders_of(*AT_DESK)
def agree(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The Centre agrees."""
    one = _one(request, pk)
    says = (f"{one.get_kind_display()}, {_days(one)}.", MEANS[one.kind])
    may = arrangement_policies.may_agree(request.officer, one, request.at)
    sheet = _sheet(one, "Thống nhất thỏa thuận đặc thù", "Thống nhất", says=says, hindrance=may)

    def do() -> str:
        arrangements.agree_arrangement(one, by=request.officer, at=request.at)
        return _address(one)

    return ask(request, sheet, Form(request.POST or None), do, said="Đã ghi nhận việc thống nhất.")


@holders_of(*AT_DESK)
def end(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Either side ends it after a day."""
    one = _one(request, pk)
    form = EndArrangementForm(request.POST or None, initial={"last_on": local_day(request.at)})
    warns = ("Hồ sơ đã tiếp nhận theo thỏa thuận này vẫn đi theo điều ghi trên giấy tiếp nhận.",)
    may = arrangement_policies.may_end(request.officer, one, request.at)
    sheet = _sheet(one, "Chấm dứt thỏa thuận đặc thù", "Chấm dứt", warns=warns, hindrance=may, grave=True)

    def do() -> str:
        arrangements.end_arrangement(one, **form.cleaned_data, by=request.officer, at=request.at)
        return _address(one)

    return ask(request, sheet, form, do, said="Đã ghi việc chấm dứt thỏa thuận.")


def standing(one: Any, today: Any) -> Badge:
    """How an arrangement stands, in words, with the kind of tag."""
    if one.agreed_at is None:
        return Badge("Đã rút đề nghị", "") if one.ended_at else Badge("Chờ Trung tâm thống nhất", "waiting")
    if one.to_on < today:
        return Badge("Đã hết hạn", "")
    return Badge("Chưa đến ngày áp dụng", "waiting") if one.from_on > today else Badge("Đang áp dụng", "good")


def _procedure(request: OfficialRequest, code: str) -> Any:
    try:
        return found(queries.procedure_for, request.officer, code, request.at)
    except Http404:
        raise Refused(f"Không có thủ tục nào mang mã {code}.", "4.1.a-2") from None


def _one(request: OfficialRequest, pk: int) -> Any:
    return found(arrangements.one, request.officer, pk, request.at)


def _address(one: Any) -> str:
    return reverse("processes:arrangement", args=[one.pk])


def _days(one: Any) -> str:
    return f"từ {show_date(one.from_on)} đến hết {show_date(one.to_on)}"


def _sheet(one: Any, title: str, button: str, **more: Any) -> FormPage:
    return FormPage(title, button, _address(one), about=f"{one.procedure.code} · {one.document}", **more)
