"""The desk of procedures as a Django application, so that its static files are found."""

from django.apps import AppConfig


class ProceduresDesk(AppConfig):
    """The desk of those who write procedures and processes."""

    name = "motcua.web.procedures"
    label = "procedures_desk"
    verbose_name = "Thủ tục và quy trình"
