"""Agreements, seals and the register as those who have to do with them may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import Procedure
from motcua.domain.vietnamese.dates import local_day

from . import policies
from .models import Agreement, Closing, Custody, Impression, Seal
from .terms import SealState, SignedResult

LONGEST_SEARCH = 80
IN_THE_REGISTER = ("stamp", "stamp_again", "close_seal_day")


@dataclass(frozen=True)
class OpenDay:
    """A day of the register that nobody has closed yet."""

    seal: Seal
    day: date
    count: int


@dataclass(frozen=True)
class Search:
    """Which lines of the register are looked for: of one seal, of one day, of one dossier or result number."""

    seal: int | None = None
    on: date | None = None
    words: str = ""


# What the gate asks --------------------------------------------------------------------------------------------------


def applying(on: Any, today: Any) -> Q:
    """Agreements in force on the day of a result that still hold today: a result from before needs no second seal."""
    lasts = Q(valid_to__isnull=True) | (Q(valid_to__gte=on) & Q(valid_to__gte=today))
    return Q(applies_from__lte=on) & lasts


def covering(result: SignedResult, today: date) -> QuerySet[Agreement]:
    """The agreement under which this result is sealed at the Centre, if there is one."""
    rows = Agreement.objects.filter(
        applying(result.on, today), department=result.department_id, centre=result.centre_id
    )
    return rows.filter(Q(covers_all=True) | Exists(_named(result.procedure_id)))


def covering_rows(*, department: str, centre: str, procedure: str, on: str, today: Any) -> Exists:
    """The same for the rows of another list, by the names of their columns."""
    rows = Agreement.objects.filter(
        applying(OuterRef(on), today), department=OuterRef(department), centre=OuterRef(centre)
    )
    named = Agreement.procedures.through.objects.filter(
        agreement=OuterRef("pk"), procedure=OuterRef(OuterRef(procedure))
    )
    return Exists(rows.filter(Q(covers_all=True) | Exists(named)))


def impressed(*, code: str, number: str, on: str) -> Exists:
    """Whether the register has an impression for the rows of another list, by the names of their columns."""
    return Exists(
        Impression.objects.filter(
            again=None, dossier_code=OuterRef(code), result_number=OuterRef(number), result_on=OuterRef(on)
        )
    )


def first_impression(result: SignedResult) -> Impression | None:
    """The impression that this result bears: by its digest, or by dossier, number and day."""
    rows = Impression.objects.filter(again=None).select_related("by", "seal__department")
    return rows.filter(Q(digest=result.digest) | Q(pk__in=_first(result).values("pk"))).first()


def impressions_of(dossier_code: str) -> list[Impression]:
    """All impressions on the results of a dossier, in order."""
    rows = Impression.objects.filter(dossier_code=dossier_code).select_related("by", "seal", "again")
    return list(rows.order_by("at", "id"))


def next_number(found: Seal, year: int) -> int:
    """The number that the next line of the register will bear."""
    last = Impression.objects.filter(seal=found, year=year).order_by("-number").first()
    return last.number + 1 if last else 1


def seal_for(result: SignedResult) -> Seal | None:
    """The seal in use with which this result is stamped; or the newest, so that one can say why it is not."""
    rows = Seal.objects.filter(department=result.department_id, centre=result.centre_id)
    in_use = rows.filter(state=SealState.IN_USE).first()
    return in_use or rows.order_by("-id").first()


# What the desk shows -------------------------------------------------------------------------------------------------


def agreements(by: Officer, at: datetime) -> list[Agreement]:
    """The agreements of both sides of which the official has to know, the newest first."""
    rows = Agreement.objects.filter(_seen(by, at)).select_related("department", "centre", "department_by", "centre_by")
    return list(rows.order_by("-valid_from", "-id"))


def agreement(by: Officer, pk: int, at: datetime) -> Agreement:
    """One agreement; raises `Agreement.DoesNotExist` also when it may not be seen."""
    related = ("department", "centre", "department_by", "centre_by", "signed_copy__file")
    return Agreement.objects.filter(_seen(by, at)).select_related(*related).get(pk=pk)


def seals(by: Officer, at: datetime) -> list[Seal]:
    """The seals of which the official has to know: those in use first, then by department."""
    rows = list(_seals(by, at).order_by("department__sort_key", "-id"))
    return sorted(rows, key=lambda seal: seal.state != SealState.IN_USE)


def seal(by: Officer, pk: int, at: datetime) -> Seal:
    """One seal; raises `Seal.DoesNotExist` also when it may not be seen."""
    return _seals(by, at).select_related("sample__thumbnail", "replaces").get(pk=pk)


def keepers(found: Iterable[Seal]) -> dict[int, Custody]:
    """Who has each of these seals in hand, by the id of the seal."""
    rows = Custody.objects.filter(seal__in=[each.pk for each in found], taken_at__isnull=False, ended_at=None)
    return {each.seal_id: each for each in rows.select_related("keeper")}


def custodies(found: Seal) -> list[Custody]:
    """Through whose hands a seal went, the newest first."""
    return list(found.custodies.select_related("keeper", "given_by").order_by("-given_at", "-id"))


def given_to(by: Officer) -> list[Custody]:
    """The seals that were given to this official and wait for the confirmation."""
    rows = Custody.objects.filter(keeper=by, taken_at=None, ended_at=None)
    return list(rows.select_related("seal__department", "given_by").order_by("given_at"))


def who_may_keep(found: Seal, by: Officer, at: datetime) -> list[Officer]:
    """To whom the seal can be given: the keepers of the Centre and who keeps the seals of the department."""
    rows = organisations.colleagues(found.centre_id, Role.SEAL_KEEPER, at)
    theirs = organisations.colleagues(found.department_id, Role.CLERK, at)
    heads = organisations.colleagues(found.department_id, Role.HEAD, at)
    all_of_them = {each.pk: each for each in (*rows, *theirs, *heads)}
    return [each for each in all_of_them.values() if each.pk != by.pk]


def stopped(by: Officer, at: datetime) -> list[Seal]:
    """Lost seals, and damaged ones nobody has replaced: what everybody at this desk must know first."""
    rows = _seals(by, at).filter(state__in=[SealState.LOST, SealState.DAMAGED])
    here = Seal.objects.filter(department=OuterRef("department"), centre=OuterRef("centre"), state=SealState.IN_USE)
    return list(rows.filter(~Exists(here), replaced_by=None).order_by("-stopped_at"))


def replaceable(agreed: Agreement) -> list[Seal]:
    """Damaged and lost seals of the department for which another may be registered."""
    rows = Seal.objects.filter(department=agreed.department_id, centre=agreed.centre_id, replaced_by=None)
    return list(rows.filter(state__in=[SealState.LOST, SealState.DAMAGED]).order_by("-id"))


def register(by: Officer, search: Search, at: datetime, place: Place) -> Page[Impression]:
    """A page of the register, the newest line first."""
    return page(
        _register(by, search, at).select_related("seal__department", "by", "again"), "at", place, newest_first=True
    )


def how_many_registered(by: Officer, search: Search, at: datetime) -> Counted:
    """How many lines there are."""
    return counted(_register(by, search, at))


def open_days(by: Officer, at: datetime) -> list[OpenDay]:
    """Days with impressions that were not closed, the oldest first."""
    rows = open_lines().filter(_seen(by, at, "seal__"))
    found = rows.values("seal", "day").annotate(count=Count("id")).order_by("day", "seal")
    known = {each.pk: each for each in _seals(by, at)} if found else {}
    return [OpenDay(known[row["seal"]], row["day"], row["count"]) for row in found]


def open_lines() -> QuerySet[Impression]:
    """The impressions whose day was not closed; what lies before `closed_through` was all closed."""
    closed = Closing.objects.filter(seal=OuterRef("seal"), day=OuterRef("day"))
    since = Q(seal__closed_through__isnull=True) | Q(day__gt=F("seal__closed_through"))
    return Impression.objects.filter(since, ~Exists(closed))


def closings(by: Officer, at: datetime, place: Place) -> Page[Closing]:
    """The closed days, the newest first."""
    rows = Closing.objects.filter(_seen(by, at, "seal__")).select_related("seal__department", "closed_by", "paper")
    return page(rows, "closed_at", place, newest_first=True)


def closing(by: Officer, pk: int, at: datetime) -> Closing:
    """One closed day with its list; raises `Closing.DoesNotExist` also when it may not be seen."""
    return Closing.objects.filter(_seen(by, at, "seal__")).select_related("seal", "paper__file").get(pk=pk)


def departments(by: Officer, at: datetime) -> list[Office]:
    """For which departments the official may enter an agreement."""
    rows = organisations.offices(local_day(at), Office.Kind.DEPARTMENT)
    if by.bodies_with(at, Role.HEAD, Role.PROCEDURES) & {each.pk for each in centres(at)}:
        return list(rows)
    return list(rows.filter(pk__in=by.bodies_with(at, *policies.OF_DEPARTMENT)))


def centres(at: datetime) -> list[Office]:
    """The Centre: one, but levels are data."""
    return list(organisations.offices(local_day(at), Office.Kind.CENTRE))


def procedures_of(department: Office) -> QuerySet[Procedure]:
    """The procedures an agreement can name."""
    return Procedure.objects.filter(owner=department).order_by("code")


def story(thing: Agreement | Seal) -> list[Entry]:
    """What happened to an agreement or a seal that was already obtained; its impressions stand in the register."""
    return list(Entry.objects.filter(stream=thing.stream).exclude(act__in=IN_THE_REGISTER).order_by("number"))


def _seen(by: Officer, at: datetime, prefix: str = "") -> Q:
    """What `policies.may_see` says, as a filter."""
    centre = Q(**{f"{prefix}centre__in": by.bodies_with(at, *policies.OF_CENTRE)})
    return centre | Q(**{f"{prefix}department__in": by.bodies_with(at, *policies.OF_DEPARTMENT)})


def _seals(by: Officer, at: datetime) -> QuerySet[Seal]:
    return Seal.objects.filter(_seen(by, at)).select_related("department", "centre")


def _named(procedure: Any) -> QuerySet[Any]:
    return Agreement.procedures.through.objects.filter(agreement=OuterRef("pk"), procedure=procedure)


def _first(result: SignedResult) -> QuerySet[Impression]:
    same = {"dossier_code": result.dossier_code, "result_number": result.number, "result_on": result.on}
    return Impression.objects.filter(again=None, **same)


def _register(by: Officer, search: Search, at: datetime) -> QuerySet[Impression]:
    rows = Impression.objects.filter(_seen(by, at, "seal__"))
    if search.seal is not None:
        rows = rows.filter(seal=search.seal)
    if search.on is not None:
        rows = rows.filter(day=search.on)
    words = search.words.strip()[:LONGEST_SEARCH]
    if words:
        rows = rows.filter(Q(dossier_code__startswith=words.upper()) | Q(result_number__istartswith=words))
    return rows
