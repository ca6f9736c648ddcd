"""Writing a line into the journal, and proving afterwards that no line was touched."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Protocol

from motcua.domain.statements import send

from .acts import ACTS
from .models import Entry, Head

NOTHING_BEFORE = bytes(32)


class Signs(Protocol):
    """Somebody who acts: an official, a citizen, or the system's own clock."""

    code: str

    def signature(self) -> str:
        """The name as it shall still be readable in twenty years: person, title and body."""


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} is not a plain value: the journal keeps codes and names")


_writer = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def canonical(value: Any) -> str:
    """The one way to write a value as text, so that the same facts always give the same digest."""
    return _writer.encode(value)


def body(stream: str, act: str, clauses: list[str], facts: Any, by_code: str, by_name: str, at: datetime) -> bytes:
    """What the digest of an entry covers, beside its number and the digest before it."""
    return canonical([stream, act, clauses, facts, by_code, by_name, at]).encode()


def digest_of(previous: bytes, number: int, content: bytes) -> bytes:
    """SHA-256 over the digest before, the number and the content."""
    return hashlib.sha256(previous + str(number).encode() + content).digest()


# One statement: the head of the stream is read and the new digest made where the rows are. The
# caller holds the lock of the thing the stream is about; if he did not, the unique number refuses.
_APPEND = """
    insert into journal_entry (stream, number, act, clauses, facts, by_code, by_name, at, previous, digest)
    select %(stream)s, head.number + 1, %(act)s, %(clauses)s::jsonb, %(facts)s::jsonb, %(by_code)s, %(by_name)s,
           %(at)s, head.digest,
           sha256(head.digest || convert_to((head.number + 1)::text, 'UTF8') || %(body)s::bytea)
    from (
        select number, digest from journal_head where stream = %(stream)s
        union all select 0, %(nothing)s::bytea
        order by number desc limit 1
    ) head
    returning number
"""


def record(act: Any, *, about: Any, by: Signs, at: datetime, **facts: Any) -> int:
    """Write what was done into the stream of `about` and give the entry's number.

    `act` is the act itself; `about` anything with a `stream`; `facts` plain values.
    """
    name = act if isinstance(act, str) else act.__name__
    clauses, signature, at = list(ACTS[name]), by.signature(), at.astimezone(UTC)
    content = body(about.stream, name, clauses, facts, by.code, signature, at)
    values = {
        "stream": about.stream,
        "act": name,
        "clauses": canonical(clauses),
        "facts": canonical(facts),
        "by_code": by.code,
        "by_name": signature,
        "at": at,
        "body": content,
        "nothing": NOTHING_BEFORE,
    }
    ((number,),) = send(_APPEND, values)
    return int(number)


@dataclass(frozen=True)
class Fault:
    """A place where a chain does not hold, and why."""

    stream: str
    number: int
    what: str


def verify(stream: str | None = None) -> Iterator[Fault]:
    """Walk the chains (all of them, or one) and yield each fault: changed, removed, reordered or slipped in."""
    entries, heads = Entry.objects.order_by("stream", "number"), Head.objects.order_by("stream")
    if stream is not None:
        entries, heads = entries.filter(stream=stream), heads.filter(stream=stream)
    last: dict[str, tuple[int, bytes]] = {}
    current, previous, expected = None, NOTHING_BEFORE, 1
    for entry in entries.iterator(chunk_size=2000):
        if entry.stream != current:
            current, previous, expected = entry.stream, NOTHING_BEFORE, 1
        yield from _faults_of(entry, previous, expected)
        previous, expected = bytes(entry.digest), entry.number + 1
        last[entry.stream] = (entry.number, previous)
    for head in heads.iterator(chunk_size=2000):
        if last.get(head.stream) != (head.number, bytes(head.digest)):
            yield Fault(head.stream, head.number, "dòng cuối bị mất hoặc bị thêm")


def _faults_of(entry: Entry, previous: bytes, expected: int) -> Iterator[Fault]:
    if entry.number != expected:
        yield Fault(entry.stream, entry.number, f"thiếu dòng {expected}")
    if bytes(entry.previous) != previous:
        yield Fault(entry.stream, entry.number, "không nối với dòng trước")
    content = body(entry.stream, entry.act, entry.clauses, entry.facts, entry.by_code, entry.by_name, entry.at)
    if digest_of(bytes(entry.previous), entry.number, content) != bytes(entry.digest):
        yield Fault(entry.stream, entry.number, "nội dung đã bị sửa")
