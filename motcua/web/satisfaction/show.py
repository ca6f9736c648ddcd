"""The wall of satisfaction as its page shows it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext

from motcua.domain.satisfaction import figures
from motcua.domain.satisfaction.figures import Body, Group, Wall
from motcua.domain.satisfaction.periods import Period
from motcua.domain.satisfaction.rules import SMALL, differ, percent
from motcua.domain.vietnamese.dates import local_day

from . import chart
from .chart import Chart
from .words import LEVELS

AN_HOUR = 3600


@dataclass(frozen=True)
class Line:
    """One group in a period, and how it was in the period before."""

    code: str
    name: str
    group: Group | None
    before: Group | None

    @property
    def change(self) -> Decimal | None:
        """By how many points the share has moved."""
        if self.group and self.before and self.group.share is not None and self.before.share is not None:
            return self.group.share - self.before.share
        return None

    @property
    def is_sure(self) -> bool:
        """Whether that is more than chance can do."""
        mine, before = self.group, self.before
        return bool(mine and before and differ((mine.satisfied, mine.number), (before.satisfied, before.number)))


@dataclass(frozen=True)
class Shown:
    """The page: a period, of all bodies or of one."""

    period: Period
    name: str
    before: str
    counted_at: datetime | None
    body: Body | None
    whole: Line
    lines: list[Line]
    hidden: int
    months: list[tuple[str, Group | None]]
    chart: Chart
    levels: list[tuple[Any, int, Decimal | None]]
    level_chart: Chart | None
    choices: list[tuple[str, str, bool]]


def wall(at: datetime) -> Wall:
    """The figures, put together once an hour: they change once a night."""
    key = f"satisfaction-wall-{local_day(at):%Y-%m-%d}"
    found: Wall | None = cache.get(key)
    if found is None:
        found = figures.wall(at)
        cache.set(key, found, AN_HOUR)
    return found


def shown(at: datetime, code: str, body_code: str) -> Shown | None:
    """The page for a period and a body; nothing for a body of which nothing was ever asked."""
    found, period = wall(at), period_of(at, code)
    body = found.body(body_code) if body_code else None
    if body_code and body is None:
        return None
    whole = _line(body, period) if body else Line("", "", found.whole(period), found.whole(period.previous()))
    lines = [] if body else [_line(each, period) for each in found.bodies]
    lines = [each for each in lines if each.group is None or each.group.asked]
    months = [(f"{each.number}", body.of(each) if body else found.whole(each)) for each in _months_of(period.year)]
    names = [str(words) for _, words in LEVELS]
    group = whole.group
    counted = zip(names, group.levels, strict=True) if group and group.number else ()
    return Shown(
        period=period, name=name_of(period), before=name_of(period.previous()), counted_at=found.counted_at, body=body,
        whole=whole, lines=lines, hidden=sum(each.group is None for each in lines), months=months,
        chart=chart.of_months(months),
        levels=[(name, number, percent(number, group.number if group else 0)) for name, number in counted],
        level_chart=chart.of_levels([str(5 - place) for place in range(5)], group) if group and group.number else None,
        choices=_choices(at, period),
    )  # fmt: skip


def front(at: datetime) -> tuple[str, Line] | None:
    """What the first page of the portal says: the last quarter that is over, or this one while there is no other."""
    found, this = wall(at), Period.of("quarter", local_day(at))
    for period in (this.previous(), this):
        group = found.whole(period)
        if group.number >= SMALL:
            return name_of(period), Line("", "", group, found.whole(period.previous()))
    return None


def period_of(at: datetime, code: str) -> Period:
    """The period that an address names, of this year or the one before; else the last month that is over."""
    today = local_day(at)
    try:
        period = Period.read(code)
    except ValueError:
        return Period.of("month", today).previous()
    return period if today.year - 1 <= period.year <= today.year else Period.of("month", today).previous()


def name_of(period: Period) -> str:
    """How people call it."""
    if period.kind == "month":
        return gettext("Tháng {month}/{year}").format(month=period.number, year=period.year)
    if period.kind == "quarter":
        return gettext("Quý {quarter}/{year}").format(quarter=period.number, year=period.year)
    return gettext("Năm {year}").format(year=period.year)


def _line(body: Body, period: Period) -> Line:
    return Line(body.code, body.name, body.of(period), body.of(period.previous()))


def _months_of(year: int) -> list[Period]:
    return [Period(year, "month", number) for number in range(1, 13)]


def _choices(at: datetime, chosen: Period) -> list[tuple[str, str, bool]]:
    today = local_day(at)
    found = []
    for kind in ("month", "quarter", "year"):
        this = Period.of(kind, today)
        found += [this, this.previous()]
    if chosen not in found:
        found.append(chosen)
    return [(name_of(each), each.code, each == chosen) for each in found]
