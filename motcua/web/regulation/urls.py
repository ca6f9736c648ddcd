"""Where the regulation is read, clause by clause."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "regulation"
urlpatterns: list[URLPattern] = [
    path(_("quy-che/"), views.index, name="index"),
    path(_("quy-che/<str:number>"), views.clause, name="clause"),
]
