"""What an applicant sends from home for a dossier under way: papers asked for, the proof of a payment, a wish.

An official answers within the hours of a submission (`limits.submission_answer_hours`); until then the clock of the
dossier stays as it is, and who is slow is told upwards like anything that stands still.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.domain.citizens.models import Person
from motcua.domain.citizens.terms import Power
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation import limits
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from .. import stages
from ..models import ClockStop, Dossier, Sent, SentPaper, SupplementRequest
from . import arrived, rights
from .terms import Answered, SentKind

LONGEST = 2000
# What an official does when it is accepted: only where the table of stages allows that can it be sent.
LEADS_TO = {
    SentKind.SUPPLEMENT: "accept_supplement",
    SentKind.PAYMENT: "payment_proven",
    SentKind.WITHDRAWAL: "withdraw",
    SentKind.STOP: "stop_on_request",
    SentKind.RESUME: "resume",
}
WISHES = (SentKind.WITHDRAWAL, SentKind.STOP, SentKind.RESUME)


class NotWhole(Refused):
    """Something that was asked for is missing: everything is named at once."""

    clause = "5.1.d"


class WaitsForAnswer(Refused):
    """The same was sent already and an official has not answered yet."""

    clause = "5.1.đ-2"


class AnsweredAlready(Refused):
    """An official was faster."""

    clause = "5.1.đ-2"


@dataclass(frozen=True)
class Paid:
    """What the applicant says of a payment beside its proof."""

    number: str
    on: date


@act("5.1.e-2", "5.1.d", "4.1.c")
def send_supplement(dossier: Dossier, *, by: Person, at: datetime) -> Sent:
    """Hand in from home everything that was asked for, once and whole; an official looks and takes it in."""
    dossier = _taken(dossier, SentKind.SUPPLEMENT, Power.FILE, by, at)
    asked = SupplementRequest.objects.get(dossier=dossier, completed_at=None)
    files = _whole(asked, by, at)
    sent = _sent(dossier, SentKind.SUPPLEMENT, by=by, at=at)
    codes = {each.id: each.code for each in procedures.handled(dossier.version_id).components}
    told = []
    for item, file in files:
        component_id, name = item["component_id"], item["component"]
        what = scans.Component(codes[component_id], name)
        place = arrived.place_of_paper(asked, component_id)
        scan = arrived.keep(file, place, about=sent.stream, component=what, by=by, at=at)
        SentPaper.objects.create(sent=sent, component_id=component_id, scan=scan, size=len(file.data))
        told.append({"name": name, "sha256": scan.file.sha256})
    record(send_supplement, about=dossier, by=by, at=at, number=asked.number, papers=told, answer_by=sent.answer_due_at)
    return sent


@act("4.5.a", "4.1.c")
def send_payment_proof(dossier: Dossier, *, paid: Paid, by: Person, at: datetime) -> Sent:
    """Hand in from home the proof of what had to be paid; the clock goes on when an official has taken it in."""
    dossier = _taken(dossier, SentKind.PAYMENT, Power.PAY, by, at)
    stop = ClockStop.objects.get(dossier=dossier, to_at=None)
    number = clean(paid.number)[:80]
    if not number:
        raise NotWhole("Hãy ghi số của biên lai hoặc mã giao dịch.")
    if paid.on > local_day(at):
        raise NotWhole("Ngày nộp tiền không được sau hôm nay.")
    place = arrived.place_of_proof(stop)
    file = arrived.arrived(by, place, "Chứng từ nộp tiền", at)
    if file is None:
        raise NotWhole("Hãy chụp ảnh hoặc chọn tệp chứng từ nộp tiền.")
    what = scans.Component(label="Chứng từ thực hiện nghĩa vụ tài chính")
    scan = arrived.keep(file, place, about=dossier.stream, component=what, by=by, at=at)
    sent = _sent(dossier, SentKind.PAYMENT, by=by, at=at, words=number, on=paid.on, scan=scan)
    facts = {"number": number, "on": paid.on, "sha256": scan.file.sha256, "answer_by": sent.answer_due_at}
    record(send_payment_proof, about=dossier, by=by, at=at, **facts)
    return sent


@act("3.3-1", "5.1.đ-1")
def send_wish(dossier: Dossier, *, kind: SentKind, reason: str, by: Person, at: datetime) -> Sent:
    """Ask from home that the dossier be given back, rest, or go on: in writing, as at the counter."""
    if kind not in WISHES:
        raise ValueError(f"{kind} is no wish")
    dossier = _taken(dossier, kind, Power.FILE, by, at)
    words = clean_lines(reason)[:LONGEST]
    if not words:
        raise NotWhole("Hãy ghi lý do.")
    sent = _sent(dossier, kind, by=by, at=at, words=words)
    record(send_wish, about=dossier, by=by, at=at, kind=kind.value, reason=words, answer_by=sent.answer_due_at)
    return sent


@act("3.3-1", "5.1.đ-1")
def take_back(sent: Sent, *, by: Person, at: datetime) -> Sent:
    """Take back what was sent, before an official has answered."""
    dossier = Dossier.objects.locked(sent.dossier_id)
    require(rights.may_act(by, dossier, power_for(SentKind(sent.kind)), at))
    sent = Sent.objects.get(pk=sent.pk)
    if sent.answered_at is not None:
        raise AnsweredAlready("Cán bộ đã trả lời, không lấy lại được nữa.")
    sent.answered_at, sent.outcome = at, Answered.TAKEN_BACK
    sent.save(update_fields=["answered_at", "outcome"])
    record(take_back, about=dossier, by=by, at=at, kind=sent.kind)
    return sent


def power_for(kind: SentKind) -> Power:
    """What a member of a business must be allowed to do for this."""
    return Power.PAY if kind == SentKind.PAYMENT else Power.FILE


def _taken(dossier: Dossier, kind: SentKind, power: Power, by: Person, at: datetime) -> Dossier:
    dossier = Dossier.objects.locked(dossier)
    require(rights.may_act(by, dossier, power, at))
    stages.after(dossier.stage, LEADS_TO[kind])
    if Sent.objects.filter(dossier=dossier, kind=kind, answered_at=None).exists():
        raise WaitsForAnswer(f"{kind.label} đã gửi và đang chờ cán bộ trả lời.")
    return dossier


def _sent(dossier: Dossier, kind: SentKind, *, by: Person, at: datetime, **said: Any) -> Sent:
    hours = Limit(int(limits.submission_answer_hours(local_day(at))), Unit.WORKING_HOURS)
    due = calendar_for(dossier.one_stop.code).due(at, hours)
    return Sent.objects.create(
        dossier=dossier, one_stop_id=dossier.one_stop_id, kind=kind, person=by, sent_at=at, answer_due_at=due, **said
    )


def _whole(asked: SupplementRequest, by: Person, at: datetime) -> list[tuple[dict[str, Any], Upload]]:
    """A file for every paper that was asked for; refused with the names of all that are missing."""
    files, missing = [], []
    for item in asked.items:
        place = arrived.place_of_paper(asked, item["component_id"])
        file = arrived.arrived(by, place, item["component"], at)
        if file is None:
            missing.append(item["component"])
        else:
            files.append((item, file))
    if missing:
        raise NotWhole("Còn thiếu: " + "; ".join(missing) + ". Tệp đã gửi của giấy tờ khác vẫn còn nguyên.")
    return files
