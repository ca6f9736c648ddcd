"""Reports about rules for those who follow them, and what became of a voice for whoever raised it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.dates import local_day

from ..models import Feedback
from ..policies import may_inspect, visible_to
from . import policies
from .gathering import GATHERABLE
from .models import Chase, Report
from .terms import ENDED, Outcome, ReportState

_WITH = ("owner", "drafted_by", "approved_by", "heard_by", "closed_by", "paper", "scan")


@dataclass(frozen=True)
class Became:
    """What became of a voice about a rule, for whoever raised it: where it went, what was answered, what changed."""

    letter: str
    sent_on: date
    addressee: str
    outcome: str = ""
    document: str = ""
    document_on: date | None = None
    reply: str = ""
    change: str = ""


def reports_for(by: Officer, at: datetime, place: Place, *, under_way: bool = True) -> Page[Report]:
    """Reports that are under way, what is due first at the top; or those that have ended, the newest first."""
    rows = _seen(by, at).annotate(voices=Count("gathered", filter=Q(gathered__kept=True)))
    if under_way:
        found: Page[Report] = page(rows.exclude(state__in=ENDED), "reply_by", place)
        return found
    return page(rows.filter(state__in=ENDED), "drafted_at", place, newest_first=True)


def report_for(by: Officer, code: str, at: datetime) -> Report:
    """One of them; raises `Report.DoesNotExist` also for who may not see it."""
    return _seen(by, at).select_related(*_WITH).get(code=code.strip().upper())


def voices_in(report: Report) -> list[Feedback]:
    """The feedback that it is made from, oldest first."""
    rows = Feedback.objects.filter(gathered__report=report, gathered__kept=True)
    return list(rows.select_related("about", "topic__procedure").order_by("registered_at", "id"))


def chosen(by: Officer, codes: Iterable[str], at: datetime) -> list[Feedback]:
    """The feedback with these codes that may stand in a report, for the first words of the letter."""
    if not policies.may_report(by, at):
        return []
    rows = Feedback.objects.filter(GATHERABLE & visible_to(by, at), code__in=list(codes))
    with_ = ("about", "topic__procedure", "dossier__version__procedure")
    return list(rows.select_related(*with_).order_by("registered_at", "id"))


def chases_of(report: Report) -> list[Chase]:
    """When the authority was asked how far it is, oldest first."""
    return list(report.chases.select_related("by").order_by("at", "id"))


def story_of(report: Report) -> list[Entry]:
    """Everything that happened to it, in order."""
    return entries(report)


def standing_in(item: Feedback) -> Report | None:
    """The report in which it stands, or the one into which it was merged; `item` comes from a query."""
    rows = Report.objects.filter(gathered__feedback=item.same_as_id or item.pk, gathered__kept=True)
    return rows.select_related("paper").first()


def became_of(item: Feedback) -> Became | None:
    """What became of it, for who raised it: nothing before the letter went out, no answer before the head agreed."""
    report = standing_in(item)
    if report is None or report.paper is None or report.sent_at is None:
        return None
    sent = Became(report.paper.shown_number, local_day(report.sent_at), report.addressee)
    if report.state != ReportState.CLOSED:
        return sent
    return Became(
        sent.letter, sent.sent_on, sent.addressee, Outcome(report.outcome).label, report.document,
        report.document_on, report.reply, report.change,
    )  # fmt: skip


def _seen(by: Officer, at: datetime) -> QuerySet[Report]:
    """All of them for the Centre's inspectors and head; for its clerk those that can go out or went."""
    if may_inspect(by, at):
        return Report.objects.all()
    clerk = by.bodies_with(at, Role.CLERK)
    return Report.objects.filter(owner__in=clerk, approved_by__isnull=False)
