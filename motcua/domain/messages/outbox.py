"""Telling somebody something: a row for each way that fits, in the transaction of the act, in one statement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection
from psycopg.types.numeric import Int8

from motcua.domain.journal.recording import canonical
from motcua.domain.statements import send
from motcua.domain.vietnamese.identity import is_mobile

from . import channels, texts
from .manners import MANNERS
from .terms import Way


@dataclass(frozen=True)
class Readers:
    """On whose own pages it stands too: a select that gives their accounts, with the values that only it names."""

    sql: str
    given: Mapping[str, Any]


@dataclass(frozen=True)
class Recipient:
    """Whom something is told: who that is to the teller, where they are reached; an account has a page of its own.

    `readers` are accounts that only the database knows: they are found in the same statement.
    """

    who: str
    phone: str = ""
    email: str = ""
    account: str = ""
    readers: Readers | None = None


@dataclass(frozen=True)
class About:
    """What is told of: a line of the journal, the name people know the thing by, and the office that tells.

    `replies_to` is the Message-ID of the letter that is answered, where one came by e-mail.
    """

    event: str
    name: str
    office_id: int
    replies_to: str = ""


LONGEST_ADDRESS = 120

# Of the ways to one address the first that its owner wants; what was told before is not told again.
_TELL = """
    insert into outbox_message (key, event, recipient, way, kind, facts, address, about, sender_id, told_at, state,
                                next_at, tries, tried_before, sent_at, provider_id, why, replies_to)
    select gen_random_uuid(), %(event)s, taken.who, taken.way, %(kind)s, %(facts)s::jsonb, taken.address, %(about)s,
           %(sender)s::bigint, %(at)s::timestamptz, case taken.way when 'app' then 'sent' else 'waiting' end,
           %(at)s, 0, 0, case taken.way when 'app' then %(at)s end, '', '', %(replies_to)s
    from (
        select distinct on (asked.address) asked.who, asked.way, asked.address
        from (
            select %(who)s::text, given.*
            from unnest(%(ways)s::text[], %(addresses)s::text[], %(by_consent)s::boolean[])
                 with ordinality as given (way, address, by_consent, place)
            union all
            select reader.account, 'app', reader.account, false, 0 from (READERS) as reader (account)
        ) as asked (who, way, address, by_consent, place)
        left join outbox_contact contact on contact.address = asked.address
        where %(asked)s
           or (not asked.by_consent or asked.way = any (contact.agreed))
          and (contact.id is null or not asked.way = any (contact.withdrawn))
          and (contact.chosen is null or asked.way = any (contact.chosen))
        order by asked.address, asked.place
    ) taken
    on conflict (event, recipient, way) do nothing
    returning id
"""
_NOBODY = Readers("select null::text where false", {})


def tell(kind: str, about: About, *, to: Recipient, facts: Mapping[str, Any], at: datetime) -> int:
    """Write down what somebody is to be told, inside the act that it tells of; gives by how many ways.

    None when the person left no address that fits, or wants nothing: then the paper alone tells it.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("what is told is written in the transaction of its act")
    texts.expects(kind, facts)
    ways = sorted(_ways(kind, to), key=lambda each: not channels.is_ready(each[0], kind))
    readers = (to.readers if texts.has(kind, Way.APP) else None) or _NOBODY
    if not ways and readers is _NOBODY:
        return 0
    given = {
        "event": about.event,
        "who": to.who,
        "kind": kind,
        "facts": canonical(dict(facts)),
        "about": about.name,
        "replies_to": about.replies_to,
        "sender": Int8(about.office_id),
        "at": at,
        "ways": [way.value for way, _ in ways],
        "addresses": [address for _, address in ways],
        "asked": texts.KINDS[kind].asked,
        "by_consent": [MANNERS[way].consent for way, _ in ways],
    }
    return len(send(_TELL.replace("READERS", readers.sql), given | dict(readers.given)))


def _ways(kind: str, to: Recipient) -> Iterator[tuple[Way, str]]:
    """The ways that have a text of this kind and an address to go to, in the order of our manners."""
    addresses = {"account": to.account, "phone": to.phone if is_mobile(to.phone) else "", "email": _usable(to.email)}
    for way, manner in MANNERS.items():
        if addresses[manner.address] and texts.has(kind, way):
            yield way, addresses[manner.address]


def _usable(email: str) -> str:
    """An address as it can be written to; nothing where it was written down wrong."""
    try:
        validate_email(email)
    except ValidationError:
        return ""
    return email.lower() if len(email) <= LONGEST_ADDRESS else ""
