"""Surveys for who designs them, for the desks that are asked about, and for who holds a ballot."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.vietnamese.dates import local_day

from ..terms import Level
from . import policies
from .designing import ASKED_ABOUT
from .models import Sampled, Survey, SurveyAnswer, SurveyPart
from .results import Told, bodies_told, told

SECRET = 40


@dataclass(frozen=True)
class Progress:
    """One desk: how many were asked, how many answered, by which way; `told` when its answers may be read alone."""

    part: SurveyPart
    asked: int
    answered: int
    on_paper: int
    told: bool


def surveys(by: Officer, at: datetime, place: Place) -> Page[Survey]:
    """The newest first: all for the Centre, those that ask about them for desks, once they are open."""
    found: Page[Survey] = page(_seen(by, at), "drafted_at", place, newest_first=True)
    return found


def survey(by: Officer, pk: int, at: datetime) -> Survey:
    """One of them; raises `Survey.DoesNotExist`."""
    return _seen(by, at).get(pk=pk)


def progress(by: Officer, found: Survey, at: datetime) -> list[Progress]:
    """Each desk, or the own one: what it has to bring and what came back."""
    counted = found.parts.select_related("office", "handed_by", "survey").annotate(
        asked=Count("sample"), answered=Count("sample__answer"),
        on_paper=Count("sample__answer", filter=Q(sample__answer__by_way="paper")),
    )  # fmt: skip
    parts = list(counted.order_by("office__kind", "office__sort_key"))
    may = bodies_told([each.answered for each in parts])
    every = [
        Progress(each, each.asked, each.answered, each.on_paper, bool(each.answered) and alone)
        for each, alone in zip(parts, may, strict=True)
    ]
    if policies.may_design(by, at):
        return every
    mine = _mine(by, at)
    return [each for each in every if each.part.office_id in mine]


def results(found: Survey, office: Office | None = None) -> list[Told]:
    """What people said, of all or of one desk; who asks was checked with `survey` and `progress`."""
    rows = SurveyAnswer.objects.filter(sampled__part__survey=found)
    rows = rows.filter(sampled__part__office=office) if office else rows
    levels = [str(label) for _, label in sorted(Level.choices)]
    return told(found.asks(), list(rows.order_by("id").values_list("answers", flat=True)), levels)


def part(by: Officer, found: Survey, code: str, at: datetime) -> SurveyPart:
    """The part of one desk; raises `SurveyPart.DoesNotExist` for who may not see it."""
    for each in progress(by, found, at):
        if each.part.office.code == code:
            return each.part
    raise SurveyPart.DoesNotExist


def by_secret(secret: str) -> Sampled:
    """The ballot behind a link; raises `Sampled.DoesNotExist`."""
    rows = Sampled.objects.select_related("part__survey", "part__office")
    return rows.get(secret=secret[:SECRET], part__survey__opened_at__isnull=False)


def on_paper(mark: str) -> Sampled:
    """The ballot whose code was scanned or typed from a paper; raises `Sampled.DoesNotExist`."""
    return by_secret(mark.strip().rstrip("/").rpartition("/")[2])


def is_answered(sampled: Sampled) -> bool:
    """Whether there is an answer on it."""
    return SurveyAnswer.objects.filter(sampled=sampled).exists()


def askable(at: datetime) -> list[Office]:
    """The districts and communes of that day, in their order."""
    return list(organisations.offices(local_day(at), *ASKED_ABOUT).order_by("kind", "sort_key"))


def _seen(by: Officer, at: datetime) -> QuerySet[Survey]:
    if policies.may_design(by, at):
        return Survey.objects.all()
    mine = SurveyPart.objects.filter(office__in=_mine(by, at)).values("survey")
    return Survey.objects.filter(pk__in=mine, opened_at__isnull=False)


def _mine(by: Officer, at: datetime) -> frozenset[int]:
    return by.bodies_with(at, *policies.KEYS_IN)
