"""While somebody is away, the substitute is offered open and new work, and signs it “thay …” (5.2.b, 5.1.c-1)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations import absences
from motcua.domain.organisations.absence_models import Absence
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures import authorisation
from motcua.domain.procedures.models import Step
from motcua.domain.procedures.queries import process_plan
from motcua.domain.regulation.answers import YES, Answer, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import local_day

from . import stages, tasks
from .models import Task


@act("5.2.b", "5.1.c-1")
def stand_in(task: Task, *, by: Officer, at: datetime) -> Task:
    """Take a step of somebody who is away; from then on it is one's own, and every act on it says for whom.

    What was taken so is finished by the substitute, also when the other is back meanwhile.
    """
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "reassign")
    absence = absences.absence_of(task.officer_id, by, local_day(at))
    require(may_stand_in(by, task, absence, at))
    assert absence is not None  # noqa: S101 - without one the answer above is no
    task.officer, task.instead_of = by, absence.officer.name
    task.taken_at = at if task.taken_at is not None else None
    change(task, "officer", "instead_of", "taken_at")
    where = {"document": absence.document, "from_on": absence.from_on, "to_on": absence.to_on}
    record(stand_in, about=dossier, by=by, at=at, **tasks.facts_of(task, at), **where)
    return task


@rule("5.2.b", "5.1.c-1")
def may_stand_in(by: Officer, task: Task, absence: Absence | None, at: datetime) -> Answer:
    """Only the named substitute, with the role of the step; to approve only who is named for the procedure as well."""
    if absence is None or not absence.lasts_on(local_day(at)) or absence.officer_id != task.officer_id:
        return no("Bạn không được cử làm thay người đang giữ việc này hôm nay.", "5.2.b")
    roles = (task.role, "head") if task.kind == Step.Kind.APPROVE else (task.role,)
    if task.office_id not in by.places_with(at, *roles):
        return no("Bạn không giữ vai trò của bước này tại cơ quan.", "5.1.a-2")
    if task.kind == Step.Kind.APPROVE:
        procedure_id = process_plan(task.dossier.process_id).procedure_id
        if by.pk not in authorisation.approvers_of(procedure_id, local_day(at)):
            return no("Người làm thay chỉ phê duyệt thủ tục mà chính mình được phân công, ủy quyền.", "5.1.c-1")
    return YES


def offered(by: Officer, at: datetime, place: Place) -> Page[Task]:
    """The open steps of those for whom one stands in today, the most urgent first."""
    rows: Page[Task] = page(_offered(by, at), "due_at", place)
    return rows


def how_many(by: Officer, at: datetime) -> Counted:
    """How many there are."""
    return counted(_offered(by, at))


def chosen(by: Officer, numbers: Iterable[int], at: datetime) -> list[Task]:
    """Those of them that were ticked."""
    return list(_offered(by, at).filter(pk__in=list(numbers)))


def _offered(by: Officer, at: datetime) -> QuerySet[Task]:
    """By body and role, so that only what the substitute could do is offered."""
    away = [each.officer_id for each in absences.stood_in_for(by, local_day(at))]
    held = Q(pk__in=[])
    for each in by.held_at(at):
        roles = [*each.roles, "approve"] if "head" in each.roles else list(each.roles)
        held |= Q(office__in=each.places(), role__in=roles)
    rows = Task.objects.filter(held, officer__in=away, done_at=None).exclude(kind=Step.Kind.RETURN)
    return rows.select_related("dossier__version", "officer", "office")
