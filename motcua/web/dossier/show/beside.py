"""What stands beside the steps on the page of a dossier: questions to other bodies, checks, councils, special ways."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse

from motcua.domain.dossiers import body_times
from motcua.domain.dossiers.beside import possible as aside_possible
from motcua.domain.dossiers.beside import queries as aside_queries
from motcua.domain.dossiers.queries import Whole
from motcua.domain.dossiers.reading import pauses_of, pauses_of_step
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.procedures.arrangement_terms import MEANS, ArrangementKind
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import Badge, time_left

from ..words import ACTS, Words


@dataclass(frozen=True)
class Asked:
    """A question: how it stands, what may be done with it."""

    question: Any
    state: Badge
    offers: list[tuple[Words, str]]
    address: str


@dataclass(frozen=True)
class Way:
    """A special way: what it means, what may be done under it."""

    special: Any
    title: str
    means: str
    offers: list[tuple[Words, str]]


@dataclass(frozen=True)
class BodyTime:
    """How long a body had the dossier."""

    body: str
    words: str
    is_late: bool


@dataclass(frozen=True)
class Beside:
    """All of it."""

    asked: list[Asked] = field(default_factory=list)
    checks: list[Any] = field(default_factory=list)
    sittings: list[Any] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    times: list[BodyTime] = field(default_factory=list)


def beside(by: Any, whole: Whole, at: datetime) -> Beside:
    """What stands beside the steps of a dossier, for this official."""
    aside = aside_queries.of(whole)
    for question in aside.questions:
        question.dossier = whole.dossier
    return Beside(
        asked=[asked(by, each, at) for each in aside.questions],
        checks=aside.checks,
        sittings=aside.sittings,
        ways=_ways(by, whole.dossier, aside.specials, at),
        times=times_of(whole, at),
    )


def asked(by: Any, question: Any, at: datetime) -> Asked:
    """One question."""
    code = question.dossier.code
    possible = aside_possible.on_question(by, question, at)
    offers = [
        (ACTS[act], reverse(f"dossier:{act}", args=[code, question.pk])) for act, answer in possible.items() if answer
    ]
    return Asked(question, state_of(question, at), offers, reverse("dossier:question", args=[code, question.pk]))


def state_of(question: Any, at: datetime) -> Badge:
    """How a question stands, in words, with the kind of badge."""
    if question.opinion:
        late = ", trả lời chậm" if question.named_at else ""
        return Badge(f"{question.get_opinion_display()}{late}", "late" if question.named_at else "good")
    if question.went_on_at:
        return Badge("Quá hạn, xử lý tiếp không chờ", "late")
    if question.ended_at:
        return Badge("Không cần trả lời nữa", "")
    code = question.office.code if question.office else question.dossier.department.code
    return time_left(question.due_at, at, calendar_for(code))


def times_of(whole: Whole, at: datetime) -> list[BodyTime]:
    """How long each body had the dossier and was given for it."""
    pauses = pauses_of(whole.dossier)
    found = body_times.times(
        whole.tasks,
        at,
        lambda office: calendar_for(office_at_hand(office).code),
        lambda step: pauses_of_step(step, pauses),
    )
    return [BodyTime(office_at_hand(each.office_id).name, each.show(), bool(each.late)) for each in found]


def _ways(by: Any, dossier: Any, specials: list[Any], at: datetime) -> list[Way]:
    possible = aside_possible.on_special(by, dossier, specials, at)
    acts = {
        ArrangementKind.DEPARTMENT_DELIVERS: "deliver_at_department",
        ArrangementKind.ORIGINALS_KEPT: "keep_originals",
    }
    ways = []
    for each in specials:
        act = acts.get(each.kind, "")
        offers = [(ACTS[act], reverse(f"dossier:{act}", args=[dossier.code]))] if possible.get(act) else []
        ways.append(Way(each, each.get_kind_display(), MEANS[each.kind], offers))
    return ways
