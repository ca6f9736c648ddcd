"""The letter of a report, in the form of Nghị định 30/2020/NĐ-CP: to look at before it goes out, and as it went."""

from datetime import date, datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.rule_report.facts import Line, RuleReport
from motcua.domain.papers.issuing import Numbered, bytes_of, issue, next_number, printed
from motcua.domain.papers.letterheads import headed, signs
from motcua.domain.papers.models import Paper
from motcua.domain.vietnamese.dates import local_day

from .models import Report
from .terms import ReportKind

FORM = "rule_report"
KEPT_BY = "KTGS"  # the Centre's inspection


def as_letter(report: Report, at: datetime) -> bytes:
    """The PDF: the one that went out, or how it would look today, without a number."""
    if report.paper is not None:
        return bytes_of(report.paper, at=at)
    signer = signs(report.approved_by, report.owner, at) if report.approved_by else Signer(("GIÁM ĐỐC",), note="")
    return printed(FORM, facts_of(report, local_day(at), signer), number="        " + _mark(report))


def issued(report: Report, approved_by: Officer, *, by: Officer, at: datetime) -> Paper:
    """Give it the next number of the year; from now on it says what it says."""
    day, office = local_day(at), report.owner.code
    series = "BC" if report.kind == ReportKind.REPORT else KEPT_BY
    number = next_number(office, series, day.year)
    numbered = Numbered(series, number, f"{number:02d}{_mark(report)}")
    facts = facts_of(report, day, signs(approved_by, report.owner, at))
    return issue(FORM, facts, office_code=office, about=report.stream, by=by, at=at, numbered=numbered)


def facts_of(report: Report, on: date, signer: Signer) -> RuleReport:
    """What it says."""
    return RuleReport(
        letterhead=headed(report.owner, on),
        report=report.kind == ReportKind.REPORT,
        to=report.addressee,
        subject=report.subject,
        findings=report.findings,
        lines=tuple(Line(**each) for each in report.lines),
        proposal=report.proposal,
        reply_by=report.reply_by,
        kept_by=KEPT_BY,
        signer=signer,
    )


def _mark(report: Report) -> str:
    """What stands behind the number: the kind of paper and who writes, or who writes and its part."""
    mark = report.owner.abbreviation
    return f"/BC-{mark}" if report.kind == ReportKind.REPORT else f"/{mark}-{KEPT_BY}"
