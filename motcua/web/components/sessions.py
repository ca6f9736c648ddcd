"""Where sessions are kept. Every request asks for one: the account behind it comes in the same statement."""

from typing import Any

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth import get_user as reread
from django.contrib.sessions.backends import db
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from motcua.domain.organisations.queries import ACCOUNT, account_of
from motcua.domain.statements import send

from .models import Session

_SESSION = f"""
    select session.session_data, {ACCOUNT.columns}
    from components_session session
    left join organisations_account account on account.id = session.account_id and account.is_active
    {ACCOUNT.joined}
    where session.session_key = %s and session.expire_date > %s
"""  # noqa: S608 - nothing in it is typed by anybody


class SessionStore(db.SessionStore):
    """Django's sessions in the database, each with its account."""

    account: Any = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row to be written, with whose it is."""
        row: Any = super().create_model_instance(data)
        row.account_id = data.get(SESSION_KEY)
        return row

    def load(self) -> dict[str, Any]:
        """What was kept, with the account beside it; nothing where the session is gone."""
        rows = send(_SESSION, [self.session_key, timezone.now()])
        if not rows:
            self._session_key = None
            return {}
        kept, *account = rows[0]
        self.account = account_of(account)
        return self.decode(kept)


def end_others(request: HttpRequest) -> int:
    """End every other visit of the account that is signed in; gives how many there were."""
    mine = Session.objects.filter(account_id=request.user.pk, expire_date__gt=timezone.now())
    return mine.exclude(session_key=request.session.session_key).delete()[0]


def open_visits(request: HttpRequest) -> int:
    """On how many devices the account is signed in now, this one included."""
    return Session.objects.filter(account_id=request.user.pk, expire_date__gt=timezone.now()).count()


def whose(request: HttpRequest) -> Any:
    """The account that is signed in; whatever is not as it should be, Django's own way decides."""
    session: Any = request.session
    if session.get(SESSION_KEY) and session.account is not None:
        given = session.get(HASH_SESSION_KEY, "")
        mine = str(session.account.pk) == session[SESSION_KEY]
        if mine and constant_time_compare(given, session.account.get_session_auth_hash()):
            return session.account
    return reread(request)
