"""Where second seals are agreed about, kept, used and closed."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.web.components import desks

from .views import agreements, closings, keeping, queue, register, seals
from .views.seals import CONCERNED

app_name = "seals"
urlpatterns: list[URLPattern] = [
    path("", queue.queue, name="queue"),
    path("ho-so/<str:code>/", queue.entry, name="entry"),
    path("ho-so/<str:code>/dong-dau/", queue.stamp, name="stamp"),
    path("ho-so/<str:code>/dong-lai/", queue.stamp_again, name="stamp_again"),
    path("so/", register.register, name="register"),
    path("khoa-so/", closings.closings, name="closings"),
    path("khoa-so/<int:pk>/<str:day>/", closings.close, name="close"),
    path("khoa-so/bang-ke-<int:pk>.pdf", closings.printed, name="closing_paper"),
    path("con-dau/", seals.seals, name="seals"),
    path("con-dau/<int:pk>/", seals.seal, name="seal"),
    path("con-dau/<int:pk>/mau-dau.png", seals.sample, name="sample"),
    path("con-dau/<int:pk>/giao/", keeping.give, name="give"),
    path("con-dau/<int:pk>/nhan/", keeping.take, name="take"),
    path("con-dau/<int:pk>/lay-lai/", keeping.take_back, name="take_back"),
    path("con-dau/<int:pk>/hong/", keeping.damaged, name="damaged"),
    path("con-dau/<int:pk>/mat/", keeping.lost, name="lost"),
    path("quy-che/", agreements.agreements, name="agreements"),
    path("quy-che/moi/", agreements.propose, name="propose"),
    path("quy-che/<int:pk>/", agreements.agreement, name="agreement"),
    path("quy-che/<int:pk>/ban-ky.pdf", agreements.signed_copy, name="signed_copy"),
    path("quy-che/<int:pk>/so-nganh-thong-nhat/", agreements.as_department, name="agree_as_department"),
    path("quy-che/<int:pk>/trung-tam-thong-nhat/", agreements.as_centre, name="agree_as_centre"),
    path("quy-che/<int:pk>/cham-dut/", agreements.end, name="end"),
    path("quy-che/<int:pk>/dang-ky-con-dau/", agreements.register_seal, name="register_seal"),
]

desks.enter(
    app_name,
    "Con dấu thứ hai",
    order=60,
    roles=CONCERNED,
    sections=(
        ("Chờ đóng dấu", "seals:queue", (Role.SEAL_KEEPER,)),
        ("Sổ đóng dấu", "seals:register"),
        ("Khóa sổ", "seals:closings"),
        ("Con dấu", "seals:seals"),
        ("Quy chế", "seals:agreements"),
    ),
)
