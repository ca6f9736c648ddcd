"""How satisfied people are with each body, for everybody: the second of the two measures that are shown first (3.1)."""

from collections.abc import Iterator

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.satisfaction import figures, policies
from motcua.domain.satisfaction.rules import SMALL
from motcua.domain.vietnamese.text import clean
from motcua.web.portal.door import PublicRequest, public

from .. import show
from ..tables import BOM, line_of

cite(Kind.SCREEN, "satisfaction:wall", "3.1")
cite(Kind.SCREEN, "satisfaction:wall_csv", "3.1")
HEADINGS = (
    "thang", "ma_co_quan", "co_quan", "so_loi_moi", "so_danh_gia", "ty_le_tra_loi", "rat_hai_long", "hai_long",
    "binh_thuong", "khong_hai_long", "rat_khong_hai_long", "ty_le_hai_long", "tin_cay_duoi", "tin_cay_tren",
)  # fmt: skip


@public
def wall(request: PublicRequest) -> HttpResponse:
    """A period, of all bodies or of one."""
    code, body = (clean(request.GET.get(name, ""))[:100] for name in ("ky", "co-quan"))
    shown = show.shown(request.at, code, body)
    if shown is None:
        raise Http404
    context = {"shown": shown, "least": SMALL, "open_days": policies.OPEN_FOR.days}
    return render(request, "satisfaction/wall.html", context)


@public
def wall_csv(request: PublicRequest) -> HttpResponseBase:
    """Each body and month of this year and the one before; of a small group only that it is small."""
    answer = StreamingHttpResponse(_lines(request), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = content_disposition_header(True, "hai-long.csv") or "attachment"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _lines(request: PublicRequest) -> Iterator[str]:
    yield BOM + line_of(HEADINGS)
    for body, period, group in figures.rows(show.wall(request.at)):
        if group is None:
            yield line_of((period.code, body.code, body.name, *([""] * (len(HEADINGS) - 3))))
            continue
        interval = group.interval
        ends = (interval.low, interval.high) if interval else ("", "")
        share = "" if group.share is None else group.share
        figures_of = (group.asked, group.number, group.response, *group.levels, share, *ends)
        yield line_of((period.code, body.code, body.name, *figures_of))
