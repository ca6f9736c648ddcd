"""What every page knows without asking the database: who is signed in, where we are, whom to call."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest

from motcua.domain.vietnamese.identity import show_phone

from .desks import Desk, Section, desk, desks_of

CENTRE = "Trung tâm Phục vụ Hành chính công tỉnh Quảng Ninh"
PORTAL = "portal"


@dataclass(frozen=True)
class Page:
    """The frame of a page. The defaults are those of a page for the public."""

    officer: Any = None
    is_citizen: bool = False
    at: datetime | None = None
    desks: tuple[Desk, ...] = ()
    desk: Desk | None = None
    url_name: str = ""
    path: str = "/"
    query: str = ""
    notices: tuple[Any, ...] = ()
    centre: str = CENTRE
    hotline: str = field(default_factory=lambda: settings.HOTLINE)
    site: str = field(default_factory=lambda: settings.SITE_ADDRESS)
    training: bool = field(default_factory=lambda: settings.TRAINING)
    idle_minutes: int = field(default_factory=lambda: settings.CITIZEN_IDLE_MINUTES)

    @property
    def hotline_shown(self) -> str:
        """The number as people read it aloud."""
        return show_phone(self.hotline)

    @property
    def public_sections(self) -> tuple[Section, ...]:
        """The menu of the pages for the public."""
        portal = desk(PORTAL)
        return portal.sections if portal else ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The pages of the desk we are at, when there is more than one."""
        return self.desk.sections if self.desk and len(self.desk.sections) > 1 else ()


def page(request: HttpRequest) -> dict[str, Any]:
    """The frame for templates, from what the request has loaded already."""
    officer = getattr(request, "officer", None)
    at = getattr(request, "at", None)
    match = request.resolver_match
    desks = desks_of(officer, at) if officer and at else ()
    here = match.app_name if match else ""
    return {
        "page": Page(
            officer=officer,
            is_citizen=officer is None and getattr(getattr(request, "user", None), "is_authenticated", False),
            at=at,
            desks=desks,
            desk=next((each for each in desks if each.name == here), None),
            url_name=match.view_name if match else "",
            path=request.path,
            query=f"?{request.GET.urlencode()}" if request.GET else "",
            notices=tuple(get_messages(request)),
        )
    }
