"""The papers between the bodies of an interlinked dossier."""

from collections.abc import Sequence
from datetime import date, datetime

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.late_notice.facts import LateNotice
from motcua.domain.papers.forms.leg_slip.facts import LegSlip, Part
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import signs
from motcua.domain.papers.models import Paper
from motcua.domain.procedures import queries as procedures

from ..models import Dossier
from ..slips import letterhead, owner
from . import legs, split
from .models import Leg


def transfer_slip(
    dossier: Dossier, rows: Sequence[Leg], leg: Leg, papers: tuple[str, ...], *, note: str, by: Officer, at: datetime
) -> Paper:
    """Phiếu chuyển hồ sơ liên thông, for the leg that takes the papers now."""
    giver, taker = office_at_hand(leg.came_from_id or 0), office_at_hand(leg.office_id)
    facts = LegSlip(
        letterhead=letterhead(giver, dossier, at),
        giver=giver.name,
        taker=taker.name,
        procedure=procedures.handled(dossier.version_id).name,
        owner=owner(dossier),
        papers=papers,
        note=note,
        parts=tuple(_part(dossier, row, here=row.number == leg.number) for row in rows),
        due_at=dossier.when_due(),
        handed_at=at,
        given_by=Signer(("NGƯỜI GIAO",), by.name),
        taken_by=Signer(("NGƯỜI NHẬN",)),
    )
    return issue("leg_slip", facts, office_code=giver.code, about=dossier.stream, by=by, at=at)


def late_notice(
    dossier: Dossier, leg: Leg, centre: Office | None, *, reason: str, expected_on: date, by: Officer, at: datetime
) -> Paper:
    """Thông báo chậm, to the one-stop that received the dossier and to the provincial Centre."""
    body = office_at_hand(leg.office_id)
    addressed = [dossier.one_stop.name] + ([centre.name] if centre and centre.pk != dossier.one_stop_id else [])
    facts = LateNotice(
        letterhead=letterhead(body, dossier, at),
        to=tuple(addressed),
        procedure=procedures.handled(dossier.version_id).name,
        owner=owner(dossier),
        work=work_of(dossier, leg),
        due_at=leg.due_at or at,
        promised_at=dossier.when_due(),
        reason=reason,
        expected_on=expected_on,
        signer=signs(by, body, at),
    )
    return issue("late_notice", facts, office_code=body.code, about=dossier.stream, by=by, at=at)


def work_of(dossier: Dossier, row: Leg) -> str:
    """What a body does in its leg, in the words of the process."""
    plan = procedures.process_plan(dossier.process_id)
    way = legs.of_bodies(split.way(plan.id, row.electronic))
    leg = next(each for each in way if each.number == row.number)
    return "; ".join(plan.step(step.id).name for step in leg.steps)


def _part(dossier: Dossier, row: Leg, *, here: bool) -> Part:
    until = row.due_at or row.planned_at
    body = office_at_hand(row.office_id).name
    return Part(body, work_of(dossier, row), row.hours, until, row.ended_at, here)
