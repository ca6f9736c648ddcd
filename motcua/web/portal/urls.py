"""What the public may open."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from .views import checking, measures, procedures, tracking

app_name = "portal"
urlpatterns: list[URLPattern] = [
    path("", procedures.front, name="front"),
    path("thu-tuc/", procedures.catalogue, name="catalogue"),
    path("thu-tuc/<str:code>/", procedures.procedure, name="procedure"),
    path("thu-tuc/<str:code>/niem-yet.pdf", procedures.posting, name="posting"),
    path("thu-tuc/<str:code>/to-khai-mau.pdf", procedures.own_form_sample, name="own_form_sample"),
    path("thu-tuc/<str:code>/mau/<int:position>/", procedures.form, name="form"),
    path("niem-yet/<slug:owner>.pdf", procedures.posting_list, name="posting_list"),
    path("tra-cuu/", tracking.track, name="track"),
    path("tra-cuu/<slug:secret>", tracking.dossier, name="dossier"),
    path("tra-cuu/<slug:secret>/giay-to/<int:pk>.pdf", tracking.paper, name="paper"),
    path("kiem-tra/", checking.check, name="check"),
    path("kiem-tra/<slug:secret>", checking.result, name="result"),
    path("kiem-tra/<slug:secret>/ket-qua.pdf", checking.result_file, name="result_file"),
    path("so-lieu/", measures.measures, name="measures"),
]

desks.enter(
    app_name,
    "Cổng thông tin",
    order=0,
    roles=(),
    sections=[
        ("Trang đầu", "portal:front"),
        ("Tìm thủ tục", "portal:catalogue"),
        ("Tra cứu hồ sơ", "portal:track"),
        ("Kiểm tra kết quả", "portal:check"),
        ("Tỷ lệ đúng hẹn", "portal:measures"),
    ],
)
