"""Somebody of the demo is away from today on, and some procedures may be approved by list: both to be seen at once."""

from datetime import timedelta
from typing import Any

from motcua.domain.organisations import absences
from motcua.domain.procedures import arrangements
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.procedures.finding import in_force_on
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE
from .lives import FIRST
from .timeline import Timeline
from .world import World

FOR_DAYS = 4
AWAY, INSTEAD = "thu", "kien"


def announce(world: World, times: Timeline) -> None:
    """Leave of an appraiser with a colleague in place of her, and the agreement on approving by list."""
    today, office = local_day(times.now), world.office(FIRST)
    leave = absences.Leave(today, today + timedelta(days=FOR_DAYS), "Nghỉ phép năm", "Giấy nghỉ phép số 31/GNP")
    given: dict[str, Any] = {"office": office, "substitute": world.officer(INSTEAD), "leave": leave}
    absences.enter_absence(world.officer(AWAY), **given, by=world.head_of(FIRST), at=times.now)
    theirs = in_force_on(today).filter(procedure__owner=office).select_related("procedure").order_by("procedure__code")
    for procedure in [each.procedure for each in theirs[:3]]:
        terms = arrangements.Terms(
            kind=ArrangementKind.SEVERAL_AT_ONCE,
            reason="Thủ tục đơn giản, số lượng hồ sơ lớn, nội dung giống nhau.",
            document="Biên bản thống nhất số 18/BB-TTPVHCC",
            signed_on=today,
            from_on=today,
            to_on=today + timedelta(days=365),
        )
        made = arrangements.propose_arrangement(procedure, terms=terms, by=world.head_of(FIRST), at=times.now)
        arrangements.agree_arrangement(made, by=world.holders(CENTRE, "procedures")[0], at=times.now)
