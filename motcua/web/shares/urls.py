"""Where the shares of online and postal filing are read, and where it is said who promotes them."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from .views import promotion, shares

app_name = "shares"
urlpatterns: list[URLPattern] = [
    path("", shares.shares, name="shares"),
    path("ho-so/", shares.dossiers, name="dossiers"),
    path("so-lieu.csv", shares.table, name="table"),
    path("so-lieu.xlsx", shares.workbook, name="workbook"),
    path("khuyen-khich/", promotion.promoters, name="promoters"),
    path("khuyen-khich/cu/", promotion.name_promoter, name="name_promoter"),
    path("khuyen-khich/<int:pk>/ket-thuc/", promotion.end_promoting, name="end_promoting"),
    path("chi-tieu/", promotion.set_target, name="set_target"),
]

desks.enter(
    app_name,
    "Trực tuyến, bưu chính",
    order=59,
    roles=shares.READERS,
    sections=[
        ("Tỷ lệ nộp trực tuyến, bưu chính", "shares:shares"),
        ("Người khuyến khích, chỉ tiêu", "shares:promoters", promotion.LEADERS),
    ],
)
