"""A report about rules is drafted from chosen feedback and approved by the head (4.2.b, 4.6.b-3, 3.3-2)."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import centre
from motcua.domain.regulation.answers import Answer, Refused, no, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines

from ..intake import LETTERS
from . import policies
from .gathering import gather, let_go, lines_of
from .models import Report
from .terms import ReportKind, ReportState

LONGEST = 10_000


class NotNow(Refused):
    """Somebody was faster, or it is not at this point."""

    clause = "4.6.b-3"


class NoWords(Refused):
    """A report says to whom, about what, how things are, and what is wanted until when."""

    clause = "4.6.b-3"


@dataclass(frozen=True)
class Words:
    """What a report says, to whom, and by when an answer is asked for."""

    kind: ReportKind
    addressee: str
    subject: str
    findings: str
    proposal: str
    reply_by: date


@act("4.2.b", "4.6.b-3")
def draft_report(codes: Iterable[str], words: Words, *, by: Officer, at: datetime) -> Report:
    """Gather feedback about rules into a report or a recommendation; each stands in one report at a time."""
    require(policies.may_report(by, at))
    day = local_day(at)
    report = Report(
        code=f"BC{day:%y%m%d}-{''.join(secrets.choice(LETTERS) for _ in range(6))}", owner=centre(day), drafted_by=by,
        drafted_at=at,
    )  # fmt: skip
    _write(report, words, at)
    report.save(force_insert=True)
    _fill(report, codes)
    record(
        draft_report, about=report, by=by, at=at, code=report.code, kind=report.kind, addressee=report.addressee,
        subject=report.subject, number=sum(each["number"] for each in report.lines), state=report.state,
    )  # fmt: skip
    return report


@act("4.2.b", "4.6.b-3")
def change_report(report: Report, codes: Iterable[str], words: Words, *, by: Officer, at: datetime) -> Report:
    """Choose other feedback or write other words, as long as it was not put before the head."""
    report = locked(report, ReportState.DRAFT)
    require(policies.may_report(by, at))
    _write(report, words, at)
    report.drafted_by, report.drafted_at = by, at
    report.save()
    _fill(report, codes)
    number = sum(each["number"] for each in report.lines)
    record(change_report, about=report, by=by, at=at, code=report.code, subject=report.subject, number=number)
    return report


@act("3.3-2", "4.6.b-3")
def submit_report(report: Report, *, by: Officer, at: datetime) -> Report:
    """Put it before the head."""
    report = locked(report, ReportState.DRAFT)
    require(policies.may_report(by, at))
    return _moved(report, ReportState.SUBMITTED, submit_report, by, at)


@act("3.3-2")
def return_report(report: Report, *, reason: str, by: Officer, at: datetime) -> Report:
    """The head does not answer for these words: they are written again."""
    report = locked(report, ReportState.SUBMITTED)
    require(policies.may_approve_report(by, report, at))
    if not clean(reason):
        raise NoWords("Phải ghi vì sao trả lại.")
    return _moved(report, ReportState.DRAFT, return_report, by, at, reason=clean(reason)[:500])


@act("3.3-2", "4.6.b-3")
def approve_report(report: Report, *, by: Officer, at: datetime) -> Report:
    """The head answers for it; now it may go out."""
    report = locked(report, ReportState.SUBMITTED)
    require(policies.may_approve_report(by, report, at))
    report.approved_by, report.approved_at = by, at
    return _moved(report, ReportState.APPROVED, approve_report, by, at)


@act("4.6.b-3")
def drop_report(report: Report, *, reason: str, by: Officer, at: datetime) -> Report:
    """Give up a draft; its feedback is free for another one, and still has to be answered."""
    report = locked(report, ReportState.DRAFT)
    require(policies.may_report(by, at))
    if not clean(reason):
        raise NoWords("Phải ghi vì sao bỏ bản soạn này.")
    let_go(report)
    return _moved(report, ReportState.DROPPED, drop_report, by, at, reason=clean(reason)[:500])


def may_change(by: Officer, report: Report, at: datetime) -> Answer:
    """Who may report, as long as it was not put before the head."""
    if report.state != ReportState.DRAFT:
        return no("Chỉ sửa được khi còn đang soạn.", "4.6.b-3")
    return policies.may_report(by, at)


def locked(report: Report, *states: ReportState) -> Report:
    """Take it; refused when it is not where this act begins."""
    report = Report.objects.select_for_update(of=("self",)).select_related("owner").get(pk=report.pk)
    if report.state not in states:
        raise NotNow(f"Báo cáo {report.code} đang ở tình trạng “{report.get_state_display()}”.")
    return report


def _moved(report: Report, to: ReportState, what: object, by: Officer, at: datetime, **facts: str) -> Report:
    report.state = to
    report.save()
    record(what, about=report, by=by, at=at, code=report.code, state=report.state, **facts)
    return report


def _write(report: Report, words: Words, at: datetime) -> None:
    report.kind, report.reply_by = words.kind, words.reply_by
    report.addressee, report.subject = clean(words.addressee)[:200], clean(words.subject)[:250]
    report.findings, report.proposal = clean_lines(words.findings)[:LONGEST], clean_lines(words.proposal)[:LONGEST]
    if not (report.addressee and report.subject and report.findings and report.proposal):
        raise NoWords("Phải ghi nơi nhận, trích yếu, tình hình và kiến nghị.")
    if words.reply_by <= local_day(at):
        raise NoWords("Ngày đề nghị trả lời phải sau hôm nay.")


def _fill(report: Report, codes: Iterable[str]) -> None:
    report.lines = lines_of(gather(report, codes))
    report.save(update_fields=["lines"])
