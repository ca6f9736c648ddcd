"""The portal as a Django application, so that its static files are found."""

from django.apps import AppConfig


class Portal(AppConfig):
    """The pages for the public."""

    name = "motcua.web.portal"
    label = "portal"
    verbose_name = "Cổng thông tin"
