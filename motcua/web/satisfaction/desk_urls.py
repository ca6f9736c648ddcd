"""Where officials read what people said."""

from django.urls import URLPattern, path

from .views import desk

app_name = "rated"
urlpatterns: list[URLPattern] = [
    path("", desk.all_opinions, name="all"),
    path("danh-gia.csv", desk.all_csv, name="all_csv"),
    path("co-quan-toi/", desk.own, name="own"),
    path("<int:pk>/phan-anh/", desk.take_up, name="take_up"),
]
