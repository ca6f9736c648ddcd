"""What happens beside the steps of dossiers, as each official may see it: what you may not see does not exist."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role

from .. import policies
from ..models import Consultation, Dossier, FieldCheck, Sitting, Special, Submitted
from ..queries import Whole
from . import policies as aside_policies

RELATED = ("office", "asked_by", "answered_by", "paper", "task__officer", "asked_in")


@dataclass(frozen=True)
class Aside:
    """Everything beside the steps of one dossier."""

    questions: list[Consultation]
    checks: list[FieldCheck]
    sittings: list[Sitting]
    specials: list[Special]


def of(whole: Whole) -> Aside:
    """What stands beside the steps; the journal says what there is, so that most dossiers cost no statement more."""
    acts = {entry.act for entry in whole.entries}
    dossier = whole.dossier
    asked = "consult" in acts or any(entry.facts.get("questions") for entry in whole.entries)
    special = any(entry.act == "receive" and entry.facts.get("special") for entry in whole.entries)
    return Aside(
        list(dossier.consultations.select_related(*RELATED).order_by("asked_at", "id")) if asked else [],
        list(dossier.field_checks.select_related("paper", "minutes", "photos").order_by("id"))
        if "announce_field_check" in acts
        else [],
        list(dossier.sittings.select_related("minutes").prefetch_related("members").order_by("number"))
        if "convene_council" in acts
        else [],
        list(dossier.specials.select_related("arrangement", "done_by").order_by("kind")) if special else [],
    )


def question(by: Officer, code: str, pk: int, at: datetime) -> Consultation:
    """One question about the dossier with this code; raises `Consultation.DoesNotExist` where it may not be seen."""
    related = (*RELATED, "dossier__version", "dossier__one_stop", "dossier__department", "scan")
    found = Consultation.objects.select_related(*related).get(pk=pk, dossier__code=code.strip().upper())
    if not aside_policies.may_see_question(by, found, at):
        raise Consultation.DoesNotExist
    return found


def asked_of(by: Officer, code: str, at: datetime) -> Consultation:
    """The newest question about this dossier to one of the official's bodies; raises `Consultation.DoesNotExist`."""
    rows = Consultation.objects.filter(
        dossier__code=code.strip().upper(), office__in=by.bodies_with(at, *aside_policies.ANSWERING)
    )
    found = rows.order_by("-id").first()
    if found is None:
        raise Consultation.DoesNotExist
    return found


def enclosed(asked: Consultation) -> list[Submitted]:
    """The papers of the dossier that were sent along."""
    rows = Submitted.objects.filter(dossier=asked.dossier_id, pk__in=asked.enclosed).select_related("component", "scan")
    return list(rows.order_by("component__position", "id"))


def may_open(by: Officer, at: datetime, *, dossier_id: int, scan: int = 0, paper: int = 0) -> bool:
    """Whether a scan or a letter was sent to one of the official's bodies with a question."""
    asked = Consultation.objects.filter(dossier=dossier_id, office__in=by.bodies_with(at, *aside_policies.ANSWERING))
    if paper:
        return asked.filter(paper=paper).exists()
    sent = {pk for each in asked for pk in each.enclosed}
    own = asked.filter(scan=scan).exists()
    return own or Submitted.objects.filter(dossier=dossier_id, pk__in=sent, scan=scan).exists()


def to_answer(by: Officer, at: datetime, place: Place, *, answered: bool = False) -> Page[Consultation]:
    """What the official's bodies are asked: what is due first, or what was answered last."""
    mine = _of_bodies(by, at)
    if answered:
        return page(mine.filter(ended_at__isnull=False), "ended_at", place, newest_first=True)
    return page(mine.filter(ended_at=None), "due_at", place)


def asked_by(by: Officer, at: datetime, place: Place) -> Page[Consultation]:
    """What the official's bodies have asked others and not heard yet, what is due first."""
    bodies = by.bodies_with(at, *aside_policies.OF_ASKER)
    rows = Consultation.objects.filter(dossier__department__in=bodies, ended_at=None)
    return page(rows.select_related("dossier__version", "office", "asked_by"), "due_at", place)


def watched(by: Officer, at: datetime, place: Place, *, late: bool) -> Page[Consultation]:
    """For who watches: the questions that are out, or only those whose date has passed; what is due first."""
    rows = _watched(by, at).select_related("dossier__version", "dossier__department", "office", "asked_by")
    return page(rows.filter(due_at__lt=at) if late else rows, "due_at", place)


def how_many_late(by: Officer, at: datetime) -> int:
    """How many answers are overdue."""
    return _watched(by, at).filter(due_at__lt=at).count()


def specials(by: Officer, at: datetime, place: Place, *, kind: str = "") -> Page[Special]:
    """Dossiers that go a specially agreed way, the newest first."""
    seen = Q(dossier__one_stop__in=by.places_with(at, Role.WATCH))
    seen |= Q(dossier__department__in=by.bodies_with(at, Role.HEAD))
    rows = Special.objects.filter(seen, **({"kind": kind} if kind else {}))
    return page(rows.select_related("dossier__version", "dossier__department", "arrangement"), "since", place,
                newest_first=True)  # fmt: skip


def may_see_dossier(by: Officer, dossier: Dossier, at: datetime) -> bool:
    """Whether the whole dossier may be seen, not only the question."""
    return bool(policies.may_see(by, dossier, at))


def _of_bodies(by: Officer, at: datetime) -> QuerySet[Consultation]:
    rows = Consultation.objects.filter(office__in=by.bodies_with(at, *aside_policies.ANSWERING))
    return rows.select_related("dossier__version", "dossier__department", "task__officer")


def _watched(by: Officer, at: datetime) -> QuerySet[Consultation]:
    seen = Q(dossier__one_stop__in=by.places_with(at, Role.WATCH))
    seen |= Q(office__in=by.bodies_with(at, Role.HEAD)) | Q(dossier__department__in=by.bodies_with(at, Role.HEAD))
    return Consultation.objects.filter(seen, ended_at=None)
