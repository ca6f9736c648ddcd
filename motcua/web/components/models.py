"""The sessions of who is signed in."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """Django's session, and whose it is: so that one statement reads both, and all of one account can be ended."""

    account_id = models.BigIntegerField("tài khoản", null=True, db_index=True)

    @classmethod
    def get_session_store_class(cls) -> type:
        """Where it is kept."""
        from .sessions import SessionStore

        return SessionStore
