"""A file as an answer: named, shown by the browser itself, and never run by it.

How long a browser may keep it is said for all pages together: what an official saw is not stored (`headers`).
"""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

KINDS = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
SOUNDS = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg", "amr": "audio/amr"}
# The browser's own viewer draws a PDF; nothing in the file gets to load or to send anything.
NOTHING_MORE = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"


def pdf(content: bytes, name: str, *, to_keep: bool = False) -> HttpResponse:
    """A PDF to look at and print, or to keep on one's own disk."""
    return _file(content, "application/pdf", f"{name}.pdf", to_keep)


def png(content: bytes, name: str) -> HttpResponse:
    """A picture in a page."""
    return _file(content, "image/png", f"{name}.png", to_keep=False)


def form(content: bytes, kind: str, name: str) -> HttpResponse:
    """A form to be filled on one's own machine: always to keep, never opened in a page."""
    return _file(content, KINDS[kind], name, to_keep=True)


def sound(content: bytes, kind: str, name: str) -> HttpResponse:
    """A recording: always to keep, never opened in a page."""
    return _file(content, SOUNDS[kind], name, to_keep=True)


def _file(content: bytes, kind: str, name: str, to_keep: bool) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(to_keep, name.replace("/", "-")) or "inline",
        "Content-Security-Policy": NOTHING_MORE,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=kind, headers=headers)
