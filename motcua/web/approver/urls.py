"""Where leaders decide."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from . import views

app_name = "approver"
urlpatterns: list[URLPattern] = [
    path("", views.inbox, name="inbox"),
    path("<str:code>/<int:task>/", views.sheet, name="sheet"),
]

desks.enter(app_name, "Phê duyệt", order=20, roles=views.DECIDE, sections=[("Chờ phê duyệt", "approver:inbox")])
