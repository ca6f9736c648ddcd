"""A dossier that stands still is told to who is in charge, then to the head, then to the Centre (4.1.d-1, 4.1.d-2).

Nobody opens or closes an alert by hand: it is raised by the clock and is over when the dossier moves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db.models import F, OuterRef, Q, Subquery

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean_lines
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for

from .. import telling
from ..models import Dossier, Task
from . import policies as ahead_policies
from .models import Alert
from .standing import TOLD, WITH_US, Level, Still, latest_promise, told_next_at
from .standing_still import HOLDS, Standing, standing

AT_ONCE = 1000  # what one run raises or escalates at most; the next run goes on


class MovedOn(Refused):
    """The dossier has moved, or was told of already: there is nothing to tell any more."""

    clause = "4.1.d-2"


class TooLate(Refused):
    """A promise that nobody above could wait for."""

    clause = "4.1.d-2"


@dataclass(frozen=True)
class Watched:
    """What one run did."""

    raised: int
    escalated: int
    closed: int


def watch(by: Signs, at: datetime) -> Watched:
    """Close what moved, raise what stands still, tell the next above of what stands too long. Again: nothing more."""
    closed = Alert.objects.filter(closed_at=None).exclude(pk__in=Alert.objects.filter(HOLDS).values("pk"))
    number_closed = closed.update(closed_at=at)
    _follow_the_holders()
    raised = sum(_done(lambda each=each: raise_alert(each, by=by, at=at)) for each in islice(_unknown(at), AT_ONCE))
    waiting = Alert.objects.filter(HOLDS, level__lt=Level.CENTRE).exclude(acknowledged_until__gt=local_day(at))
    overdue = (each for each in waiting.order_by("told_at", "id").iterator() if is_time_for_next(each, at))
    escalated = sum(_done(lambda each=each: escalate_alert(each, by=by, at=at)) for each in islice(overdue, AT_ONCE))
    return Watched(raised, escalated, number_closed)


@act("4.1.d-2")
def raise_alert(found: Standing, *, by: Signs, at: datetime) -> Alert:
    """Tell who is in charge that a dossier stands still, and once its applicant, where it stands with us."""
    dossier = Dossier.objects.locked(found.dossier_id)
    if found not in standing(found.kind, at, dossier.pk):
        raise MovedOn("Hồ sơ không còn đứng yên.")
    key = {"dossier": dossier, "kind": found.kind, "task": found.task_id}
    # What stood still before and has moved since gives way.
    Alert.objects.filter(closed_at=None, **key).exclude(pk__in=Alert.objects.filter(HOLDS, **key)).update(closed_at=at)
    if Alert.objects.filter(closed_at=None, **key).exists():
        raise MovedOn("Hồ sơ này đã được báo là đứng yên.")
    alert = Alert(
        dossier=dossier,
        task_id=found.task_id,
        kind=found.kind.value,
        what=found.what,
        one_stop_id=dossier.one_stop_id,
        office_id=found.office_id,
        role=found.role,
        officer_id=found.officer_id,
        since=found.since,
        told_at=at,
    )
    add([alert])
    facts = _facts(alert)
    line = record(raise_alert, about=dossier, by=by, at=at, **facts)
    if found.kind in WITH_US:
        telling.stands_still(dossier, str(facts["body"]), line, at)
    return alert


@act("4.1.d-1", "4.1.d-2")
def escalate_alert(alert: Alert, *, by: Signs, at: datetime) -> Alert:
    """Tell the next above: the head of the body, then the Centre."""
    alert = _locked(alert)
    if not is_time_for_next(alert, at):
        raise MovedOn("Chưa đến lúc báo cấp trên.")
    alert.level, alert.told_at = alert.level + 1, at
    change(alert, "level", "told_at")
    record(escalate_alert, about=alert.dossier, by=by, at=at, **_facts(alert))
    return alert


@act("4.1.d-2")
def acknowledge_alert(alert: Alert, *, until: date, reason: str, by: Officer, at: datetime) -> Alert:
    """Say that one knows, why it stands still, and by when it will move; until then the next above is not told."""
    alert = _locked(alert)
    require(ahead_policies.may_acknowledge(by, alert, at))
    not_acknowledged(alert)
    calendar = calendar_of(alert)
    if not clean_lines(reason):
        raise Refused("Phải ghi vì sao hồ sơ đứng yên.", "4.1.d-2")
    if until < local_day(at) or not calendar.is_working_day(until):
        raise Refused("Ngày hứa xử lý phải là một ngày làm việc, từ hôm nay trở đi.", "4.1.d-2")
    if until > (latest := latest_promise(at, calendar)):
        raise TooLate(f"Chỉ hứa được đến ngày {show_date(latest)}; lâu hơn thì cấp trên phải biết.")
    alert.acknowledged_level, alert.acknowledged_by, alert.acknowledged_at = alert.level, by, at
    alert.acknowledged_until, alert.acknowledged_reason = until, clean_lines(reason)
    change(
        alert, "acknowledged_level", "acknowledged_by", "acknowledged_at", "acknowledged_until", "acknowledged_reason"
    )
    facts = {"kind": alert.kind, "what": alert.what, "until": until, "reason": alert.acknowledged_reason}
    record(acknowledge_alert, about=alert.dossier, by=by, at=at, **facts)
    return alert


def not_acknowledged(alert: Alert) -> None:
    """Check that nobody has answered on this level: who promised is held to it."""
    if alert.acknowledged_level == alert.level and alert.acknowledged_until is not None:
        who = alert.acknowledged_by.name if alert.acknowledged_by else ""
        raise Refused(f"{who} đã hứa xử lý trước hết ngày {show_date(alert.acknowledged_until)}.", "4.1.d-2")


def is_time_for_next(alert: Alert, at: datetime) -> bool:
    """Whether the next above has to be told."""
    promised = alert.acknowledged_until if alert.acknowledged_level == alert.level else None
    moment = told_next_at(alert.kind, alert.level, alert.told_at, calendar_of(alert), promised)
    return moment is not None and at > moment


def calendar_of(alert: Alert) -> Calendar:
    """The calendar of the body in charge."""
    return calendar_for(office_at_hand(alert.office_id).code)


def _unknown(at: datetime) -> Iterator[Standing]:
    """What stands still and nobody was told of."""
    known = set(Alert.objects.filter(closed_at=None).values_list("dossier", "kind", "task"))
    for kind in Still:
        for found in standing(kind, at):
            if (found.dossier_id, found.kind.value, found.task_id) not in known:
                yield found


def _follow_the_holders() -> None:
    """A step that was given to somebody else since is in charge of that person now."""
    holder = Task.objects.filter(pk=OuterRef("task")).values("officer")[:1]
    given = Q(officer__isnull=True, task__officer__isnull=False) | ~Q(officer=F("task__officer"))
    moved = Alert.objects.filter(given, closed_at=None, task__isnull=False)
    Alert.objects.filter(pk__in=moved.values("pk")).update(officer=Subquery(holder))


def _locked(alert: Alert) -> Alert:
    """The alert with its dossier, both locked; raises `MovedOn` when it does not hold any more."""
    dossier = Dossier.objects.locked(alert.dossier_id)
    rows = Alert.objects.select_for_update(of=("self",)).select_related("acknowledged_by")
    found = rows.filter(HOLDS, pk=alert.pk).first()
    if found is None:
        raise MovedOn("Hồ sơ đã được xử lý tiếp, cảnh báo này không còn.")
    found.dossier = dossier
    return found


def _facts(alert: Alert) -> dict[str, object]:
    body = office_at_hand(alert.office_id).name
    return {
        "kind": alert.kind,
        "what": alert.what,
        "body": body,
        "since": alert.since,
        "level": alert.level,
        "told": TOLD[Level(alert.level)],
    }


def _done(do: object) -> bool:
    """Whether it was done; what moved in the meantime needs nothing."""
    try:
        do()  # type: ignore[operator]
    except MovedOn:
        return False
    return True
