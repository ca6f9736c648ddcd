"""Approving several dossiers at once, only of procedures for which department and Centre agreed to it (5.1.c-2)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from motcua.domain.listing import Page, Place
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.places import Place as Where
from motcua.domain.procedures.arrangement_models import Arrangement
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day

from .. import decision, tasks
from ..each import Outcome, each_by_itself
from ..models import Task
from . import approvals
from .approvals import Sheet

AT_ONCE = 20


def inbox(by: Officer, at: datetime, place: Place) -> Page[Sheet]:
    """The sheets that may be decided together, so many on a page that each can be read."""
    return approvals.sheets(_agreed(approvals.waiting(by, at), at), place)


def approve_several(
    numbers: Iterable[int], *, by: Officer, at: datetime, at_place: Where, explanation: str = ""
) -> Outcome:
    """Approve each of these by an act of its own; what is refused is told with the reason, the others are done."""
    wanted = list(dict.fromkeys(numbers))
    if len(wanted) > AT_ONCE:
        raise Refused(f"Mỗi lần phê duyệt nhiều nhất {AT_ONCE} hồ sơ.", "5.1.c-2")
    given: dict[str, Any] = {"by": by, "at": at, "at_place": at_place, "explanation": explanation}
    mine = approvals.waiting(by, at).filter(pk__in=wanted)
    agreed = set(_agreed(mine, at).values_list("pk", flat=True))

    def decide(step: Task) -> str:
        if step.pk not in agreed:
            raise Refused("Thủ tục này không được thống nhất phê duyệt nhiều hồ sơ cùng lúc.", "5.1.c-2")
        if tasks.approves_again(step.dossier, step.stage):
            decision.endorse(step, **given)
            return "đồng ý, trình cấp trên"
        decision.approve(step, **given)
        return "đã phê duyệt"

    steps = list(mine)
    outcome = each_by_itself(steps, decide)
    return _with_gone(outcome, wanted, steps)


def _with_gone(outcome: Outcome, wanted: list[int], found: list[Task]) -> Outcome:
    """What somebody else decided meanwhile is told as well."""
    gone = set(wanted) - {step.pk for step in found}
    for step in Task.objects.filter(pk__in=gone).select_related("dossier", "done_by").order_by("pk"):
        outcome.refused.extend(each_by_itself([step], _gone).refused)
    return outcome


def _gone(step: Task) -> str:
    tasks.still_open(step)
    raise Refused("Việc phê duyệt này không chờ bạn.", "5.1.c-1")


def _agreed(rows: QuerySet[Task], at: datetime) -> QuerySet[Task]:
    day = local_day(at)
    in_force = Arrangement.objects.filter(
        procedure=OuterRef("dossier__version__procedure"),
        kind=ArrangementKind.SEVERAL_AT_ONCE,
        agreed_at__isnull=False,
        from_on__lte=day,
        to_on__gte=day,
    )
    return rows.filter(Exists(in_force))
