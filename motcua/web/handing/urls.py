"""Where paper is given and taken by list."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from . import views

app_name = "handing"
urlpatterns: list[URLPattern] = [
    path("", views.lists, name="lists"),
    path("<int:pk>/", views.one, name="one"),
    path("<int:pk>/ky/", views.sign, name="sign"),
    path("<int:pk>/danh-sach.pdf", views.paper, name="paper"),
]

desks.enter(app_name, "Bàn giao", order=56, roles=views.CONCERNED, sections=[("Danh sách bàn giao", "handing:lists")])
