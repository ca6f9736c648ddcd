"""When things happened in the demo, seen from the day it is loaded, so that it always looks alive."""

from dataclasses import dataclass
from datetime import date, datetime, time

from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.limit import months_after
from motcua.domain.working_days.queries import calendar_for

MONTHS_OF_THE_PRESENT_TERM = 10


@dataclass(frozen=True)
class Timeline:
    """The moments from which the demo is told."""

    now: datetime

    @property
    def at_work(self) -> datetime:
        """Now, or when the offices closed last: at night nobody is at a desk."""
        calendar, day = calendar_for(), local_day(self.now)
        if not calendar.is_working_day(day) or self.now < calendar.opening(day):
            day = calendar.previous_working_day(day)
        return min(self.now, calendar.closing(day))

    @property
    def founded_at(self) -> datetime:
        """The bodies and the officials of 2019 are entered."""
        return datetime(2019, 1, 2, 8, 0, tzinfo=LOCAL)

    @property
    def written_at(self) -> datetime:
        """The procedures are written down and posted, to be in force from May 2019 on."""
        return datetime(2019, 5, 2, 9, 0, tzinfo=LOCAL)

    @property
    def seated_from(self) -> date:
        """The officials now seated at the one-stops began: the first working day of a month, ten months ago."""
        first = months_after(local_day(self.now).replace(day=1), -MONTHS_OF_THE_PRESENT_TERM)
        return calendar_for().opening(first).date()

    @property
    def processes_from(self) -> datetime:
        """The processes that name them were approved, and the heads named who appraises and approves."""
        return datetime.combine(self.seated_from, time(8, 0), LOCAL)

    def working_days_ago(self, office: str, number: int) -> datetime:
        """When a body opened, so many working days before the day of loading."""
        calendar, day = calendar_for(office), local_day(self.now)
        for _ in range(number):
            day = calendar.previous_working_day(day)
        return calendar.opening(day)
