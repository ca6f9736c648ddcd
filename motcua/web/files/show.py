"""How papers are named on pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from motcua.domain.papers.forms import form_of
from motcua.domain.papers.queries import papers_of

NONE: Mapping[int, str] = {}


@dataclass(frozen=True)
class Printed:
    """A paper that can be opened and printed again."""

    pk: int
    form_code: str
    title: str
    number: str
    by: str
    at: datetime
    address: str
    replaced_by: str = ""


def title_of(paper: Any) -> str:
    """What the form of a paper is called."""
    return form_of(paper.form_code, paper.form_set).title


def papers_about(thing: Any, *, replaced: Mapping[int, str] = NONE, shared: Any = None) -> list[Printed]:
    """What was issued about a thing that was already obtained, oldest first.

    `replaced` names the numbers that took the place of papers, `shared` is a paper it has with others.
    """
    own = [paper for paper in (shared,) if paper is not None] + list(papers_of(thing.stream))
    return [printed(paper, replaced_by=replaced.get(paper.pk, "")) for paper in own]


def printed(paper: Any, *, replaced_by: str = "") -> Printed:
    """One paper."""
    return Printed(
        pk=paper.pk,
        form_code=paper.form_code,
        title=title_of(paper),
        number=paper.shown_number,
        by=paper.issued_by_name,
        at=paper.issued_at,
        address=reverse("files:paper", args=[paper.pk]),
        replaced_by=replaced_by,
    )
