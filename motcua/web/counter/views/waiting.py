"""Received, not yet passed on: the same working day, after 15:00 the next morning (5.1.đ-2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid5

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from motcua.domain.dossiers import processing, queries
from motcua.domain.dossiers.stages import Stage
from motcua.domain.journal.once import once
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.attention.first import first
from motcua.web.components.entrance import OfficialRequest, found, holders_of, key_of
from motcua.web.components.paging import beside, place_of

from ..forms import ExplanationForm
from ..show import chips, waiting_row

cite(Kind.SCREEN, "counter:waiting", "5.1.đ-2", "3.3-1")


@dataclass
class Report:
    """Which dossiers went, and which did not and why."""

    went: list[str] = field(default_factory=list)
    stayed: list[tuple[str, Refused]] = field(default_factory=list)


@holders_of(Role.RECEIVE)
def waiting(request: OfficialRequest) -> HttpResponseBase:
    """The list, the most pressing first; passing on one or several of it."""
    if request.method != "POST":
        return _shown(request, ExplanationForm())
    form = ExplanationForm(request.POST)
    codes = list(dict.fromkeys(request.POST.getlist("code")))
    chosen = [found(queries.to_act_on, request.officer, code, request.at) for code in codes]
    if not chosen:
        return _shown(request, ExplanationForm(), others=("Hãy chọn ít nhất một hồ sơ để chuyển.",), status=422)
    form.fields["explanation"].required = any(waiting_row(each, request.at).late for each in chosen)
    if not form.is_valid():
        return _shown(request, form, codes=codes, status=422)
    report = _transfer(request, chosen, form.cleaned_data["explanation"])
    if report.stayed:
        return _shown(request, ExplanationForm(), report=report, status=409)
    many = f"{len(report.went)} hồ sơ" if len(report.went) > 1 else f"hồ sơ {report.went[0]}"
    messages.success(request, f"Đã chuyển {many} cho cơ quan giải quyết.")
    return redirect("counter:waiting")


def _transfer(request: OfficialRequest, chosen: Iterable[Any], explanation: str) -> Report:
    """Pass each on by itself, so that one that can not go does not hold up the others."""
    key, report = key_of(request), Report()
    signs = {"by": request.officer, "at": request.at}
    for one in chosen:
        late = waiting_row(one, request.at).late

        def pass_on(one: Any = one, late: bool = late) -> str:
            processing.transfer(one, **signs, explanation=explanation if late else "")
            return str(one.code)

        try:
            report.went.append(once(uuid5(key, one.code), **signs, do=pass_on))
        except Refused as refusal:
            report.stayed.append((one.code, refusal))
    return report


def _shown(request: OfficialRequest, form: ExplanationForm, *, status: int = 200, **more: Any) -> HttpResponse:
    all_waiting = queries.at_desk(request.officer, request.at, Stage.RECEIVED)
    body = request.GET.get("co-quan", "")
    shown = all_waiting.filter(department__code=body) if body else all_waiting
    at_page = page(shown.select_related("one_stop"), "id", place_of(request))
    bodies = all_waiting.order_by("department__sort_key").values_list("department__code", "department__short_name")
    context = {
        "rows": [waiting_row(each, request.at) for each in at_page.rows],
        "count": counted(shown),
        "chips": chips(request, "co-quan", bodies.distinct()),
        "body": body,
        "pages": beside(request, at_page),
        "form": form,
        "codes": (),
        "all_chosen": "chon" in request.GET and request.method == "GET",
        "others": (),
        "report": None,
        "first": first(request),
    }
    return render(request, "counter/waiting.html", context | more, status=status)
