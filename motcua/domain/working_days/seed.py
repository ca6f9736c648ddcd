"""The calendar and the working hours a new installation begins with, read from data files. Pure."""

import tomllib
from datetime import time
from pathlib import Path
from typing import Any

from .timetable import Day, DayKind, Hours, Season, Shift

_DATA = Path(__file__).parent / "data"


def declared_days() -> tuple[Day, ...]:
    """Days off and made-up days of 2019 to 2027, those of the last year as they are expected."""
    content = _read("declared_days.toml")
    return tuple(
        Day(
            on=each["on"],
            kind=DayKind(each["kind"]),
            name=each["name"],
            basis=content["bases"][each["basis"]],
            estimated=year.get("estimated", False),
        )
        for year in content["years"]
        for each in year["days"]
    )


def usual_hours() -> tuple[Hours, ...]:
    """The hours of an office that has set none of its own."""
    return tuple(
        Hours(
            weekday=weekday,
            shifts=tuple(
                Shift(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in each["shifts"]
            ),
            season=Season.between(each["first"], each["last"]),
        )
        for each in _read("usual_hours.toml")["seasons"]
        for weekday in each["weekdays"]
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
