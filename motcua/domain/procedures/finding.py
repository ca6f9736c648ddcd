"""How a procedure is found among thousands: by words, by field, owner and level; and read a page at a time."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, Count, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Greatest, JSONObject

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.vietnamese.text import fold
from motcua.domain.working_days.limit import Limit, Unit

from .everyday import asked
from .models import TimeLimit, Version
from .terms import Channel

MOST_ALIKE = 5
ALIKE = 0.5  # of at most 1: from here on two writings sound alike


@dataclass(frozen=True)
class Search:
    """What is looked for: words in any order, and the codes of field, owner and level."""

    words: str = ""
    field: str = ""
    body: str = ""
    level: str = ""
    online: int | None = None


class Standing(StrEnum):
    """How a version stands on a day."""

    DRAFT = "draft"
    COMING = "coming"
    CURRENT = "current"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """As its writers read it."""
        return {"draft": "Dự thảo", "coming": "Sắp áp dụng", "current": "Đang áp dụng", "ended": "Hết hiệu lực"}[self]


def standing_of(version: Any, day: date) -> Standing:
    """How a version, or a line of a list, stands that day."""
    if version.state != Version.State.PUBLISHED:
        return Standing.DRAFT
    if version.valid_from > day:
        return Standing.COMING
    return Standing.ENDED if version.valid_to is not None and version.valid_to < day else Standing.CURRENT


@dataclass(frozen=True)
class Listed:
    """A procedure as a line of a list."""

    version_id: int
    procedure_id: int
    number: int
    code: str
    name: str
    owner_code: str
    owner_name: str
    field: str
    level: str
    limit: str
    applicants: str
    online_level: int
    by_post: bool
    state: str
    valid_from: date | None
    valid_to: date | None
    to_review: int


@dataclass(frozen=True, kw_only=True)
class Found(Page[Listed]):
    """A page of procedures, and how many there are in all."""

    count: Counted


@dataclass(frozen=True)
class InUse:
    """A field or a department, and how many procedures in force it has."""

    code: str
    name: str
    procedures: int


def found(versions: QuerySet[Version], search: Search) -> QuerySet[Version]:
    """Those of the versions that hold all the words and have what else is asked; `far` are those without the phrase."""
    words = asked(search.words[:200])
    for word in words:
        versions = versions.filter(folded__contains=word)
    if words:
        phrase = When(folded__regex=rf"\m{re.escape(' '.join(words))}\M", then=0)
        versions = versions.annotate(far=Case(phrase, default=1))
    if search.field:
        versions = versions.filter(field__code=search.field)
    if search.body:
        versions = versions.filter(procedure__owner__code=search.body)
    if search.level:
        versions = versions.filter(level=search.level)
    if search.online is not None:
        versions = versions.filter(online_level__gte=search.online)
    return versions


def in_force_on(on: date) -> QuerySet[Version]:
    """The published versions in force on a day."""
    begun = Version.objects.filter(state=Version.State.PUBLISHED, valid_from__lte=on)
    return begun.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))


def standing_so(versions: QuerySet[Version], standing: Standing | None, day: date) -> QuerySet[Version]:
    """Those of the versions that stand so that day; all without a standing."""
    if standing is None:
        return versions
    if standing is Standing.DRAFT:
        return versions.exclude(state=Version.State.PUBLISHED)
    begun, over = Q(valid_from__lte=day), Q(valid_to__isnull=False, valid_to__lt=day)
    asked = {Standing.COMING: ~begun, Standing.CURRENT: begun & ~over, Standing.ENDED: over}[standing]
    return versions.filter(asked, state=Version.State.PUBLISHED)


def in_order(versions: QuerySet[Version], place: Place) -> Found:
    """One page of them in the order of their names; those that hold the very phrase come first."""
    key = ("far", "sort_key") if "far" in versions.query.annotations else "sort_key"
    at_place = page(_lines(versions), key, place)
    rows = [_listed(each) for each in at_place.rows]
    return Found(rows, at_place.after, at_place.before, count=counted(versions))


def alike(versions: QuerySet[Version], words: str) -> list[Listed]:
    """Those that sound most like the words, whatever the spelling; the closest first."""
    heard = {fold(words[:200]), " ".join(asked(words[:200]))}
    likeness = Greatest(*(TrigramWordSimilarity(each, "folded") for each in heard), Value(0.0))
    heard_in: QuerySet[Any] = _lines(versions).annotate(likeness=likeness)
    close = heard_in.filter(likeness__gte=ALIKE)
    return [_listed(version) for version in close.order_by("-likeness", "sort_key", "id")[:MOST_ALIKE]]


def in_use(versions: QuerySet[Version], what: str) -> list[InUse]:
    """The fields, or the owners, of these versions in Vietnamese order, with how many each has."""
    groups = versions.values(f"{what}__code", f"{what}__name").annotate(procedures=Count("pk"))
    rows = groups.order_by(f"{what}__sort_key").values_list(f"{what}__code", f"{what}__name", "procedures")
    return [InUse(*row) for row in rows]


def _lines(versions: QuerySet[Version]) -> QuerySet[Version]:
    limits = TimeLimit.objects.filter(version=OuterRef("pk"), amount__isnull=False).order_by("id")
    each = limits.values(one=JSONObject(channel="channel", amount="amount", unit="unit"))
    return versions.select_related("procedure__owner", "field").annotate(known_limits=ArraySubquery(each))


def _listed(version: Any) -> Listed:
    owner = version.procedure.owner
    return Listed(
        version_id=version.pk,
        procedure_id=version.procedure_id,
        number=version.number,
        code=version.procedure.code,
        name=version.name,
        owner_code=owner.code,
        owner_name=owner.name,
        field=version.field.name,
        level=version.get_level_display(),
        limit=_limit_in_words(version.known_limits),
        applicants=version.applicants,
        online_level=version.online_level,
        by_post=version.by_post,
        state=version.state,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        to_review=len(version.needs_review),
    )


def _limit_in_words(limits: list[dict[str, Any]]) -> str:
    """The limit at the counter, or of the first other channel."""
    ordered = sorted(limits, key=lambda limit: limit["channel"] != Channel.COUNTER)
    return Limit(ordered[0]["amount"], Unit(ordered[0]["unit"])).show() if ordered else ""
