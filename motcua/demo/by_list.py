"""Several dossiers approved at once in the demo: agreed by both sides for a few procedures, used for two dossiers."""

from datetime import timedelta

from motcua.domain.dossiers.approving import approvals, together
from motcua.domain.listing import Place
from motcua.domain.organisations.places import THE_CENTRE
from motcua.domain.procedures import arrangements
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.procedures.models import Procedure
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE
from .lives import FIRST
from .timeline import Timeline
from .world import World

PROCEDURES, APPROVED = 3, 2


def approve_by_list(world: World, times: Timeline) -> None:
    """Head and Centre agree for the procedures that wait most; the deputy approves two dossiers of them by list."""
    at, deputy = times.at_work, world.holders(FIRST, "approve")[0]
    waiting = approvals.waiting(deputy, at).select_related("dossier__version__procedure")
    procedures = list(dict.fromkeys(each.dossier.version.procedure for each in waiting.order_by("id")))
    for procedure in procedures[:PROCEDURES]:
        _agree(procedure, world, times)
    numbers = [sheet.id for sheet in together.inbox(deputy, at, Place()).rows[:APPROVED]]
    together.approve_several(numbers, by=deputy, at=at, at_place=THE_CENTRE)


def _agree(procedure: Procedure, world: World, times: Timeline) -> None:
    today, at = local_day(times.at_work), times.at_work
    terms = arrangements.Terms(
        kind=ArrangementKind.SEVERAL_AT_ONCE,
        reason="Thủ tục đơn giản, số lượng hồ sơ lớn, nội dung giống nhau.",
        document="Biên bản thống nhất số 18/BB-TTPVHCC",
        signed_on=today,
        from_on=today,
        to_on=today + timedelta(days=365),
    )
    made = arrangements.propose_arrangement(procedure, terms=terms, by=world.head_of(FIRST), at=at)
    arrangements.agree_arrangement(made, by=world.holders(CENTRE, "procedures")[0], at=at)
