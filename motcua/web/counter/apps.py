"""The counter as a Django application, so that its static files are found."""

from django.apps import AppConfig


class Counter(AppConfig):
    """The desk where citizens are received."""

    name = "motcua.web.counter"
    label = "counter"
    verbose_name = "Quầy tiếp nhận và trả kết quả"
