"""What changed in the procedures of a body in a month: new ones, new versions, those that ended (4.1.b)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, Exists, ExpressionWrapper, OuterRef, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.regulation.citations import rule

from .models import Version
from .parts import Parts
from .queries import whole
from .rows import parts_of

UNTOLD = {"synonyms", "needs_review"}  # help to find and to write: nothing that anybody has to know
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Began:
    """A version that came into force: the first of its procedure, or with what the one before it said."""

    version: Any
    before: Any = None

    @property
    def is_new(self) -> bool:
        """Whether the procedure itself is new."""
        return self.before is None

    def both(self) -> tuple[Parts | None, Parts]:
        """What was said before, and what is said now."""
        return (parts_of(self.before) if self.before else None), parts_of(self.version)


@rule("4.1.b")
def began(first: date, last: date, place: Place, *, owner: str = "") -> Page[Began]:
    """The versions that came, or come, into force from one day to another, the newest first."""
    found: Page[Any] = page(whole(_began(first, last, owner)), "valid_from", place, newest_first=True)
    before = _before(found.rows)
    return Page([Began(each, before.get(each.pk)) for each in found.rows], found.after, found.before)


@rule("4.1.b")
def ended(first: date, last: date, place: Place, *, owner: str = "") -> Page[Any]:
    """The procedures whose last day lies between two days, and that no other version follows; the newest first."""
    return page(
        _ended(first, last, owner).select_related("procedure__owner", "field"), "valid_to", place, newest_first=True
    )


def how_many(first: date, last: date, *, owner: str = "") -> int:
    """How many changes there are from one day to another, begun and ended."""
    return _began(first, last, owner).count() + _ended(first, last, owner).count()


def _began(first: date, last: date, owner: str) -> QuerySet[Version]:
    return _published(owner).filter(valid_from__gte=first, valid_from__lte=last)


def _ended(first: date, last: date, owner: str) -> QuerySet[Version]:
    rows = _published(owner).filter(valid_to__gte=first, valid_to__lte=last)
    next_day = ExpressionWrapper(OuterRef("valid_to") + A_DAY, output_field=DateField())
    following = Version.objects.filter(
        procedure=OuterRef("procedure"), state=Version.State.PUBLISHED, valid_from__gt=OuterRef("valid_from")
    )
    return rows.exclude(Exists(following.filter(valid_from__lte=next_day)))


def _published(owner: str) -> QuerySet[Version]:
    rows = Version.objects.filter(state=Version.State.PUBLISHED)
    return rows.filter(procedure__owner__code=owner) if owner else rows


def _before(versions: list[Any]) -> dict[int, Any]:
    """For each of these versions the one that was in force until it began."""
    older = whole(_published("").filter(procedure__in=[each.procedure_id for each in versions])).order_by("valid_from")
    found = {}
    for each in older:
        for version in versions:
            if version.procedure_id == each.procedure_id and each.valid_from < version.valid_from:
                found[version.pk] = each
    return found
