"""On the first working day of a month each department is told of its officials at the Centre (4.3.c)."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Count, F, Q, QuerySet

from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import State, Verdict
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer, Posting
from motcua.domain.papers.forms.month_notice.facts import MonthNotice as Facts
from motcua.domain.papers.forms.month_notice.facts import OfficialLine
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed
from motcua.domain.procedures.terms import StepKind
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.limit import months_after
from motcua.domain.working_days.queries import calendar_for

from . import policies
from .models import ConductNote, MonthNotice

CLAUSE = "4.3.c"


class AlreadyTold(Refused):
    """Each department has one notice of a month, when the month is over."""

    clause = CLAUSE


def tell_due(by: Signs, at: datetime) -> int:
    """Tell of the month before, from the first working day on, whoever was not told yet; gives how many."""
    month = months_after(local_day(at).replace(day=1), -1)
    if at < calendar_for().opening(months_after(month, 1)):
        return 0
    told = set(MonthNotice.objects.filter(month=month).values_list("office", flat=True))
    waiting = [each for each in _departments(month) if each.pk not in told]
    for office in waiting:
        tell_department(office, month=month, by=by, at=at)
    return len(waiting)


@act(CLAUSE)
def tell_department(office: Office, *, month: date, by: Signs, at: datetime) -> MonthNotice:
    """Give out the notice of one month, from what really happened; nothing is typed."""
    Office.objects.select_for_update().get(pk=office.pk)
    first = month.replace(day=1)
    if MonthNotice.objects.filter(office=office, month=first).exists():
        raise AlreadyTold(f"{office.name} đã có thông báo của tháng này.")
    if local_day(at) < months_after(first, 1):
        raise AlreadyTold("Tháng chưa hết.")
    lines = tuple(_lines(office, first))
    centre = organisations.centre(local_day(at))
    notice = MonthNotice(office=office, month=first, sent_at=at)
    facts = Facts(headed(centre, local_day(at)), to=office.name, month=first, lines=lines)
    about = f"month-notice/{office.code}/{first:%Y-%m}"
    notice.paper = issue("month_notice", facts, office_code=centre.code, about=about, by=by, at=at)
    notice.save()
    told = {"office": office.name, "month": f"{first:%m/%Y}", "officials": len(lines)}
    record(tell_department, about=notice, by=by, at=at, **told, paper=notice.paper.shown_number)
    return notice


@act(CLAUSE)
def acknowledge_notice(notice: MonthNotice, *, by: Officer, at: datetime) -> MonthNotice:
    """The head of the department says that it was read."""
    notice = MonthNotice.objects.select_for_update(of=("self",)).select_related("office").get(pk=notice.pk)
    require(policies.may_acknowledge(by, notice, at))
    notice.acknowledged_by, notice.acknowledged_at = by, at
    notice.save(update_fields=["acknowledged_by", "acknowledged_at"])
    record(acknowledge_notice, about=notice, by=by, at=at, office=notice.office.name, month=f"{notice.month:%m/%Y}")
    return notice


def _departments(month: date) -> list[Office]:
    seated = _seated(month).values("office")
    return list(Office.objects.filter(kind=OfficeKind.DEPARTMENT, pk__in=seated).order_by("sort_key"))


def _seated(month: date, office: Office | None = None) -> "QuerySet[Posting]":
    last = months_after(month, 1) - timedelta(days=1)
    rows = Posting.objects.filter(seat__kind=OfficeKind.CENTRE, from_on__lte=last).exclude(to_on__lt=month)
    return rows.filter(office=office) if office else rows


def _lines(office: Office, month: date) -> Iterable[OfficialLine]:
    """Each official who sat there: what he or she did, how much of it late, what was found true, what was noted."""
    begin, end = (datetime.combine(day, time(), LOCAL) for day in (month, months_after(month, 1)))
    rows = _seated(month, office).select_related("officer").order_by("from_on")
    seats = {each.officer_id: each for each in rows}
    done = _done(seats, begin, end)
    received = Counter(
        Dossier.objects.filter(received_by__in=seats, received_at__gte=begin, received_at__lt=end).values_list(
            "received_by", flat=True
        )
    )
    true = Feedback.objects.filter(official__in=seats, state=State.ANSWERED, answered_at__gte=begin,
                                   answered_at__lt=end, verdict__in=(Verdict.FOUNDED, Verdict.PARTLY))  # fmt: skip
    founded = Counter(true.values_list("official", flat=True))
    notes = _notes(seats, month)
    for who, seat in sorted(seats.items(), key=lambda each: each[1].officer.sort_key):
        steps, late = done.get(who, (0, 0))
        yield OfficialLine(seat.officer.name, seat.title, received[who], steps, late, founded[who], tuple(notes[who]))


def _done(seats: Iterable[int], begin: datetime, end: datetime) -> dict[int, tuple[int, int]]:
    rows = Task.objects.filter(done_by__in=list(seats), done_at__gte=begin, done_at__lt=end).exclude(how="supplement")
    late = Q(done_at__gt=F("due_at")) & ~Q(kind=StepKind.RETURN)
    counted = rows.values("done_by").annotate(done=Count("id"), late=Count("id", filter=late)).order_by()
    return {each["done_by"]: (each["done"], each["late"]) for each in counted}


def _notes(seats: Iterable[int], month: date) -> dict[int, list[str]]:
    """What was noted on days of the month; what was found to be no breach is not told."""
    rows = ConductNote.objects.filter(officer__in=list(seats), on__gte=month, on__lt=months_after(month, 1))
    found: dict[int, list[str]] = defaultdict(list)
    for each in rows.exclude(decision="nothing").order_by("on", "id"):
        became = each.get_decision_display().lower() if each.decision else ""
        words = f"{each.on:%d/%m}: {each.get_kind_display().lower()}, {each.text}"
        found[each.officer_id].append(f"{words} ({became})" if became else words)
    return found
