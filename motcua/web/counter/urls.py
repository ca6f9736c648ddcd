"""Where dossiers are received, passed on, supplemented and their results given out."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.web.components import desks

from .views import dossier, guidance, intake, results, search, supplement, waiting

app_name = "counter"
urlpatterns: list[URLPattern] = [
    path("", intake.intake, name="intake"),
    path("khong-tiep-nhan/<int:pk>/", intake.refused, name="refused"),
    path("ho-so/<str:code>/", dossier.dossier, name="dossier"),
    path("ho-so/<str:code>/ban-quet/", dossier.keep_scans, name="keep_scans"),
    path("cho-chuyen/", waiting.waiting, name="waiting"),
    path("cho-bo-sung/", supplement.supplements, name="supplements"),
    path("cho-bo-sung/<str:code>/", supplement.supplement, name="supplement"),
    path("tra-ket-qua/", results.results, name="results"),
    path("tra-ket-qua/<str:code>/", results.result, name="result"),
    path("tra-ket-qua/<str:code>/nhan/", results.take_over, name="take_over"),
    path("tra-ket-qua/<str:code>/luu-giu/", results.keep, name="keep"),
    path("tra-ket-qua/<str:code>/tra/", results.deliver, name="deliver"),
    path("huong-dan/", guidance.guidances, name="guidances"),
    path("huong-dan/<int:pk>/", guidance.guidance, name="guidance"),
    path("tim/", search.search, name="search"),
]

desks.enter(
    app_name,
    "Quầy một cửa",
    order=10,
    roles=(Role.RECEIVE, Role.RETURN),
    sections=(
        ("Tiếp nhận", "counter:intake", (Role.RECEIVE,)),
        ("Chờ chuyển", "counter:waiting", (Role.RECEIVE,)),
        ("Chờ bổ sung", "counter:supplements", (Role.RECEIVE,)),
        ("Trả kết quả", "counter:results", (Role.RETURN,)),
        ("Hướng dẫn", "counter:guidances"),
        ("Tìm hồ sơ", "counter:search"),
    ),
)
