"""One consignment on a page of its own: obtained, named, and where one goes back to."""

from typing import Any

from django.urls import reverse

from motcua.domain.organisations.roles import Role
from motcua.domain.post import queries
from motcua.web.components.entrance import OfficialRequest, found

DESK = (Role.RECEIVE, Role.RETURN)
CONCERNED = (*DESK, Role.WATCH)


def asked(request: OfficialRequest, pk: int) -> Any:
    """The consignment that is asked for, if the official may see it."""
    return found(queries.one, request.officer, pk, request.at)


def named(one: Any) -> str:
    """What it is called above a form."""
    return f"Bưu gửi {one}"


def says(one: Any) -> tuple[str, ...]:
    """What is in it, and for whom."""
    return (f"{one.get_direction_display()}, {one.about_code}: {one.what}.", f"{one.name}, {one.home}.")


def page_of(one: Any) -> str:
    """Its own page."""
    return reverse("post:consignment", args=[one.pk])
