"""The components as a Django application: its templates and static files are found, its checks run."""

from django.apps import AppConfig


class Components(AppConfig):
    """What all desks share."""

    name = "motcua.web.components"
    label = "components"
    verbose_name = "Thành phần chung của các bàn làm việc"
