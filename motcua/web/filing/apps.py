"""The desk as a Django application, so that its static files are found."""

from django.apps import AppConfig


class Filing(AppConfig):
    """Filing from home."""

    name = "motcua.web.filing"
    label = "web_filing"
    verbose_name = "Nộp hồ sơ trực tuyến"
