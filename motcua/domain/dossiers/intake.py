"""A dossier comes in at the one-stop, or is refused there with the reason."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Scan
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change

from . import policies, slips, stages, telling
from .interlinked import linked
from .models import Dossier, Submitted
from .taking_in import Duplicate as Duplicate
from .taking_in import Filing as Filing
from .taking_in import Incomplete as Incomplete
from .taking_in import NoProcess as NoProcess
from .taking_in import NotCurrent as NotCurrent
from .taking_in import OutsideComponents as OutsideComponents
from .taking_in import begin, current, row, ways, write
from .taking_in import open_twins as open_twins


@act("3.3-1", "4.1.c", "5.1.đ-2")
def receive(filing: Filing, *, by: Officer, at: datetime, duplicate_seen: bool = False, replaces: str = "") -> Dossier:
    """Take a complete dossier in: it gets its code, its due date and the receipt (Mẫu 01).

    Refused when a published component is missing, when the procedure is not current, or
    when no approved process is in force. `replaces` names the wrong receipt that `receive_anew` puts right.
    """
    begun = begin(filing, stage=stages.BEGINS["receive"], by=by, at=at, duplicate_seen=duplicate_seen)
    agreed = ways(begun, at)
    legs = write(begun, agreed, by=by, at=at)
    shares = linked.shares(legs)
    paper = slips.receipt(begun.dossier, filing.brought, ways=agreed, shares=shares, replaces=replaces, by=by, at=at)
    facts = {**begun.facts(), **agreed.facts(), **linked.laid_out(legs)}
    line = record(receive, about=begun.dossier, by=by, at=at, **facts, paper=paper.shown_number)
    telling.received(begun.dossier, line, at)
    return begun.dossier


@act("3.3-1", "5.1.e-1")
def refuse_to_receive(filing: Filing, *, reason: str, by: Officer, at: datetime) -> Dossier:
    """Say no at the counter, in writing and with the reason (Mẫu 03). It gets no code: it was never received."""
    handled = current(filing.version, at)
    require(policies.may_receive(by, filing.one_stop.pk, at, handled.owner.pk))
    applicant = filing.applicant.checked()
    if not reason.strip():
        raise Refused("Phải nêu rõ lý do không tiếp nhận.", "5.1.e-1")
    dossier = row(filing, applicant, handled)
    dossier.stage = stages.BEGINS["refuse_to_receive"]
    add([dossier])
    paper = slips.refusal_at_counter(dossier, reason=reason.strip(), by=by, at=at)
    facts = {"procedure": handled.code, "name": handled.name, "applicant": applicant.name, "reason": reason.strip()}
    record(refuse_to_receive, about=dossier, by=by, at=at, **facts, paper=paper.shown_number)
    return dossier


@act("5.1.đ-2")
def add_scan(dossier: Dossier, *, component_id: int, scan: Scan, by: Officer, at: datetime) -> Submitted:
    """Keep the scan of a paper that was handed in, made after the applicant has left the counter."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_receive(by, dossier.one_stop_id, at, dossier.department_id))
    handed_in = dossier.submitted.filter(component=component_id).order_by("-occasion", "-id").first()
    if handed_in is None:
        raise OutsideComponents("Giấy tờ này chưa được nộp trong hồ sơ nên không có bản quét để lưu.")
    handed_in.scan = scan
    change(handed_in, "scan")
    name = handed_in.component.name
    record(add_scan, about=dossier, by=by, at=at, component=name, pages=scan.pages, sha256=scan.file.sha256)
    return handed_in
