"""How people are written to: quiet hours, pauses between tries, the order of the ways. Data, and readings of it."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from motcua.domain.vietnamese.dates import local

from .terms import Way


@dataclass(frozen=True)
class Manner:
    """What holds for one way: whose address it needs, whether people agree first, whether it keeps the quiet hours."""

    address: str
    consent: bool
    quiet: bool
    source: str
    otherwise: str = ""


def is_quiet(at: datetime) -> bool:
    """Whether people sleep: from 21:00 to 07:00."""
    now = local(at).time()
    return now >= QUIET_FROM or now < QUIET_TO


def wakes_at(at: datetime) -> datetime:
    """The end of the quiet hours, seen from a moment in them."""
    here = local(at)
    day = here.date() if here.time() < QUIET_TO else here.date() + timedelta(days=1)
    return datetime.combine(day, QUIET_TO, here.tzinfo)


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries in vain; none when it is given up."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None


with Path(__file__).with_name("manners.toml").open("rb") as _file:
    _data = tomllib.load(_file)

QUIET_FROM, QUIET_TO = time.fromisoformat(_data["quiet"]["from"]), time.fromisoformat(_data["quiet"]["to"])
PAUSES = tuple(timedelta(minutes=each) for each in _data["tries"]["pauses_minutes"])
CLAIMED_FOR = timedelta(minutes=_data["tries"]["claim_minutes"])
ANSWER_SECONDS: float = _data["tries"]["answer_seconds"]
ADDRESS_KEPT = timedelta(days=_data["kept"]["address_days"])
SOURCES: dict[str, str] = {name: _data[name]["source"] for name in ("quiet", "tries", "kept")}
MANNERS = {Way(name): Manner(**each) for name, each in _data["ways"].items()}
