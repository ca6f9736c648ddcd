"""Where papers, scans and forms are opened."""

from django.urls import URLPattern, path

from . import views

app_name = "files"
urlpatterns: list[URLPattern] = [
    path("giay-to/<int:pk>.pdf", views.paper, name="paper"),
    path("mau/<int:component>/", views.form, name="form"),
    path("ban-quet/<int:pk>.pdf", views.scan, name="scan"),
    path("ban-quet/<int:pk>.png", views.thumbnail, name="thumbnail"),
    path("ban-quet/<int:pk>/trang-<int:number>.png", views.page, name="page"),
]
