"""Where the public says how it was; pages have an address in each language."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from .views import ballots, surveys, wall

app_name = "satisfaction"
urlpatterns: list[URLPattern] = [
    path(_("danh-gia/<slug:secret>"), ballots.ballot, name="ballot"),
    path(_("khao-sat/<slug:secret>"), surveys.ballot, name="survey"),
    path(_("hai-long/"), wall.wall, name="wall"),
    path("hai-long.csv", wall.wall_csv, name="wall_csv"),
]
