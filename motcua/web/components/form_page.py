"""A page with one form and one act: it says what will follow, takes the form, makes the one call, and goes on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from motcua.domain.regulation.answers import Answer, Refused

from .entrance import OfficialRequest, acting

UNPROCESSABLE = 422
SEEN = "seen"


@dataclass(frozen=True)
class FormPage:
    """What stands around a form.

    `about` is what it concerns, `says` are sentences on what will follow, `warns` those that should be read twice.
    `hindrance` is why the act can not be done now, so that nobody fills a form in vain. `seen` goes with the form
    where somebody else may change the same thing meanwhile.
    """

    title: str
    button: str
    back: str
    about: str = ""
    says: tuple[str, ...] = ()
    warns: tuple[str, ...] = ()
    grave: bool = False
    hindrance: Answer | None = None
    seen: int | None = None
    template: str = "components/form_page.html"
    more: Mapping[str, Any] = field(default_factory=dict)


def ask(request: OfficialRequest, page: FormPage, form: Any, do: Callable[[], str], *, said: str) -> HttpResponseBase:
    """Show the form, or carry out what it asks for; with all that was typed again when something is wrong."""
    if request.method != "POST":
        return show(request, page, form)
    if not form.is_valid():
        return show(request, page, form, status=UNPROCESSABLE)
    return acting(request, do, said=said, refused=lambda refusal: show(request, page, form, refusal=refusal))


def show(
    request: OfficialRequest, page: FormPage, form: Any, *, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    """The page with its form."""
    context = {"sheet": page, "form": form, "refusal": refusal, **page.more}
    return render(request, page.template, context, status=status)


def seen_by(request: OfficialRequest) -> int:
    """How much had happened to a thing when its writer opened the form."""
    sent = request.POST.get(SEEN, "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0
