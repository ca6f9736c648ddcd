"""Filing from home."""

from django.urls import URLPattern, path

from . import views

app_name = "filing"
urlpatterns: list[URLPattern] = [
    path("bat-dau/<str:procedure>/", views.begin, name="begin"),
    path("<str:code>/", views.prepare, name="prepare"),
    path("<str:code>/xem-lai/", views.review, name="review"),
    path("<str:code>/da-nop/", views.done, name="done"),
    path("<str:code>/rut/", views.withdraw, name="withdraw"),
    path("<str:code>/bo/", views.discard, name="discard"),
    path("<str:code>/giay-to/<int:pk>.pdf", views.paper, name="paper"),
]
