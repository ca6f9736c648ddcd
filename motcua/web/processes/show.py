"""What the pages about a process show, put together from queries and policies."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from motcua.domain.dossiers.trials import running
from motcua.domain.journal.queries import entries
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import authorisation, policies, queries, ways
from motcua.domain.procedures.process_rules import ProcessPlan
from motcua.domain.procedures.queries import Plan
from motcua.domain.procedures.rows import plan_of
from motcua.domain.procedures.ways import Reached, Weighed
from motcua.domain.regulation.answers import Answer, no
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.badges import Badge
from motcua.web.components.process_picture import Picture, PictureStep
from motcua.web.components.timeline import Told, timeline

from .comparing import Compared, base_of, compared
from .discussion import Discussion, discussion

ORDER = ("draft", "department", "centre", "approved", "in_force", "replaced")
OPEN = ("draft", "department", "centre")
_KINDS = {
    "none": "bad", "draft": "waiting", "department": "waiting", "centre": "waiting", "approved": "active",
    "in_force": "good", "replaced": "",
}  # fmt: skip


@dataclass(frozen=True)
class Rung:
    """One act on the way from draft to force: its words and address, whether it is done, and may it be done now."""

    words: str
    address: str
    done: bool
    said: str
    may: Answer


@dataclass(frozen=True)
class Shown:
    """One procedure with one version of its process."""

    procedure: Any
    name: str
    versions: list[Any]
    chosen: Any
    picture: Picture | None
    compared: Compared | None
    talk: Discussion | None
    tried: list[Any]
    may_try: Answer
    weighed: Weighed | None
    officials: list[tuple[str, list[str]]]
    rungs: list[Rung]
    may_draft: Answer
    may_follow: bool
    is_open: bool
    named: list[Any]
    told: list[Told]


def state(value: str) -> Badge:
    """A state of a process as a tag."""
    words = Reached(value).label if value in list(Reached) else "Đã thay thế"
    return Badge(words, _KINDS[value])


def procedure(by: Any, one: Any, versions: list[Any], chosen: Any, at: datetime) -> Shown:
    """What the page of a procedure shows of its processes."""
    plan = queries.plan_to_show(chosen) if chosen else None
    steps = plan_of(chosen) if chosen else None
    changes = differing(chosen, versions, steps) if chosen and chosen.state in OPEN else None
    weighed = ways.weighed(one, steps) if steps else None
    return Shown(
        procedure=one,
        name=ways.name_of(one),
        versions=versions,
        chosen=chosen,
        picture=picture_of(plan) if plan and plan.steps and not changes else None,
        compared=changes,
        tried=running.outcomes(chosen, steps) if chosen else [],
        may_try=policies.may_try(by, chosen, at) if chosen else no("", ""),
        talk=discussion(by, chosen, plan, at) if plan else None,
        weighed=weighed,
        officials=_named_in(plan) if plan else [],
        rungs=_rungs(by, chosen, weighed, at) if weighed else [],
        may_draft=policies.may_draft(by, one.owner, at),
        may_follow=any(by.has_role(role, at) for role in (Role.PROCEDURES, Role.HEAD)),
        is_open=any(each.state in OPEN for each in versions),
        named=list(authorisation.authorisations_on(one.pk, local_day(at))),
        told=timeline(each for each in entries(one) if "process" in each.facts),
    )


def differing(chosen: Any, versions: list[Any], steps: ProcessPlan | None = None) -> Compared | None:
    """What a version changes in the one it follows; nothing to say of a first one."""
    base = base_of(chosen, versions)
    return compared(base, chosen, steps) if base else None


def picture_of(plan: Plan) -> Picture:
    """A process drawn without any dossier in it."""
    stages = (plan.steps_of(stage) for stage in plan.stages)
    drawn = (tuple(PictureStep(each.name, each.office_name, each.hours) for each in steps) for steps in stages)
    return Picture(f"Quy trình nội bộ, phiên bản {plan.number}", tuple(drawn))


def _named_in(plan: Plan) -> list[tuple[str, list[str]]]:
    """The steps that only named officials do, with their names."""
    names = ways.names_in(plan)
    steps = [(step, [names[pk] for pk in step.officer_ids]) for step in plan.steps if step.officer_ids]
    return [(f"Bước {step.stage}. {step.name}", named) for step, named in steps]


def _rungs(by: Any, process: Any, weighed: Weighed, at: datetime) -> list[Rung]:
    """The four acts in their order: done ones with what was said, the next one, those that must wait."""
    acts = (
        ("department", "Thống nhất thay mặt sở, ngành", "agree_as_department", policies.may_agree_as_department),
        ("centre", "Thống nhất thay mặt Trung tâm", "agree_as_centre", policies.may_agree_as_centre),
        ("approved", "Ghi quyết định phê duyệt", "approve", policies.may_approve_process),
        ("in_force", "Đưa vào áp dụng", "put_in_force", lambda who, _, when: policies.may_put_in_force(who, when)),
    )
    reached, rungs = ORDER.index(process.state), []
    for target, words, name, may in acts:
        place = ORDER.index(target)
        answer = may(by, process, at) if place == reached + 1 else no("Chưa đến lượt: các việc trên chưa xong.", "")
        if answer and weighed.faults:
            answer = no("Quy trình còn chỗ chưa đúng, xem danh sách bên trên.", "5.1.a-2")
        address = reverse(f"processes:{name}", args=[process.pk])
        rungs.append(Rung(words, address, place <= reached, _said(target, process), answer))
    return rungs


def _said(target: str, process: Any) -> str:
    """What is known of an act that was done."""
    if target == "approved" and process.decision:
        return f"Quyết định {process.decision} ngày {show_date(process.decided_on)}"
    if target == "in_force" and process.valid_from:
        return f"Từ ngày {show_date(process.valid_from)}"
    return "Đã thống nhất"
