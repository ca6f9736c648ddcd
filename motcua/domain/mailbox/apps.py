"""The mailbox tells the outbox where the words of its letters are."""

from django.apps import AppConfig


class Mailbox(AppConfig):
    """Letters by e-mail."""

    name = "motcua.domain.mailbox"

    def ready(self) -> None:
        """Let the outbox find what officials wrote."""
        from . import writing

        writing.keep_words()
