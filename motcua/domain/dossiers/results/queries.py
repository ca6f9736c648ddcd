"""The register of results as each official may see it, and what anybody may know who holds a result."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import fold

from .. import policies
from ..models import Dossier
from .models import Result
from .terms import ResultForm, ResultState

ISSUERS = (Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.HEAD)
RUN_OUT = "run_out"
EXPORTED_AT_ONCE = 2000


@dataclass(frozen=True)
class Filters:
    """By what the register is narrowed: words of number or holder, a state (or `RUN_OUT`), a form."""

    words: str = ""
    state: str = ""
    form: str = ""


def of_dossier(found: Dossier) -> list[Result]:
    """The results of a dossier that was already obtained, oldest first."""
    rows = Result.objects.filter(dossier=found).select_related("scan__file", "replaced_by", "signer")
    return [_at_home(result, found) for result in rows.order_by("id")]


def result(by: Officer, code: str, pk: int, at: datetime) -> Result:
    """One result of the dossier with this code; raises `Result.DoesNotExist` also when it may not be seen."""
    rows = Result.objects.select_related("dossier", "scan__file", "replaced_by", "signer")
    found = rows.get(pk=pk, dossier__code=code.strip().upper())
    if not policies.may_see(by, found.dossier, at):
        raise Result.DoesNotExist
    return _at_home(found, found.dossier.with_offices())


def register(by: Officer, filters: Filters, at: datetime, place: Place) -> Page[Result]:
    """A page of the register, what was entered last first."""
    return page(_register(by, filters, at), "recorded_at", place, newest_first=True)


def how_many(by: Officer, filters: Filters, at: datetime) -> Counted:
    """How many there are, counted up to a cap."""
    return counted(_register(by, filters, at))


def to_export(by: Officer, filters: Filters, at: datetime) -> Iterator[Result]:
    """The same lines for a file or for paper, as many as are given at once."""
    yield from _register(by, filters, at).order_by("-recorded_at", "-id")[:EXPORTED_AT_ONCE]


@rule("5.1.đ-1")
def by_secret(secret: str) -> Result:
    """The result whose paper carries this QR, for anybody who holds it; raises `Result.DoesNotExist`."""
    return _checked().get(secret=secret)


def by_digest(sha256: str) -> Result | None:
    """The result whose electronic file this is, byte for byte; a file that was replaced is none any more."""
    return _checked().filter(scan__file__sha256=sha256, form=ResultForm.ELECTRONIC).order_by("-id").first()


def _checked() -> QuerySet[Result]:
    return Result.objects.select_related("office", "scan__file", "replaced_by", "dossier")


def _register(by: Officer, filters: Filters, at: datetime) -> QuerySet[Result]:
    bodies = by.bodies_with(at, *ISSUERS)
    rows = Result.objects.select_related("dossier", "office", "replaced_by", "scan__file")
    if bodies:
        rows = rows.filter(office__in=bodies)
    else:
        rows = rows.filter(dossier__one_stop__in=by.places_with(at, *policies.DESK))
    if filters.state == RUN_OUT:
        rows = rows.filter(state=ResultState.IN_FORCE, valid_to__lt=local_day(at))
    elif filters.state in ResultState:
        rows = rows.filter(state=filters.state)
    if filters.form in ResultForm:
        rows = rows.filter(form=filters.form)
    for word in fold(filters.words).split():
        rows = rows.filter(folded__contains=word)
    return rows


def _at_home(found: Result, dossier: Dossier) -> Result:
    """The result with its dossier and its body, from what is at hand."""
    found.dossier = dossier
    found.office = office_at_hand(found.office_id)
    return found
