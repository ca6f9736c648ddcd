"""Where departments send officials, and the Centre answers."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.domain.secondments.policies import READS, concerns
from motcua.web.components import desks

from . import conduct, deciding, views

app_name = "secondments"
urlpatterns: list[URLPattern] = [
    path("", views.terms, name="terms"),
    path("du-phong/", views.cover, name="cover"),
    path("danh-sach.pdf", views.plan, name="plan"),
    path("cu/", deciding.nominate, name="nominate"),
    path("ghi-nhan/", conduct.notes, name="notes"),
    path("ghi-nhan/moi/", conduct.note_new, name="note_new"),
    path("ghi-nhan/<int:pk>/", conduct.note, name="note"),
    path("ghi-nhan/<int:pk>/bang-chung.pdf", conduct.evidence, name="evidence"),
    path("ghi-nhan/<int:pk>/y-kien/", conduct.comment, name="comment"),
    path("ghi-nhan/<int:pk>/ket-luan/", conduct.decide, name="decide"),
    path("thong-bao/", conduct.notices, name="notices"),
    path("thong-bao/<int:pk>.pdf", conduct.notice, name="notice"),
    path("thong-bao/<int:pk>/xac-nhan/", conduct.acknowledge, name="acknowledge"),
    path("<int:pk>/", views.one, name="one"),
    path("<int:pk>/tra-loi.pdf", views.reply, name="reply"),
    path("<int:pk>/van-ban-cu.pdf", views.scan, name="scan"),
    path("<int:pk>/tiep-nhan/", deciding.accept, name="accept"),
    path("<int:pk>/khong-tiep-nhan/", deciding.refuse, name="refuse"),
    path("<int:pk>/rut/", deciding.withdraw, name="withdraw"),
    path("<int:pk>/gia-han/", deciding.extend, name="extend"),
]

desks.enter(
    app_name,
    "Cán bộ biệt phái",
    order=58,
    roles=READS,
    sections=[
        ("Các đợt cử", "secondments:terms"),
        ("Có mặt, dự phòng", "secondments:cover"),
        ("Cử cán bộ", "secondments:nominate", (Role.HEAD,)),
        ("Ghi nhận", "secondments:notes"),
        ("Thông báo tháng", "secondments:notices"),
    ],
    only=concerns,
)
