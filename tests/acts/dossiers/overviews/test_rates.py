"""How many were on time, and how long it really takes."""

from datetime import date

import pytest

from motcua.domain.dossiers import delay
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.overviews import rates
from motcua.domain.dossiers.overviews.rates import OnTime, Usual
from motcua.domain.working_days.queries import calendar_for
from tests.world import World, moment

MAY = (date(2024, 5, 1), date(2024, 5, 31))


def finished(world: World, on: str) -> Dossier:
    """A dossier of Monday whose result came to the Centre on another day."""
    dossier = world.with_result()
    Dossier.objects.filter(pk=dossier.pk).update(finished_at=moment(on))
    return world.again(dossier)


@pytest.mark.clause("3.1")
def test_on_time_is_what_came_no_later_than_promised(world: World) -> None:
    for on in ("2024-05-30 17:00", "2024-05-30 17:01", "2024-05-29", "2024-06-01"):
        finished(world, on)
    (body,) = rates.on_time_by_body(*MAY)
    assert (body.code, body.finished, body.on_time, body.late) == ("so-khdt", 3, 2, 1)
    assert str(body.share) == "66.6"


@pytest.mark.clause("3.1", "5.1.e-3")
def test_a_new_date_counts_as_promised_and_is_shown(world: World) -> None:
    dossier = world.in_appraisal()
    given = {"new_due_on": date(2024, 6, 4), "reason": "Lấy ý kiến", "by": world["minh"], "at": moment("2024-05-29")}
    delay.apologise_and_reschedule(dossier, **given)
    Dossier.objects.filter(pk=dossier.pk).update(finished_at=moment("2024-05-31"))
    (body,) = rates.on_time_by_body(*MAY)
    assert (body.finished, body.on_time, body.rescheduled) == (1, 1, 1)


def test_a_hundred_percent_means_all() -> None:
    assert str(OnTime("", "", 100_000, 99_999, 0).share) == "99.9"
    assert str(rates.whole([OnTime("a", "A", 3, 3, 0), OnTime("b", "B", 1, 1, 1)]).share) == "100"


@pytest.mark.clause("4.1.b")
def test_the_usual_time_is_told_from_ten_dossiers_on(world: World) -> None:
    at = moment("2024-06-03")
    for _ in range(9):
        finished(world, "2024-05-29")
    assert rates.usual(world.version.pk, at) is None
    finished(world, "2024-05-31")
    assert rates.usual(world.version.pk, at) == Usual(days=2, of=10)
    assert rates.usual(world.version.pk, moment("2024-12-03")) is None


def test_a_usual_time_reads_one_statement(world: World, django_assert_num_queries: object) -> None:
    calendar_for()
    with django_assert_num_queries(1):  # type: ignore[operator]
        rates.usual(world.version.pk, moment("2024-06-03"))
