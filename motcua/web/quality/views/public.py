"""The index for everybody: a published quarter, or a year of them (Thông tư 01/2018, Điều 15 khoản 4)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from motcua.domain.quality import queries
from motcua.domain.quality.periods import IN_A_YEAR, Quarter
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.digest.tables import as_csv
from motcua.web.portal.door import PublicRequest, public

from .. import show

WHEN = "ky"
cite(Kind.SCREEN, "quality_public:index", "3.3-1", "3.1")
cite(Kind.SCREEN, "quality_public:figures", "3.3-1", "3.1")


@public
def index(request: PublicRequest) -> HttpResponse:
    """The newest published quarter, or what the address asks for."""
    every, chosen = _asked(request)
    context = {
        "every": every, "chosen": chosen, "years": sorted({each.year for each in every})[::-1],
        "year": chosen[0].year if chosen else None, "whole": _is_year(request.GET.get(WHEN, "")),
        "rows": queries.bodies(chosen), "names": show.names(), "kind_of": show.kind_of, "word": show.word,
    }  # fmt: skip
    return render(request, "quality/public.html", context)


@public
def figures(request: PublicRequest) -> HttpResponseBase:
    """The same as a file."""
    _, chosen = _asked(request)
    named = request.GET.get(WHEN, "")[:10] or "mới nhất"
    return as_csv(show.FILE, show.table(queries.bodies(chosen)), f"Chỉ số chất lượng {named}")


def _asked(request: PublicRequest) -> tuple[list[Any], list[Any]]:
    """Every published quarter, and those that are shown: a quarter (2024-2), a year (2024), or the newest."""
    every, words = queries.editions(public=True), request.GET.get(WHEN, "")
    if _is_year(words):
        return every, [each for each in every if each.year == int(words)]
    year, _, number = words.partition("-")
    if _is_year(year) and number in {str(each) for each in range(1, IN_A_YEAR + 1)}:
        wanted = Quarter(int(year), int(number))
        return every, [each for each in every if each.of == wanted]
    return every, every[:1]


def _is_year(words: str) -> bool:
    return words.isdecimal() and len(words) == 4
