"""Quarter, year, body, official, dossiers: each figure opens what it was added up from."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.quality import policies, queries
from motcua.domain.quality.periods import IN_A_YEAR, Quarter
from motcua.domain.quality.queries import Standing
from motcua.domain.quality.rules import OF_DOSSIERS, Index
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of, officials_only
from motcua.web.components.environment import address
from motcua.web.components.paging import beside, place_of
from motcua.web.digest.tables import as_csv

from .. import show

VERSION, POINTS, OFFICIAL = "lan", "diem", "can-bo"
YEARS = range(2019, 2100)
for _name in ("quarters", "quarter", "year", "figures", "body", "dossiers", "behind", "mine"):
    cite(Kind.SCREEN, f"quality:{_name}", "3.3-1")


@require_safe
@holders_of(*policies.READS)
def quarters(request: OfficialRequest) -> HttpResponse:
    """Every quarter that was computed, and the years they make up."""
    every = queries.editions()
    return render(request, "quality/quarters.html", {"rows": every, "years": sorted({e.year for e in every})[::-1]})


@require_safe
@holders_of(*policies.READS)
def quarter(request: OfficialRequest, year: int, number: int) -> HttpResponse:
    """One quarter: the bodies that one may read, the best first."""
    of = edition_of(request, year, number)
    context = {
        "of": of, "versions": queries.versions(of), "rows": _readable(request, [of]), "names": show.names(),
        "kind_of": show.kind_of, "word": show.word, "publish": policies.may_publish(request.officer, request.at),
        "recompute": policies.may_recompute(request.officer, request.at),
    }  # fmt: skip
    return render(request, "quality/quarter.html", context)


@require_safe
@holders_of(*policies.READS)
def year(request: OfficialRequest, year: int) -> HttpResponse:
    """The quarters of a year added up."""
    several = [each for each in queries.editions() if each.year == year]
    if not several:
        raise Http404
    context = {"year": year, "several": several, "rows": _readable(request, several), "names": show.names(),
               "kind_of": show.kind_of, "word": show.word}  # fmt: skip
    return render(request, "quality/year.html", context)


@require_safe
@holders_of(*policies.READS)
def figures(request: OfficialRequest, year: int, number: int) -> HttpResponseBase:
    """The table of a quarter as a file."""
    of = edition_of(request, year, number)
    rows = show.table(_readable(request, [of]))
    return as_csv(show.FILE, rows, f"Chỉ số chất lượng quý {number}-{year}, lần {of.version}")


@require_safe
@holders_of(*policies.READS)
def body(request: OfficialRequest, year: int, number: int, code: str) -> HttpResponse:
    """One body: every index with what stands behind it, its quarters before, its officials."""
    of = edition_of(request, year, number)
    standing = found(queries.body, request.officer, code, of, request.at)
    context = {
        "of": of, "standing": standing, "lines": show.lines(standing), "kind_of": show.kind_of,
        "before": queries.history(standing.office, of), "most": show.OF_BODY,
        "officials": queries.officials(request.officer, code, of, request.at),
    }  # fmt: skip
    return render(request, "quality/body.html", context)


@require_safe
@officials_only
def dossiers(request: OfficialRequest, year: int, number: int, code: str, index: int) -> HttpResponse:
    """The dossiers behind an index, all or those with so many points, of a body or of one official."""
    if index not in {each.value for each in OF_DOSSIERS}:
        raise Http404
    of, wanted = edition_of(request, year, number), Index(index)
    standing = _whose(request, code, of)
    asked = request.GET.get(POINTS, "")
    chosen = asked if asked in ("0", "1", "2") else None
    points = int(chosen) if chosen else None
    at_page = queries.dossiers(request.officer, of, standing, wanted, request.at, place_of(request), points)
    first = {"sau": None, "truoc": None}
    every = [("Tất cả", None), *((f"{each} điểm", str(each)) for each in (2, 1, 0))]
    chips = [(words, address(request.path, request.GET, {POINTS: one, **first}), one == chosen) for words, one in every]
    context = {"of": of, "standing": standing, "name": show.NAMES[wanted], "index": wanted, "rows": at_page.rows,
               "pages": beside(request, at_page), "chips": chips}  # fmt: skip
    return render(request, "quality/dossiers.html", context)


@require_safe
@holders_of(*policies.READS)
def behind(request: OfficialRequest, year: int, number: int, code: str, index: int) -> HttpResponse:
    """What an index of the whole body was counted from, as it is known now."""
    if index not in {each.value for each in Index} - {each.value for each in OF_DOSSIERS}:
        raise Http404
    of, wanted = edition_of(request, year, number), Index(index)
    standing = found(queries.body, request.officer, code, of, request.at)
    at_page = queries.behind(request.officer, of, standing, wanted, request.at, place_of(request))
    score = standing.scores.get(wanted)
    context = {"of": of, "standing": standing, "name": show.NAMES[wanted], "index": wanted, "rows": at_page.rows,
               "pages": beside(request, at_page), "said": show.behind(score) if score else ""}  # fmt: skip
    return render(request, "quality/behind.html", context)


@require_safe
@officials_only
def mine(request: OfficialRequest) -> HttpResponse:
    """What the last quarters say of who reads it: nobody needs to ask for the own figures."""
    several = queries.editions()[:IN_A_YEAR]
    own = [(of, each, show.lines(each)) for of, each in queries.own(request.officer, several)]
    context = {"own": own, "kind_of": show.kind_of, "any": bool(several)}
    return render(request, "quality/mine.html", context)


def edition_of(request: OfficialRequest, year: int, number: int) -> Any:
    """The edition that an address names, the newest without `?lan=`; a page that does not exist otherwise."""
    asked = request.GET.get(VERSION, "")
    if year not in YEARS or number not in range(1, IN_A_YEAR + 1):
        raise Http404
    version = int(asked) if asked.isdecimal() and len(asked) < 4 else None
    return found(queries.edition, Quarter(year, number), version)


def _readable(request: OfficialRequest, several: list[Any]) -> list[Standing]:
    mine = queries.readable_bodies(request.officer, request.at)
    return [each for each in queries.bodies(several) if mine is None or each.office.pk in mine]


def _whose(request: OfficialRequest, code: str, of: Any) -> Standing:
    """The body, or the official named in the address; who may not read it finds nothing."""
    wanted = request.GET.get(OFFICIAL, "")
    if not wanted:
        return found(queries.body, request.officer, code, of, request.at)
    for each in found(queries.officials, request.officer, code, of, request.at):
        if each.officer is not None and each.officer.code == wanted:
            return each
    raise Http404
