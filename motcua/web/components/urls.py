"""Where officials sign in, unlock and find their desk."""

from allauth.account import views as allauth
from django.conf import settings
from django.urls import URLPattern, path

from . import gallery, views
from .entrance import everybody

urlpatterns: list[URLPattern] = [
    path("dang-nhap/", views.sign_in, name="account_login"),
    path("dang-xuat/", everybody(allauth.logout), name="account_logout"),
    path("tai-khoan-bi-khoa/", everybody(allauth.account_inactive), name="account_inactive"),
    path("mat-khau/", views.change_password, name="account_change_password"),
    path("khoa/", views.lock, name="lock"),
    path("mo-khoa/", views.unlock, name="unlock"),
    path("ban-lam-viec/", views.workplace, name="workplace"),
]

if settings.DEBUG:
    urlpatterns.append(path("thu-vien-mau/", everybody(gallery.gallery), name="gallery"))
