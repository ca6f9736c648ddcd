"""Where the quality index is read before it is public, computed anew and published."""

from django.urls import URLPattern, path

from motcua.domain.quality.policies import READS
from motcua.web.components import desks

from .views import deciding, reading

OF = "<int:year>-<int:number>/"
app_name = "quality"
urlpatterns: list[URLPattern] = [
    path("", reading.quarters, name="quarters"),
    path("cua-toi/", reading.mine, name="mine"),
    path("nam/<int:year>/", reading.year, name="year"),
    path(OF, reading.quarter, name="quarter"),
    path(f"{OF}so-lieu.csv", reading.figures, name="figures"),
    path(f"{OF}tinh-lai/", deciding.recompute, name="recompute"),
    path(f"{OF}cong-khai/", deciding.publish, name="publish"),
    path(f"{OF}<slug:code>/", reading.body, name="body"),
    path(f"{OF}<slug:code>/ho-so/<int:index>/", reading.dossiers, name="dossiers"),
    path(f"{OF}<slug:code>/chi-so/<int:index>/", reading.behind, name="behind"),
]

desks.enter(
    app_name,
    "Chỉ số chất lượng",
    order=56,
    roles=READS,
    sections=[("Các quý", "quality:quarters"), ("Của tôi", "quality:mine")],
)
