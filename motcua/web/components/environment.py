"""How templates are read: strictly, with the filters of Vietnamese writing."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from motcua.domain.regulation.clauses import CLAUSES
from motcua.domain.vietnamese.dates import show_date, show_moment, show_time, show_weekday
from motcua.domain.vietnamese.identity import show_phone
from motcua.domain.vietnamese.money import show_money, show_number, show_size
from motcua.domain.vietnamese.text import for_address

from .badges import due_badge, stage_tag


def environment(**options: Any) -> Environment:
    """The Jinja2 environment of all pages: a name nobody gave is an error, everything is escaped."""
    made = Environment(**options | {"undefined": StrictUndefined, "autoescape": True})  # noqa: S701 - it is on
    made.trim_blocks = made.lstrip_blocks = True
    made.filters |= {
        "date": show_date,
        "time": show_time,
        "moment": show_moment,
        "weekday": show_weekday,
        "money": show_money,
        "number": show_number,
        "size": show_size,
        "phone": show_phone,
    }
    made.globals |= {
        "url": url,
        "static": cache(static),
        "here": here,
        "procedure_address": procedure_address,
        "clause_address": clause_address,
        "clause_place": clause_place,
        "due_badge": due_badge,
        "stage_tag": stage_tag,
        "new_key": uuid4,
    }
    return made


def procedure_address(code: str, name: str) -> str:
    """The readable address of a procedure for the public: its code, and its name without marks."""
    return reverse("portal:procedure_named", args=[code, for_address(name)])


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its name."""
    return reverse(name, args=args, kwargs=kwargs)


def clause_address(cited: str) -> str:
    """Where the application explains this clause of the regulation."""
    return f"/quy-che/{quote(cited)}"


def clause_place(cited: str) -> str:
    """The clause as it is quoted: "Điều 5, khoản 1, điểm e, phần 3"."""
    return CLAUSES[cited].place if cited in CLAUSES else cited


@pass_context
def here(context: Context, **changes: Any) -> str:
    """The address of this page with some of its query changed (None removes): filters and sorting stay in it.

    The place in a keyset list (`sau`, `truoc`) does not survive another filter.
    """
    request = context["request"]
    return address(request.path, request.GET, changes)


def address(path: str, query: QueryDict, changes: Mapping[str, Any]) -> str:
    """`path` with `query` after these changes."""
    query = query.copy()
    for name in {"sau", "truoc", *changes}:
        query.pop(name, None)
    for name, value in changes.items():
        if value is not None:
            query.setlist(name, [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)])
    return f"{path}?{query.urlencode()}" if query else path
