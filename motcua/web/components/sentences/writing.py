"""How a sentence is put together from the facts of an entry; a missing fact makes it shorter, never wrong."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from motcua.domain.vietnamese.dates import show_date, show_moment

Facts = dict[str, Any]
Sentence = Callable[[Facts], str]


def also(words: str, value: Any) -> str:
    """The words with the value in them, or nothing when there is no value."""
    return words.format(value) if value not in (None, "", [], 0) else ""


def time_of(facts: Facts, name: str) -> date | datetime | None:
    """A day or a moment among the facts."""
    value = facts.get(name) or None
    if isinstance(value, str):
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    return value


def when(facts: Facts, name: str) -> str:
    """A day or a moment among the facts, as people write it."""
    value = time_of(facts, name)
    if isinstance(value, datetime):
        return show_moment(value)
    return show_date(value) if value else ""


_DAYS = {"on", "due", "asked_on", "from_on", "to_on", "decided_on", "valid_from", "valid_to"}


def says(words: str, *more: tuple[str, str]) -> Sentence:
    """A plain sentence: the words, then each fact that is there in its own words."""

    def sentence(facts: Facts) -> str:
        return words + "".join(
            also(each, when(facts, name) if name in _DAYS else facts.get(name)) for each, name in more
        )

    return sentence


def with_paper(words: str) -> Sentence:
    """A plain sentence, with the number of the letter that went out."""
    return says(words, ("; văn bản số {}", "paper"))


def next_steps(facts: Facts) -> str:
    """The steps that were opened, and where."""
    return "; ".join(f"“{each['step']}” ({each['body']})" for each in facts.get("next") or [])


def how_late(facts: Facts) -> str:
    """That it came late, and after which moment; nothing when it was in time."""
    if not facts.get("late"):
        return ""
    return f", chậm so với hạn {when(facts, 'step_due')}" if facts.get("step_due") else ", chậm so với quy định"
