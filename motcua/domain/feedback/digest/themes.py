"""The themes that feedback is counted by, with their days: data. Pure."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Theme:
    """One theme: its code, which stays, its name, and from when to when it is chosen."""

    code: str
    name: str
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it can be chosen that day."""
        return self.since <= day and (self.until is None or day <= self.until)


def _read() -> dict[str, Theme]:
    with Path(__file__).with_name("themes.toml").open("rb") as file:
        rows = tomllib.load(file)
    return {code: Theme(code, each["name"], each["from"], each.get("to")) for code, each in rows.items()}


THEMES = _read()


def themes_on(day: date) -> list[Theme]:
    """The themes that can be chosen that day, in the order of the file."""
    return [each for each in THEMES.values() if each.holds_on(day)]


def name_of(code: str) -> str:
    """What a theme is called; one that nobody gave is said to be none."""
    return THEMES[code].name if code in THEMES else "Chưa gắn chủ đề"
