"""The digest: how often what was said, by theme, procedure, provision, body and month, in one walk over it (4.2.b)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, TruncMonth

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import LOCAL

from ..models import Feedback, Gathered
from ..queries import holding
from ..reports.gathering import GATHERABLE
from ..terms import UNCOUNTED, State, Verdict
from .policies import share_of
from .themes import name_of
from .topics import names_by_id

MOST = 30  # lines of a table on the page; the file has all
BATCH = 1000


@dataclass(frozen=True)
class Wanted:
    """What is counted: said from a day to a day, of this kind, theme, body and procedure, holding these words."""

    first: date
    last: date
    kind: str = ""
    theme: str = ""
    body: str = ""
    procedure: str = ""
    words: str = ""


@dataclass(frozen=True)
class Counted:
    """One line of the digest: what it is about, how many said so, and what became of it."""

    key: str
    name: str
    number: int
    answered: int
    on_time: int
    founded: int
    gathered: int


@dataclass(frozen=True)
class Digest:
    """All of it: the whole, then line by line, what was said most often first; months in their order."""

    whole: Counted
    themes: list[Counted] = field(default_factory=list)
    procedures: list[Counted] = field(default_factory=list)
    provisions: list[Counted] = field(default_factory=list)
    bodies: list[Counted] = field(default_factory=list)
    months: list[Counted] = field(default_factory=list)


_SUMS = """count(*), count(*) filter (where answered), count(*) filter (where on_time), count(*) filter (where founded),
    count(*) filter (where stands_in_report)"""
_WALK = """
    select grouping(theme_code, procedure_key, cited, body_key, month_said), theme_code, procedure_key, cited, body_key,
           month_said, {sums}
    from ({rows}) said
    group by grouping sets ((), (theme_code), (procedure_key), (cited), (body_key), (month_said))
"""
# Which columns a line is not grouped by: one bit for each, the first the highest.
_WHOLE, _THEME, _PROCEDURE, _PROVISION, _BODY, _MONTH = 31, 15, 23, 27, 29, 30


@rule("4.2.b")
def digest(by: Officer, at: datetime, wanted: Wanted) -> Digest:
    """The digest of what this official may count; three statements, however much there is."""
    lines = _walked(_narrowed(by, at, wanted))
    procedures = names_by_id(key for key, _ in lines[_PROCEDURE])
    bodies = {pk: (code, name) for pk, code, name in _bodies(key for key, _ in lines[_BODY])}
    (whole,) = [Counted("", "", *sums) for _, sums in lines[_WHOLE]] or [Counted("", "", 0, 0, 0, 0, 0)]
    return Digest(
        whole,
        themes=_most([Counted(key, name_of(key), *sums) for key, sums in lines[_THEME]]),
        procedures=_most([Counted(*procedures[key], *sums) for key, sums in lines[_PROCEDURE] if key]),
        provisions=_most([Counted(key, key, *sums) for key, sums in lines[_PROVISION] if key]),
        bodies=_most([Counted(*bodies[key], *sums) for key, sums in lines[_BODY] if key]),
        months=sorted((Counted(f"{key:%Y-%m}", f"{key:%m/%Y}", *sums) for key, sums in lines[_MONTH]), key=_by_key),
    )


def voices(by: Officer, at: datetime, wanted: Wanted, place: Place) -> Page[Feedback]:
    """The feedback behind the figures, newest first, with its `report` and topic (`said_of`); who spoke is not read."""
    rows = _narrowed(by, at, wanted).select_related("about", "owner", "topic__procedure")
    rows = rows.defer("name", "phone", "email", "address", "answer", "more", "folded")
    found: Page[Feedback] = page(rows, "registered_at", place, newest_first=True)
    kept = Gathered.objects.filter(feedback__in=found.rows, kept=True).select_related("report")
    reports = {each.feedback_id: each.report for each in kept}
    for each in found.rows:
        each.report, each.said_of = reports.get(each.pk), getattr(each, "topic", None)  # type: ignore[attr-defined]
    return found


def all_voices(by: Officer, at: datetime, wanted: Wanted) -> Iterator[Feedback]:
    """All of it for a file, with who spoke only so that it can be masked; read a batch at a time."""
    rows = (
        _narrowed(by, at, wanted).select_related("about", "topic__procedure", "dossier").order_by("registered_at", "id")
    )
    yield from rows.iterator(chunk_size=BATCH)


def to_gather(by: Officer, at: datetime, wanted: Wanted, most: int) -> list[Feedback]:
    """What of it is about rules and stands in no report yet, the oldest first, at most so many."""
    free = (
        _narrowed(by, at, wanted)
        .filter(GATHERABLE)
        .exclude(Exists(Gathered.objects.filter(feedback=OuterRef("pk"), kept=True)))
    )
    with_ = ("about", "topic__procedure", "dossier__version__procedure")
    return list(free.select_related(*with_).order_by("registered_at", "id")[:most])


def _narrowed(by: Officer, at: datetime, wanted: Wanted) -> QuerySet[Feedback]:
    begins = datetime.combine(wanted.first, time(), LOCAL)
    ends = datetime.combine(wanted.last + timedelta(days=1), time(), LOCAL)
    rows = Feedback.objects.filter(share_of(by, at), registered_at__gte=begins, registered_at__lt=ends)
    rows = rows.exclude(state__in=UNCOUNTED)
    narrow = {"kind": wanted.kind, "about__code": wanted.body}
    rows = rows.filter(**{name: value for name, value in narrow.items() if value})
    if wanted.theme:
        rows = _of_theme(rows, wanted.theme)
    if wanted.procedure:
        of_dossier = Q(topic__procedure=None, dossier__version__procedure__code=wanted.procedure)
        rows = rows.filter(Q(topic__procedure__code=wanted.procedure) | of_dossier)
    return rows.filter(holding(wanted.words)) if wanted.words else rows


def _of_theme(rows: QuerySet[Feedback], theme: str) -> QuerySet[Feedback]:
    if theme == "none":
        return rows.filter(topic=None, same_as__topic=None)
    return rows.filter(Q(topic__theme=theme) | Q(topic=None, same_as__topic__theme=theme))


def _walked(rows: QuerySet[Feedback]) -> dict[int, list[tuple[Any, tuple[int, ...]]]]:
    """The counts by what they are grouped by, each with its key."""
    answered, true = Q(state=State.ANSWERED), (Verdict.FOUNDED, Verdict.PARTLY)
    together = Q(same_as__state=State.ANSWERED)  # what was merged is answered with the one that stayed
    said = rows.order_by().values(
        theme_code=Coalesce("topic__theme", "same_as__topic__theme", Value("")),
        procedure_key=Coalesce("topic__procedure", "same_as__topic__procedure", "dossier__version__procedure"),
        cited=Coalesce("topic__provision", "same_as__topic__provision", Value("")),
        body_key=F("about"),
        month_said=TruncMonth("registered_at", tzinfo=LOCAL),
        answered=_is(answered | together),
        on_time=_is(
            answered & Q(answered_at__lte=F("answer_by")) | together & Q(same_as__answered_at__lte=F("answer_by"))
        ),
        founded=_is(answered & Q(verdict__in=true) | together & Q(same_as__verdict__in=true)),
        stands_in_report=Exists(
            Gathered.objects.filter(feedback=Coalesce(OuterRef("same_as"), OuterRef("pk")), kept=True)
        ),
    )
    found: dict[int, list[tuple[Any, tuple[int, ...]]]] = {
        each: [] for each in (_WHOLE, _THEME, _PROCEDURE, _PROVISION, _BODY, _MONTH)
    }
    try:
        sql, params = said.query.sql_with_params()
    except EmptyResultSet:  # somebody of no body that could have any
        return found
    with connection.cursor() as cursor:
        cursor.execute(_WALK.format(sums=_SUMS, rows=sql), params)
        for grouped, *keys, a, b, c, d, e in cursor.fetchall():
            key = next((each for each in keys if each is not None), None)
            found[grouped].append((key, (a, b, c, d, e)))
    return found


def _bodies(ids: Iterable[int | None]) -> Iterable[tuple[int, str, str]]:
    """Id, code and name of each."""
    return Office.objects.filter(pk__in={each for each in ids if each}).values_list("pk", "code", "name")


def _is(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _most(lines: Iterable[Counted]) -> list[Counted]:
    return sorted(lines, key=lambda each: (-each.number, each.name))


def _by_key(line: Counted) -> str:
    return line.key
