"""What is said of a whole body: indices 5, 6, 8 and 9 (Thông tư 01/2018, Điều 13), from the events of a quarter."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from motcua.domain.dossiers.models import Breach, Dossier
from motcua.domain.dossiers.terms import BreachKind
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import BY_ITS_LAW, UNCOUNTED, State
from motcua.domain.journal.queries import entries_of
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office
from motcua.domain.procedures.catalogue import publish_procedure
from motcua.domain.procedures.finding import in_force_on
from motcua.domain.procedures.models import Arrangement, PostedSet, Process
from motcua.domain.procedures.terms import Channel, Online, StepKind
from motcua.domain.regulation import limits
from motcua.domain.vietnamese.dates import local_day

from . import rules
from .periods import Quarter
from .rules import Answered, Index, Organised, Published

ONE_STOPS = (OfficeKind.CENTRE, OfficeKind.DIVISION, OfficeKind.DISTRICT_CENTRE, OfficeKind.COMMUNE)
LEAST_WHOLLY = {
    OfficeKind.DISTRICT: limits.quality_wholly_at_district,
    OfficeKind.DISTRICT_CENTRE: limits.quality_wholly_at_district,
    OfficeKind.COMMUNE: limits.quality_wholly_at_commune,
}
DEPLOYED_FROM = Online.THREE
Counts = dict[str, int]


@dataclass(frozen=True)
class Said:
    """The points of a body for one index, and the counts behind them."""

    office_id: int
    index: Index
    points: int
    counts: Counts


@dataclass(frozen=True)
class Listed:
    """A procedure in force on the last day of the quarter."""

    version_id: int
    procedure_id: int
    number: int
    valid_from: date
    deployed: bool
    reviewed: bool


def said(quarter: Quarter) -> Iterator[Said]:
    """Every index of a whole body that has data; feedback and online filing are counted as they are known now."""
    listed = _listed(quarter.last)
    offices = {each.pk: each for each in Office.objects.all()}
    wholly, there = _ways(listed, quarter)
    told = _published_in_time(listed)
    posted = _posted(listed, quarter)
    for office, rows in listed.items():
        organised = Organised(len(rows), _among(rows, wholly), _among(rows, there))
        least = LEAST_WHOLLY.get(OfficeKind(offices[office].kind), limits.quality_wholly_at_province)(quarter.last)
        yield from _one(office, Index.AT_THE_ONE_STOP, rules.organisation_points(organised, least), organised)
        electronic = sum(each.version_id in told and each.reviewed for each in rows)
        public = Published(len(rows), electronic, sum(each.version_id in posted for each in rows))
        yield from _one(office, Index.PUBLICATION, rules.publication_points(public), public)
    yield from _feedback(listed.keys(), quarter)
    yield from _online(listed, quarter)


def again(index: Index, counts: Counts, kind: str, on: date) -> int | None:
    """The points of an index reckoned once more from the counts that were kept beside them."""
    if index is Index.AT_THE_ONE_STOP:
        least = LEAST_WHOLLY.get(OfficeKind(kind), limits.quality_wholly_at_province)(on)
        return rules.organisation_points(Organised(**counts), least)
    if index is Index.PUBLICATION:
        return rules.publication_points(Published(**counts))
    if index is Index.FEEDBACK:
        return rules.feedback_points(Answered(**counts), on)
    return rules.online_points(rules.Online(**counts), on)


def _one(office: int, index: Index, points: int | None, found: Any) -> Iterator[Said]:
    if points is not None:
        yield Said(office, index, points, asdict(found))


def _among(rows: list[Listed], procedures: set[int]) -> int:
    return sum(each.procedure_id in procedures for each in rows)


def _listed(day: date) -> dict[int, list[Listed]]:
    found: dict[int, list[Listed]] = defaultdict(list)
    columns = ("procedure__owner", "pk", "procedure", "number", "valid_from", "online_level", "needs_review")
    rows = in_force_on(day).order_by("procedure__owner", "pk").values_list(*columns)
    for owner, version, procedure, number, since, level, review in rows:
        found[owner].append(Listed(version, procedure, number, since, level >= DEPLOYED_FROM, not review))
    return dict(found)


def _ways(listed: dict[int, list[Listed]], quarter: Quarter) -> tuple[set[int], set[int]]:
    """The procedures wholly done at the one-stop, and those received and returned there."""
    here = {each.procedure_id for rows in listed.values() for each in rows}
    there = _begin_and_end_there(here, quarter.last)
    given_out = Arrangement.objects.filter(
        kind=Arrangement.Kind.DEPARTMENT_DELIVERS, agreed_at__isnull=False, from_on__lte=quarter.last,
        to_on__gte=quarter.last,
    )  # fmt: skip
    there -= set(given_out.values_list("procedure", flat=True))
    elsewhere = Breach.objects.filter(kind=BreachKind.ELSEWHERE, at__gte=quarter.begin, at__lt=quarter.end)
    return there - set(elsewhere.values_list("dossier__version__procedure", flat=True)), there


def _begin_and_end_there(procedures: set[int], day: date) -> set[int]:
    states = (Process.State.IN_FORCE, Process.State.REPLACED)
    rows = Process.objects.filter(procedure__in=procedures, state__in=states, valid_from__lte=day)
    newest = {
        each.procedure_id: each for each in rows.order_by("valid_from", "number").prefetch_related("steps__office")
    }
    return {procedure for procedure, process in newest.items() if _is_there(list(process.steps.all()))}


def _is_there(steps: list[Any]) -> bool:
    ends = [steps[0], steps[-1]] if steps else []
    kinds = [each.kind for each in ends]
    return kinds == [StepKind.RECEIVE, StepKind.RETURN] and all(each.office.kind in ONE_STOPS for each in ends)


def _published_in_time(listed: dict[int, list[Listed]]) -> set[int]:
    """The versions that stood in the system by the day from which they hold."""
    rows = {(each.procedure_id, each.number): each for several in listed.values() for each in several}
    streams = {f"procedure/{procedure}": procedure for procedure, _ in rows}
    found = set()
    for line in entries_of(streams):
        if line.act == publish_procedure.__name__:
            row = rows.get((streams[line.stream], line.facts["version"]))
            if row is not None and local_day(line.at) <= row.valid_from:
                found.add(row.version_id)
    return found


def _posted(listed: dict[int, list[Listed]], quarter: Quarter) -> set[int]:
    """The versions in the newest printable set of their body that was made before the quarter was over."""
    rows = PostedSet.objects.filter(owner__in=listed, made_at__lt=quarter.end).order_by("made_at", "id")
    newest = dict(rows.values_list("owner", "versions"))
    return {version for versions in newest.values() for version in versions}


def behind(quarter: Quarter, office_id: int, index: Index, place: Place) -> Page[Any]:
    """What the counts of an index of a whole body were made of, as it is known now, a page at a time.

    Feedback that was due or lingers, online dossiers that were late, or every listed procedure with `met`: of index 5
    whether it is wholly done, and received and returned, at the one-stop; of 6 whether it is told electronically, and
    posted.
    """
    if index is Index.FEEDBACK:
        return page(_heard(quarter).filter(owner=office_id), "answer_by", place)
    if index is Index.ONLINE:
        return page(
            _late_online(quarter).filter(department=office_id).select_related("version"), "due_by_law_at", place
        )
    rows = in_force_on(quarter.last).filter(procedure__owner=office_id).select_related("procedure")
    found: Page[Any] = page(rows, "sort_key", place)
    mine = {owner: rows for owner, rows in _listed(quarter.last).items() if owner == office_id}
    if index is Index.AT_THE_ONE_STOP:
        wholly, there = _ways(mine, quarter)
        for each in found.rows:
            each.met = (each.procedure_id in wholly, each.procedure_id in there)
        return found
    told, posted = _published_in_time(mine), _posted(mine, quarter)
    for each in found.rows:
        each.met = (each.pk in told and not each.needs_review, each.pk in posted)
    return found


def _due(quarter: Quarter) -> Q:
    return Q(answer_by__gte=quarter.begin, answer_by__lt=quarter.end)


def _lingers(quarter: Quarter) -> Q:
    unanswered = Q(answered_at__isnull=True) | Q(answered_at__gte=quarter.end)
    return Q(answer_by__lt=quarter.end) & unanswered


def _heard(quarter: Quarter) -> QuerySet[Feedback]:
    """What counts: not what is passed on or merged, which is not answered here."""
    rows = Feedback.objects.exclude(kind__in=BY_ITS_LAW).exclude(state__in=(State.MERGED, *UNCOUNTED))
    return rows.filter(_due(quarter) | _lingers(quarter))


def _feedback(offices: Any, quarter: Quarter) -> Iterator[Said]:
    """Who had nothing to answer has both points."""
    due, lingers, in_time = _due(quarter), _lingers(quarter), Q(answered_at__lte=F("answer_by"))
    counted = (
        _heard(quarter)
        .values("owner")
        .annotate(
            due=Count("id", filter=due),
            on_time=Count("id", filter=due & in_time),
            lingering=Count("id", filter=lingers),
        )
    )
    counts = {each["owner"]: Answered(each["due"], each["on_time"], each["lingering"]) for each in counted.order_by()}
    for office in sorted({*offices, *counts}):
        found = counts.get(office, Answered(0, 0, 0))
        yield from _one(office, Index.FEEDBACK, rules.feedback_points(found, quarter.last), found)


def _late_online(quarter: Quarter) -> QuerySet[Dossier]:
    finished_late = Q(finished_at__gte=quarter.begin, finished_at__lt=quarter.end, finished_at__gt=F("due_by_law_at"))
    open_late = Q(due_by_law_at__lt=quarter.end) & (Q(finished_at__isnull=True) | Q(finished_at__gte=quarter.end))
    return Dossier.objects.filter(finished_late | open_late, channel=Channel.ONLINE)


def _online(listed: dict[int, list[Listed]], quarter: Quarter) -> Iterator[Said]:
    online, received = Q(channel=Channel.ONLINE), Q(received_at__gte=quarter.begin, received_at__lt=quarter.end)
    came = Dossier.objects.filter(received, department__in=listed).values("department")
    counts = {each["department"]: each for each in came.annotate(all=Count("id"), online=Count("id", filter=online))}
    late = _late_online(quarter).filter(department__in=listed)
    many = dict(late.values_list("department").annotate(Count("id")).order_by())
    for office, rows in listed.items():
        known = counts.get(office, {"all": 0, "online": 0})
        deployed = sum(each.deployed for each in rows)
        found = rules.Online(len(rows), deployed, known["all"], known["online"], many.get(office, 0))
        yield from _one(office, Index.ONLINE, rules.online_points(found, quarter.last), found)
