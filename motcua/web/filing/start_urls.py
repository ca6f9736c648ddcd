"""The page before filing from home: what it needs, costs and takes."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from .views import beginning

app_name = "start"
urlpatterns: list[URLPattern] = [path(_("nop-ho-so/bat-dau/<str:procedure>/"), beginning.begin, name="begin")]
