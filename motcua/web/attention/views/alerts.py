"""Dossiers that stand still: the list of whoever was told, and the answer of who is in charge."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.ahead import alert_queries
from motcua.domain.dossiers.ahead import alerts as acts
from motcua.domain.dossiers.ahead import possible as possible_ahead
from motcua.domain.dossiers.ahead.standing import ACKNOWLEDGED, THRESHOLDS, TOLD, Level, Still, latest_promise
from motcua.domain.listing import counted
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import show_date, show_moment
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..first import CONCERNED
from ..forms import AcknowledgeForm

cite(Kind.SCREEN, "attention:alerts", "4.1.d-1", "4.1.d-2")


@require_safe
@holders_of(*CONCERNED)
def alerts(request: OfficialRequest) -> HttpResponse:
    """All that stands still and that this official was told of, the longest first."""
    seen = alert_queries.seen_by(request.officer, request.at)
    at_page = alert_queries.listed(seen, place_of(request))
    context = {
        "rows": list(possible_ahead.acknowledging(request.officer, at_page.rows, request.at)),
        "count": counted(seen),
        "pages": beside(request, at_page),
        "told": {level.value: TOLD[level] for level in Level},
        "thresholds": THRESHOLDS.values(),
    }
    return render(request, "attention/alerts.html", context)


@holders_of(*CONCERNED)
def acknowledge(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say that one knows, why it stands still, and by when it will move."""
    alert: Any = found(alert_queries.one, request.officer, pk, request.at)
    ((_, answer),) = possible_ahead.acknowledging(request.officer, [alert], request.at)
    form = AcknowledgeForm(request.POST or None)
    latest = show_date(latest_promise(request.at, acts.calendar_of(alert)))
    kind = THRESHOLDS[Still(alert.kind)]
    page = FormPage(
        title="Đã biết, sẽ xử lý",
        button="Ghi lời hứa",
        back=reverse("attention:alerts"),
        about=f"{alert.dossier.code} · {alert.dossier.applicant_name}",
        says=(
            f"{kind.title}: {alert.what}, từ {show_moment(alert.since)}.",
            f"Chỉ hứa được đến hết ngày {latest} ({ACKNOWLEDGED.after // 8} ngày làm việc), mỗi cấp một lần.",
            "Quá ngày hứa mà hồ sơ chưa chuyển động thì cấp trên được báo. Lời hứa được ghi vào nhật ký hồ sơ.",
        ),
        hindrance=answer,
    )

    def do() -> str:
        acts.acknowledge_alert(alert, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("attention:alerts")

    return ask(request, page, form, do, said=f"Đã ghi lời hứa xử lý hồ sơ {alert.dossier.code}.")
