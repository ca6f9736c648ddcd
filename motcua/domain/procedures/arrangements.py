"""Special or rarely used procedures: the department proposes another way, the Centre agrees (4.1.a-2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import Said
from motcua.domain.vietnamese.dates import local_day, show_date, show_moment
from motcua.domain.vietnamese.text import clean, clean_lines

from . import arrangement_policies, policies
from .arrangement_models import Arrangement, holding
from .arrangement_terms import ArrangementKind
from .models import Procedure, Version
from .taking import locked

CONCERNED = (Role.PROCEDURES, Role.HEAD, Role.CLERK, Role.ASSIGN, Role.APPRAISE, Role.APPROVE)
_OF_PROCEDURE = Said(lambda procedure, day: holding(procedure, day).order_by("kind", "id"))


class NotInTurn(Refused):
    """It is proposed, agreed to once, and ended once."""

    clause = "4.1.a-2"


class BadTerms(Refused):
    """An arrangement says why, by which document, and for which days."""

    clause = "4.1.a-2"


@dataclass(frozen=True)
class Terms:
    """What both sides put on paper."""

    kind: str
    reason: str
    document: str
    signed_on: date
    from_on: date
    to_on: date


@act("4.1.a-2", "5.1.đ-1")
def propose_arrangement(
    procedure: Procedure, *, terms: Terms, signed_copy: Upload | None = None, by: Officer, at: datetime
) -> Arrangement:
    """The department enters what it needs for a procedure and the document that says so; it applies once agreed to."""
    procedure = locked(procedure)
    require(arrangement_policies.may_propose(by, procedure, at))
    _sound(terms, at)
    if procedure.arrangements.filter(kind=terms.kind, agreed_at=None, ended_at=None).exists():
        raise NotInTurn("Thủ tục này đang có một đề nghị cùng loại chờ Trung tâm thống nhất.")
    made = Arrangement.objects.create(
        procedure=procedure,
        kind=terms.kind,
        reason=clean_lines(terms.reason),
        document=clean(terms.document),
        signed_on=terms.signed_on,
        from_on=terms.from_on,
        to_on=terms.to_on,
        proposed_by=by,
        proposed_at=at,
    )
    if signed_copy is not None:
        made.scan = take_in(signed_copy, about=procedure.stream, by=by, at=at)
        made.save(update_fields=["scan"])
    record(propose_arrangement, about=procedure, by=by, at=at, **_facts(made), reason=made.reason)
    return made


@act("4.1.a-2")
def agree_arrangement(arrangement: Arrangement, *, by: Officer, at: datetime) -> Arrangement:
    """The Centre agrees; from its first day, and never for days that are over, the other way may be gone."""
    arrangement = _locked(arrangement)
    require(arrangement_policies.may_agree(by, arrangement, at))
    not_agreed(arrangement)
    today = local_day(at)
    if arrangement.to_on < today:
        raise NotInTurn(f"Thỏa thuận này đã hết hạn ngày {show_date(arrangement.to_on)}, không thống nhất được nữa.")
    beside = _beside(arrangement)
    if beside is not None:
        raise NotInTurn(f"Đã có thỏa thuận cùng loại theo {beside.document} trong thời gian này.")
    arrangement.agreed_by, arrangement.agreed_at = by, at
    arrangement.from_on = max(arrangement.from_on, today)
    arrangement.save(update_fields=["agreed_by", "agreed_at", "from_on"])
    record(agree_arrangement, about=arrangement.procedure, by=by, at=at, **_facts(arrangement))
    return arrangement


@act("4.1.a-2", "5.1.đ-1")
def end_arrangement(arrangement: Arrangement, *, last_on: date, reason: str, by: Officer, at: datetime) -> Arrangement:
    """Either side ends it after a day; what was received under it until then keeps what its receipt says."""
    arrangement = _locked(arrangement)
    require(arrangement_policies.may_end(by, arrangement, at))
    not_ended(arrangement)
    if not clean_lines(reason):
        raise BadTerms("Phải nêu lý do chấm dứt thỏa thuận.")
    if arrangement.agreed_at is not None:
        if not max(local_day(at), arrangement.from_on) <= last_on <= arrangement.to_on:
            raise BadTerms("Ngày áp dụng cuối cùng phải từ hôm nay đến trước khi thỏa thuận hết hạn.")
        arrangement.to_on = last_on
    arrangement.ended_by, arrangement.ended_at, arrangement.why_ended = by, at, clean_lines(reason)
    arrangement.save(update_fields=["to_on", "ended_by", "ended_at", "why_ended"])
    facts = {**_facts(arrangement), "reason": arrangement.why_ended}
    record(end_arrangement, about=arrangement.procedure, by=by, at=at, **facts)
    return arrangement


def in_force(procedure_id: int, day: date) -> list[Arrangement]:
    """What holds on a day for the dossiers of a procedure."""
    return _OF_PROCEDURE.all(procedure=procedure_id, day=day)


def seen(by: Officer, at: datetime) -> QuerySet[Arrangement]:
    """The arrangements of all procedures for those who speak for the Centre, else of one's own bodies; newest first."""
    rows = Arrangement.objects.all()
    if not policies.speaks_for_centre(by, at):
        rows = rows.filter(procedure__owner__in=by.bodies_with(at, *CONCERNED))
    related = ("procedure__owner", "proposed_by", "agreed_by", "ended_by", "scan")
    return rows.select_related(*related).order_by("-proposed_at", "-id")


def one(by: Officer, pk: int, at: datetime) -> Arrangement:
    """One of them; raises `Arrangement.DoesNotExist`."""
    return seen(by, at).get(pk=pk)


def names_of(arrangements: "list[Arrangement]") -> dict[int, str]:
    """What the procedures of these arrangements are called, by their newest versions."""
    rows = Version.objects.filter(procedure__in={each.procedure_id for each in arrangements}).order_by("number")
    return dict(rows.values_list("procedure", "name"))


def not_agreed(arrangement: Arrangement) -> None:
    """Check that the Centre has still to agree; raises `NotInTurn`."""
    not_ended(arrangement)
    if arrangement.agreed_at is not None:
        who = arrangement.agreed_by.name if arrangement.agreed_by else "Trung tâm"
        raise NotInTurn(f"Thỏa thuận này đã được {who} thống nhất lúc {show_moment(arrangement.agreed_at)}.")


def not_ended(arrangement: Arrangement) -> None:
    """Check that nobody has ended it; raises `NotInTurn`."""
    if arrangement.ended_at is not None:
        raise NotInTurn(f"Thỏa thuận này đã được chấm dứt lúc {show_moment(arrangement.ended_at)}.")


def faults() -> Iterator[str]:
    """Two arrangements of one kind for one procedure on the same day."""
    rows = Arrangement.objects.filter(agreed_at__isnull=False).order_by("procedure_id", "kind", "from_on", "id")
    before: Arrangement | None = None
    for each in rows.iterator(chunk_size=500):
        same = before is not None and (before.procedure_id, before.kind) == (each.procedure_id, each.kind)
        if before is not None and same and before.to_on >= each.from_on:
            yield f"thủ tục {each.procedure_id}: hai thỏa thuận {each.get_kind_display()} cùng ngày {each.from_on}"
        before = each


def _locked(arrangement: Arrangement) -> Arrangement:
    procedure = locked(arrangement.procedure)
    found = Arrangement.objects.select_related("agreed_by").get(pk=arrangement.pk)
    found.procedure = procedure
    return found


def _beside(arrangement: Arrangement) -> Arrangement | None:
    same = Arrangement.objects.filter(procedure=arrangement.procedure_id, kind=arrangement.kind)
    there = same.filter(agreed_at__isnull=False, from_on__lte=arrangement.to_on, to_on__gte=arrangement.from_on)
    return there.exclude(pk=arrangement.pk).first()


def _sound(terms: Terms, at: datetime) -> None:
    if terms.kind not in ArrangementKind.values:
        raise BadTerms("Phải chọn cách làm được thỏa thuận.")
    if not clean_lines(terms.reason) or not clean(terms.document):
        raise BadTerms("Phải ghi lý do và số biên bản hoặc quyết định.")
    if terms.signed_on > local_day(at):
        raise BadTerms("Ngày ký không được sau hôm nay.")
    if terms.to_on < max(terms.from_on, local_day(at)):
        raise BadTerms("Ngày hết hạn không được trước ngày bắt đầu và không được đã qua.")


def _facts(arrangement: Arrangement) -> dict[str, Any]:
    return {
        "code": arrangement.procedure.code,
        "kind": arrangement.kind,
        "document": arrangement.document,
        "from_on": arrangement.from_on,
        "to_on": arrangement.to_on,
    }
