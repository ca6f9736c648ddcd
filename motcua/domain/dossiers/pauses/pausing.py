"""Turns that stop the clock of a dossier: a payment the applicant owes, or the applicant's wish; and going on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.models import Scan
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import Said, add, change
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.pauses import PauseKind

from .. import reading, stages, tasks, telling
from ..from_home.settling import settle
from ..from_home.terms import SentKind
from ..interlinked import linked
from ..models import ClockStop, Dossier, Task
from . import policies as pause_policies
from . import slips as pause_slips

_STANDING = Said(lambda dossier: ClockStop.objects.filter(dossier=dossier, to_at=None))


class NotGrounded(Refused):
    """No clock stands without a legal ground, and without a paper that says so."""

    clause = "5.1.đ-1"


@dataclass(frozen=True)
class Notice:
    """What the applicant has to pay and by which notice; without an amount it is for the tax office to say."""

    ground: str
    number: str
    on: date
    amount: int | None = None


@dataclass(frozen=True)
class Proof:
    """The receipt by which a payment is proven; `scan` where it came from home and is kept already."""

    number: str
    on: date
    file: Upload | None = None
    scan: Scan | None = None


@dataclass(frozen=True)
class Request:
    """The applicant's written request: why, of which day, and its scan."""

    reason: str
    on: date
    file: Upload | None = None


@act("5.1.đ-1", "4.5.a")
def ask_for_payment(task: Task, *, notice: Notice, by: Officer, at: datetime) -> Dossier:
    """Tell the applicant what has to be paid before the matter can go on; the clock stands until it is proven.

    The law of the field says that this time does not count: its ground stands on the notice and in the journal.
    """
    task = tasks.locked(task)
    dossier = task.dossier
    stage = stages.after(dossier.stage, "ask_for_payment")
    require(pause_policies.may_ask_for_payment(by, task, at))
    notice = _grounded(notice, at)
    _stand(dossier, stage, by=by, at=at)
    paper = pause_slips.payment_notice(dossier, notice, by=by, at=at)
    add([ClockStop(dossier=dossier, kind=PauseKind.PAYMENT, ground=notice.ground, notice_number=notice.number,
                   notice_on=notice.on, amount=notice.amount, from_at=at, from_by=by, paper=paper)])  # fmt: skip
    facts = {"ground": notice.ground, "notice": notice.number, "notice_on": notice.on, "amount": notice.amount}
    facts |= {"step": task.name, "body": dossier.department.name, "paper": paper.shown_number}
    line = record(ask_for_payment, about=dossier, by=by, at=at, **facts)
    telling.payment_owed(dossier, line, at)
    return dossier


@act("4.5.a", "3.3-1")
def payment_proven(dossier: Dossier, *, proof: Proof, by: Officer, at: datetime) -> Dossier:
    """Take in the receipt at the one-stop. The clock goes on where it stood, and so do the open steps."""
    dossier = Dossier.objects.locked(dossier)
    require(pause_policies.may_act_for_applicant(by, dossier, at))
    stage = stages.after(dossier.stage, "payment_proven")
    number = clean(proof.number)
    if not number:
        raise Refused("Phải ghi số của biên lai, chứng từ nộp tiền.", "4.5.a")
    _not_in_future(proof.on, at, "Ngày của chứng từ")
    scan = proof.scan or _kept(proof.file, dossier, "Chứng từ thực hiện nghĩa vụ tài chính", by=by, at=at)
    opened = _go_on(dossier, stage, by=by, at=at, number=number, on=proof.on, proof=scan)
    settle(dossier, SentKind.PAYMENT, by=by, at=at)
    facts = {"number": number, "on": proof.on, "sha256": scan.file.sha256 if scan else ""}
    record(payment_proven, about=dossier, by=by, at=at, **facts, **_due(dossier), steps=opened)
    return dossier


@act("5.1.đ-1", "3.3-1")
def stop_on_request(dossier: Dossier, *, request: Request, by: Officer, at: datetime) -> Dossier:
    """Let the matter rest because the applicant asks so in writing, before anything is decided."""
    dossier = Dossier.objects.locked(dossier)
    require(pause_policies.may_act_for_applicant(by, dossier, at))
    stage = stages.after(dossier.stage, "stop_on_request")
    request = asked_in_writing(request, at)
    scan = _kept(request.file, dossier, "Đề nghị tạm dừng giải quyết hồ sơ", by=by, at=at)
    _stand(dossier, stage, by=by, at=at)
    paper = pause_slips.stop_notice(dossier, request, by=by, at=at)
    ground = f"Đề nghị bằng văn bản của người nộp hồ sơ ngày {show_date(request.on)}"
    add([ClockStop(dossier=dossier, kind=PauseKind.REQUEST, ground=ground, notice_on=request.on, asked=scan,
                   from_at=at, from_by=by, paper=paper)])  # fmt: skip
    settle(dossier, SentKind.STOP, by=by, at=at)
    facts = {"asked_on": request.on, "reason": request.reason, "ground": ground}
    record(stop_on_request, about=dossier, by=by, at=at, **facts, paper=paper.shown_number)
    return dossier


@act("5.1.đ-1", "3.3-1")
def resume(dossier: Dossier, *, request: Request, by: Officer, at: datetime) -> Dossier:
    """Go on because the applicant asks so; the time in between counts for nobody."""
    dossier = Dossier.objects.locked(dossier)
    require(pause_policies.may_act_for_applicant(by, dossier, at))
    stage = stages.after(dossier.stage, "resume")
    request = asked_in_writing(request, at)
    scan = _kept(request.file, dossier, "Đề nghị tiếp tục giải quyết hồ sơ", by=by, at=at)
    opened = _go_on(dossier, stage, by=by, at=at, on=request.on, proof=scan)
    settle(dossier, SentKind.RESUME, by=by, at=at)
    facts = {"asked_on": request.on, "reason": request.reason}
    record(resume, about=dossier, by=by, at=at, **facts, **_due(dossier), steps=opened)
    return dossier


def asked_in_writing(request: Request, at: datetime) -> Request:
    """The request, tidied; it has a reason and a day that is not still to come. Raises `Refused`."""
    if not clean(request.reason):
        raise Refused("Phải ghi lý do người nộp hồ sơ nêu trong văn bản đề nghị.", "3.3-1")
    _not_in_future(request.on, at, "Ngày của văn bản đề nghị")
    return Request(clean(request.reason), request.on, request.file)


def end_pause(
    dossier: Dossier, *, by: Officer, at: datetime, number: str = "", on: date | None = None, proof: Scan | None = None
) -> datetime:
    """End the pause that lasts, by what proves it; gives the moment since which it lasted."""
    stop = _STANDING.one(dossier=dossier.pk)
    stop.to_at, stop.to_by = at, by
    stop.proof_number, stop.proof_on, stop.proof = number, on, proof
    change(stop, "to_at", "to_by", "proof_number", "proof_on", "proof")
    return stop.from_at


def _stand(dossier: Dossier, stage: stages.Stage, *, by: Officer, at: datetime) -> None:
    tasks.close(tasks.last_open(dossier), how=tasks.PAUSED, by=by, at=at)
    dossier.stage, dossier.pauses = stage, dossier.pauses + 1
    dossier.due_at = dossier.due_by_law_at = None
    change(dossier, "stage", "pauses", "due_at", "due_by_law_at")
    linked.wait(dossier)


def _go_on(dossier: Dossier, stage: stages.Stage, *, by: Officer, at: datetime, **how: Any) -> list[str]:
    """Start the clock again: dossier and steps have the time they had left. Gives the names of the steps."""
    since = end_pause(dossier, by=by, at=at, **how)
    dossier.stage = stage
    clock = reading.clock_of(dossier)
    dossier.due_at, dossier.due_by_law_at = clock.due(), clock.due_by_law()
    change(dossier, "stage", "due_at", "due_by_law_at")
    linked.go_on(dossier)
    return [task.name for task in tasks.go_on(dossier, since=since, at=at)]


def _due(dossier: Dossier) -> dict[str, datetime | None]:
    return {"due": dossier.due_at, "due_by_law": dossier.due_by_law_at}


def _grounded(notice: Notice, at: datetime) -> Notice:
    ground, number = clean(notice.ground), clean(notice.number)
    if not ground:
        raise NotGrounded("Phải ghi căn cứ pháp lý để thời gian này không tính vào thời hạn giải quyết.")
    if not number:
        raise NotGrounded("Phải ghi số của thông báo nghĩa vụ tài chính.")
    if notice.amount is not None and notice.amount <= 0:
        raise Refused("Số tiền phải lớn hơn 0; chưa biết thì để trống.", "4.5.a")
    _not_in_future(notice.on, at, "Ngày của thông báo")
    return Notice(ground, number, notice.on, notice.amount)


def _not_in_future(on: date, at: datetime, what: str) -> None:
    if on > local_day(at):
        raise Refused(f"{what} không được sau hôm nay.", "5.1.đ-1")


def _kept(file: Upload | None, dossier: Dossier, label: str, *, by: Officer, at: datetime) -> Scan | None:
    if file is None:
        return None
    return scans.take_in(file, about=dossier.stream, by=by, at=at, component=scans.Component(label=label))
