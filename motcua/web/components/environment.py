"""How templates are read: strictly, with the filters of Vietnamese writing."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from uuid import uuid4

from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from motcua.domain.regulation.clauses import CLAUSES
from motcua.domain.vietnamese.dates import show_time
from motcua.domain.vietnamese.identity import show_phone
from motcua.domain.vietnamese.text import for_address

from . import languages
from .badges import due_badge, stage_tag


def environment(**options: Any) -> Environment:
    """The Jinja2 environment of all pages: a name nobody gave is an error, everything is escaped."""
    made = Environment(**options | {"undefined": StrictUndefined, "autoescape": True})  # noqa: S701 - it is on
    made.add_extension("jinja2.ext.i18n")
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.policies["ext.i18n.trimmed"] = True
    made.trim_blocks = made.lstrip_blocks = True
    made.filters |= {
        "date": _for_the_reader(languages.day),
        "month": _for_the_reader(languages.month),
        "time": show_time,
        "moment": _for_the_reader(languages.moment),
        "translated": _for_the_reader(languages.translated),
        "marked": _for_the_reader(languages.marked),
        "passed_on": _for_the_reader(languages.passed_on),
        "weekday": _for_the_reader(languages.weekday),
        "money": _for_the_reader(languages.money),
        "number": _for_the_reader(languages.number),
        "size": _for_the_reader(languages.size),
        "phone": show_phone,
    }
    made.globals |= {
        "url": url,
        "static": cache(static),
        "here": here,
        "language": get_language,
        "counted": languages.counted,
        "vietnamese": languages.vietnamese,
        "in_other_language": languages.in_other_language,
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
    return reverse("regulation:clause", args=[cited])


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


def _for_the_reader(words: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that speaks the reader's language; Jinja would work out fixed words once, in that of who came first."""

    @pass_context
    def spoken(context: Context, *given: Any, **named: Any) -> Any:
        return words(*given, **named)

    return spoken
