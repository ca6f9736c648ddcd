"""Bundles and what was filed by them, as officials and applicants may see them."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.models import Channel, Procedure
from motcua.domain.vietnamese.text import fold
from motcua.domain.working_days.queries import calendar_for

from .. import queries
from ..models import Dossier
from . import bundle_dates
from .bundle_dates import Matter
from .bundle_models import Bundle, BundledDossier, BundleFiling
from .bundles import current_version


@dataclass(frozen=True)
class Asked:
    """A paper that is handed in once for all matters of a bundle, with the matters that ask for it."""

    name: str
    originals: int
    copies: int
    procedures: tuple[str, ...]


@dataclass(frozen=True)
class Together:
    """A dossier that was filed together with another, as it stands now."""

    dossier: Dossier
    waits_for: str
    came_number: str


def bundles() -> list[Bundle]:
    """All bundles with their procedures, published or drafted."""
    return list(Bundle.objects.prefetch_related("parts__procedure", "parts__after__procedure").order_by("name"))


def published(on: date) -> list[Bundle]:
    """Those that can be filed by that day."""
    return [bundle for bundle in bundles() if bundle.valid_from is not None and bundle.valid_from <= on]


def bundle(code: str) -> Bundle:
    """One by its code; raises `Bundle.DoesNotExist`."""
    return Bundle.objects.get(code=code)


def names_of(found: Bundle) -> list[tuple[str, str, str]]:
    """The procedures of a bundle in order: name, which one it waits for, what that supplies."""
    rows = found.parts.select_related("procedure", "after__procedure")
    return [
        (_name(row.procedure), _name(row.after.procedure) if row.after else "", row.supplied if row.after else "")
        for row in rows
    ]


def foreseen(found: Bundle, one_stop: Office, at: datetime) -> list[tuple[str, str, datetime]]:
    """Each matter with its body and when it would be done, if it were received now: for the counter."""
    rows = list(found.parts.select_related("procedure"))
    handled = [procedures.handled(current_version(row.procedure).pk) for row in rows]
    places = {row.pk: place for place, row in enumerate(rows)}
    limits = [each.limits.get(Channel.COUNTER) for each in handled]
    matters = [Matter(limit, places.get(row.after_id or 0)) for row, limit in zip(rows, limits, strict=True) if limit]
    if len(matters) < len(rows):
        return []
    dates = bundle_dates.ends(matters, at, calendar_for(one_stop.code))
    return [(each.name, each.owner_name, end) for each, end in zip(handled, dates, strict=True)]


def asked_of(found: Bundle) -> list[Asked]:
    """The papers of all matters, each once by its name; what an earlier result supplies is asked of nobody."""
    seen: dict[str, Asked] = {}
    for row in found.parts.select_related("procedure"):
        handled = procedures.handled(current_version(row.procedure).pk)
        for each in handled.components:
            name = fold(each.name)
            if each.case or not each.required or (row.after_id and name == fold(row.supplied)):
                continue
            before = seen.get(name, Asked(each.name, 0, 0, ()))
            originals, copies = max(before.originals, each.originals), max(before.copies, each.copies)
            seen[name] = Asked(before.name, originals, copies, (*before.procedures, handled.name))
    return list(seen.values())


def filing(by: Officer, pk: int, at: datetime) -> BundleFiling:
    """One filing, for who may see its first dossier; raises `DoesNotExist`."""
    found = BundleFiling.objects.select_related("bundle", "one_stop", "paper", "received_by").get(pk=pk)
    queries.dossier(by, found.bundled.select_related("dossier").order_by("position")[0].dossier.code or "", at)
    return found


def of_filing(found: BundleFiling) -> list[Together]:
    """Its dossiers in order."""
    rows = found.bundled.select_related("dossier__version", "dossier__department", "waits_for").order_by("position")
    return [_together(row) for row in rows]


def together_with(dossier: Dossier) -> list[Together]:
    """The other dossiers of the same filing; none for what was filed alone."""
    rows = BundledDossier.objects.filter(filing__bundled__dossier=dossier).exclude(dossier=dossier)
    return [
        _together(row)
        for row in rows.select_related("dossier__version", "dossier__department", "waits_for").order_by("position")
    ]


def _together(row: BundledDossier) -> Together:
    return Together(row.dossier, row.waits_for.code or "" if row.waits_for else "", row.came_number)


def _name(procedure: Procedure) -> str:
    return current_version(procedure).name
