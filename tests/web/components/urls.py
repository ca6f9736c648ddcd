"""The addresses of the program, the gallery of components, and three pages that try the entrance."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template import engines
from django.urls import path

from motcua.config.urls import (  # noqa: F401 - Django reads the handlers here
    handler400,
    handler403,
    handler404,
    handler429,
    handler500,
)
from motcua.config.urls import urlpatterns as of_the_program
from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import record
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.web.components import fields
from motcua.web.components.entrance import acting, everybody, holders_of, officials_only
from motcua.web.components.gallery import gallery

FORM_PAGE = """
{% extends "components/base.html" %}
{% import "components/forms.html" as forms %}
{% import "components/parts.html" as parts %}
{% block title %}Ghi chú{% endblock %}
{% block scripts %}{{ super() }}<script src="{{ static('vendor/htmx.min.js') }}" defer></script>{% endblock %}
{% block main %}
{% if refusal is defined %}{{ parts.refusal(refusal) }}{% endif %}
{{ forms.errors(form) }}
<h1>Ghi chú</h1>
<form method="post" enctype="multipart/form-data" data-enter-next data-guard>
  {{ csrf_input }}{{ forms.key() }}
  {{ forms.field(form["words"], **{"hx-post": request.path, "hx-trigger": "change", "hx-swap": "none"}) }}
  {{ forms.field(form["scan"]) }}
  <div class="actions">{{ forms.button("Ghi") }}<a href="#giup" data-key="F2">Giúp <kbd>F2</kbd></a></div>
</form>
{% endblock %}
"""


class Note(fields.Form):
    """What the pages below take in."""

    words = fields.TextField(label="Ghi chú")
    scan = forms.FileField(label="Bản quét", required=False)


class Page:
    """What the notes are about, for the journal."""

    stream = "thu/1"


def written() -> list[str]:
    """The notes in the journal."""
    return [entry.facts["name"] for entry in Entry.objects.filter(stream=Page.stream).order_by("number")]


@officials_only
def write(request: HttpRequest, **_: Any) -> HttpResponseBase:
    """Write a note down; the words "sai" and "cấm" are refused."""
    form = Note(request.POST or None)
    if not form.is_valid():
        return _page(request, form=form)
    words = form.cleaned_data["words"]
    return acting(
        request, lambda: _write(request, words), said="Đã ghi.", refused=lambda why: _again(request, form, why)
    )


@officials_only
def write_plainly(request: HttpRequest) -> HttpResponseBase:
    """The same without a page of its own for a refusal."""
    return acting(request, lambda: _write(request, request.POST["words"]))


def _write(request: Any, words: str) -> str:
    if words == "sai":
        raise Refused("Không được ghi từ này.", "5.1.d")
    if words == "cấm":
        raise NotAllowed("Bạn không được ghi từ này.", "2")
    record("amend_office", about=Page, by=request.officer, at=request.at, name=words)
    return "/thu/da-ghi/"


def _again(request: HttpRequest, form: Note, refusal: Refused) -> HttpResponse:
    return _page(request, form=form, refusal=refusal)


def _page(request: HttpRequest, **context: Any) -> HttpResponse:
    return HttpResponse(engines["jinja2"].from_string(FORM_PAGE).render(context, request))


@holders_of(Role.APPROVE)
def approve(request: HttpRequest) -> HttpResponse:
    """For those who approve."""
    return HttpResponse("duyệt")


@everybody
def broken(request: HttpRequest) -> HttpResponse:
    """A page that fails."""
    raise RuntimeError("broken on purpose")


urlpatterns = [
    *of_the_program,
    path("thu-vien-mau/", everybody(gallery), name="gallery"),
    path("thu/ghi/", write),
    path("thu/ghi-thang/", write_plainly),
    path("thu/duyet/", approve),
    path("thu/hong/", broken),
]
