"""How many SQL statements something costs: a bound in a test keeps a page from reading the same rows twice."""

from django.test.utils import CaptureQueriesContext


def statements(captured: CaptureQueriesContext) -> list[str]:
    """What was sent, without the savepoints that only exist because the test itself is a transaction."""
    return [each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
