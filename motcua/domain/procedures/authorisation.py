"""The head names who appraises and who approves a procedure, by decision, from–to; nobody else can (5.1.c-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import Said
from motcua.domain.vietnamese.dates import show_date

from . import policies
from .models import Procedure
from .process_models import Authorisation
from .taking import locked
from .terms import Power

_ROLES = {Power.APPRAISE: {Role.APPRAISE, Role.APPROVE, Role.HEAD}, Power.APPROVE: {Role.APPROVE, Role.HEAD}}


class NotFit(Refused):
    """Somebody who does not hold the role, or a decision that says nothing."""

    clause = "5.1.c-1"


class AlreadyNamed(Refused):
    """The same official has the same power for the same procedure in that time already."""

    clause = "5.1.c-1"


class AlreadyEnded(Refused):
    """What has ended can not end again."""

    clause = "5.1.c-1"


@dataclass(frozen=True)
class Decision:
    """The head's decision: its number and date, and from when to when it holds."""

    number: str
    decided_on: date
    from_on: date
    to_on: date | None = None


@act("5.1.c-1")
def authorise(
    procedure: Procedure,
    *,
    officer: Officer,
    power: str,
    decision: Decision,
    as_deputy: bool = False,
    by: Signs,
    at: datetime,
) -> Authorisation:
    """Name an official for a procedure: to appraise it, or to approve it, a deputy also in the head's place."""
    procedure = locked(procedure)
    require(policies.may_authorise(by, procedure, officer, at))
    _sound(decision, officer, power)
    if _named(procedure, officer, power, decision).exists():
        raise AlreadyNamed(f"{officer.name} đã được phân công cho thủ tục {procedure.code} trong thời gian này.")
    named = Authorisation.objects.create(
        procedure=procedure,
        officer=officer,
        power=power,
        as_deputy=as_deputy,
        decision=decision.number.strip(),
        decided_on=decision.decided_on,
        from_on=decision.from_on,
        to_on=decision.to_on,
    )
    who = {"officer": officer.code, "name": officer.name, "power": power, "as_deputy": as_deputy}
    term = {"decision": named.decision, "decided_on": named.decided_on, "from_on": named.from_on, "to_on": named.to_on}
    record(authorise, about=procedure, by=by, at=at, procedure=procedure.code, **who, **term)
    return named


@act("5.1.c-1")
def authorise_many(
    procedures: Sequence[Procedure],
    *,
    officer: Officer,
    power: str,
    decision: Decision,
    as_deputy: bool = False,
    by: Signs,
    at: datetime,
) -> list[Authorisation]:
    """One decision for a whole list of procedures: all of them, or none."""
    in_order = sorted(procedures, key=lambda procedure: procedure.pk)  # always locked in one order
    return [
        authorise(each, officer=officer, power=power, decision=decision, as_deputy=as_deputy, by=by, at=at)
        for each in in_order
    ]


@act("5.1.c-1")
def end_authorisation(authorisation: Authorisation, *, to_on: date, by: Signs, at: datetime) -> Authorisation:
    """Take a power back after a day."""
    procedure = locked(authorisation.procedure)
    authorisation = Authorisation.objects.select_related("officer").get(pk=authorisation.pk)
    require(policies.may_authorise(by, procedure, authorisation.officer, at))
    if authorisation.to_on is not None and authorisation.to_on <= to_on:
        raise AlreadyEnded(f"Phân công này đã hết hiệu lực sau ngày {show_date(authorisation.to_on)}.")
    if to_on < authorisation.from_on:
        raise AlreadyEnded("Ngày kết thúc không được trước ngày bắt đầu.")
    authorisation.to_on = to_on
    authorisation.save(update_fields=["to_on"])
    facts = {"officer": authorisation.officer.code, "name": authorisation.officer.name, "power": authorisation.power}
    record(end_authorisation, about=procedure, by=by, at=at, procedure=procedure.code, **facts, to_on=to_on)
    return authorisation


def approvers_of(procedure_id: int, day: date) -> frozenset[int]:
    """The officials who may approve dossiers of this procedure that day."""
    return frozenset(_APPROVERS.all(procedure=procedure_id, day=day))


def authorisations_on(procedure_id: int, day: date) -> QuerySet[Authorisation]:
    """Who is named for a procedure that day, with the decision: approvers first."""
    named = Authorisation.objects.filter(procedure=procedure_id, from_on__lte=day).exclude(to_on__lt=day)
    return named.select_related("officer").order_by("-power", "officer__sort_key", "id")


_APPROVERS: Said[Any] = Said(
    lambda procedure, day: (
        Authorisation.objects.filter(procedure=procedure, power=Power.APPROVE, from_on__lte=day)
        .exclude(to_on__lt=day)
        .values_list("officer_id", flat=True)
    )
)


def _named(procedure: Procedure, officer: Officer, power: str, decision: Decision) -> QuerySet[Authorisation]:
    same = Authorisation.objects.filter(procedure=procedure, officer=officer, power=power)
    still = same.filter(Q(to_on__isnull=True) | Q(to_on__gte=decision.from_on))
    return still.filter(from_on__lte=decision.to_on) if decision.to_on else still


def _sound(decision: Decision, officer: Officer, power: str) -> None:
    if not decision.number.strip():
        raise NotFit("Phải ghi số quyết định phân công, ủy quyền.")
    if decision.from_on < decision.decided_on:
        raise NotFit("Phân công không thể có hiệu lực trước ngày quyết định.")
    if decision.to_on is not None and decision.to_on < decision.from_on:
        raise NotFit("Ngày kết thúc không được trước ngày bắt đầu.")
    if not officer.roles_at(decision.from_on) & _ROLES[Power(power)]:
        raise NotFit(
            f"{officer.name} không giữ vai trò {Power(power).label.lower()} vào ngày {show_date(decision.from_on)}."
        )
