"""The messages as a Django application; the name of its tables keeps clear of Django's own `messages`."""

from django.apps import AppConfig


class Messages(AppConfig):
    """What is told to people, and by which way."""

    name = "motcua.domain.messages"
    label = "outbox"
    verbose_name = "Tin nhắn gửi người dân"
