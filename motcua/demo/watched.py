"""What the clock has noticed by now in the demo: late dossiers, letters drafted, questions, paper on its way."""

from datetime import datetime, timedelta

from motcua.domain.dossiers import breaches
from motcua.domain.dossiers.ahead import alerts, apology_drafts, progress
from motcua.domain.dossiers.ahead.models import Alert
from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.domain.dossiers.ahead.step_times import count_step_times
from motcua.domain.dossiers.handing_over import due as handing_due
from motcua.domain.dossiers.handing_over import handing
from motcua.domain.dossiers.handing_over.hours import hours_of
from motcua.domain.dossiers.handing_over.models import HandingList
from motcua.domain.dossiers.handing_over.terms import Direction
from motcua.domain.dossiers.models import Breach, Dossier
from motcua.domain.dossiers.stages import Stage
from motcua.domain.dossiers.terms import BreachKind
from motcua.domain.journal.system import System
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.queries import calendar_for

from .asides import ASKED_BODY
from .bodies import CENTRE
from .timeline import Timeline
from .world import World

ASKED, LISTS = 4, 3
MINUTE = timedelta(minutes=1)


def watch_over(world: World, times: Timeline) -> None:
    """Let the jobs of the last days run, the Centre ask, and some lists be given and taken."""
    count_step_times(times.now)
    for at in _mornings(times.now):
        alerts.watch(System(), at)
    apology_drafts.sweep(System(), times.now)
    _answer_alert(world, times.at_work)
    _explain(world, times.at_work)
    _ask(world, times.now)
    _hand_over(world, times.now)


def _mornings(now: datetime) -> list[datetime]:
    """The moment itself after the openings of the last three working days: who was not heard is told the next time."""
    calendar, day, found = calendar_for(), local_day(now), [now]
    for _ in range(3):
        day = calendar.previous_working_day(day)
        found.insert(0, calendar.opening(day) + MINUTE)
    return found


def _answer_alert(world: World, at: datetime) -> None:
    """Whoever holds a step that stands still says why, and until when it will move."""
    alert = Alert.objects.filter(closed_at=None, officer__isnull=False).select_related("officer").order_by("id").first()
    if alert is not None and alert.officer is not None:
        until, reason = calendar_for().next_working_day(local_day(at)), "Chờ bản gốc đối chiếu, xong trong buổi sáng."
        alerts.acknowledge_alert(alert, until=until, reason=reason, by=world.officer(alert.officer.code), at=at)


def _explain(world: World, at: datetime) -> None:
    """The head of a body that did not answer in time says why; others have not said anything yet."""
    unexplained = Breach.objects.filter(kind=BreachKind.LATE_ADVICE, office__code=ASKED_BODY, explanation="")
    breach = unexplained.order_by("id").first()
    if breach is not None:
        words = "Văn bản xin ý kiến chuyển nhầm phòng chuyên môn; đã chấn chỉnh khâu tiếp nhận công văn."
        breaches.explain_breach(breach, explanation=words, by=world.head_of(ASKED_BODY), at=at)


def _ask(world: World, now: datetime) -> None:
    """The Centre asks about the longest overdue of one department; one of the answers is there."""
    calendar, watcher = calendar_for(CENTRE), world.holders(CENTRE, "watch")[0]
    overdue = Dossier.objects.filter(one_stop=world.office(CENTRE), stage=Stage.PROCESSING, due_at__lt=now)
    dossiers = list(overdue.order_by("due_at", "id")[:ASKED])
    if not dossiers:
        return
    until = calendar.next_working_day(local_day(now))
    question = progress.Question(Subject.OVERRUN, until, "Đề nghị nêu nguyên nhân và ngày có kết quả.")
    asked = progress.ask_progress(dossiers, question=question, by=watcher, at=now - 2 * MINUTE)
    by = world.holders(asked[0].office.code, "appraise", "head")[0]
    words, expected_on = "Đã gửi văn bản lấy ý kiến, đang chờ trả lời.", calendar.next_working_day(until)
    answered = progress.answer_progress
    answered(asked[0], cause=Cause.OTHER_BODY, words=words, expected_on=expected_on, by=by, at=now - MINUTE)


def _hand_over(world: World, now: datetime) -> None:
    """The lists of the last round: the first is taken with one dossier missing, the second is on its way."""
    one_stop, hour_at = world.office(CENTRE), _last_round(now)
    for number, due in enumerate([*handing_due.due(one_stop.pk, now)][:LISTS]):
        body = office_at_hand(due.office_id)
        made = handing.draw_up_list(one_stop, body, direction=due.direction, hour_at=hour_at, by=System(), at=now)
        if number < LISTS - 1 and due.direction == Direction.OUT:
            _given(world, made, now, taken=number == 0)


def _given(world: World, made: HandingList, now: datetime, *, taken: bool) -> None:
    """What was passed on already goes with its list; the last of them is not found when it is taken."""
    giver, clerk = world.at_desk(CENTRE, "receive")[0], world.holders(made.office.code, "clerk")[0]
    there = [line.dossier for line in made.lines.order_by("position") if line.dossier.stage != Stage.RECEIVED]
    if not there:
        return
    for dossier in there:
        handing.put_on_list(made, dossier=dossier, by=giver, at=now)
    made = handing.give_list(made, by=giver, at=now)
    if taken:
        for dossier in there[:-1] or there:
            handing.take_papers(made, dossier=dossier, by=clerk, at=now)
        handing.take_list(made, by=clerk, at=now)


def _last_round(now: datetime) -> datetime:
    """The last set hour that has passed, on a working day."""
    calendar, day = calendar_for(CENTRE), local_day(now)
    while True:
        hours = hours_of(CENTRE) if calendar.is_working_day(day) else ()
        passed = [moment for hour in hours if (moment := datetime.combine(day, hour, LOCAL)) <= now]
        if passed:
            return passed[-1]
        day = calendar.previous_working_day(day)
