"""An administrator lets a system of somebody else send feedback, and takes that away again."""

import hashlib
import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Count, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import may_administer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean

from .models import Client

LEAST = 40  # letters of a token: nobody guesses it, so a plain digest is enough to keep


class NoClient(Refused):
    """Without a name or a token of its own, or revoked before."""

    clause = "4.6.a"


def new_token() -> str:
    """A token that nobody has."""
    return f"mc_{secrets.token_urlsafe(32)}"


@act("4.6.a")
def make_client(*, name: str, token: str, by: Officer, at: datetime) -> Client:
    """Let a system send what people said to it; the token is shown once and kept as its digest only."""
    require(may_administer(by, at))
    if not clean(name):
        raise NoClient("Hãy ghi tên hệ thống.")
    if len(token) < LEAST:
        raise NoClient("Mã kết nối quá ngắn: hãy mở lại trang để có mã mới.")
    try:
        with transaction.atomic():
            client = Client.objects.create(name=clean(name)[:120], token=digest_of(token), made_by=by, made_at=at)
    except IntegrityError:
        raise NoClient("Mã kết nối này đã được cấp: hãy mở lại trang để có mã mới.") from None
    record(make_client, about=client, by=by, at=at, client=client.name)
    return client


@act("4.6.a")
def revoke_client(client: Client, *, by: Officer, at: datetime) -> Client:
    """From now on nothing with its token is taken; what it sent stays."""
    require(may_administer(by, at))
    client = Client.objects.select_for_update().get(pk=client.pk)
    if client.revoked_at is not None:
        raise NoClient("Hệ thống này đã bị thu hồi mã kết nối.")
    client.revoked_by, client.revoked_at = by, at
    client.save(update_fields=["revoked_by", "revoked_at"])
    record(revoke_client, about=client, by=by, at=at, client=client.name)
    return client


def clients() -> QuerySet[Client]:
    """All of them with how much each has sent, those in use first."""
    return Client.objects.annotate(sent=Count("sendings")).order_by("revoked_at", "-id").select_related("made_by")


def client_of(token: str) -> Client:
    """Whose token it is; raises `Client.DoesNotExist` also when it was revoked."""
    return Client.objects.get(token=digest_of(token), revoked_at=None)


def digest_of(words: str | bytes) -> str:
    """What is kept of a token, or of what was sent."""
    return hashlib.sha256(words if isinstance(words, bytes) else words.encode()).hexdigest()
