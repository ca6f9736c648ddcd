"""The page of a dossier for its applicant: plain values only, and no name of anybody."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from motcua.domain.dossiers import bills, queries, reading
from motcua.domain.dossiers.filed_together import bundle_queries
from motcua.domain.dossiers.interlinked import queries as leg_queries
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.dossiers.pauses import queries as pause_queries
from motcua.domain.dossiers.stages import UNDER_THE_CLOCK, Stage
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.vietnamese.dates import local_day, show_time
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.explanation import Explanation
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.languages import counted, weekday
from motcua.web.components.process_picture import Picture, Place
from motcua.web.dossier.show.place import picture_of
from motcua.web.files.show import title_of
from motcua.web.post import show as post

from .story import Event, story

WAITS_FOR_APPLICANT = (
    Stage.AWAITING_SUPPLEMENT, Stage.AWAITING_PAYMENT, Stage.AT_CENTRE, Stage.KEPT, Stage.WITHDRAWN, Stage.CANCELLED,
)  # fmt: skip


@dataclass(frozen=True)
class Promise:
    """Until when the result is promised, and how that stands, in words."""

    day: str
    time: str
    left: str
    is_late: bool


@dataclass(frozen=True)
class Asked:
    """What the applicant is asked to bring."""

    at: datetime
    items: list[dict[str, Any]]


@dataclass(frozen=True)
class Given:
    """A paper the applicant was given; it opens only with the secret."""

    title: str
    number: str
    at: datetime
    address: str


@dataclass(frozen=True)
class Shown:
    """Everything on the page."""

    code: str
    procedure: str
    procedure_code: str  # empty when it is not in force any more
    word: str
    progress: tracking.Progress
    received_at: datetime
    promise: Promise | None
    explained: Explanation | None
    rescheduled: bool
    asked: Asked | None
    stop: Any  # the clock stands: a payment to make, or the applicant's wish
    papers_wait: bool
    at_centre: bool
    finished_at: datetime | None
    delivered_at: datetime | None
    by_post: bool
    one_stop: Any
    handled_by: list[str]
    legs: list[tuple[str, datetime | None]]
    together: list[tuple[str, str, str]]
    picture: Picture
    told: list[Event]
    papers: list[Given]
    post: list[Any]  # what goes by post, the address masked
    secret: str
    bills: list[Any]  # what is to be paid, or was


@dataclass(frozen=True)
class OnReceipt:
    """A dossier as a line of the receipt it shares with others."""

    code: str
    procedure: str
    word: str
    promise: Promise | None
    to_do: bool  # the applicant has to bring or pay something, or to fetch it
    address: str


@dataclass(frozen=True)
class ShownReceipt:
    """The page of a receipt for several dossiers."""

    bundle: str
    promise: Promise | None
    lines: list[OnReceipt]
    paper: Given | None


def shown_receipt(shared: tracking.SharedReceipt, at: datetime, secret: str) -> ShownReceipt:
    """All dossiers of one receipt, for who has its QR."""
    calendar = calendar_for(shared.dossiers[0].one_stop.code)
    going_on = any(each.finished_at is None for each in shared.dossiers)
    return ShownReceipt(
        bundle=shared.bundle,
        promise=promise(shared.due_at, at, calendar) if shared.due_at and going_on else None,
        lines=[_on_receipt(each, at, calendar, secret) for each in shared.dossiers],
        paper=_given(shared.paper, secret) if shared.paper else None,
    )


def shown(dossier: Any, at: datetime, secret: str = "") -> Shown:
    """The page; with the secret its papers can be opened."""
    whole = queries.whole(dossier)
    calendar = calendar_for(dossier.one_stop.code)
    under_the_clock = dossier.stage in UNDER_THE_CLOCK
    return Shown(
        code=dossier.code,
        procedure=dossier.version.name,
        procedure_code=dossier.version.procedure.code if dossier.version.current_on(local_day(at)) else "",
        word=tracking.plain_word(dossier),
        progress=tracking.progress_of(dossier),
        received_at=dossier.when_received(),
        promise=promise(dossier.due_at, at, calendar) if under_the_clock and dossier.due_at else None,
        explained=reading.clock_of(dossier, calendar).explain() if under_the_clock else None,
        rescheduled=dossier.rescheduled_to is not None and under_the_clock,
        asked=_asked(whole.supplement_requests) if dossier.stage == Stage.AWAITING_SUPPLEMENT else None,
        stop=next((stop for stop in pause_queries.stops_of(dossier) if stop.to_at is None), None),
        papers_wait=dossier.stage in (Stage.WITHDRAWN, Stage.CANCELLED),
        at_centre=dossier.stage in (Stage.AT_CENTRE, Stage.KEPT),
        finished_at=dossier.finished_at,
        delivered_at=dossier.delivered_at,
        by_post=dossier.return_by == ReturnBy.POST,
        one_stop=dossier.one_stop,
        handled_by=list(dict.fromkeys(task.office.name for task in whole.open_tasks())) if under_the_clock else [],
        legs=leg_queries.with_bodies(dossier.pk, dossier.process_id) if under_the_clock else [],
        together=_together(dossier),
        picture=_without_names(picture_of(whole, at)),
        told=story(whole.entries),
        papers=[_given(paper, secret) for paper in whole.papers if paper.form_code in tracking.GIVEN],
        post=post.followed([dossier.stream]),
        secret=secret,
        bills=bills.bills_of(dossier) if secret else [],
    )


def _on_receipt(dossier: Any, at: datetime, calendar: Calendar, secret: str) -> OnReceipt:
    under_the_clock = dossier.stage in UNDER_THE_CLOCK
    return OnReceipt(
        code=dossier.code,
        procedure=dossier.version.name,
        word=tracking.plain_word(dossier),
        promise=promise(dossier.due_at, at, calendar) if under_the_clock and dossier.due_at else None,
        to_do=dossier.stage in WAITS_FOR_APPLICANT,
        address=f"{reverse('portal:dossier', args=[secret])}?{urlencode({'ho-so': dossier.code})}",
    )


def _together(dossier: Any) -> list[tuple[str, str, str]]:
    """What was filed together with it: code, procedure, where it is."""
    others = (each.dossier for each in bundle_queries.together_with(dossier))
    return [(str(each.code), each.version.name, tracking.plain_word(each)) for each in others]


def promise(due: datetime, at: datetime, calendar: Calendar) -> Promise:
    """The due moment in words: "Thứ Sáu, 05/12/2026", "còn 4 ngày làm việc"."""
    days = calendar.working_days_between(local_day(at), local_day(due))
    if at > due:
        late = counted("đã quá hẹn %(number)s ngày làm việc", -days)
        left = late if days < 0 else gettext("vừa quá hẹn hôm nay")
    else:
        left = counted("còn %(number)s ngày làm việc", days) if days > 0 else gettext("hôm nay")
    return Promise(weekday(due), show_time(due), left, at > due)


def _asked(requests: list[Any]) -> Asked | None:
    """The request that still waits for the applicant."""
    return next((Asked(each.asked_at, each.items) for each in requests if each.completed_at is None), None)


def _given(paper: Any, secret: str) -> Given:
    address = reverse("portal:paper", args=[secret, paper.pk]) if secret else ""
    return Given(title_of(paper), paper.shown_number, paper.issued_at, address)


def _without_names(picture: Picture) -> Picture:
    """The same picture without who has or had a step: bodies, not persons; a step's own lateness is the office's."""
    stages = tuple(
        tuple(replace(step, note="", state=Place.CURRENT if step.state is Place.LATE else step.state) for step in stage)
        for stage in picture.stages
    )
    return replace(picture, stages=stages)
