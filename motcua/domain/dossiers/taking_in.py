"""What every dossier passes that is taken in at the one-stop: the checks, its row, its papers, its first step.

No acts here: receiving one, several on one receipt, or settling a matter at once call it inside their transaction.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.handling import Plan
from motcua.domain.procedures.models import Channel, Step, Version
from motcua.domain.procedures.queries import Handled, PlannedStep
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import Said, add
from motcua.domain.vietnamese.dates import local
from motcua.domain.vietnamese.text import fold
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from . import policies, stages
from .applicants import Applicant, Submitter
from .beside import special
from .beside.special_ways import Ways
from .handed_in import Brought, keep
from .interlinked import linked
from .interlinked.models import Leg
from .models import Dossier, Task
from .numbering import next_code
from .terms import ReturnBy

MANY = 5  # open dossiers of one person for one procedure: more are not named

_CODES_OF_TWINS: Said[Any] = Said(
    lambda procedure, number: _twins(procedure, number).values_list("code", flat=True)[:MANY]
)


class NotCurrent(Refused):
    """Only a procedure that is published and in force can be received for."""

    clause = "4.1.b"


class NoProcess(Refused):
    """A dossier is not received when nobody has approved the way it shall walk."""

    clause = "4.1.a-1"


class Incomplete(Refused):
    """A published component is missing: the applicant is guided once, completely, instead."""

    clause = "5.1.d"


class OutsideComponents(Refused):
    """A paper that is not among the published components can not be asked for or entered."""

    clause = "5.1.d"


class Duplicate(Refused):
    """The same person has an open dossier of the same procedure; the official must have seen it."""

    clause = "5.1.đ-2"


@dataclass(frozen=True)
class Filing:
    """What comes over the counter."""

    version: Version
    one_stop: Office
    applicant: Applicant
    brought: tuple[Brought, ...] = ()
    channel: str = Channel.COUNTER
    submitter: Submitter | None = None
    summary: str = ""
    copies: int = 1
    return_by: str = ReturnBy.COUNTER
    meets_at: datetime | None = None  # where the procedure is settled on appointment (4.1.a-2)
    handed_in_at: datetime | None = None  # from home, before an official takes it in: decision 0033
    draft: str = ""  # the stream under which scans were taken in before the dossier had one of its own


@dataclass(frozen=True)
class Begun:
    """A dossier that may be taken in, not yet written, with all that is known of its procedure."""

    filing: Filing
    dossier: Dossier
    handled: Handled
    plan: Plan
    limit: Limit
    arranged: bool  # something special is agreed for dossiers of this procedure

    def facts(self) -> dict[str, object]:
        """What the journal keeps of it."""
        dossier = self.dossier
        return {
            "code": dossier.code,
            "procedure": self.handled.code,
            "name": self.handled.name,
            "applicant": dossier.applicant_name,
            "submitter": dossier.submitter_name,
            "channel": dossier.channel,
            "limit": self.limit.show(),
            "due": dossier.due_at,
            "one_stop": dossier.one_stop.name,
            "department": dossier.department.name,
            "return_by": dossier.return_by,
        }


def begin(
    filing: Filing,
    *,
    stage: str,
    by: Officer,
    at: datetime,
    duplicate_seen: bool = False,
    supplied: frozenset[int] = frozenset(),
) -> Begun:
    """Check that a filing can be taken in by this official now; gives its dossier without a code, in this stage.

    `supplied` are components that another matter of the same bundle will bring.
    """
    handled = current(filing.version, filing.handed_in_at or at)
    require(policies.may_receive(by, filing.one_stop.pk, at, handled.owner.pk))
    applicant = filing.applicant.checked()
    _complete(handled, filing.brought, supplied)
    plan, arranged = procedures.beginning(handled.procedure_id, local(at).date())
    if plan is None:
        raise NoProcess("Thủ tục này chưa có quy trình được phê duyệt đang áp dụng.")
    if not duplicate_seen:
        _no_duplicate(handled, applicant)
    limit = handled.limits.get(filing.channel) or handled.limits.get(Channel.COUNTER)
    if limit is None:
        raise NotCurrent("Thủ tục này chưa công khai thời hạn giải quyết.")
    dossier = row(filing, applicant, handled)
    dossier.stage, dossier.process_id = stage, plan.id
    dossier.received_at, dossier.received_by = at, by
    dossier.limit_amount, dossier.limit_unit = limit.amount, limit.unit
    dossier.due_at = dossier.due_by_law_at = calendar_for(filing.one_stop.code).due(at, limit)
    return Begun(filing, dossier, handled, plan, limit, arranged)


def ways(begun: Begun, at: datetime) -> Ways:
    """The specially agreed ways that hold for it."""
    if not begun.arranged and begun.filing.meets_at is None:
        return Ways()
    return special.ways(begun.handled.procedure_id, local(at).date(), meets_at=begun.filing.meets_at, at=at)


def write(
    begun: Begun, agreed: Ways, *, also: Callable[[Dossier], list[Task]] = lambda _: [], by: Officer, at: datetime
) -> list[Leg]:
    """Give it its code and write it with its papers, its ways and its first step; gives its legs.

    `also` gives further steps, where they are done in the same breath.
    """
    filing, dossier = begun.filing, begun.dossier
    dossier.code = next_code(filing.one_stop.identifier, local(at).date())
    add([dossier])
    keep(dossier, filing.brought, draft=filing.draft)
    special.keep(dossier, agreed, at)
    add([receipt_step(dossier, begun.plan.steps_of(1)[0], by, at), *also(dossier)])
    return linked.lay_out(dossier, filing.brought, at)


def open_twins(procedure_id: int, identity_number: str) -> list[Dossier]:
    """The open dossiers of the same person for the same procedure, newest first: for the warning at the counter."""
    return list(_twins(procedure_id, identity_number).select_related("version")[:MANY])


def receipt_step(dossier: Dossier, step: PlannedStep, by: Officer, at: datetime) -> Task:
    """The first step of the process, which is done by receiving."""
    done = {"opened_at": at, "taken_at": at, "done_at": at, "done_by": by, "how": "done", "officer": by}
    hours = calendar_for(dossier.one_stop.code).due(at, Limit(step.hours, Unit.WORKING_HOURS))
    return Task(
        dossier=dossier, step_id=step.id, stage=1, kind=Step.Kind.RECEIVE, name=step.name,
        office_id=dossier.one_stop_id, role=step.role, due_at=hours, **done,
    )  # fmt: skip


def current(version: Version, at: datetime) -> Handled:
    """A version under which can be filed now; raises `NotCurrent`."""
    if not version.current_on(local(at).date()):
        raise NotCurrent("Thủ tục này chưa công khai hoặc đã hết hiệu lực.")
    return procedures.handled(version.pk)


def _complete(handled: Handled, brought: tuple[Brought, ...], supplied: frozenset[int]) -> None:
    there = {each.component_id for each in brought if each.originals or each.copies} | supplied
    published = {component.id for component in handled.components}
    if not there <= published:
        raise OutsideComponents("Có giấy tờ không nằm trong thành phần hồ sơ đã công khai.")
    missing = [each.name for each in handled.components if each.required and not each.case and each.id not in there]
    if missing:
        raise Incomplete("Hồ sơ còn thiếu: " + "; ".join(missing) + ". Hãy hướng dẫn người nộp một lần, đầy đủ.")


def _no_duplicate(handled: Handled, applicant: Applicant) -> None:
    codes = _CODES_OF_TWINS.all(procedure=handled.procedure_id, number=applicant.identity_number)
    if codes:
        raise Duplicate(f"{applicant.name} đang có hồ sơ cùng thủ tục chưa giải quyết xong: {', '.join(codes)}.")


def row(filing: Filing, applicant: Applicant, handled: Handled) -> Dossier:
    """The row of what was brought, not yet written."""
    submitter = filing.submitter or Submitter(applicant.name, applicant.identity_number, applicant.phone)
    return Dossier(
        version=filing.version,
        one_stop=filing.one_stop,
        department=handled.owner,
        channel=filing.channel,
        applicant_kind=applicant.kind,
        applicant_name=applicant.name,
        applicant_folded=fold(applicant.name),
        identity_kind=applicant.identity_kind,
        identity_number=applicant.identity_number,
        phone=applicant.phone,
        email=applicant.email,
        address=applicant.address,
        submitter_name=submitter.name,
        submitter_identity=submitter.identity_number,
        submitter_phone=submitter.phone,
        summary=filing.summary,
        copies=filing.copies,
        return_by=filing.return_by,
        secret=secrets.token_urlsafe(12),
    )


def _twins(procedure_id: Any, identity_number: Any) -> QuerySet[Dossier]:
    same = Dossier.objects.filter(identity_number=identity_number, version__procedure=procedure_id)
    return same.filter(stage__in=stages.OPEN).order_by("-received_at")
