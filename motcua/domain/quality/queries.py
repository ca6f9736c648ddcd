"""The index for those who may read it: a quarter or a year, body by body, official by official, down to dossiers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import F, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import require

from . import of_bodies, policies, rules
from .counting import COLUMNS
from .models import Edition, Figure, Mark
from .periods import Quarter
from .rules import OF_OFFICIALS, Index, Points, Total

LASTING = (Index.AT_THE_ONE_STOP, Index.PUBLICATION)  # of a year: as its last quarter has them


@dataclass(frozen=True)
class Score:
    """One index: its points to one decimal, how they come about, and the counts behind it."""

    index: Index
    value: Decimal
    points: Points
    counts: dict[str, int]


@dataclass(frozen=True)
class Standing:
    """A body, or an official, with every index that has data, the sum of them and what it says."""

    office: Office
    officer: Officer | None
    scores: dict[Index, Score]
    total: Total
    grade: str


def editions(*, public: bool = False) -> list[Edition]:
    """The newest edition of each quarter, or the newest public one, the latest quarter first."""
    rows = Edition.objects.filter(published_at__isnull=False) if public else Edition.objects.all()
    newest = rows.order_by("-year", "-quarter", "-version").distinct("year", "quarter")
    return list(newest.select_related("published_by"))


def edition(quarter: Quarter, version: int | None = None, *, public: bool = False) -> Edition:
    """One of a quarter, the newest unless a version is named; raises `Edition.DoesNotExist`."""
    rows = Edition.objects.filter(year=quarter.year, quarter=quarter.number).select_related("published_by")
    rows = rows.filter(published_at__isnull=False) if public else rows
    found = (rows.filter(version=version) if version else rows).order_by("-version").first()
    if found is None:
        raise Edition.DoesNotExist
    return found


def versions(of: Edition) -> list[Edition]:
    """Every time this quarter was computed, the newest first."""
    rows = Edition.objects.filter(year=of.year, quarter=of.quarter).select_related("published_by")
    return list(rows.order_by("-version"))


def bodies(found: Iterable[Edition]) -> list[Standing]:
    """Each body in these editions of one year, the best first, the ungraded last; several quarters are added up."""
    several = sorted(found, key=lambda each: each.quarter)
    rows = Figure.objects.filter(edition__in=several, officer__isnull=True).select_related("office", "edition")
    standings = _standings(rows, several)
    return sorted(standings, key=_best_first)


def public_year(year: int) -> list[Edition]:
    """The public editions of a year, one for each quarter."""
    return [each for each in editions(public=True) if each.year == year]


def body(by: Officer, code: str, of: Edition, at: datetime) -> Standing:
    """One body before its figures are public; raises `Office.DoesNotExist` for who may not read it."""
    office = Office.objects.get(code=code)
    if not policies.may_read_body(by, office, at):
        raise Office.DoesNotExist
    return one_of(of, office)


def history(office: Office, until: Edition, number: int = 8) -> list[tuple[Quarter, Standing]]:
    """The same body in that quarter and those before it, each as it was computed last; the newest first."""
    newest = [each for each in editions() if each.of <= until.of][:number]
    rows = Figure.objects.filter(edition__in=newest, office=office, officer__isnull=True)
    by_edition: dict[int, list[Figure]] = defaultdict(list)
    for row in rows.select_related("office", "edition").order_by("index"):
        by_edition[row.edition_id].append(row)
    return [(each.of, _standing(by_edition[each.pk], each)) for each in newest if each.pk in by_edition]


def public_body(code: str, of: Edition) -> Standing:
    """One body of a public edition; raises `Office.DoesNotExist`."""
    return one_of(of, Office.objects.get(code=code))


def one_of(of: Edition, office: Office) -> Standing:
    """A body as an edition has it; raises `Office.DoesNotExist` when it is not in it."""
    rows = Figure.objects.filter(edition=of, office=office, officer__isnull=True).select_related("office", "edition")
    found = _standings(rows, [of])
    if not found:
        raise Office.DoesNotExist
    return found[0]


def officials(by: Officer, code: str, of: Edition, at: datetime) -> list[Standing]:
    """The officials who worked for a body in a quarter, by name; only oneself for who may not read all of them."""
    office = Office.objects.get(code=code)
    rows = Figure.objects.filter(edition=of, office=office, officer__isnull=False)
    rows = rows.select_related("office", "officer", "edition")
    found = [each for each in _standings(rows, [of]) if each.officer is not None]
    allowed = [each for each in found if each.officer and policies.may_read_official(by, each.officer, office, at)]
    return sorted(allowed, key=lambda each: (each.officer.sort_key if each.officer else "", each.office.pk))


def own(by: Officer, several: list[Edition]) -> list[tuple[Edition, Standing]]:
    """What these editions say of who asks, for each body for which he or she worked, in their order."""
    rows = Figure.objects.filter(edition__in=several, officer=by).select_related("office", "officer", "edition")
    by_edition: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for row in rows.order_by("office__kind", "office__sort_key", "index"):
        by_edition[row.edition_id, row.office_id].append(row)
    return [(each, _standing(rows, each)) for each in several for (of, _), rows in by_edition.items() if of == each.pk]


def dossiers(
    by: Officer, of: Edition, standing: Standing, index: Index, at: datetime, place: Place, points: int | None = None
) -> Page[Mark]:
    """The dossiers behind an index of dossiers, all or those with so many points: each with its dossier."""
    if standing.officer is not None:
        require(policies.may_read_official(by, standing.officer, standing.office, at))
    else:
        require(policies.may_read_body(by, standing.office, at))
    column = COLUMNS[index]
    rows = Mark.objects.filter(edition=of, office=standing.office, officer=standing.officer)
    wanted = {column: points} if points is not None else {f"{column}__isnull": False}
    found = rows.filter(**wanted).select_related("dossier__version").annotate(given=F(column))
    return page(found, "dossier", place)


def behind(by: Officer, of: Edition, standing: Standing, index: Index, at: datetime, place: Place) -> Page[Any]:
    """What an index of the whole body was counted from, as it is known now: procedures, feedback, online dossiers."""
    require(policies.may_read_body(by, standing.office, at))
    return of_bodies.behind(of.of, standing.office.pk, index, place)


def readable_bodies(by: Officer, at: datetime) -> frozenset[int] | None:
    """The bodies whose figures this official reads before everybody does; None for all."""
    return None if policies.may_read_all(by, at) else by.bodies_with(at, *policies.READS)


def _best_first(each: Standing) -> tuple[bool, Decimal, str, str]:
    return not each.total.speaks, -each.total.read_as, each.office.kind, each.office.sort_key


def _standings(rows: QuerySet[Figure], several: list[Edition]) -> list[Standing]:
    groups: dict[tuple[int, int | None], list[Figure]] = defaultdict(list)
    for row in rows.order_by("office", "officer", "index"):
        groups[row.office_id, row.officer_id].append(row)
    return [_standing(each, several[-1]) for each in groups.values()]


def _standing(rows: list[Figure], last: Edition) -> Standing:
    by_index: dict[Index, list[Figure]] = defaultdict(list)
    for row in rows:
        by_index[Index(row.index)].append(row)
    scores = {index: score for index, figures in by_index.items() if (score := _score(index, figures, last))}
    first = rows[0]
    wanted = OF_OFFICIALS if first.officer_id is not None else tuple(Index)
    sums = [scores[each].value if each in scores else None for each in wanted]
    total = rules.total(sums) or Total(Decimal(0), 1, len(wanted))  # a row has points, by a constraint
    told = rules.fulfilment(total, last.of.last) if first.officer_id else rules.grade(total, last.of.last)
    return Standing(first.office, first.officer, scores, total, told.value)


def _score(index: Index, figures: list[Figure], last: Edition) -> Score | None:
    if index in LASTING:
        figures = [each for each in figures if each.edition_id == last.pk]
    points = sum((each.points() for each in figures), Points())
    value = rules.average(points)
    return Score(index, value, points, _added([each.counts for each in figures])) if value is not None else None


def _added(counts: list[dict[str, Any]]) -> dict[str, int]:
    names = [name for each in counts for name in each]
    return {name: sum(each.get(name, 0) for each in counts) for name in dict.fromkeys(names)}
