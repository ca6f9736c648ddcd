"""How many SQL statements an act costs by itself; the pages on top of it are counted in tests/web."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import intake, processing
from tests.world import World, moment

AT = moment("2024-05-27")


def statements(captured: CaptureQueriesContext) -> list[str]:
    """What was sent, without the savepoints that only exist because the test itself is a transaction."""
    return [each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]


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
    assert len(statements(receiving)) <= 10
    assert len(statements(completing)) <= 5
