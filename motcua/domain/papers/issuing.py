"""Giving out a paper: its number and frozen facts at once, its PDF when first needed, then never again."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from psycopg.types.numeric import Int2

from motcua.domain.journal.recording import Signs
from motcua.domain.statements import add, send
from motcua.domain.vietnamese.dates import local_day

from . import storage
from .facts import Facts, to_json
from .forms import FACTS, form_for, form_of, from_json
from .models import Paper, StoredFile
from .pictures import page_count
from .render import render

log = logging.getLogger(__name__)

# One statement, so that two officials at the same moment get two numbers. The row stays locked until
# the transaction ends: a number whose paper failed is given again, and none is ever missing.
_NEXT_NUMBER = """
    insert into papers_numberseries as series (office_code, series, year, last) values (%s, %s, %s, 1)
    on conflict (office_code, series, year) do update set last = series.last + 1
    returning last
"""


@dataclass(frozen=True)
class Numbered:
    """A number that a paper got elsewhere, in a book of its own: the book's mark, the number, and how it is shown."""

    series: str
    number: int
    shown: str


def issue(
    form_code: str,
    facts: Facts,
    *,
    office_code: str,
    about: str,
    by: Signs,
    at: datetime,
    numbered: Numbered | None = None,
) -> Paper:
    """Give a paper its next number of this office and year and keep its facts as they are now.

    Called inside the act that gives it out, best as its last step: others who issue the same form
    for the same office wait until the act is done. A paper out of a numbered book brings its number along.
    """
    if not isinstance(facts, FACTS[form_code]):
        raise TypeError(f"{type(facts).__name__} are not the facts of {form_code}")
    on = local_day(at)
    form = form_for(form_code, on)
    if not form.series:
        raise ValueError(f"{form_code} has no series of numbers: it is printed, not issued")
    if numbered is None:
        number = next_number(office_code, form.series, on.year)
        numbered = Numbered(form.series, number, f"{number:02d}/{form.series}")
    paper = Paper(
        form_code=form.code,
        form_set=form.set,
        office_code=office_code,
        series=numbered.series,
        number=numbered.number,
        year=on.year,
        shown_number=numbered.shown,
        about=about,
        facts=to_json(facts),
        issued_at=at,
        issued_by_code=by.code,
        issued_by_name=by.signature(),
    )
    add([paper])
    return paper


def bytes_of(paper: Paper, *, at: datetime) -> bytes:
    """The PDF of a paper: made the first time, afterwards the very same bytes, checked against their digest."""
    return storage.read(paper.file or _make_once(paper, at))


def printed(form_code: str, facts: Facts, *, number: str = "") -> bytes:
    """A paper outside every series of numbers: a posting, the control slip as of now; `number` is given elsewhere."""
    return render(form_for(form_code, facts.letterhead.issued_on), facts, number=number)


def make_waiting(limit: int, *, at: datetime) -> int:
    """Make the PDFs that nobody has asked for yet, oldest first, and say how many were made."""
    made = 0
    for paper in Paper.objects.filter(file=None).order_by("id")[:limit]:
        try:
            bytes_of(paper, at=at)
            made += 1
        except Exception:  # one paper that can not be made must not hold up the others
            log.exception("paper %s could not be made", paper.pk)
    return made


def next_number(office_code: str, series: str, year: int) -> int:
    """The next number of an office in a series of the year; the series stays locked until the transaction ends."""
    ((number,),) = send(_NEXT_NUMBER, [office_code, series, Int2(year)])
    return int(number)


def _make_once(paper: Paper, at: datetime) -> StoredFile:
    with transaction.atomic():
        paper.refresh_from_db(from_queryset=Paper.objects.select_for_update())
        if paper.file is None:
            form = form_of(paper.form_code, paper.form_set)
            pdf = render(form, from_json(paper.form_code, paper.facts), number=paper.shown_number)
            paper.file = storage.keep(pdf, kind=StoredFile.Kind.PDF, pages=page_count(pdf), at=at)
            paper.made_at = at
            paper.save(update_fields=["file", "made_at"])
        return paper.file
