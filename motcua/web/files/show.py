"""How papers are named on pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from motcua.domain.papers.forms import form_of
from motcua.domain.papers.queries import papers_of


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


def title_of(paper: Any) -> str:
    """What the form of a paper is called."""
    return form_of(paper.form_code, paper.form_set).title


def papers_about(thing: Any) -> list[Printed]:
    """What was issued about a thing that was already obtained, oldest first."""
    return [printed(paper) for paper in papers_of(thing.stream)]


def printed(paper: Any) -> Printed:
    """One paper."""
    return Printed(
        pk=paper.pk,
        form_code=paper.form_code,
        title=title_of(paper),
        number=paper.shown_number,
        by=paper.issued_by_name,
        at=paper.issued_at,
        address=reverse("files:paper", args=[paper.pk]),
    )
