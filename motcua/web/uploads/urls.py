"""Where files from home are sent."""

from django.urls import URLPattern, path

from . import tus, views

app_name = "uploads"
urlpatterns: list[URLPattern] = [
    path("tus/", tus.files, name="tus"),
    path("tus/<uuid:key>", tus.file, name="tus_file"),
    path("tep/<uuid:key>.png", views.thumbnail, name="thumbnail"),
    path("tep/<uuid:key>/<slug:what>/", views.change, name="change"),
    path("giay-to/<slug:place>/", views.paper, name="paper"),
    path("giay-to/<slug:place>/tep", views.listed, name="files"),
    path("giay-to/<slug:place>/ban-gop", views.document, name="document"),
]
