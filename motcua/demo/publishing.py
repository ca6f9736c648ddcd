"""The procedures of the demo are published with their fees, given a process, and people who may decide on them."""

from datetime import datetime, time, timedelta

from motcua.domain.organisations.models import Officer
from motcua.domain.procedures import authorisation, catalogue, process, tariff
from motcua.domain.procedures.models import Procedure, Version
from motcua.domain.procedures.own_forms.writing import write_own_form
from motcua.domain.procedures.terms import Power
from motcua.domain.vietnamese.dates import LOCAL

from . import own_forms
from .blank_forms import with_blank_forms
from .described import Described, Tariff
from .staff import decision_of_head
from .timeline import Timeline
from .world import World

CONTROLLER = "ha"  # keeps the procedures at the Centre


def publish(described: Described, world: World, times: Timeline) -> Version:
    """From the first draft to the last change of its fees."""
    controller, at = world.officer(CONTROLLER), times.written_at
    owner = world.office(described.owner)
    writer = world.head_of(described.owner)  # who posts a procedure is never who wrote it
    parts = with_blank_forms(described.parts, by=writer, at=at)
    draft = catalogue.draft_procedure(described.code, owner=owner, parts=parts, by=writer, at=at)
    if described.code in own_forms.OF:
        write_own_form(draft, form=own_forms.OF[described.code], by=writer, at=at)
    for fees in described.tariffs:
        if fees.valid_from <= described.published_from:
            _announce(draft.procedure, fees, controller, at)
    version = catalogue.publish_procedure(draft, valid_from=described.published_from, by=controller, at=at)
    for fees in described.tariffs:
        if fees.valid_from > described.published_from:
            told_at = datetime.combine(fees.valid_from - timedelta(days=2), time(9, 0), LOCAL)
            _announce(version.procedure, fees, controller, told_at)
    return version


def approve_process(described: Described, version: Version, world: World, times: Timeline) -> None:
    """Both sides agree to the way of the procedure, the head approves it, the Centre puts it in force."""
    at, head, controller = times.processes_from, world.head_of(described.owner), world.officer(CONTROLLER)
    steps = described.process.steps
    drawn = process.draft_process(version.procedure, steps=steps, by=controller, at=at)
    process.agree_as_department(drawn, by=head, at=at)
    process.agree_as_centre(drawn, by=controller, at=at)
    day = times.seated_from
    process.approve_process(drawn, decision=described.process_decision, decided_on=day, by=head, at=at)
    process.put_process_in_force(drawn, valid_from=day, by=controller, at=at)


def name_who_decides(described: Described, version: Version, world: World, times: Timeline) -> None:
    """The heads name who appraises and who approves it; deputies approve in their head's place."""
    for power, codes in ((Power.APPRAISE, described.appraisers), (Power.APPROVE, described.approvers)):
        for code in codes:
            _authorise(version.procedure, world.officer(code), power, world, times)


def _authorise(procedure: Procedure, officer: Officer, power: str, world: World, times: Timeline) -> None:
    body = world.body_of(officer)
    decision = authorisation.Decision(decision_of_head(body), times.seated_from, times.seated_from)
    authorisation.authorise(
        procedure,
        officer=officer,
        power=power,
        decision=decision,
        as_deputy=power == Power.APPROVE and officer.held[0].title.startswith("Phó "),
        by=world.head_of(body),
        at=times.processes_from,
    )


def _announce(procedure: Procedure, fees: Tariff, by: Officer, at: datetime) -> None:
    lines, document = fees.lines, fees.document
    tariff.announce_tariff(procedure, lines=lines, document=document, valid_from=fees.valid_from, by=by, at=at)
