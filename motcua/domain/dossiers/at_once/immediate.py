"""A matter that is settled while the citizen waits: received, signed, entered in its book and handed out in one act.

Nghị định 61/2018 Điều 17.4: no receipt is written unless the citizen asks for one, but the matter is in the system.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.issuing import next_number
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.handling import Plan, PlannedStep
from motcua.domain.procedures.models import Process, Version
from motcua.domain.procedures.terms import Power
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import add
from motcua.domain.vietnamese.dates import local, local_day
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.limit import Limit, Unit

from .. import slips, stages
from ..beside.special_ways import Ways
from ..inviting.invitations import invite
from ..inviting.terms import Occasion
from ..models import Dossier, Task
from ..results import register as results
from ..results import sealing
from ..results.register import PLAIN
from ..taking_in import Begun, Filing, begin, write
from .models import Certification, shown
from .terms import Book

A_DAY = 8  # working hours
MOST_COPIES, MOST_PAGES = 500, 100_000


class NotImmediate(Refused):
    """Only what the process says is settled at once goes this way."""

    clause = "5.1.a-2"


@dataclass(frozen=True)
class Certified:
    """What was certified: of which paper, how many copies of how many pages, in which book, signed by whom (code)."""

    what: str
    copies: int
    pages: int
    book: str
    signed_by: str


@act("3.3-1", "5.1.c-1", "5.1.đ-2", "4.1.e")
def settle_at_once(
    filing: Filing, certified: Certified, *, receipt_wanted: bool = False, by: Officer, at: datetime
) -> Dossier:
    """Receive a matter, enter it in its book as signed by who is named for it, and hand the result out at once."""
    stage = stages.BEGINS["settle_at_once"]
    begun = begin(filing, stage=stage, by=by, at=at, duplicate_seen=True)
    settled_at_once(begun.plan, begun.limit)
    _plausible(certified)
    step = begun.plan.steps[1]
    signer = _signer(begun.handled.procedure_id, step.office_id, certified.signed_by, local_day(at))
    number = next_number(step.office_code, certified.book, local(at).year)
    dossier = _finished(begun, shown(number, local(at).year, certified.book), at)
    given_out = begun.plan.steps[2]
    steps = [(step, signer, "settled"), (given_out, by, "done")]
    write(begun, Ways(()), also=lambda new: [_done(new, *each, at) for each in steps], by=by, at=at)
    add([_line(dossier, step, certified, signer, number, at)])
    results.enter_new(dossier, number=dossier.result_number, on=local_day(at), particulars=PLAIN, by=by, at=at)
    sealing.sealed(dossier, at)
    told = {"what": clean(certified.what), "copies": certified.copies, "pages": certified.pages, "book": certified.book}
    told |= {"number": dossier.result_number, "signer": signer.name, "signer_code": signer.code}
    facts = {**begun.facts(), **told, "to": dossier.delivered_to}
    if receipt_wanted:
        facts["paper"] = slips.receipt(dossier, filing.brought, by=by, at=at).shown_number
    invite(dossier, Occasion.DELIVERED, dossier.department_id, by=by, at=at)
    record(settle_at_once, about=dossier, by=by, at=at, **facts)
    return dossier


@rule("5.1.a-2")
def settled_at_once(plan: Plan, limit: Limit) -> None:
    """Check that process and time limit say that a matter is settled at once; raises `NotImmediate`."""
    if not plan.settles_at_once:
        raise NotImmediate("Quy trình của thủ tục này có nhiều bước: hãy tiếp nhận và chuyển như hồ sơ thường.")
    if not (limit.amount == 0 or (limit.unit == Unit.WORKING_HOURS and limit.amount <= A_DAY)):
        raise NotImmediate(f"Thủ tục này có thời hạn {limit.show()}, không phải loại giải quyết ngay trong ngày.")


@rule("5.1.c-1")
def signers(procedure_id: int, office_id: int, day: date) -> list[Officer]:
    """Who may sign for this procedure in this office that day, by name."""
    named = Q(authorisations__procedure=procedure_id, authorisations__power=Power.APPROVE)
    named &= Q(authorisations__from_on__lte=day) & (Q(authorisations__to_on=None) | Q(authorisations__to_on__gte=day))
    posted = Q(postings__office=office_id, postings__roles__overlap=[Role.APPROVE, Role.HEAD])
    posted &= Q(postings__from_on__lte=day) & (Q(postings__to_on=None) | Q(postings__to_on__gte=day))
    return list(Officer.objects.filter(named, posted).distinct().order_by("sort_key", "id"))


def offered(one_stop: Office, day: date) -> list[Version]:
    """The procedures that are settled at once at a one-stop, by name."""
    begun = Process.objects.filter(state="in_force", valid_from__lte=day, steps__kind="receive", steps__office=one_stop)
    ids = [each.procedure_id for each in begun.distinct() if procedures.process_plan(each.pk).settles_at_once]
    rows = Version.objects.filter(procedure__in=ids, state="published", valid_from__lte=day).exclude(valid_to__lt=day)
    return [each for each in rows.select_related("procedure").order_by("sort_key", "id") if _in_a_day(each)]


def faults() -> Iterator[str]:
    """Where a book has a gap, or a line is not what its dossier says."""
    last: dict[tuple[int, str, int], int] = {}
    rows = Certification.objects.select_related("dossier").order_by("office", "book", "year", "number")
    for line in rows.iterator(chunk_size=500):
        place = (line.office_id, line.book, line.year)
        if line.number != last.get(place, 0) + 1:
            yield f"sổ {line.book} năm {line.year}: thiếu số trước {line.number}"
        last[place] = line.number
        if line.dossier.result_number != line.shown_number:
            yield f"{line.dossier}: sổ ghi {line.shown_number}, hồ sơ ghi {line.dossier.result_number}"


def _in_a_day(version: Version) -> bool:
    limits = procedures.handled(version.pk).limits.values()
    return any(limit.amount == 0 or (limit.unit == Unit.WORKING_HOURS and limit.amount <= A_DAY) for limit in limits)


def _plausible(certified: Certified) -> None:
    if certified.book not in Book:
        raise Refused("Phải chọn sổ để ghi.", "5.1.đ-2")
    if not clean(certified.what):
        raise Refused("Phải ghi giấy tờ, văn bản được chứng thực.", "5.1.đ-2")
    if not (1 <= certified.copies <= MOST_COPIES and 1 <= certified.pages <= MOST_PAGES):
        raise Refused("Số bản và số trang phải từ 1.", "5.1.đ-2")


def _signer(procedure_id: int, office_id: int, code: str, day: date) -> Officer:
    for each in signers(procedure_id, office_id, day):
        if each.code == code:
            return each
    raise NotAllowed("Người ký không được phân công, ủy quyền ký thủ tục này tại cơ quan giải quyết.", "5.1.c-1")


def _finished(begun: Begun, number: str, at: datetime) -> Dossier:
    """The dossier as it stands when everything is done, not yet written."""
    dossier = begun.dossier
    dossier.outcome, dossier.result_number, dossier.result_on = "approved", number, local_day(at)
    dossier.decided_at = dossier.finished_at = dossier.delivered_at = at
    dossier.delivered_to = dossier.submitter_name
    return dossier


def _done(dossier: Dossier, step: PlannedStep, by: Officer, how: str, at: datetime) -> Task:
    """A step that was done as soon as it was opened."""
    done = {"opened_at": at, "taken_at": at, "done_at": at, "done_by": by, "how": how, "officer": by}
    return Task(
        dossier=dossier, step_id=step.id, stage=step.stage, kind=step.kind, name=step.name,
        office_id=step.office_id, role=step.role, due_at=dossier.when_due(), **done,
    )  # fmt: skip


def _line(
    dossier: Dossier, step: PlannedStep, certified: Certified, signer: Officer, number: int, at: datetime
) -> Certification:
    known: dict[str, Any] = {"what": clean(certified.what), "copies": certified.copies, "pages": certified.pages}
    place = {"office_id": step.office_id, "book": certified.book, "year": local(at).year, "number": number}
    return Certification(dossier=dossier, signed_by=signer, settled_at=at, **place, **known)
