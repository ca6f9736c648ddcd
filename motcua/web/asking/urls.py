"""Where the public asks and reads answers."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "asking"
urlpatterns: list[URLPattern] = [
    path(_("hoi-dap/"), views.public_list, name="public"),
    path(_("hoi-dap/gui/"), views.ask_page, name="ask"),
    path(_("hoi-dap/cua-toi/"), views.mine, name="mine"),
    path(_("hoi-dap/<slug:words>-<int:pk>/"), views.public_one, name="one"),
    path(_("cau-hoi/<slug:secret>"), views.follow, name="follow"),
    path(_("cau-hoi/<slug:secret>/hoi-tiep"), views.again, name="again"),
    path(_("cau-hoi/<slug:secret>/cong-khai"), views.consent, name="consent"),
    path("thu-tuc/<str:code>/dien-mau/<int:position>.pdf", views.sample, name="sample"),
]
