"""A council is called together about a dossier, sits, and concludes with minutes; without quorum it is adjourned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.text import clean, clean_lines

from .. import stages, tasks
from ..models import Member, Sitting, Task
from . import council_rules
from . import policies as aside_policies
from . import slips as aside_slips
from .terms import Outcome, Part, Quorum, Vote


class BadlyConvened(Refused):
    """A council has a decision, a chair, a secretary and members, and sits at a time to come."""

    clause = "5.1.đ-1"


class NoQuorum(Refused):
    """Too few members with a vote are there, or the chair is not."""

    clause = "5.1.đ-1"


class NoConclusion(Refused):
    """A sitting ends with what was said and what was concluded, as the votes have it."""

    clause = "5.1.đ-1"


@dataclass(frozen=True)
class Called:
    """Somebody who is asked to come."""

    name: str
    part: str
    body: str = ""


@dataclass(frozen=True)
class Convening:
    """Which council, by which decision and with which quorum, when, where, who."""

    council: str
    decision: str
    quorum: str
    starts_at: datetime
    place: str
    members: Sequence[Called]


@dataclass(frozen=True)
class Session:
    """Who was there (by their places in the list), how they voted, what was said and concluded."""

    present: frozenset[int]
    discussion: str
    outcome: str
    conclusion: str
    votes: Mapping[int, str] = field(default_factory=dict)


@act("5.1.đ-1")
def convene_council(task: Task, *, convening: Convening, by: Officer, at: datetime) -> Sitting:
    """Call the council together: chair, secretary, members and guests, the time, the place, the quorum."""
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "convene_council")
    require(aside_policies.may_run_council(by, task, at))
    not_called(task)
    _well_convened(convening, at)
    sitting = Sitting.objects.create(
        dossier=dossier,
        task=task,
        number=dossier.sittings.count() + 1,
        council=clean(convening.council),
        decision=clean(convening.decision),
        quorum=convening.quorum,
        starts_at=convening.starts_at,
        place=clean(convening.place),
        convened_at=at,
        convened_by=by,
    )
    members = [
        Member(sitting=sitting, position=place, name=clean(each.name), body=clean(each.body), part=each.part)
        for place, each in enumerate(convening.members, 1)
    ]
    Member.objects.bulk_create(members)
    facts: dict[str, Any] = {"step": task.name, "council": sitting.council, "decision": sitting.decision}
    facts |= {"starts_at": sitting.starts_at, "number": sitting.number, "quorum": sitting.quorum}
    facts |= {"members": [_told(each) for each in members]}
    record(convene_council, about=dossier, by=by, at=at, **facts)
    return sitting


@act("5.1.đ-1")
def conclude_council(task: Task, *, session: Session, by: Officer, at: datetime) -> Sitting:
    """Conclude a sitting that had its quorum: attendance, votes, discussion, conclusion; the minutes get a number."""
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "conclude_council")
    require(aside_policies.may_run_council(by, task, at))
    sitting = called(task)
    sitting.dossier = dossier
    if at < sitting.starts_at:
        raise NoConclusion("Phiên họp chưa bắt đầu.")
    members = _attended(sitting, session.present)
    _quorate(sitting, members)
    _vote(members, session.votes)
    sitting.discussion, sitting.conclusion = clean_lines(session.discussion), clean_lines(session.conclusion)
    if session.outcome not in (Outcome.CARRIED, Outcome.AMENDED, Outcome.REFUSED):
        raise NoConclusion("Phải ghi hội đồng thông qua hay không thông qua.")
    if not sitting.discussion or not sitting.conclusion:
        raise NoConclusion("Biên bản phải có ý kiến thảo luận và kết luận.")
    _as_voted(session.outcome, members)
    sitting.outcome, sitting.ended_at, sitting.ended_by = session.outcome, at, by
    sitting.minutes = aside_slips.minutes(sitting, members, by=by, at=at)
    change(sitting, "discussion", "conclusion", "outcome", "ended_at", "ended_by", "minutes")
    Member.objects.bulk_update(members, ["present", "vote"])
    facts = {"step": task.name, "council": sitting.council, "number": sitting.number, "outcome": sitting.outcome}
    facts |= {"note": sitting.conclusion, "members": [_told(each) for each in members]}
    record(conclude_council, about=dossier, by=by, at=at, **facts, paper=sitting.minutes.shown_number)
    return sitting


@act("5.1.đ-1")
def adjourn_council(task: Task, *, present: frozenset[int], reason: str, by: Officer, at: datetime) -> Sitting:
    """Close a sitting that could not be held, with who was there and why; the council is called together anew."""
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "adjourn_council")
    require(aside_policies.may_run_council(by, task, at))
    sitting = called(task)
    if not clean_lines(reason):
        raise NoConclusion("Phải ghi lý do hoãn họp.")
    members = _attended(sitting, present)
    sitting.outcome, sitting.conclusion = Outcome.ADJOURNED, clean_lines(reason)
    sitting.ended_at, sitting.ended_by = at, by
    change(sitting, "outcome", "conclusion", "ended_at", "ended_by")
    Member.objects.bulk_update(members, ["present"])
    facts = {"step": task.name, "council": sitting.council, "number": sitting.number, "reason": sitting.conclusion}
    record(adjourn_council, about=dossier, by=by, at=at, **facts, members=[_told(each) for each in members])
    return sitting


def called(task: Task) -> Sitting:
    """The sitting that waits for its outcome; raises `NoConclusion`."""
    sitting = Sitting.objects.filter(task=task, ended_at=None).first()
    if sitting is None:
        raise NoConclusion("Chưa có phiên họp nào được triệu tập.")
    return sitting


def not_called(task: Task) -> None:
    """Check that no sitting waits for its outcome; raises `BadlyConvened`."""
    if Sitting.objects.filter(task=task, ended_at=None).exists():
        raise BadlyConvened("Hội đồng đã được triệu tập, phiên họp chưa có kết quả.")


def _well_convened(convening: Convening, at: datetime) -> None:
    if not (clean(convening.council) and clean(convening.decision) and clean(convening.place)):
        raise BadlyConvened("Phải ghi tên hội đồng, quyết định thành lập và địa điểm họp.")
    if convening.quorum not in Quorum.values:
        raise BadlyConvened("Phải chọn số thành viên phải có mặt theo quyết định thành lập.")
    if convening.starts_at <= at:
        raise BadlyConvened("Thời gian họp phải sau lúc triệu tập.")
    parts = [each.part for each in convening.members]
    if not all(clean(each.name) for each in convening.members) or not set(parts) <= set(Part.values):
        raise BadlyConvened("Mỗi thành viên phải có họ tên và vai trò.")
    if parts.count(Part.CHAIR) != 1 or parts.count(Part.SECRETARY) != 1 or Part.MEMBER not in parts:
        raise BadlyConvened("Hội đồng phải có một chủ tịch, một thư ký và ít nhất một ủy viên.")


def _attended(sitting: Sitting, present: frozenset[int]) -> list[Member]:
    members = list(sitting.members.order_by("position"))
    if not present <= {each.position for each in members}:
        raise NoQuorum("Có người được ghi là có mặt mà không có trong danh sách triệu tập.")
    for each in members:
        each.present = each.position in present
    return members


def _quorate(sitting: Sitting, members: list[Member]) -> None:
    voting = [each for each in members if each.part in council_rules.VOTING]
    there, needed = sum(bool(each.present) for each in voting), council_rules.needed(sitting.quorum, len(voting))
    if there < needed:
        raise NoQuorum(
            f"Chỉ có {there}/{len(voting)} thành viên có quyền biểu quyết, cần ít nhất {needed}: không được kết luận. "
            "Hãy hoãn họp và triệu tập lại."
        )
    for part in (Part.CHAIR, Part.SECRETARY):
        if not any(each.present for each in members if each.part == part):
            raise NoQuorum(f"{part.label} vắng mặt: không được kết luận. Hãy hoãn họp và triệu tập lại.")


def _vote(members: list[Member], votes: Mapping[int, str]) -> None:
    for each in members:
        each.vote = votes.get(each.position, "")
        if each.vote and not (each.present and each.part in council_rules.VOTING and each.vote in Vote.values):
            raise NoConclusion(f"{each.name} không biểu quyết được: vắng mặt hoặc không có quyền biểu quyết.")
    voting = [each for each in members if each.present and each.part in council_rules.VOTING]
    if any(each.vote for each in voting) and not all(each.vote for each in voting):
        raise NoConclusion("Khi có biểu quyết phải ghi đủ ý kiến của mọi thành viên có mặt.")


def _as_voted(outcome: str, members: list[Member]) -> None:
    votes = [each.vote for each in members if each.vote]
    if votes and council_rules.carried(votes) != (outcome != Outcome.REFUSED):
        raise NoConclusion("Kết luận không đúng với kết quả biểu quyết.")


def _told(member: Member) -> dict[str, object]:
    return {"name": member.name, "part": member.part, "present": member.present, "vote": member.vote}
