"""My dossiers: those of a citizen with a proven identity, and of the businesses he or she follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from motcua.domain.citizens.models import Member, Person
from motcua.domain.citizens.terms import Power
from motcua.domain.listing import Page, Place, page
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.identity import IdentityKind

from ..models import Dossier
from ..results.models import Result, ResultState
from ..stages import UNDER_THE_CLOCK, Stage
from .tracking import plain_word

SHOWN = 20


@dataclass(frozen=True)
class Mine:
    """A dossier as a line of "my dossiers"."""

    code: str
    secret: str
    procedure: str
    owner: str
    word: str
    received_at: datetime
    due_at: datetime | None
    is_late: bool


@rule("3.3-1")
def dossiers_of(person: Person, place: Place) -> Page[Dossier]:
    """The dossiers this person may follow, the newest first; whose identity is only claimed follows none."""
    followed = Member.objects.filter(
        person=person, until=None, powers__contains=[Power.FOLLOW.value], business__confirmed_at__isnull=False
    ).values_list("business__tax_code", flat=True)
    whose = Q(identity_kind=IdentityKind.TAX_CODE, identity_number__in=list(followed))
    if person.is_proven and person.identity_number:
        whose |= Q(identity_kind=IdentityKind.CCCD, identity_number=person.identity_number)
    rows = Dossier.objects.filter(whose, code__isnull=False).select_related("version")
    return page(rows, "id", place, newest_first=True)


@rule("3.3-1")
def results_of(person: Person) -> QuerySet[Result]:
    """The results given out to this person as files that still hold; an identity that is only claimed has none."""
    if not (person.is_proven and person.identity_number):
        return Result.objects.none()
    given = Result.objects.filter(
        dossier__identity_kind=IdentityKind.CCCD, dossier__identity_number=person.identity_number,
        dossier__stage=Stage.DELIVERED, state=ResultState.IN_FORCE, scan__isnull=False,
    )  # fmt: skip
    return given.order_by("-on", "-pk")


def told(rows: Iterable[Dossier], at: datetime) -> list[Mine]:
    """What a list says of them."""
    return [_line(each, at) for each in rows]


def _line(dossier: Dossier, at: datetime) -> Mine:
    due = dossier.due_at if dossier.stage in UNDER_THE_CLOCK else None
    return Mine(
        code=dossier.code or "",
        secret=dossier.secret,
        procedure=dossier.version.name,
        owner=dossier.applicant_name,
        word=plain_word(dossier),
        received_at=dossier.received_at or at,
        due_at=due,
        is_late=due is not None and due < at,
    )
