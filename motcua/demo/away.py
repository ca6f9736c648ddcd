"""Somebody of the demo is away from today on: another stands in, the rest of the work is given out by list."""

from datetime import timedelta
from typing import Any

from motcua.domain.dossiers import standing_in, whole_work
from motcua.domain.listing import Place
from motcua.domain.organisations import absences
from motcua.domain.vietnamese.dates import local_day

from .lives import FIRST
from .timeline import Timeline
from .world import World

FOR_DAYS = 4
AWAY, INSTEAD, ASSIGNS = "thu", "kien", "minh"
ELSEWHERE, SHORTER, FOR_SHORTER = "stnmt", "nam", "linh"
TAKEN, GIVEN = 1, 2


def announce(world: World, times: Timeline) -> None:
    """Leave of an appraiser with a colleague in her place; another one who comes back a day earlier."""
    today, at = local_day(times.at_work), times.at_work
    leave = absences.Leave(today, today + timedelta(days=FOR_DAYS), "Nghỉ phép năm", "Giấy nghỉ phép số 31/GNP")
    given: dict[str, Any] = {"office": world.office(FIRST), "substitute": world.officer(INSTEAD), "leave": leave}
    absences.enter_absence(world.officer(AWAY), **given, by=world.head_of(FIRST), at=at)
    leave = absences.Leave(today, today + timedelta(days=2), "Tập huấn tại Hà Nội", "Giấy triệu tập số 77/GTT")
    given = {"office": world.office(ELSEWHERE), "substitute": world.officer(FOR_SHORTER), "leave": leave}
    shorter = absences.enter_absence(world.officer(SHORTER), **given, by=world.officer(SHORTER), at=at)
    absences.end_absence(shorter, last_on=today + timedelta(days=1), by=world.head_of(ELSEWHERE), at=at)


def give_out(world: World, times: Timeline) -> None:
    """The substitute takes what is most urgent; of the rest some is given to a colleague for good."""
    at, instead, by = times.at_work, world.officer(INSTEAD), world.officer(ASSIGNS)
    for task in standing_in.offered(instead, at, Place()).rows[:TAKEN]:
        standing_in.stand_in(task, by=instead, at=at)
    steps = whole_work.everything(world.officer(AWAY), by, at, GIVEN)
    reason = "Giao lại để kịp thời hạn trong thời gian nghỉ phép."
    whole_work.hand_out(steps, to=[instead], reason=reason, by=by, at=at)
