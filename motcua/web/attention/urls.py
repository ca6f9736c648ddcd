"""Where officials answer what the clock and the Centre remind them of."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from .first import CONCERNED, SIGNS_OR_WATCHES
from .views import alerts, apologies, progress

app_name = "attention"
urlpatterns: list[URLPattern] = [
    path("", alerts.alerts, name="alerts"),
    path("dung-yen/<int:pk>/", alerts.acknowledge, name="acknowledge"),
    path("xin-loi/", apologies.apologies, name="apologies"),
    path("hoi/", progress.asked, name="asked"),
    path("hoi/moi/", progress.ask_progress, name="ask"),
    path("hoi/<int:pk>/", progress.answer, name="answer"),
    path("hoi/<int:pk>/phieu.pdf", progress.paper, name="paper"),
]

desks.enter(
    app_name,
    "Cần lưu ý",
    order=55,
    roles=CONCERNED,
    sections=(
        ("Hồ sơ đứng yên", "attention:alerts"),
        ("Cần xin lỗi, hẹn lại", "attention:apologies", SIGNS_OR_WATCHES),
        ("Hỏi tiến độ", "attention:asked", progress.EITHER_SIDE),
    ),
)
