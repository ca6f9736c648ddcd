"""The desk as a Django application, so that its static files are found."""

from django.apps import AppConfig


class Uploads(AppConfig):
    """Sending files from home."""

    name = "motcua.web.uploads"
    label = "web_uploads"
    verbose_name = "Gửi giấy tờ"
