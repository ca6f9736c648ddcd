"""Where the public speaks and follows what becomes of it."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from . import sending, views

app_name = "voices"
urlpatterns: list[URLPattern] = [
    path(_("phan-anh/"), views.say, name="say"),
    path(_("phan-anh/cong-khai/"), views.public_list, name="public"),
    path(_("phan-anh/tra-cuu/"), views.find, name="find"),
    path(_("phan-anh/cua-toi/"), views.mine, name="mine"),
    path(_("phan-anh/theo-doi/<slug:secret>"), views.follow, name="follow"),
    path(_("phan-anh/theo-doi/<slug:secret>/tra-loi.pdf"), views.letter, name="letter"),
    path(_("phan-anh/theo-doi/<slug:secret>/thong-bao.pdf"), views.notice, name="notice"),
    path(_("phan-anh/theo-doi/<slug:secret>/noi-them"), views.more, name="more"),
    path("api/phan-anh/", sending.take, name="api_take"),
    path("api/phan-anh/<slug:code>/", sending.state, name="api_state"),
]
