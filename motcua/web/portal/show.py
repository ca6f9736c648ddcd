"""What the pages about procedures show, put together from the queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext

from motcua.domain.dossiers.overviews import rates
from motcua.domain.dossiers.overviews.rates import OnTime, Usual
from motcua.domain.organisations import queries as organisations
from motcua.domain.papers.forms.posting.facts import Component, Posting
from motcua.domain.procedures import arrangements, posting, posting_sets, queries, tariff
from motcua.domain.procedures.arrangement_terms import MEANS, ArrangementKind
from motcua.domain.procedures.component_forms import forms_of
from motcua.domain.procedures.queries import InUse, Listed, Search
from motcua.domain.procedures.terms import Channel, Level, Online
from motcua.domain.questions import queries as questions
from motcua.domain.questions import samples
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for
from motcua.web.asking.addresses import address_of
from motcua.web.components.environment import address
from motcua.web.components.languages import money, translated
from motcua.web.components.paging import beside, place_of
from motcua.web.components.process_picture import Picture, PictureStep
from motcua.web.satisfaction import show as satisfaction

from .door import PublicRequest
from .forms import CODE_EXAMPLE, search_in

TOPICS = ("khai sinh", "kết hôn", "sổ đỏ", "xây nhà", "bằng lái xe", "mở cửa hàng", "lý lịch tư pháp", "công chứng")
AN_HOUR = 3600
LARGEST = 9
SHOWN = 20
DASHES = "-–+•*"


@dataclass(frozen=True)
class Hours:
    """When the Centre works: today's hours, or the next day on which it works."""

    today: tuple[str, ...]
    next_on: date


@dataclass(frozen=True)
class Front:
    """The first page."""

    centre: Any
    hours: Hours
    owners: list[InUse]
    fields: list[InUse]
    largest: list[InUse]
    satisfied: Any = None
    topics: tuple[str, ...] = TOPICS
    example: str = CODE_EXAMPLE


@dataclass(frozen=True)
class Chosen:
    """A filter that is on: its words, and the address without it."""

    words: str
    address: str


@dataclass(frozen=True)
class Catalogue:
    """A page of the catalogue: what was asked, what was found, with what it costs."""

    search: Search
    rows: list[tuple[Listed, str]]
    total: str
    owners: list[InUse]
    fields: list[InUse]
    chosen: list[Chosen]
    nearest: list[Listed]
    printed: Any
    previous: str
    next: str
    levels: tuple[tuple[str, str], ...] = tuple(Level.choices)
    onlines: tuple[tuple[int, str], ...] = tuple(Online.choices)


@dataclass(frozen=True)
class Needed:
    """A paper to prepare, and its form where there is one to load down: where it is, what it is, how large."""

    posted: Component
    form: Any
    address: str
    sample: str = ""  # where its filled-in sample is (MẪU)


@dataclass(frozen=True)
class Procedure:
    """One procedure: what is posted of it, the tariff with its dates, its way through the bodies, its real time."""

    posted: Posting
    field: Any
    owner: Any
    filing: str
    tariff: list[tuple[Any, str]]
    cost: str
    papers: list[tuple[str, list[Needed]]]
    picture: Picture | None
    usual: Usual | None
    online: bool
    ways: list[tuple[str, str, date]]  # specially agreed: how, what it means, until when (4.1.a-2)
    has_own_form: bool = False
    questions: tuple[tuple[Any, str], ...] = ()  # the newest that everybody may read, each with its address


@dataclass(frozen=True)
class Measures:
    """The last full month, body by body and together."""

    month: date
    bodies: list[OnTime]
    whole: OnTime


def front(at: datetime) -> Front:
    """What the first page shows at this moment."""
    today = local_day(at)
    centre = organisations.offices(today, "centre").first()
    owners, fields = queries.owners_in_use(today), queries.fields_in_use(today)
    largest = sorted(fields, key=lambda each: -each.procedures)[:LARGEST]
    return Front(
        centre,
        _hours(centre, today),
        owners,
        fields,
        [each for each in fields if each in largest],
        satisfaction.front(at),
    )


def catalogue(request: PublicRequest) -> Catalogue:
    """The page of the catalogue that the address asks for."""
    today, search = local_day(request.at), search_in(request.GET)
    page = queries.catalogue(search, on=today, place=place_of(request, SHOWN))
    fees = tariff.tariff_of_all([row.procedure_id for row in page.rows], today)
    owners, fields = queries.owners_in_use(today), queries.fields_in_use(today)
    previous, following = beside(request, page)
    return Catalogue(
        search=search,
        rows=[(row, cost_in_short(fees.get(row.procedure_id, []))) for row in page.rows],
        total=gettext("hơn {number}").format(number=page.count.number) if page.count.more else str(page.count),
        owners=owners,
        fields=fields,
        chosen=_chosen(request, search, owners, fields),
        nearest=queries.nearest(search.words, on=today) if search.words and not page.rows else [],
        printed=_printed(search, today),
        previous=previous,
        next=following,
    )


def procedure(version: Any, at: datetime) -> Procedure:
    """One published version as the public reads it: the same facts as on its printed posting."""
    today = local_day(at)
    posted, lines = posting.posting_facts(version, on=today), tariff.tariff_on(version.procedure_id, today)
    return Procedure(
        posted=posted,
        field=version.field,
        owner=version.procedure.owner,
        filing=version.filing,
        tariff=[(line, _way(line.channel)) for line in lines],
        cost=cost_in_short(lines),
        papers=[(case, list(some)) for case, some in groupby(_needed(version, posted), lambda each: each.posted.group)],
        picture=_picture(version, today),
        usual=rates.usual(version.pk, at),
        online=version.online_level >= Online.THREE,
        ways=[
            (each.get_kind_display(), MEANS[ArrangementKind(each.kind)], each.to_on)
            for each in arrangements.in_force(version.procedure_id, today)
        ],
        has_own_form=bool(version.own_form),
        questions=tuple((each, address_of(each)) for each in questions.latest_of(version.procedure_id)),
    )


def measures(at: datetime) -> Measures:
    """The last full month; counted once an hour at most, for it does not change any more."""
    last = local_day(at).replace(day=1) - timedelta(days=1)
    first = last.replace(day=1)
    name, fields = f"on-time:{first:%Y-%m}", ("code", "name", "finished", "on_time", "rescheduled")
    rows = cache.get(name)
    if rows is None:
        rows = [tuple(getattr(each, field) for field in fields) for each in rates.on_time_by_body(first, last)]
        cache.set(name, rows, AN_HOUR)
    bodies = [OnTime(*row) for row in rows]
    return Measures(first, bodies, rates.whole(bodies))


def cost_in_short(lines: Sequence[Any]) -> str:
    """What a procedure costs at the counter, in a few words."""
    here = [line for line in lines if line.channel in ("", Channel.COUNTER)] or lines
    amounts = sorted({line.amount for line in here if line.amount})
    if not amounts:
        return gettext("Không thu phí") if all(line.amount == 0 for line in here) else gettext("Theo biểu mức thu")
    least = money(amounts[0])
    return least if len(here) == 1 else gettext("Từ {amount}").format(amount=least)


def blocks(text: str) -> list[tuple[str, list[str]]]:
    """A text of several lines as paragraphs, and as lists where its lines begin with a dash."""
    read = [line.strip() for line in text.split("\n") if line.strip()]
    parted = groupby(read, lambda line: "list" if line[0] in DASHES else "lines")
    return [(kind, [line.lstrip(DASHES).strip() for line in some]) for kind, some in parted]


def _needed(version: Any, posted: Posting) -> list[Needed]:
    components, code = list(version.components.all()), version.procedure.code
    forms, filled_in = forms_of(components), samples.samples_of(version)
    return [
        Needed(
            line,
            forms.get(each.form_sha256),
            reverse("portal:form", args=[code, each.position]),
            reverse("asking:sample", args=[code, each.position]) if each.position in filled_in else "",
        )
        for each, line in zip(components, posted.components, strict=True)
    ]


def _hours(centre: Any, today: date) -> Hours:
    calendar = calendar_for(centre.code) if centre else calendar_for()
    return Hours(tuple(shift.show() for shift in calendar.shifts(today)), calendar.next_working_day(today))


def _picture(version: Any, today: date) -> Picture | None:
    """The way of a dossier through the bodies that would begin today; none while no process is approved."""
    plan = queries.process_in_force(version.procedure_id, today)
    if plan is None:
        return None
    stages = (plan.steps_of(stage) for stage in plan.stages)
    drawn = (tuple(PictureStep(step.name, step.office_name, step.hours) for step in steps) for steps in stages)
    return Picture(gettext("Hồ sơ đi qua đâu"), tuple(drawn))


def _chosen(request: PublicRequest, search: Search, owners: list[InUse], fields: list[InUse]) -> list[Chosen]:
    named = {
        "co-quan": next((each.name for each in owners if each.code == search.body), search.body),
        "linh-vuc": next((each.name for each in fields if each.code == search.field), search.field),
        "cap": translated(Level(search.level).label) if search.level else "",
        "muc-do": _from(search.online),
    }
    return [Chosen(words, address(request.path, request.GET, {name: None})) for name, words in named.items() if words]


def _way(channel: str) -> str:
    return translated(Channel(channel).label) if channel else gettext("Mọi cách nộp")


def _from(level: int | None) -> str:
    """From a level of online service on, in words; nothing where none is asked."""
    return gettext("Từ {label}").format(label=translated(Online(level).label).lower()) if level is not None else ""


def _printed(search: Search, today: date) -> Any:
    """The printed set of a field, where the page shows just that field."""
    alone = bool(search.field) and search == Search(field=search.field)
    return posting_sets.current_set(today, field=search.field) if alone else None
