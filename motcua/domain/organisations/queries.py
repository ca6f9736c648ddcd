"""Who is who, and which bodies there are: the only way to them."""

import json
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from psycopg.types.numeric import Int8

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.statements import send
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import fold

from .models import Account, Held, Office, Officer, Posting
from .roles import Role

LONGEST_SEARCH = 200


def _held_of(officer: str) -> str:
    """SQL for all postings of an officer as JSON text; `officer` is how the statement around it says whose."""
    return f"""
        (select coalesce(json_agg(json_build_object(
            'office_id', office.id, 'office_code', office.code, 'office_name', office.name,
            'body_id', body.id, 'body_code', body.code, 'body_kind', body.kind,
            'seat_id', posting.seat_id, 'title', posting.title, 'roles', posting.roles,
            'from_on', posting.from_on, 'to_on', posting.to_on
        ) order by posting.from_on, posting.id), '[]')::text
        from organisations_posting posting
        join organisations_office office on office.id = posting.office_id
        join organisations_office body
          on body.id = case when office.kind = 'division' then office.parent_id else office.id end
        where posting.officer_id = {officer})
    """  # noqa: S608 - the callers below write it, nobody else


def _held(text: str) -> tuple[Held, ...]:
    return tuple(
        Held(
            **{
                **row,
                "roles": frozenset(row["roles"]),
                "from_on": date.fromisoformat(row["from_on"]),
                "to_on": date.fromisoformat(row["to_on"]) if row["to_on"] else None,
            }
        )
        for row in json.loads(text)
    )


def held_by(officer_id: int) -> tuple[Held, ...]:
    """All postings an officer ever held, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(f"select {_held_of('%s')}", [officer_id])
        (text,) = cursor.fetchone()
    return _held(text)


def account_with_officer(pk: int) -> Account | None:
    """An account with its officer and all postings, in one statement: what every signed-in request needs."""
    rows = send(_ACCOUNT, [Int8(pk)])
    return account_of(rows[0]) if rows else None


def account_of(row: Sequence[Any]) -> Account | None:
    """The account in the columns that `ACCOUNT` names; None where the join found none."""
    if row[0] is None:
        return None
    account = Account.from_db("default", _ACCOUNT_COLUMNS, row[: len(_ACCOUNT_COLUMNS)])
    rest = row[len(_ACCOUNT_COLUMNS) :]
    if rest[0] is not None:
        officer = Officer.from_db("default", _OFFICER_COLUMNS, rest[:-1])
        officer.account, officer.held = account, _held(rest[-1])
    return account


# Written out, because composing it anew costs ten times what the database needs to answer it.
_ACCOUNT_COLUMNS = [field.attname for field in Account._meta.concrete_fields]
_OFFICER_COLUMNS = [field.attname for field in Officer._meta.concrete_fields]


class WithOfficer(NamedTuple):
    """SQL for an account with its officer and postings, for statements that find it in their own way."""

    columns: str
    joined: str


ACCOUNT = WithOfficer(
    ", ".join(
        [f"account.{name}" for name in _ACCOUNT_COLUMNS]
        + [f"officer.{name}" for name in _OFFICER_COLUMNS]
        + [_held_of("officer.id")]
    ),
    "left join organisations_officer officer on officer.account_id = account.id",
)
_ACCOUNT = f"""
    select {ACCOUNT.columns} from organisations_account account {ACCOUNT.joined}
    where account.id = %s and account.is_active
"""  # noqa: S608 - the names of columns stand above


_offices_at_hand: dict[int, Office] = {}
_offices_read_at = 0.0


def office_at_hand(pk: int) -> Office:
    """A body with the one above it, kept in the process for a while: bodies change once in years."""
    global _offices_read_at
    if time.monotonic() - _offices_read_at > settings.AT_HAND_SECONDS:
        _offices_at_hand.clear()
        _offices_read_at = time.monotonic()
    found = _offices_at_hand.get(pk)
    if found is None:
        found = _offices_at_hand[pk] = Office.objects.select_related("parent").get(pk=pk)
    return found


def forget_offices() -> None:
    """Let the next question read the bodies anew: one was changed here."""
    _offices_at_hand.clear()


def offices(on: date, *kinds: str) -> QuerySet[Office]:
    """The bodies that exist that day, in Vietnamese order; of these kinds, or of all."""
    found = Office.objects.filter(valid_from__lte=on).exclude(valid_to__lt=on).order_by("sort_key")
    return found.filter(kind__in=kinds) if kinds else found


def office(code: str) -> Office:
    """One body by its code; raises `Office.DoesNotExist`."""
    return Office.objects.select_related("parent").get(code=code)


@dataclass(frozen=True)
class Areas:
    """The known places of an address, as people write them: "Xã Hạ Long, huyện Vân Đồn"; "Quảng Ninh"."""

    communes: list[str]
    provinces: list[str]


def areas(on: date) -> Areas:
    """The communes of the province with their district, and the province itself: to be offered, never asked for."""
    rows = list(offices(on, Office.Kind.COMMUNE, Office.Kind.PROVINCE).select_related("parent"))
    communes = [each for each in rows if each.kind == Office.Kind.COMMUNE]
    within = [each.parent if each.parent and each.parent.kind == Office.Kind.DISTRICT else None for each in communes]
    named = [", ".join(_area(each) for each in both if each) for both in zip(communes, within, strict=True)]
    provinces = [re.sub("^(tỉnh|thành phố) ", "", _area(each)) for each in rows if each.kind == Office.Kind.PROVINCE]
    return Areas([name[:1].upper() + name[1:] for name in named], provinces)


def centre(on: date) -> Office:
    """The province's Centre; raises `Office.DoesNotExist` where none has been entered."""
    found = offices(on, Office.Kind.CENTRE).first()
    if found is None:
        raise Office.DoesNotExist
    return found


def tree() -> list[Office]:
    """All bodies there ever were, in Vietnamese order; each knows the id of the one above it."""
    return list(Office.objects.order_by("sort_key", "id"))


def officer(code: str) -> Officer:
    """One official by code, with the account; raises `Officer.DoesNotExist`."""
    return Officer.objects.select_related("account").get(code=code)


def office_names(ids: Iterable[int]) -> dict[int, str]:
    """The names of bodies by their ids."""
    return dict(Office.objects.filter(pk__in=set(ids)).values_list("pk", "name"))


def parts_of(office: Office) -> list[Office]:
    """The bodies right below this one, in Vietnamese order."""
    return list(office.parts.order_by("sort_key", "id"))


def posting(officer: Officer, pk: int) -> Posting:
    """One posting of an official; raises `Posting.DoesNotExist`."""
    return Posting.objects.select_related("officer", "office", "seat").get(pk=pk, officer=officer)


def postings_of(officer: Officer) -> list[Posting]:
    """All postings an official ever held, the newest first."""
    return list(officer.postings.select_related("office", "seat").order_by("-from_on", "-id"))


def posted_in(office: Office, on: date) -> list[Posting]:
    """Who is posted in a body that day, by given name."""
    rows = _lasting(Posting.objects.filter(office=office), on).select_related("officer__account", "seat")
    return list(rows.order_by("officer__sort_key", "id"))


def holders(offices: Iterable[int], on: date) -> list[Posting]:
    """Who is posted that day in these bodies or their divisions, by given name: those whom a step can name."""
    there = Q(office__in=offices) | Q(office__kind=Office.Kind.DIVISION, office__parent__in=offices)
    rows = _lasting(Posting.objects.filter(there), on).select_related("officer", "office")
    return list(rows.order_by("officer__sort_key", "id"))


def colleagues(body_id: int, role: Role | str, at: datetime) -> QuerySet[Officer]:
    """The officials who hold this role in this body on that day, by given name: those to whom work can be given."""
    day = at.date()
    now = Q(postings__from_on__lte=day) & (Q(postings__to_on__isnull=True) | Q(postings__to_on__gte=day))
    there = Q(postings__office=body_id) | Q(
        postings__office__kind=Office.Kind.DIVISION, postings__office__parent=body_id
    )
    return Officer.objects.filter(now & there & Q(postings__roles__contains=[role])).distinct().order_by("sort_key")


def officers(words: str, office_code: str, at: datetime, place: Place) -> Page[Officer]:
    """A page of officials by given name: whose name or code holds the words, posted in this body that day if named.

    Each comes with all postings, in the same statement.
    """
    rows = _with_postings(_narrowed(words, office_code, at))
    found: Page[Officer] = page(rows, "sort_key", place)
    for each in found.rows:
        each.held = _held(each.held_rows)  # type: ignore[attr-defined]
    return found


def how_many_officers(words: str, office_code: str, at: datetime) -> Counted:
    """How many there are."""
    return counted(_narrowed(words, office_code, at))


def left_with_account(at: datetime) -> QuerySet[Officer]:
    """Officials who may still sign in though no posting is left to them: somebody forgot to close the account."""
    today = _lasting(Posting.objects.filter(officer=OuterRef("pk")), local_day(at))
    return Officer.objects.filter(~Exists(today), account__is_active=True).order_by("sort_key", "id")


def _narrowed(words: str, office_code: str, at: datetime) -> QuerySet[Officer]:
    found = find_officers(words)
    if not office_code:
        return found
    here = Q(office__code=office_code) | Q(office__kind=Office.Kind.DIVISION, office__parent__code=office_code)
    return found.filter(Exists(_lasting(Posting.objects.filter(here, officer=OuterRef("pk")), local_day(at))))


def _with_postings(rows: QuerySet[Officer]) -> QuerySet[Any]:
    return rows.select_related("account").annotate(held_rows=RawSQL(_held_of("organisations_officer.id"), []))  # noqa: S611


def _lasting(postings: QuerySet[Posting], on: date) -> QuerySet[Posting]:
    return postings.filter(from_on__lte=on).exclude(to_on__lt=on)


def find_officers(words: str) -> QuerySet[Officer]:
    """Officials whose name or code contains the words, whatever their diacritics."""
    found = Officer.objects.order_by("sort_key")
    for word in fold(words[:LONGEST_SEARCH]).split():
        found = found.filter(Q(folded__contains=word) | Q(code__contains=word))
    return found


def _area(committee: Office) -> str:
    return committee.name.removeprefix("Ủy ban nhân dân ")
