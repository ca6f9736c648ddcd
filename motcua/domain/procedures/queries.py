"""Procedures as those who ask may see them: the public what is in force that day, the writers their drafts too."""

from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Prefetch, QuerySet

from motcua.domain.listing import Place
from motcua.domain.organisations.models import Office
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.dates import local_day

from . import policies
from .authorisation import approvers_of as may_approve_ids
from .finding import (
    Found,
    InUse,
    Listed,
    Search,
    Standing,
    alike,
    found,
    in_force_on,
    in_order,
    in_use,
    standing_of,
    standing_so,
)
from .handling import (
    Handled,
    HandledComponent,
    Plan,
    PlannedStep,
    beginning,
    handled,
    plan_to_show,
    process_in_force,
    process_plan,
)
from .models import Component, Procedure, TimeLimit, Version
from .process_models import DECIDED, Process

__all__ = [
    "Found",
    "Handled",
    "HandledComponent",
    "InUse",
    "Listed",
    "Plan",
    "PlannedStep",
    "Search",
    "Standing",
    "beginning",
    "catalogue",
    "catalogue_for",
    "draft_for",
    "fields_in_use",
    "fields_written",
    "handled",
    "in_force_of",
    "may_approve_ids",
    "names_in_force",
    "nearest",
    "needs_review",
    "newest_discussed",
    "owners_in_use",
    "owners_written",
    "plan_to_show",
    "procedure_for",
    "process_for",
    "process_in_force",
    "process_plan",
    "processes_for",
    "published",
    "standing_of",
    "versions_for",
    "whole",
    "whole_in_force",
]
EVERYTHING = Search()
SHORT = Place(size=20)


def catalogue(search: Search, *, on: date, place: Place = SHORT) -> Found:
    """The procedures in force on a day, in the order of their names; those that hold the very phrase come first."""
    return in_order(found(in_force_on(on), search), place)


def nearest(words: str, *, on: date) -> list[Listed]:
    """The few procedures in force that sound most like the words, for when none holds them all."""
    return alike(in_force_on(on), words)


def catalogue_for(
    by: Any,
    search: Search,
    *,
    at: datetime,
    standing: Standing | None = None,
    place: Place = SHORT,
) -> Found:
    """For those who write procedures: the newest version of each of theirs, drafts too; the Centre's see all."""
    versions = standing_so(_newest(_written_by(by, at)), standing, local_day(at))
    return in_order(found(versions, search), place)


def newest_discussed(by: Any, at: datetime) -> QuerySet[Version]:
    """The newest version of each procedure whose process somebody writes or agrees to, in no order yet."""
    return _newest(Version.objects.all() if policies.speaks_for_centre(by, at) else _written_by(by, at))


def needs_review(
    by: Any,
    search: Search = EVERYTHING,
    *,
    at: datetime,
    place: Place = SHORT,
) -> Found:
    """The drafts in which something came in unclear and nobody has looked at it yet."""
    drafts = _written_by(by, at).filter(state=Version.State.DRAFT).exclude(needs_review=[])
    return in_order(found(drafts, search), place)


def fields_written(by: Any, at: datetime) -> list[InUse]:
    """The fields in which somebody writes procedures, with how many."""
    return in_use(_newest(_written_by(by, at)), "field")


def owners_written(by: Any, at: datetime) -> list[InUse]:
    """The bodies for which somebody writes procedures, with how many."""
    return in_use(_newest(_written_by(by, at)), "procedure__owner")


def fields_in_use(on: date, *, owner: str = "") -> list[InUse]:
    """The fields that have a procedure in force that day, of all bodies or of one, with how many."""
    rows = in_force_on(on)
    return in_use(rows.filter(procedure__owner__code=owner) if owner else rows, "field")


def names_in_force(owner: str, on: date) -> list[Any]:
    """The procedures of a body in force that day, by field and name: `code`, `name`, `field_code`, `online_level`."""
    rows = in_force_on(on).filter(procedure__owner__code=owner).order_by("field__sort_key", "sort_key", "id")
    named = {"code": F("procedure__code"), "field_code": F("field__code")}
    return list(rows.only("name", "online_level", "by_post").annotate(**named))


def owners_in_use(on: date) -> list[InUse]:
    """The departments that have a procedure in force that day, with how many."""
    return in_use(in_force_on(on), "procedure__owner")


def in_force_of(owner: Office, on: date) -> int:
    """How many procedures of a body are in force that day."""
    return in_force_on(on).filter(procedure__owner=owner).count()


def published(code: str, on: date) -> Version:
    """The version of a procedure in force on a day, with all its parts; raises `Version.DoesNotExist`."""
    return whole_in_force(on).get(procedure__code=code)


def whole_in_force(on: date) -> QuerySet[Version]:
    """All versions in force on a day, with their parts."""
    return whole(in_force_on(on))


def procedure_for(by: Any, code: str, at: datetime) -> Procedure:
    """A procedure for its writers and for who agrees to its process; for others only once it was published.

    Raises `Procedure.DoesNotExist`.
    """
    procedure = Procedure.objects.select_related("owner").get(code=code)
    if not _discusses(by, procedure, at) and not _published_ever(procedure):
        raise Procedure.DoesNotExist(code)
    return procedure


def versions_for(by: Any, procedure: Procedure, at: datetime) -> list[Version]:
    """Its versions, newest first; the draft only for those who may see it."""
    rows = whole(procedure.versions.all()).order_by("-number")
    if policies.may_see_drafts(by, procedure.owner, at):
        return list(rows)
    return list(rows.filter(state=Version.State.PUBLISHED))


def draft_for(by: Any, code: str, at: datetime) -> Version:
    """The draft of a procedure for those who may write it; raises `Version.DoesNotExist`."""
    version = whole(Version.objects.filter(state=Version.State.DRAFT)).get(procedure__code=code)
    if not policies.may_see_drafts(by, version.procedure.owner, at):
        raise Version.DoesNotExist(code)
    return version


def processes_for(by: Any, procedure: Procedure, at: datetime) -> list[Process]:
    """Its processes, newest first; those that are still discussed only for the two sides."""
    rows = procedure.processes.select_related("procedure__owner").order_by("-number")
    if _discusses(by, procedure, at):
        return list(rows)
    return list(rows.filter(state__in=DECIDED))


def process_for(by: Any, process_id: int, at: datetime) -> Process:
    """One process; raises `Process.DoesNotExist` where the asker may not see it."""
    process = Process.objects.select_related("procedure__owner").get(pk=process_id)
    if process.state not in DECIDED and not _discusses(by, process.procedure, at):
        raise Process.DoesNotExist(process_id)
    return process


def _written_by(by: Any, at: datetime) -> QuerySet[Version]:
    if policies.may_import(by, at):
        return Version.objects.all()
    if not (by.has_role(Role.PROCEDURES, at) or by.has_role(Role.HEAD, at)):
        return Version.objects.none()
    return Version.objects.filter(procedure__owner__in=by.bodies_with(at, Role.PROCEDURES, Role.HEAD))


def _newest(versions: QuerySet[Version]) -> QuerySet[Version]:
    newest = Version.objects.filter(procedure=OuterRef("procedure")).order_by("-number").values("pk")[:1]
    return versions.filter(pk=newest)


def _discusses(by: Any, procedure: Procedure, at: datetime) -> bool:
    return policies.speaks_for_centre(by, at) or bool(policies.may_see_drafts(by, procedure.owner, at))


def _published_ever(procedure: Procedure) -> bool:
    return procedure.versions.filter(state=Version.State.PUBLISHED).exists()


def whole(versions: QuerySet[Version]) -> QuerySet[Version]:
    """These versions with all their parts, in a few statements."""
    in_order = Prefetch("time_limits", TimeLimit.objects.order_by("id"))
    papers = Prefetch("components", Component.objects.order_by("position"))
    return versions.select_related("procedure__owner__parent", "field").prefetch_related(papers, in_order)
