"""A report goes out, is followed to its outcome, and everybody who raised it is told what became of it (4.6.b-3)."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines

from ..letters import give_out
from ..models import Feedback
from ..publishing.publishing import day_to_publish
from ..telling import voices_of
from ..terms import OVER, State, Verdict
from . import letters, policies, telling
from .drafting import NoWords, locked
from .models import Chase, Report
from .terms import VERDICTS, Outcome, ReportState

LONGEST = 6000


class NotHeard(Refused):
    """What an authority answered is told with its document, and with what it changed."""

    clause = "4.6.b-3"


@dataclass(frozen=True)
class Heard:
    """What the authority answered: what it did, in which document, what it says, what is different now."""

    outcome: Outcome
    document: str
    document_on: date
    reply: str
    change: str = ""
    scan: Upload | None = None


@act("4.6.b-3")
def send_report(report: Report, *, by: Officer, at: datetime) -> Report:
    """Let it go out under its number, and tell everybody who spoke that it did."""
    report = locked(report, ReportState.APPROVED)
    require(policies.may_send_report(by, report, at))
    if report.approved_by is None:
        raise NoWords("Báo cáo chưa được duyệt.")
    report.paper = letters.issued(report, report.approved_by, by=by, at=at)
    report.state, report.sent_at = ReportState.SENT, at
    report.save(update_fields=["paper", "state", "sent_at"])
    shown = report.paper.shown_number
    record(
        send_report, about=report, by=by, at=at, code=report.code, state=report.state, paper=shown,
        addressee=report.addressee,
    )  # fmt: skip
    for item in gathered(report):
        line = record(
            send_report, about=item, by=by, at=at, code=item.code, paper=shown, addressee=report.addressee,
            report=report.code,
        )  # fmt: skip
        for voice in voices_of(item):
            telling.went_out(voice, report, f"{item.stream}#{line}", at)
    return report


@act("4.6.b-3")
def chase_report(report: Report, *, text: str, by: Officer, at: datetime) -> Chase:
    """Note that the authority was asked how far it is, and what it said."""
    report = locked(report, ReportState.SENT)
    require(policies.may_report(by, at))
    words = clean_lines(text)[:1000]
    if not words:
        raise NoWords("Hãy ghi đã hỏi ai, bằng cách nào, họ nói gì.")
    if report.chases.filter(text=words, by=by).exists():
        raise NoWords("Đúng những lời ấy đã được ghi.")
    chase = Chase.objects.create(report=report, text=words, by=by, at=at)
    record(chase_report, about=report, by=by, at=at, code=report.code, text=words)
    return chase


@act("4.6.b-3")
def record_outcome(report: Report, heard: Heard, *, by: Officer, at: datetime) -> Report:
    """Write down what the authority answered and what it changed, and put before the head what people will be told."""
    report = locked(report, ReportState.SENT)
    require(policies.may_report(by, at))
    reply, change = clean_lines(heard.reply)[:LONGEST], clean_lines(heard.change)[:LONGEST]
    _is_whole(report, heard, reply, change, local_day(at))
    report.outcome, report.reply, report.change = heard.outcome, reply, change
    report.document, report.document_on = clean(heard.document)[:60], heard.document_on
    report.state, report.heard_by, report.heard_at = ReportState.HEARD, by, at
    if heard.scan is not None:
        report.scan = take_in(heard.scan, about=report.stream, by=by, at=at)
    report.save()
    record(
        record_outcome, about=report, by=by, at=at, code=report.code, state=report.state, outcome=report.outcome,
        outcome_name=Outcome(report.outcome).label, document=report.document, document_on=report.document_on,
    )  # fmt: skip
    return report


@act("3.3-2")
def return_outcome(report: Report, *, reason: str, by: Officer, at: datetime) -> Report:
    """The head does not answer for these words to the people: what was heard is written down again."""
    report = locked(report, ReportState.HEARD)
    require(policies.may_confirm_outcome(by, report, at))
    if not clean(reason):
        raise NoWords("Phải ghi vì sao trả lại.")
    report.state = ReportState.SENT
    report.save(update_fields=["state"])
    facts = {"code": report.code, "state": report.state, "reason": clean(reason)[:500]}
    record(return_outcome, about=report, by=by, at=at, **facts)
    return report


@act("3.3-2", "4.6.b-3", "4.2.b")
def confirm_outcome(report: Report, *, by: Officer, at: datetime) -> Report:
    """The head answers for it: each voice in it is answered with what became of it, and told."""
    report = locked(report, ReportState.HEARD)
    require(policies.may_confirm_outcome(by, report, at))
    report.state, report.closed_by, report.closed_at = ReportState.CLOSED, by, at
    report.save(update_fields=["state", "closed_by", "closed_at"])
    items = gathered(report)
    record(
        confirm_outcome, about=report, by=by, at=at, code=report.code, state=report.state, outcome=report.outcome,
        number=len(items),
    )  # fmt: skip
    for item in items:
        if item.state not in OVER:
            _answer(item, report, by, at)
            give_out(item, by=by, at=at)
        line = record(
            confirm_outcome, about=item, by=by, at=at, code=item.code, state=item.state, verdict=item.verdict,
            report=report.code, document=report.document,
        )  # fmt: skip
        for voice in voices_of(item):
            telling.became_of(voice, report, f"{item.stream}#{line}", at)
    return report


def gathered(report: Report) -> list[Feedback]:
    """The feedback in it, locked in the order of its numbers."""
    rows = Feedback.objects.select_for_update(of=("self",)).filter(gathered__report=report, gathered__kept=True)
    return list(rows.select_related("person").order_by("id"))


def _answer(item: Feedback, report: Report, by: Officer, at: datetime) -> None:
    item.state, item.verdict = State.ANSWERED, Verdict(VERDICTS[Outcome(report.outcome)])
    item.answer, item.remedy = telling.words_of(report), report.change
    item.drafted_by, item.approved_by, item.answered_at = report.heard_by, by, at
    item.publish_by = day_to_publish(item, at)
    item.save(
        update_fields=["state", "verdict", "answer", "remedy", "drafted_by", "approved_by", "answered_at", "publish_by"]
    )


def _is_whole(report: Report, heard: Heard, reply: str, change: str, today: date) -> None:
    if not clean(heard.document) or not reply:
        raise NotHeard("Phải ghi số, ký hiệu văn bản trả lời và nội dung trả lời.")
    if heard.outcome != Outcome.KEPT and not change:
        raise NotHeard("Quy định được sửa thì phải ghi đã thay đổi điều gì, từ ngày nào.")
    if heard.outcome == Outcome.KEPT and change:
        raise NotHeard("Giữ nguyên quy định thì không ghi điều đã thay đổi.")
    sent = local_day(report.sent_at) if report.sent_at else today
    if not sent <= heard.document_on <= today:
        raise NotHeard("Ngày văn bản trả lời phải từ ngày gửi báo cáo đến hôm nay.")
