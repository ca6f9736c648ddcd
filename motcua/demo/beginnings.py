"""When a matter of the demo begins, so that the present finds it where its story should stand."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from motcua.domain.vietnamese.dates import local, local_day
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from .described import Described
from .timeline import Timeline


@dataclass(frozen=True)
class Beginning:
    """The place and the law of one matter, and the chance that sets its hour."""

    described: Described
    times: Timeline
    chance: Random

    def long_ago(self) -> datetime:
        """Long enough ago that whatever happens to it is over."""
        over = timedelta(days=round(self._calendar_days() * 1.8) + 25)
        return self._since_the_present_term(local_day(self.times.now) - over)

    def at_any_time(self) -> datetime:
        """Any day since the present officials began."""
        return self._since_the_present_term(local_day(self.times.now))

    def lately(self) -> datetime:
        """So that it is somewhere on its way now."""
        return self._ago(self.chance.uniform(0, 0.9) * max(1, self._calendar_days()))

    def just_begun(self) -> datetime:
        """In the first third of its time, so that the first steps are under way and in time."""
        return self._ago(0.5 + self.chance.uniform(0, 0.35) * self._calendar_days())

    def some_days_ago(self) -> datetime:
        """One to two weeks ago."""
        return self._ago(self.chance.uniform(4, 14))

    def finished_these_days(self) -> datetime:
        """So that its result has just come."""
        return self._ago(self._calendar_days() * self.chance.uniform(0.9, 1.2) + self.chance.uniform(0, 3))

    def finished_weeks_ago(self) -> datetime:
        """So that its result has lain there for weeks."""
        return self._ago(self._calendar_days() + self.chance.uniform(25, 75))

    def due_soon(self) -> datetime:
        """So that it is due today or on one of the next working days."""
        return self._due_in(self.chance.choice((0, 1, 1, 2, 3)))

    def due_tomorrow(self) -> datetime:
        """So that it is due on the next working day."""
        return self._due_in(1)

    def overdue(self) -> datetime:
        """So that it was due some working days ago."""
        return self._due_in(-self.chance.randint(1, 4))

    def just_now(self) -> datetime:
        """Within the last hours of work."""
        return self._before_now(self.chance.randrange(5, 100))

    def passed_on_by_now(self) -> datetime:
        """Within the last day of work, early enough to have been passed on since."""
        moment = self._before_now(self.chance.randrange(120, 400))
        early = self.chance.randrange(5, 200)
        return min(moment, self._calendar.opening(moment.date()) + timedelta(minutes=early))

    @property
    def _calendar(self) -> Calendar:
        return calendar_for(self.described.one_stop)

    @property
    def _limit(self) -> Limit:
        first = self.described.parts.time_limits[0]
        return Limit(first.amount or 0, Unit(first.unit))

    def _calendar_days(self) -> float:
        """Roughly how many days the law allows."""
        return self._limit.amount * (7 / 5 if self._limit.unit == Unit.WORKING_DAYS else 1)

    def _since_the_present_term(self, last: date) -> datetime:
        """Some working day from the first one of the present officials until a last day."""
        first = self.times.seated_from
        days = [first + timedelta(days=number) for number in range(1, max(2, (last - first).days))]
        return self._at_desk(self.chance.choice([day for day in days if self._calendar.is_working_day(day)]))

    def _ago(self, days: float) -> datetime:
        return self._at_desk(local_day(self.times.now - timedelta(days=days)))

    def _due_in(self, number: int) -> datetime:
        """The last day on which it can begin to be due that many working days from now, or before."""
        due = local_day(self.times.now)
        for _ in range(abs(number)):
            due = self._calendar.next_working_day(due) if number > 0 else self._calendar.previous_working_day(due)
        day = due
        while local_day(self._calendar.due(self._calendar.opening(day), self._limit)) > due:
            day = self._calendar.previous_working_day(day)
        return self._at_desk(day)

    def _at_desk(self, day: date) -> datetime:
        """Some moment at which the desk was open that day, more often in the morning; never in the future."""
        day = day if self._calendar.is_working_day(day) else self._calendar.previous_working_day(day)
        opening = self._calendar.opening(day)
        moment = opening + timedelta(minutes=round(self.chance.triangular(5, 540, 90)))
        moment = min(self._calendar.next_working_moment(moment), self._calendar.closing(day) - timedelta(minutes=3))
        return moment if moment < self.times.now else self._before_now(self.chance.randrange(5, 60))

    def _before_now(self, minutes: int) -> datetime:
        """So many minutes before the last moment of work until now."""
        now = local(self.times.now)
        day = now.date()
        if not self._calendar.is_working_day(day) or now <= self._calendar.opening(day):
            now = self._calendar.closing(self._calendar.previous_working_day(day))
        moment = min(now, self._calendar.closing(now.date())) - timedelta(minutes=minutes)
        if moment < self._calendar.opening(moment.date()):
            closing = self._calendar.closing(self._calendar.previous_working_day(moment.date()))
            return closing - timedelta(minutes=minutes % 60)
        return min(self._calendar.next_working_moment(moment), now - timedelta(minutes=2))
