"""The way in for citizens: signing in, and opening an account."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from .views import codes, entry, own

app_name = "entry"
urlpatterns: list[URLPattern] = [
    path(_("cong-dan/dang-nhap/"), entry.sign_in, name="sign_in"),
    path(_("cong-dan/dang-nhap/ma/"), codes.ask, name="ask_code"),
    path(_("cong-dan/dang-nhap/nhap-ma/"), codes.enter, name="enter_code"),
    path(_("cong-dan/dang-nhap/mat-khau/"), own.with_password, name="with_password"),
    path(_("cong-dan/mo-tai-khoan/"), own.open_account, name="open"),
]
