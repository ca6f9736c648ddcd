"""The procedures of each body, to read and to print, and what changed in them this month (4.1.b)."""

from datetime import datetime, time

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from motcua.domain.organisations import queries as organisations
from motcua.domain.procedures import posting_sets
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import LOCAL, local_day, show_date
from motcua.web.components.entrance import found
from motcua.web.files.serving import pdf

from .. import bodies, schema
from ..door import PublicRequest, public

cite(Kind.SCREEN, "portal:body", "4.1.b")
cite(Kind.SCREEN, "portal:body_set", "4.1.b")
cite(Kind.SCREEN, "portal:field_set", "4.1.b")
cite(Kind.SCREEN, "portal:changes", "4.1.b")
cite(Kind.SCREEN, "portal:feed", "4.1.b")
cite(Kind.SCREEN, "portal:body_feed", "4.1.b")


@public
def body(request: PublicRequest, owner: str) -> HttpResponse:
    """The procedures of one body by field."""
    shown = bodies.body(owner, request.at)
    if not shown.total:
        raise Http404
    return render(request, "portal/body.html", {"shown": shown, "said": schema.body(shown.office)})


@public
def body_set(request: PublicRequest, owner: str) -> HttpResponse:
    """Every posting of a body in one file, the same for everybody who asks; not there while it is not up to date."""
    return _set(request, owner=owner)


@public
def field_set(request: PublicRequest, field: str) -> HttpResponse:
    """Every posting of a field in one file."""
    return _set(request, field=field)


@public
def changes(request: PublicRequest) -> HttpResponse:
    """What is new, what changed and what ended in a month, in words."""
    return render(request, "portal/changes.html", {"shown": bodies.changed(request)})


@public
def feed(request: PublicRequest, owner: str = "") -> HttpResponse:
    """What changed, for programs that follow it: of all bodies, or of one."""
    office = found(organisations.office, owner) if owner else None
    title = f"Thủ tục hành chính mới, sửa đổi{f' của {office.name}' if office else ''}"
    page = reverse("portal:body", args=[owner]) if owner else reverse("portal:changes")
    made = Atom1Feed(title, _whole(page), title, language="vi", feed_url=_whole(request.path))
    for each in bodies.newest(owner, local_day(request.at)):
        version = each.began.version
        parts = ", ".join(change.part.lower() for change in each.changes)
        made.add_item(
            f"{'Mới' if each.began.is_new else 'Sửa đổi'}: {version.name}",
            _whole(each.address or page),
            f"Áp dụng từ {show_date(version.valid_from)}. {f'Thay đổi: {parts}.' if parts else version.decision}",
            unique_id=f"{settings.SITE_ADDRESS}/thu-tuc/{version.procedure.code}#{version.number}",
            updateddate=datetime.combine(version.valid_from, time(), LOCAL),
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _set(request: PublicRequest, **which: str) -> HttpResponse:
    made = posting_sets.current_set(local_day(request.at), **which)
    if made is None:
        raise Http404
    name = (made.owner or made.field).name  # type: ignore[union-attr]
    return pdf(posting_sets.bytes_of(made), f"Bộ niêm yết {name}")


def _whole(path: str) -> str:
    return f"{settings.SITE_ADDRESS}{path}"
