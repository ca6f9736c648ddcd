"""Where sessions are kept: Django's table, asked by a statement that is prepared once, for every request asks it."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from motcua.domain.statements import Said

_SESSION = Said(lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now))


class SessionStore(db.SessionStore):
    """Django's sessions in the database."""

    def _get_session_from_db(self) -> Any:
        found = _SESSION.all(key=self.session_key, now=timezone.now())
        if not found:
            self._session_key = None
            return None
        return found[0]
