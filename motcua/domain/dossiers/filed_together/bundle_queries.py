"""Bundles and what was filed by them, as officials and applicants may see them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, Q, QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.handling import HandledComponent
from motcua.domain.procedures.models import Channel, Version
from motcua.domain.procedures.policies import speaks_for_centre
from motcua.domain.regulation.answers import Answer, no
from motcua.domain.vietnamese.text import fold
from motcua.domain.working_days.queries import calendar_for

from .. import queries
from ..models import Dossier
from . import bundle_dates
from .bundle_dates import Matter
from .bundle_drafts import DRAFTERS, may_draft_bundle
from .bundle_members import Member
from .bundle_models import Bundle, BundledDossier, BundleFiling, BundlePart


@dataclass(frozen=True)
class Asked:
    """A paper that is handed in once for all matters of a bundle, with the matters that ask for it."""

    component: HandledComponent
    procedures: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.component.name


@dataclass(frozen=True)
class Named:
    """A procedure of a bundle as lists show it: its name, which one it waits for, what that supplies."""

    name: str
    waits_for: str = ""
    supplied: str = ""


@dataclass(frozen=True)
class Together:
    """A dossier that was filed together with another, as it stands now."""

    dossier: Dossier
    waits_for: str
    came_number: str


def listed(by: Officer, at: datetime, place: Place) -> Page[Bundle]:
    """The bundles this official may see, a page by name: what is published, and the drafts of whom they concern."""
    rows = seen(by, at).prefetch_related("parts__procedure", "parts__after__procedure")
    return page(rows, "folded", place)


def seen(by: Officer, at: datetime) -> QuerySet[Bundle]:
    """What is published; drafts only for the body that draws them up and for the Centre."""
    if speaks_for_centre(by, at):
        return Bundle.objects.all()
    own = BundlePart.objects.filter(position=1, procedure__owner__in=by.bodies_with(at, *DRAFTERS))
    return Bundle.objects.filter(Q(published_at__isnull=False) | Q(pk__in=own.values("bundle")))


def bundle(by: Officer, code: str, at: datetime) -> Bundle:
    """One by its code; raises `Bundle.DoesNotExist` also where it is a draft of others."""
    rows = seen(by, at).select_related("drafted_by", "published_by", "sent_back_by")
    return rows.prefetch_related("parts__procedure", "parts__after__procedure").get(code=code)


def may_write(by: Officer, found: Bundle, at: datetime) -> Answer:
    """Whether this official may change or discard the draft now."""
    if found.published_at is not None:
        return no("Nhóm này đã được công bố nên không sửa, không bỏ được.", "4.1.b")
    return may_draft_bundle(by, found.parts.all()[0].procedure, at)


def named(bundles: Sequence[Bundle]) -> dict[int, list[Named]]:
    """The procedures of each bundle in order, by their newest names: one statement for all."""
    parts = {bundle.pk: list(bundle.parts.all()) for bundle in bundles}
    wanted = {part.procedure_id for rows in parts.values() for part in rows}
    newest = Version.objects.filter(procedure__in=wanted).order_by("number")
    names = dict(newest.values_list("procedure", "name"))
    return {
        pk: [
            Named(names[row.procedure_id], names[row.after.procedure_id], row.supplied)
            if row.after
            else Named(names[row.procedure_id])
            for row in rows
        ]
        for pk, rows in parts.items()
    }


def story(found: Bundle) -> list[Entry]:
    """What its two sides have done with it, in order."""
    return entries(found)


def foreseen(members: Sequence[Member], one_stop: Office, at: datetime) -> list[tuple[str, str, datetime]]:
    """Each matter with its body and when it would be done, if it were received now: for the counter."""
    limits = [each.handled.limits.get(Channel.COUNTER) for each in members]
    matters = [Matter(limit, each.after) for each, limit in zip(members, limits, strict=True) if limit]
    if len(matters) < len(members):
        return []
    dates = bundle_dates.ends(matters, at, calendar_for(one_stop.code))
    return [(each.handled.name, each.handled.owner_name, end) for each, end in zip(members, dates, strict=True)]


def asked_of(members: Sequence[Member]) -> list[Asked]:
    """The papers of all matters, each once by its name; what an earlier result supplies is asked of nobody."""
    found: dict[str, Asked] = {}
    for member in members:
        for each in member.handled.components:
            if each.case or not each.required or each.id == member.supplied:
                continue
            before = found.get(fold(each.name), Asked(each, ()))
            most = {name: max(getattr(before.component, name), getattr(each, name)) for name in ("originals", "copies")}
            both = (*before.procedures, member.handled.name)
            found[fold(each.name)] = Asked(replace(before.component, **most), both)
    return list(found.values())


def filing(by: Officer, pk: int, at: datetime) -> BundleFiling:
    """One filing, for who may see any of its dossiers; raises `DoesNotExist`."""
    mine = queries.visible_to(by, at).filter(bundled__filing=pk)
    rows = BundleFiling.objects.filter(Exists(mine)).select_related("bundle", "one_stop", "paper", "received_by")
    return rows.get(pk=pk)


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
