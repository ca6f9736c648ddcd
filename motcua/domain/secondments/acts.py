"""A department nominates; the Centre accepts or refuses in writing; a term is made longer, with the reason."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.acts import Position, post
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.models import Field
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines

from . import letters, policies
from .models import Extension, Secondment
from .standards import Finding, Profile, Rank, Rating, findings, term_fault
from .terms import Part, State


class BadTerm(Refused):
    """A term that is over, out of range, or beside another of the same official."""

    clause = "5.2.a"


class NotUpToStandard(Refused):
    """Who does not meet every standard is not accepted."""

    clause = "4.3.a"


class Unsaid(Refused):
    """A nomination without its document, or an answer without its reason."""

    clause = "5.2.a"


@dataclass(frozen=True)
class Nomination:
    """What the department says of the official it sends."""

    part: str
    title: str
    division: str
    rank: int
    years: int
    rating: int
    roles: Collection[str]
    fields: Collection[str]
    from_on: date
    to_on: date
    document: str
    authority: str = ""
    disciplined: bool = False
    works_on_procedures: bool = True
    scan: Upload | None = None


@act("5.2.a", "5.2.b")
def nominate(officer: Officer, *, office: Office, says: Nomination, by: Officer, at: datetime) -> Secondment:
    """Send an official of one's own to the Centre, as one of its officials or as the reserve, by document."""
    Officer.objects.select_for_update().get(pk=officer.pk)  # two nominations of one person follow one another
    require(policies.may_nominate(by, office, at))
    if not any(held.body_id == office.pk for held in officer.held_at(at)):
        raise Unsaid(f"{officer.name} không thuộc {office.name}.")
    if not clean(says.document) or not says.roles:
        raise Unsaid("Phải ghi văn bản cử cán bộ và việc được giao.")
    _sound_term(officer, says.part, says.from_on, says.to_on, at)
    names = ("part", "rank", "years", "rating", "disciplined", "works_on_procedures", "from_on", "to_on")
    one = Secondment(officer=officer, office=office, nominated_by=by, nominated_at=at,
                     **{name: getattr(says, name) for name in names})  # fmt: skip
    one.title, one.division, one.document = clean(says.title), clean(says.division), clean(says.document)
    one.authority, one.roles = clean(says.authority), list(says.roles)
    one.save()
    one.fields.set(Field.objects.filter(code__in=says.fields))
    if says.scan is not None:
        label = scans.Component(label="Văn bản cử cán bộ")
        one.scan = scans.take_in(says.scan, about=one.stream, by=by, at=at, component=label)
        one.save(update_fields=["scan"])
    facts = {"name": officer.name, "part": one.get_part_display(), "from_on": one.from_on, "to_on": one.to_on}
    record(nominate, about=one, by=by, at=at, **facts, document=one.document, office=office.name)
    return one


@act("5.2.a")
def withdraw_nomination(one: Secondment, *, reason: str, by: Officer, at: datetime) -> Secondment:
    """Take a nomination back before it is answered."""
    one = locked(one)
    require(policies.may_withdraw(by, one, at))
    one.state, one.reason = State.WITHDRAWN, _said(reason)
    one.save(update_fields=["state", "reason"])
    record(withdraw_nomination, about=one, by=by, at=at, name=one.officer.name, reason=one.reason)
    return one


@act("4.3.a")
def accept_official(one: Secondment, *, by: Officer, at: datetime) -> Secondment:
    """Accept who meets every standard: from the first day the posting gives its rights, from the last on none."""
    one = locked(one)
    require(policies.may_answer(by, one, at))
    if unmet := [each.says for each in standing(one) if not each.met]:
        raise NotUpToStandard("Chưa đạt: " + "; ".join(unmet) + ". Hãy trả lời không tiếp nhận.")
    _sound_term(one.officer, one.part, one.from_on, one.to_on, at, but=one.pk)
    if one.part == Part.MAIN:
        seat = organisations.centre(local_day(at))
        place = Position(one.office, one.title, tuple(one.roles), seat)
        one.posting = post(
            one.officer, position=place, from_on=one.from_on, to_on=one.to_on, decision=one.document[:60]
        )
    _answered(one, State.ACCEPTED, by, at)
    facts: dict[str, Any] = {"name": one.officer.name, "office": one.office.name, "part": one.get_part_display()}
    facts |= {"from_on": one.from_on, "to_on": one.to_on, "roles": one.roles}
    record(accept_official, about=one, by=by, at=at, **facts, paper=_paper(one).shown_number)
    return one


@act("4.3.a")
def refuse_official(one: Secondment, *, reason: str, by: Officer, at: datetime) -> Secondment:
    """Refuse, in writing: the reason is given beside the standards that are not met."""
    one = locked(one)
    require(policies.may_answer(by, one, at))
    one.reason = _said(reason)
    _answered(one, State.REFUSED, by, at)
    facts = {"name": one.officer.name, "office": one.office.name, "reason": one.reason}
    record(refuse_official, about=one, by=by, at=at, **facts, paper=_paper(one).shown_number)
    return one


@act("5.2.a")
def extend_secondment(
    one: Secondment, *, to_on: date, reason: str, document: str, by: Officer, at: datetime
) -> Secondment:
    """Let somebody stay longer, at most as long as one term may be; the posting ends on the new day."""
    one = locked(one)
    require(policies.may_extend(by, one, at))
    if one.to_on < local_day(at):
        raise BadTerm("Đợt này đã kết thúc: hãy cử đợt mới.")
    if to_on <= one.to_on:
        raise BadTerm("Ngày cuối mới phải sau ngày cuối hiện nay.")
    if fault := term_fault(one.from_on, to_on):
        raise BadTerm(fault)
    if not clean(document):
        raise Unsaid("Phải ghi văn bản gia hạn.")
    was, one.to_on = one.to_on, to_on
    one.save(update_fields=["to_on"])
    if one.posting is not None:
        one.posting.to_on = to_on
        one.posting.save(update_fields=["to_on"])
    given = {"was": was, "to_on": to_on, "reason": _said(reason), "document": clean(document)}
    Extension.objects.create(secondment=one, by=by, at=at, **given)
    record(extend_secondment, about=one, by=by, at=at, name=one.officer.name, **given)
    return one


def standing(one: Secondment) -> list[Finding]:
    """Every standard held against what was said of this official."""
    mine = [each.code for each in one.fields.all()]
    theirs = [each.code for each in procedures.fields_in_use(one.from_on, owner=one.office.code)]
    return findings(
        Profile(
            Rank(one.rank), one.years, Rating(one.rating), one.disciplined, one.works_on_procedures, one.roles,
            [each for each in mine if each in theirs], theirs,
        )
    )  # fmt: skip


def locked(one: Secondment) -> Secondment:
    """The same, taken for this transaction."""
    rows = Secondment.objects.select_for_update(of=("self",)).select_related("officer", "office", "posting")
    return rows.get(pk=one.pk)


def _sound_term(officer: Officer, part: str, from_on: date, to_on: date, at: datetime, but: int = 0) -> None:
    if fault := term_fault(from_on, to_on):
        raise BadTerm(fault)
    if to_on < local_day(at):
        raise BadTerm("Đợt cử đã qua.")
    beside = Secondment.objects.filter(officer=officer, from_on__lte=to_on, to_on__gte=from_on, part=part)
    if beside.filter(state__in=[State.NOMINATED, State.ACCEPTED]).exclude(pk=but).exists():
        raise BadTerm(f"{officer.name} đã được cử trong những ngày này.")


def _answered(one: Secondment, state: State, by: Officer, at: datetime) -> None:
    one.state, one.decided_by, one.decided_at = state, by, at
    one.paper = letters.reply(one, standing(one), by=by, at=at)
    one.save()


def _paper(one: Secondment) -> Any:
    return one.paper


def _said(reason: str) -> str:
    if not clean_lines(reason):
        raise Unsaid("Phải ghi lý do.")
    return clean_lines(reason)
