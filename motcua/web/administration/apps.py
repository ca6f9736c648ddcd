"""The administrator's desk as a Django application, so that its static files are found."""

from django.apps import AppConfig


class Administration(AppConfig):
    """The desk of those who keep bodies, officials and the calendar."""

    name = "motcua.web.administration"
    label = "administration"
    verbose_name = "Quản trị"
