"""The texts that people are sent, by kind, way and day: read from data, filled with facts."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from string import Formatter
from typing import Any

from django.conf import settings

from motcua.domain.vietnamese.dates import show_date as show_day
from motcua.domain.vietnamese.dates import show_moment, show_time
from motcua.domain.vietnamese.text import unaccented

from . import one_time
from .terms import Way

ALWAYS = ("hotline", "site")
# Facts whose words somebody wrote: the outbox holds a number, and what the words are says whoever keeps them.
WRITTEN: dict[str, Callable[[str], str]] = {}


@dataclass(frozen=True)
class Fact:
    """Something that fills a text: what it means, what it is, and the longest it can be."""

    name: str
    meaning: str
    type: str
    longest: Any = ""


@dataclass(frozen=True)
class Email:
    """A letter by e-mail."""

    subject: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Zns:
    """A template of Zalo as it was registered: a title, paragraphs, a small table, buttons."""

    title: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...] = ()
    buttons: tuple[tuple[str, str], ...] = ()

    def lines(self) -> tuple[str, ...]:
        """How it reads, line by line."""
        return (self.title, *self.paragraphs, *(f"{name}: {value}" for name, value in self.rows))

    def parts(self) -> tuple[str, ...]:
        """Everything in it that may hold a fact."""
        return (self.title, *self.paragraphs, *(text for row in self.rows for text in row))


@dataclass(frozen=True)
class Version:
    """The words of a kind from one day on: a text for each way that can tell it."""

    since: date
    until: date | None
    app: str = ""
    sms: str = ""
    email: Email | None = None
    zns: Zns | None = None

    def by(self, way: Way) -> "str | Email | Zns | None":
        """The text for a way, or nothing."""
        return getattr(self, way.value) or None


@dataclass(frozen=True)
class Kind:
    """One thing that people are told: its facts, how long it is worth telling, and its words through time."""

    name: str
    title: str
    facts: tuple[str, ...]
    useful_hours: int
    urgent: bool
    versions: tuple[Version, ...]
    asked: bool = False  # its reader asked for it a moment ago

    def on(self, day: date) -> Version:
        """The words of that day; before the first ones, the first."""
        return next((each for each in reversed(self.versions) if each.since <= day), self.versions[0])

    @property
    def is_secret(self) -> bool:
        """Whether nobody but its reader may read it."""
        return any(FACTS[name].type == one_time.FACT for name in self.facts)


@dataclass(frozen=True)
class Filled:
    """A text with its facts in it, ready to go; `params` are the facts as Zalo wants them."""

    kind: str
    subject: str = ""
    body: str = ""
    params: Mapping[str, str] | None = None


def expects(kind: str, facts: Mapping[str, Any]) -> None:
    """Check that a kind is told with exactly its facts; anything else is a mistake of the program."""
    if set(facts) != set(KINDS[kind].facts):
        raise ValueError(f"{kind} is told with {KINDS[kind].facts}, not with {sorted(facts)}")


def has(kind: str, way: Way) -> bool:
    """Whether a kind has words for this way."""
    return KINDS[kind].versions[-1].by(way) is not None


def filled(kind: str, way: Way, facts: Mapping[str, Any], *, on: date) -> Filled:
    """The message as it goes out by this way, in the words of that day."""
    text = KINDS[kind].on(on).by(way)
    shown = {name: shown_as(FACTS[name], value) for name, value in (always() | dict(facts)).items()}
    if isinstance(text, Email):
        body = "\n\n".join(line.format(**shown) for line in text.lines)
        return Filled(kind, text.subject.format(**shown), body)
    if isinstance(text, Zns):
        words = "\n".join(line.format(**shown) for line in text.lines())
        return Filled(kind, text.title.format(**shown), words, params=_params(text, facts))
    if text is None:
        raise LookupError(f"{kind} has no words for {way}")
    words = text.format(**shown)
    return Filled(kind, KINDS[kind].title, unaccented(words) if way == Way.SMS else words)


def always() -> dict[str, str]:
    """What every text may say beside its facts."""
    return {"hotline": settings.HOTLINE, "site": f"{settings.SITE_ADDRESS.split('//')[-1]}/tra-cuu"}


def placeholders(text: str) -> tuple[str, ...]:
    """The names in curly brackets."""
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def shown_as(fact: Fact, value: Any) -> str:
    """A fact as people read it."""
    if fact.type == "moment":
        return show_moment(_moment(value))
    if fact.type in WRITTEN:
        return WRITTEN[fact.type](str(value))
    if fact.type == "day":
        return show_day(date.fromisoformat(value) if isinstance(value, str) else value)
    return one_time.digits_of(str(value)) if fact.type == one_time.FACT else str(value)


def _params(text: Zns, facts: Mapping[str, Any]) -> dict[str, str]:
    """What is sent to Zalo: each fact that the template names, moments in the form Zalo has for them."""
    named = {name for part in text.parts() for name in placeholders(part)}
    return {name: param(FACTS[name], facts[name]) for name in facts if name in named}


def param(fact: Fact, value: Any) -> str:
    """A fact as Zalo takes it: a moment is hh:mm:ss dd/mm/yyyy there."""
    if fact.type == "moment":
        return f"{show_time(_moment(value))}:00 {show_day(_moment(value))}"
    return shown_as(fact, value)


def _moment(value: Any) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _version(written: dict[str, Any]) -> Version:
    email, zns = written.get("email"), written.get("zns")
    return Version(
        since=written["from"],
        until=written.get("to"),
        app=written.get("app", ""),
        sms=written.get("sms", ""),
        email=Email(email["subject"], tuple(email["lines"])) if email else None,
        zns=_zns(zns) if zns else None,
    )


def _zns(written: dict[str, Any]) -> Zns:
    rows, buttons = written.get("rows", ()), written.get("buttons", ())
    pairs = [tuple((name, text) for name, text in each) for each in (rows, buttons)]
    return Zns(written["title"], tuple(written["paragraphs"]), *pairs)


def _kind(name: str, written: dict[str, Any]) -> Kind:
    versions = tuple(sorted((_version(each) for each in written["versions"]), key=lambda each: each.since))
    rest = {"useful_hours": written["useful_hours"], "urgent": written.get("urgent", False)}
    rest["asked"] = written.get("asked", False)
    return Kind(name, written["title"], tuple(written["facts"]), versions=versions, **rest)


with Path(__file__).with_name("texts.toml").open("rb") as _file:
    _data = tomllib.load(_file)

FACTS = {name: Fact(name, **each) for name, each in _data.pop("facts").items()}
KINDS = {name: _kind(name, each) for name, each in _data.items()}
