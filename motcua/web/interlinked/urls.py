"""Where interlinked dossiers are passed on and watched over."""

from django.urls import URLPattern, path

from motcua.domain.dossiers.policies import HANDLERS
from motcua.web.components import desks

from . import views

app_name = "interlinked"
urlpatterns: list[URLPattern] = [
    path("", views.own, name="own"),
    path("theo-doi/", views.watched, name="watched"),
]

desks.enter(
    app_name,
    "Liên thông",
    order=58,
    roles=(*HANDLERS, *views.WATCHERS),
    sections=(
        ("Khâu của cơ quan", "interlinked:own", HANDLERS),
        ("Theo dõi liên thông", "interlinked:watched", views.WATCHERS),
    ),
)
