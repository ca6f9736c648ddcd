"""Where the officials of a department find their work."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from . import views

app_name = "department"
urlpatterns: list[URLPattern] = [
    path("", views.work_list, name="work"),
    path("nhan-viec/", views.take, name="take"),
    path("ho-so/", views.dossiers, name="dossiers"),
    path("tim/", views.search, name="search"),
    path("xin-y-kien/", views.advice, name="advice"),
    path("giai-trinh/", views.breaches, name="breaches"),
]

desks.enter(
    app_name,
    "Xử lý hồ sơ",
    order=30,
    roles=views.AT_WORK,
    sections=[
        ("Việc", "department:work"),
        ("Hồ sơ của cơ quan", "department:dossiers"),
        ("Tìm hồ sơ", "department:search"),
        ("Xin ý kiến", "department:advice"),
        ("Giải trình", "department:breaches"),
    ],
)
