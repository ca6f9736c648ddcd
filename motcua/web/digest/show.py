"""What the page of the digest shows, put together from its counts."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.http import urlencode

from motcua.domain.feedback.digest.counting import MOST, Counted, Digest, Wanted
from motcua.domain.feedback.digest.themes import THEMES
from motcua.domain.feedback.terms import Kind
from motcua.domain.organisations import queries as organisations
from motcua.web.components.entrance import found

from .chart import Chart, chart
from .forms import month_end, months_to

FILTERS = ("tu", "den", "loai", "chu-de", "co-quan", "thu-tuc", "tim")


@dataclass(frozen=True)
class Table:
    """One way to count: what it counts by, its lines, how many more there are, and what a line is filtered by."""

    title: str
    head: str
    lines: list[Counted]
    more: int
    by: str = ""
    most: int = 1


@dataclass(frozen=True)
class Shown:
    """The page."""

    wanted: Wanted
    found: Digest
    chart: Chart
    tables: list[Table]
    on_time: int | None


def shown(wanted: Wanted, counted: Digest) -> Shown:
    """The digest with its picture and its tables."""
    made = [
        _table("Theo chủ đề", "Chủ đề", _keyed(counted.themes), "chu-de"),
        _table("Theo thủ tục", "Thủ tục", counted.procedures, "thu-tuc"),
        _table("Theo điều khoản của luật", "Điều khoản", counted.provisions, ""),
        _table("Theo nơi bị phản ánh", "Cơ quan", counted.bodies, "co-quan"),
    ]
    whole = counted.whole
    share = whole.on_time * 100 // whole.answered if whole.answered else None
    return Shown(
        wanted, counted, chart(_every_month(wanted, counted.months)), [each for each in made if each.lines], share
    )


def filters(request: HttpRequest, wanted: Wanted, today: Any) -> dict[str, Any]:
    """What stands in the form above the figures, and what of it narrows them."""
    return {
        "wanted": wanted,
        "months": [(f"{each:%Y-%m}", f"{each:%m/%Y}") for each in months_to(today)],
        "kinds": Kind.choices,
        "themes": [(code, each.name) for code, each in THEMES.items()],
        "body_name": found(organisations.office, wanted.body).name if wanted.body else "",
        "query": urlencode({name: value for name in FILTERS if (value := request.GET.get(name))}),
    }


def _every_month(wanted: Wanted, months: list[Counted]) -> list[Counted]:
    """The months from the first to the last that was asked for, those too in which nobody said anything."""
    there, month, every = {each.key: each for each in months}, wanted.first, []
    while month <= wanted.last:
        key = f"{month:%Y-%m}"
        every.append(there.get(key) or Counted(key, f"{month:%m/%Y}", 0, 0, 0, 0, 0))
        month = month_end(month) + timedelta(days=1)
    return every


def _keyed(lines: list[Counted]) -> list[Counted]:
    """Themes by the word that the address knows them by; what has none by a word of its own."""
    return [each if each.key else Counted("none", *_rest(each)) for each in lines]


def _rest(line: Counted) -> tuple[Any, ...]:
    return line.name, line.number, line.answered, line.on_time, line.founded, line.gathered


def _table(title: str, head: str, lines: list[Counted], by: str) -> Table:
    return Table(
        title, head, lines[:MOST], max(0, len(lines) - MOST), by, max((each.number for each in lines), default=1)
    )
