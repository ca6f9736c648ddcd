"""The answers to a procedure's own form as a paper: what the applicant declared, or the sample that shows how."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.conf import settings

from motcua.domain.papers.facts import Letterhead
from motcua.domain.papers.forms.own_form.facts import Answer, OwnFormFacts, Row
from motcua.domain.papers.issuing import printed
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import show_date
from motcua.domain.vietnamese.money import show_money, show_number

from ..models import Version
from .answers import is_shown, samples
from .fields import NO, YES, FormField, Kind, OwnForm, from_plain, parts_of

CODE = "own_form"
NOTHING = "không khai"


@rule("4.1.b")
def sample_of(version: Version, *, on: date) -> bytes:
    """The form filled in with its examples, marked as a sample on every page."""
    values = samples(from_plain(version.own_form))
    return printed(CODE, facts_of(version, values, on=on, sample=True))


@rule("5.1.d")
def declaration(version: Version, values: Mapping[str, Any], *, declared_by: str, on: date) -> bytes:
    """What somebody declared, from answers that were checked."""
    return printed(CODE, facts_of(version, values, on=on, declared_by=declared_by))


def facts_of(
    version: Version, values: Mapping[str, Any], *, on: date, declared_by: str = "", sample: bool = False
) -> OwnFormFacts:
    """Every question that was asked, with its answer in words; no office issues it."""
    return OwnFormFacts(
        letterhead=Letterhead("", "", settings.PLACE, on),
        procedure=version.name,
        code=version.procedure.code,
        version=version.number,
        answers=tuple(in_answers(from_plain(version.own_form), values)),
        addressed_to=version.agency.split("\n")[0],
        declared_by=declared_by,
        sample=sample,
    )


def in_words(question: FormField, value: Any) -> str:
    """An answer as it is read on paper; several lines for a person or an address."""
    if value is None:
        return NOTHING
    if parts := parts_of(question):
        said = [f"{part.label}: {in_words(part, value[part.key])}" for part in parts if part.key in value]
        return "\n".join(said)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return YES if value else NO
    if question.kind == Kind.DATE:
        return show_date(date.fromisoformat(value))
    if question.kind == Kind.MONEY:
        return show_money(value)
    return show_number(value) if question.kind == Kind.NUMBER else str(value)


def in_answers(form: OwnForm, values: Mapping[str, Any]) -> Iterator[Answer]:
    """Every question that was asked, with its answer in words; a table with its rows."""
    for question in form:
        if not is_shown(question, values):
            continue
        value = values.get(question.key)
        if question.kind == Kind.TABLE and value:
            rows = (Row(tuple(in_words(each, row.get(each.key)) for each in question.columns)) for row in value)
            yield Answer(question.label, columns=tuple(each.label for each in question.columns), rows=tuple(rows))
        else:
            yield Answer(question.label, in_words(question, value))
