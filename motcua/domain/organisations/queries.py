"""Who is who, and which bodies there are: the only way to them."""

from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import JSONObject

from motcua.domain.vietnamese.text import fold

from .models import Account, Held, Office, Officer, Posting
from .roles import Role


def _held_of(officer: Any) -> ArraySubquery:
    """All postings of an officer as plain objects, so that they come along in his or her own statement."""
    division = Q(office__kind=Office.Kind.DIVISION)
    body = {
        name: Case(When(division, then=F(f"office__parent__{name}")), default=F(f"office__{name}"))
        for name in ("id", "code", "kind")
    }
    postings = Posting.objects.filter(officer=officer).order_by("from_on", "id")
    return ArraySubquery(
        postings.values(
            one=JSONObject(
                office_id="office_id",
                office_code="office__code",
                office_name="office__name",
                body_id=body["id"],
                body_code=body["code"],
                body_kind=body["kind"],
                seat_id="seat_id",
                title="title",
                roles="roles",
                from_on="from_on",
                to_on="to_on",
            )
        )
    )


def _held(rows: list[dict[str, Any]]) -> tuple[Held, ...]:
    return tuple(
        Held(
            **{
                **row,
                "roles": frozenset(row["roles"]),
                "from_on": date.fromisoformat(row["from_on"]),
                "to_on": date.fromisoformat(row["to_on"]) if row["to_on"] else None,
            }
        )
        for row in rows
    )


def held_by(officer_id: int) -> tuple[Held, ...]:
    """All postings an officer ever held, oldest first."""
    rows = Officer.objects.filter(pk=officer_id).values_list(_held_of(OuterRef("pk")), flat=True)
    return _held(rows[0]) if rows else ()


def account_with_officer(pk: int) -> Account | None:
    """An account with its officer and all postings, in one statement: what every signed-in request needs."""
    account = (
        Account.objects.filter(pk=pk, is_active=True)
        .select_related("officer")
        .annotate(held_rows=_held_of(OuterRef("officer__pk")))
        .first()
    )
    if account is not None and hasattr(account, "officer"):
        account.officer.held = _held(account.held_rows)
    return account


def offices(on: date, *kinds: str) -> QuerySet[Office]:
    """The bodies that exist that day, in Vietnamese order; of these kinds, or of all."""
    found = Office.objects.filter(valid_from__lte=on).exclude(valid_to__lt=on).order_by("sort_key")
    return found.filter(kind__in=kinds) if kinds else found


def office(code: str) -> Office:
    """One body by its code; raises `Office.DoesNotExist`."""
    return Office.objects.select_related("parent").get(code=code)


def officer(code: str) -> Officer:
    """One official by code; raises `Officer.DoesNotExist`."""
    return Officer.objects.get(code=code)


def colleagues(body_id: int, role: Role | str, at: datetime) -> QuerySet[Officer]:
    """The officials who hold this role in this body on that day, by given name: those to whom work can be given."""
    day = at.date()
    now = Q(postings__from_on__lte=day) & (Q(postings__to_on__isnull=True) | Q(postings__to_on__gte=day))
    there = Q(postings__office=body_id) | Q(
        postings__office__kind=Office.Kind.DIVISION, postings__office__parent=body_id
    )
    return Officer.objects.filter(now & there & Q(postings__roles__contains=[role])).distinct().order_by("sort_key")


def find_officers(words: str) -> QuerySet[Officer]:
    """Officials whose name contains the words, whatever their diacritics."""
    found = Officer.objects.order_by("sort_key")
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    return found
