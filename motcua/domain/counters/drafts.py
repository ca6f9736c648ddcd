"""Forms of intake that wait: kept as they are typed, there after a crash, gone with the receipt or after a month.

No acts: nothing has happened to anybody's matter yet, and only who types sees it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from psycopg.types.json import Jsonb

from motcua.domain.journal.models import Answered
from motcua.domain.organisations.models import Officer
from motcua.domain.statements import send
from motcua.domain.vietnamese.text import clean

from .models import Draft

KEPT = timedelta(days=30)
MOST = 50  # of one official: who leaves more lying about finds none of them again
LONGEST_NAME = 200

# A form that was answered is no draft any more, however late its last copy arrives.
_KEEP = """
    insert into counters_draft as draft (key, officer_id, fields, name, about, kept_at)
    select %(key)s, %(officer)s, %(fields)s, %(name)s, %(about)s, %(at)s
    where not exists (select from journal_answered where key = %(key)s)
    on conflict (key) do update
    set fields = excluded.fields, name = excluded.name, about = excluded.about, kept_at = excluded.kept_at
    where draft.officer_id = excluded.officer_id
    returning 1
"""
_FORGET = "delete from counters_draft where key = %s and officer_id = %s returning 1"


@dataclass(frozen=True)
class Typed:
    """A form as it stands: every field by its name, and by what its writer finds it again."""

    fields: Mapping[str, str]
    name: str = ""
    about: str = ""


def keep(key: UUID, typed: Typed, *, by: Officer, at: datetime) -> bool:
    """Keep a form under its key; says whether it was kept: not when it was already sent, or is somebody else's."""
    name = clean(typed.name)[:LONGEST_NAME]
    fields = {what: words.replace("\0", "") for what, words in typed.fields.items()}  # no database can hold that one
    given = {"name": name, "about": clean(typed.about), "fields": Jsonb(fields), "at": at}
    return bool(send(_KEEP, {"key": key, "officer": by.pk, **given}))


def forget(key: UUID, *, by: Officer) -> None:
    """Let a draft go that its writer does not need."""
    send(_FORGET, [key, by.pk])


def mine(by: Officer, at: datetime) -> list[Draft]:
    """An official's own drafts, the last one first."""
    return list(_unsent().filter(officer=by, kept_at__gt=at - KEPT).order_by("-kept_at", "key")[:MOST])


def draft(by: Officer, key: UUID) -> Draft:
    """One of an official's own drafts; else `Draft.DoesNotExist`."""
    return _unsent().get(key=key, officer=by)


def forget_old(at: datetime) -> int:
    """Let go what was sent, and what nobody took up for a month: personal data is not kept without a purpose."""
    sent = Draft.objects.filter(_WAS_SENT).delete()[0]
    return sent + Draft.objects.filter(kept_at__lte=at - KEPT).delete()[0]


# Asked when somebody looks, so that receiving a dossier need not send a statement for it.
_WAS_SENT = Exists(Answered.objects.filter(key=OuterRef("key")))


def _unsent() -> QuerySet[Draft]:
    return Draft.objects.filter(~_WAS_SENT)
