"""Where everybody reads the quality index."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from .views import public

app_name = "quality_public"
urlpatterns: list[URLPattern] = [
    path(_("so-lieu/chat-luong/"), public.index, name="index"),
    path("so-lieu/chat-luong.csv", public.figures, name="figures"),
]
