"""Where the officials of a department find their work."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.domain.satisfaction.policies import LEADS
from motcua.web.components import desks

from . import handing_out, views

app_name = "department"
urlpatterns: list[URLPattern] = [
    path("", views.work_list, name="work"),
    path("nhan-viec/", views.take, name="take"),
    path("ho-so/", views.dossiers, name="dossiers"),
    path("tim/", views.search, name="search"),
    path("xin-y-kien/", views.advice, name="advice"),
    path("giai-trinh/", views.breaches, name="breaches"),
    path("giao-lai/", handing_out.hand_out, name="hand_out"),
    path("lam-thay/", handing_out.stand_in, name="stand_in"),
    path("vang-mat/", handing_out.leave, name="absences"),
    path("vang-mat/moi/", handing_out.enter_absence, name="enter_absence"),
    path("vang-mat/<int:pk>/ket-thuc/", handing_out.end_absence, name="end_absence"),
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
        ("Giao lại việc", "department:hand_out", (Role.HEAD, Role.ASSIGN)),
        ("Làm thay", "department:stand_in"),
        ("Người dân đánh giá", "rated:own", LEADS),
    ],
)
