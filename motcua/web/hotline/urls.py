"""The desk of the hotline."""

from django.urls import URLPattern, path

from motcua.domain.questions.policies import TAKES_DOWN, may_take_calls
from motcua.web.components import desks

from . import views

app_name = "hotline"
urlpatterns: list[URLPattern] = [
    path("", views.call, name="call"),
    path("ho-so/<str:code>/", views.verify, name="verify"),
    path("goi-lai/", views.call_backs, name="call_backs"),
]

desks.enter(
    app_name,
    "Tổng đài",
    order=51,
    roles=TAKES_DOWN,
    only=may_take_calls,
    sections=(("Cuộc gọi", "hotline:call"), ("Hẹn gọi lại", "hotline:call_backs")),
)
