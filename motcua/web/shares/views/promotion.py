"""Who promotes online and postal filing of which procedure, and what a body aims at."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.organisations import queries as organisations
from motcua.domain.procedures.promotion import acts, choices, policies, queries
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import EndForm, PromoterForm, TargetForm

LEADERS = policies.LEADERS

cite(Kind.SCREEN, "shares:promoters", "5.1.f")
cite(Kind.SCREEN, "shares:name_promoter", "5.1.f")
cite(Kind.SCREEN, "shares:end_promoting", "5.1.f")
cite(Kind.SCREEN, "shares:set_target", "5.1.f")


@require_safe
@holders_of(*LEADERS)
def promoters(request: OfficialRequest) -> HttpResponse:
    """Who was named, the newest first; and what is aimed at from which day."""
    rows = queries.promoters_for(request.officer, request.at, place_of(request))
    context = {
        "rows": rows.rows,
        "pages": beside(request, rows),
        "aims": queries.aims_of(request.officer, request.at),
        "today": local_day(request.at),
    }
    return render(request, "shares/promoters.html", context)


@holders_of(*LEADERS)
def name_promoter(request: OfficialRequest) -> HttpResponseBase:
    """Name an official of the own body for a procedure."""
    offered = choices.promotable(request.officer, request.at)
    form = PromoterForm(
        request.POST or None,
        procedures=[(each.procedure.code, f"{each.procedure.code} · {each.name}") for each in offered],
        officers=[(each.code, each.name) for each in choices.colleagues(request.officer, request.at)],
        initial={"from_on": local_day(request.at), "procedure": request.GET.get("thu-tuc", "")},
    )

    def do() -> str:
        said = dict(form.cleaned_data)
        code, officer = said.pop("procedure"), organisations.officer(said.pop("officer"))
        procedure = next(each.procedure for each in offered if each.procedure.code == code)
        acts.name_promoter(procedure, officer=officer, **said, by=request.officer, at=request.at)
        return reverse("shares:promoters")

    says = ("Cán bộ được cử hướng dẫn người dân nộp thủ tục này trực tuyến hoặc qua bưu chính công ích.",)
    page = FormPage("Cử người khuyến khích", "Cử cán bộ", reverse("shares:promoters"), says=says)
    return ask(request, page, form, do, said="Đã cử cán bộ.")


@holders_of(*LEADERS)
def end_promoting(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Let somebody be done with it after a day."""
    one, back = found(queries.promoter_for, request.officer, pk, request.at), reverse("shares:promoters")
    form = EndForm(request.POST or None, initial={"to_on": local_day(request.at)})

    def do() -> str:
        acts.end_promoting(one, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    says = (f"{one.officer.name}, thủ tục {one.procedure.code}, từ ngày {show_date(one.from_on)}: {one.task}",)
    may = policies.may_end_promoting(request.officer, one, request.at)
    page = FormPage("Kết thúc việc khuyến khích", "Ghi ngày kết thúc", back, one.officer.name, says, hindrance=may)
    return ask(request, page, form, do, said="Đã ghi ngày kết thúc.")


@holders_of(*LEADERS)
def set_target(request: OfficialRequest) -> HttpResponseBase:
    """Enter what a body aims at from a day on."""
    offices = {each.code: each for each in queries.aiming(request.officer, request.at)}
    form = TargetForm(
        request.POST or None,
        offices=[(code, each.name) for code, each in offices.items()],
        initial={"from_on": local_day(request.at), "office": next(iter(offices)) if len(offices) == 1 else ""},
    )

    def do() -> str:
        said = dict(form.cleaned_data)
        acts.set_target(offices[said.pop("office")], **said, by=request.officer, at=request.at)
        return reverse("shares:promoters")

    says = ("Chỉ tiêu mới nhất đã đến ngày áp dụng được so với tỷ lệ thực hiện mỗi tháng.",)
    page = FormPage("Ghi chỉ tiêu", "Ghi chỉ tiêu", reverse("shares:promoters"), says=says)
    return ask(request, page, form, do, said="Đã ghi chỉ tiêu.")
