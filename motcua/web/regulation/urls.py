"""Where the regulation is read, clause by clause."""

from django.urls import URLPattern, path

from . import views

app_name = "regulation"
urlpatterns: list[URLPattern] = [
    path("quy-che/", views.index, name="index"),
    path("quy-che/<str:number>", views.clause, name="clause"),
]
