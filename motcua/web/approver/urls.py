"""Where leaders decide."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from . import together, views

app_name = "approver"
urlpatterns: list[URLPattern] = [
    path("", views.inbox, name="inbox"),
    path("nhieu/", together.together, name="together"),
    path("<str:code>/<int:task>/", views.sheet, name="sheet"),
]

SECTIONS = (("Chờ phê duyệt", "approver:inbox"), ("Phê duyệt nhiều hồ sơ", "approver:together"))
desks.enter(app_name, "Phê duyệt", order=20, roles=views.DECIDE, sections=SECTIONS)
