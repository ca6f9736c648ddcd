"""At each set hour the lists of what lies there are drawn up, so that nobody has to remember (5.1.đ-2)."""

from datetime import datetime

from motcua.domain.journal.recording import Signs
from motcua.domain.organisations.queries import office_at_hand, offices
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from ..queries import ONE_STOPS
from . import due as handing_due
from . import handing
from .hours import round_at
from .models import HandingList


def draw_up_rounds(by: Signs, at: datetime) -> int:
    """Draw up the lists of the rounds whose hour has come, at every one-stop; gives how many. Again: none."""
    drawn = 0
    for one_stop in offices(local_day(at), *ONE_STOPS):
        hour_at = round_at(one_stop.code, at, calendar_for(one_stop.code))
        if hour_at is None or HandingList.objects.filter(one_stop=one_stop, hour_at=hour_at).exists():
            continue
        for due in handing_due.due(one_stop.pk, at):
            try:
                body = office_at_hand(due.office_id)
                handing.draw_up_list(one_stop, body, direction=due.direction, hour_at=hour_at, by=by, at=at)
                drawn += 1
            except handing.NothingToHand:  # another worker was quicker
                continue
    return drawn
