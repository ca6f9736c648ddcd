"""Where feedback is counted by what it is about."""

from django.urls import URLPattern, path

from motcua.domain.feedback.digest.policies import READERS
from motcua.web.components import desks

from .views import counting, topics

app_name = "digest"
urlpatterns: list[URLPattern] = [
    path("", counting.digest, name="digest"),
    path("tung-phan-anh/", counting.voices, name="voices"),
    path("so-lieu.csv", counting.figures_file, name="figures"),
    path("tung-phan-anh.csv", counting.voices_file, name="voices_file"),
    path("<str:code>/chu-de/", topics.set_theme, name="set_theme"),
]

desks.enter(
    app_name,
    "Tổng hợp phản ánh",
    order=54,
    roles=READERS,
    sections=[("Tổng hợp", "digest:digest"), ("Từng phản ánh", "digest:voices")],
)
