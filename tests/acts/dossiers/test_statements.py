"""How many SQL statements an act costs by itself; the pages on top of it are counted in tests/web."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import intake, processing
from motcua.domain.dossiers.pauses import ending, pausing
from tests.counting import statements
from tests.world import World, moment

AT = moment("2024-05-27")


def test_receiving_and_completing_a_step_cost_few_statements(world: World) -> None:
    lan, thu = world["lan"], world["thu"]
    lan.held, thu.held  # noqa: B018 - a signed-in official comes with them
    filing = world.filing()
    intake.receive(filing, by=lan, at=AT, duplicate_seen=True)
    with CaptureQueriesContext(connection) as receiving:
        dossier = intake.receive(filing, by=lan, at=AT, duplicate_seen=True)
    processing.transfer(dossier, by=lan, at=AT)
    task = processing.take(world.task(dossier), by=thu, at=AT)
    with CaptureQueriesContext(connection) as completing:
        processing.complete_step(task, by=thu, at=AT)
    assert len(statements(receiving)) <= 11  # one of them tells the applicant
    assert len(statements(completing)) <= 5


def test_stopping_going_on_and_withdrawing_cost_few_statements(world: World) -> None:
    lan, later = world["lan"], moment("2024-06-03")
    lan.held  # noqa: B018
    request = pausing.Request("Chờ họp gia đình", AT.date())
    pausing.resume(world.stopped(), request=request, by=lan, at=later)  # what is said once is composed at its first use
    dossier = world.in_appraisal()
    with CaptureQueriesContext(connection) as stopping:
        pausing.stop_on_request(dossier, request=request, by=lan, at=AT)
    with CaptureQueriesContext(connection) as resuming:
        pausing.resume(dossier, request=request, by=lan, at=later)
    with CaptureQueriesContext(connection) as withdrawing:
        ending.withdraw(dossier, request=request, by=lan, at=later)
    assert max(len(statements(each)) for each in (stopping, resuming)) <= 9
    assert len(statements(withdrawing)) <= 12  # it also ends what other bodies were asked and what came from home
