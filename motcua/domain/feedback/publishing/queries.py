"""What has to be made public, what everybody reads, and how the bodies answer, in figures."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Prefetch, Q

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.vietnamese.text import fold

from ..models import Feedback
from ..policies import visible_to
from ..terms import BY_ITS_LAW, UNCOUNTED, State, Verdict
from .models import LIVE, PUBLIC, PublicVoice

MOST_WORDS = 8
WAITS = Q(publish_by__isnull=False)


@dataclass(frozen=True)
class Figures:
    """Of what people said of a body in a year: how much came, how much was answered, in time, found true."""

    office: str
    received: int
    answered: int
    on_time: int
    founded: int


def to_publish(by: Officer, at: datetime, place: Place) -> Page[Feedback]:
    """What was answered and is not public yet, what is due first; each with its `prepared` words, if there are any."""
    prepared = Prefetch("public", PublicVoice.objects.filter(LIVE).select_related("prepared_by"), to_attr="prepared")
    rows = Feedback.objects.filter(WAITS & visible_to(by, at)).select_related("owner").prefetch_related(prepared)
    return page(rows, "publish_by", place)


def awaiting(item: Any) -> tuple[Feedback, datetime, PublicVoice | None]:
    """One row of `to_publish`: the feedback, its day, and the words that were prepared, if any."""
    return item, item.publish_by, next(iter(item.prepared), None)


def live_of(item: Feedback) -> PublicVoice:
    """The words for everybody of one that was already obtained, prepared or public; raises `DoesNotExist`."""
    return item.public.select_related("prepared_by", "feedback").get(LIVE)


def public_of(item: Feedback) -> PublicVoice | None:
    """`live_of`, or nothing."""
    return item.public.select_related("prepared_by").filter(LIVE).first()


def search_public(words: str, place: Place, *, body: str = "") -> Page[PublicVoice]:
    """What is public and holds all the words, whatever their marks; the newest first."""
    rows = PublicVoice.objects.filter(PUBLIC).select_related("office")
    for word in fold(words).split()[:MOST_WORDS]:
        rows = rows.filter(folded__contains=word)
    rows = rows.filter(office__code=body) if body else rows
    return page(rows, "published_at", place, newest_first=True)


def body_named(code: str) -> Office | None:
    """The body with this code, to say whose answers are shown."""
    return Office.objects.filter(code=code).first() if code else None


def figures(at: datetime) -> list[Figures]:
    """Of the year in which that moment lies: each body that had something to answer, in Vietnamese order."""
    first = datetime(local_day(at).year, 1, 1, tzinfo=LOCAL)
    answered = Q(state=State.ANSWERED)
    rows = Feedback.objects.filter(registered_at__gte=first, registered_at__lte=at)
    rows = rows.exclude(state__in=(State.MERGED, *UNCOUNTED)).exclude(kind__in=BY_ITS_LAW).order_by()
    groups = rows.values_list("owner__name").annotate(
        received=Count("id"),
        answered=Count("id", filter=answered),
        on_time=Count("id", filter=answered & Q(answered_at__lte=F("answer_by"))),
        founded=Count("id", filter=answered & Q(verdict__in=(Verdict.FOUNDED, Verdict.PARTLY))),
    )
    return [Figures(*each) for each in groups.order_by("owner__kind", "owner__sort_key")]
