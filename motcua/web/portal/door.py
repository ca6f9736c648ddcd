"""The door of the portal's pages: open to anybody, changing nothing, and packed small for slow lines."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods

from motcua.web.components.entrance import everybody

READING = ("GET", "HEAD")
View = Callable[..., HttpResponseBase]


class PublicRequest(HttpRequest):
    """A request as the portal's views get it: nobody need be signed in, the moment is known."""

    at: datetime


def public(view: View, *more: str) -> View:
    """Open a page to anybody; `more` are other methods than reading."""
    return everybody(require_http_methods([*READING, *more])(gzip_page(view)))
