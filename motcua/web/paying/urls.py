"""Where a gateway tells what became of a payment, and where the one of practice is paid at."""

from django.urls import URLPattern, path

from .views import gateway, trial

app_name = "paying"
urlpatterns: list[URLPattern] = [
    path("bao/", gateway.word, name="word"),
    path("thu/<str:reference>/", trial.page, name="trial"),
]
