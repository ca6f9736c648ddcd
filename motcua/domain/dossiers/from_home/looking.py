"""Which officials looked at a dossier, for its applicant to read: office and title of each, and the day.

No act and nothing in the journal: looking changes nothing. Once an official, dossier and day; a process remembers what
it has noted, so that opening a page again costs no statement.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.statements import send
from motcua.domain.vietnamese.dates import local_day

from ..models import Dossier, Opening

MOST = 200
REMEMBERED = 10_000
_NOTE = """
    insert into dossiers_opening (dossier_id, officer_id, "on", office, title)
    values (%(dossier)s::bigint, %(officer)s::bigint, %(on)s, %(office)s, %(title)s)
    on conflict (dossier_id, officer_id, "on") do nothing returning id
"""
_noted: OrderedDict[tuple[int, int, date], None] = OrderedDict()


@dataclass(frozen=True)
class Look:
    """On a day somebody of an office looked."""

    on: date
    office: str
    title: str


def note(dossier: Dossier, *, by: Officer, at: datetime) -> None:
    """Note that an official opened the page of a dossier."""
    day = local_day(at)
    key = (dossier.pk, by.pk, day)
    if key in _noted:
        return
    office, title = _as_what(by, dossier, at)
    send(_NOTE, {"dossier": dossier.pk, "officer": by.pk, "on": day, "office": office, "title": title})
    _noted[key] = None
    if len(_noted) > REMEMBERED:
        _noted.popitem(last=False)


def looked_at(dossier: Dossier) -> list[Look]:
    """Who looked, the newest first; an office and a title, for a name is not the public's (5.1.đ-1)."""
    rows = Opening.objects.filter(dossier=dossier).order_by("-on", "office", "title", "id")
    return list(dict.fromkeys(Look(each.on, each.office, each.title) for each in rows[:MOST]))


def forget() -> None:
    """What this process remembers: for tests, whose rows are put back."""
    _noted.clear()


def _as_what(by: Officer, dossier: Dossier, at: datetime) -> tuple[str, str]:
    """The posting in which somebody looked: that of a body of this dossier, else the first one held."""
    held = sorted(by.held_at(at), key=lambda each: each.body_id not in (dossier.department_id, dossier.one_stop_id))
    return office_at_hand(held[0].body_id).name, held[0].title
