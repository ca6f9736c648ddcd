"""What search engines ask for: where all public pages are, when each changed, and which are not theirs (4.1.b)."""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.domain.procedures import sitemap
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components import desks
from motcua.web.components.environment import procedure_address

from ..door import PublicRequest, public

cite(Kind.SCREEN, "portal:sitemap", "4.1.b")
cite(Kind.SCREEN, "portal:sitemap_part", "4.1.b")
cite(Kind.SCREEN, "portal:robots", "4.1.b")

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
PAGES = ("front", "catalogue", "track", "check", "measures", "changes", "open_data")
PROCEDURES, BODIES = "procedures", "bodies"
OURS_ALONE = ("/cong-dan/", "/nop-ho-so/", "/gui-tep/", "/dang-nhap/", "/ban-lam-viec/")
Entry = tuple[str, date | None]


@public
def index(request: PublicRequest) -> HttpResponse:
    """The parts of the map: the pages, the bodies, and the procedures by the thousand."""
    parts = ["pages-1", f"{BODIES}-1"]
    parts += [f"{PROCEDURES}-{part}" for part in range(1, sitemap.parts(local_day(request.at)) + 1)]
    return _xml("sitemapindex", "sitemap", ((reverse("portal:sitemap_part", args=[each]), None) for each in parts))


@public
def part(request: PublicRequest, part: str) -> HttpResponse:
    """One part: each address with the day on which its page changed last."""
    kind, number, today = *part.split("-"), local_day(request.at)
    if kind == PROCEDURES and 1 <= int(number) <= sitemap.parts(today):
        rows = sitemap.procedures(today, int(number))
        return _xml("urlset", "url", ((procedure_address(code, name), day) for code, name, day in rows))
    if kind == BODIES and number == "1":
        bodies = sitemap.bodies(today)
        return _xml("urlset", "url", ((reverse("portal:body", args=[code]), day) for code, day in bodies))
    if part == "pages-1":
        return _xml("urlset", "url", ((reverse(f"portal:{name}"), None) for name in PAGES))
    raise Http404


@public
def robots(request: PublicRequest) -> HttpResponse:
    """Which addresses are not for search engines; none of a copy to practise on is."""
    barred = ["/"] if settings.TRAINING else [*OURS_ALONE, *desks.first_parts()]
    lines = ["User-agent: *", *(f"Disallow: {each}" for each in barred)]
    lines += [] if settings.TRAINING else ["", f"Sitemap: {settings.SITE_ADDRESS}{reverse('portal:sitemap')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _xml(whole: str, each: str, entries: Iterable[Entry]) -> HttpResponse:
    lines = [
        f"<{each}><loc>{escape(settings.SITE_ADDRESS + address)}</loc>"
        f"{f'<lastmod>{day.isoformat()}</lastmod>' if day else ''}</{each}>"
        for address, day in entries
    ]
    body = "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', f'<{whole} xmlns="{SPACE}">', *lines, f"</{whole}>", ""]
    )
    return HttpResponse(body, content_type="application/xml")
