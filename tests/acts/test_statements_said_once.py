"""Statements said once give what the ORM gives, and are counted like all others."""

import pytest
from django.db import connection
from django.db.utils import DatabaseError
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers.models import DayCounter, Dossier, Task
from motcua.domain.statements import Said, add, change
from tests.moments import moment
from tests.world import World

TASK = Said(lambda pk: Task.objects.select_related("dossier").filter(pk=pk))
CODES: Said[str] = Said(
    lambda stage: Dossier.objects.filter(stage=stage).order_by("-code").values_list("code", flat=True)
)  # type: ignore[type-var, arg-type]
LARGER_THAN_ANY_COLUMN = 10**30


def values(row: object) -> dict[str, object]:
    """The columns of a row."""
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}


def test_a_row_and_what_is_joined_to_it_are_what_the_orm_gives(world: World) -> None:
    task = world.task(world.in_appraisal())
    plain = Task.objects.select_related("dossier").get(pk=task.pk)
    for _ in range(2):  # composed the first time, only sent the second
        with CaptureQueriesContext(connection) as sent:
            said = TASK.one(pk=task.pk)
            joined = said.dossier
        assert len(sent) == 1
        assert values(said) == values(plain)
        assert values(joined) == values(plain.dossier)


def test_plain_values_come_in_the_order_asked_for(world: World) -> None:
    first, second = world.received(), world.received()
    assert CODES.all(stage="received") == [second.code, first.code]
    assert CODES.all(stage="delivered") == []


@pytest.mark.parametrize("pk", [0, LARGER_THAN_ANY_COLUMN])
def test_what_is_not_there_does_not_exist_whatever_number_is_asked_for(world: World, pk: int) -> None:
    with pytest.raises(Task.DoesNotExist):
        TASK.one(pk=pk)


def test_only_the_named_columns_are_written(world: World) -> None:
    dossier = world.received()
    dossier.shelf, dossier.summary = "A1", "không ghi"
    change(dossier, "shelf")
    again = Dossier.objects.get(pk=dossier.pk)
    assert (again.shelf, again.summary) == ("A1", "")


def test_a_row_that_is_gone_can_not_be_changed(world: World) -> None:
    (counter,) = add([DayCounter(identifier="000.00.00.H49", day=moment("2019-05-06").date(), last=1)])
    DayCounter.objects.all().delete()
    with pytest.raises(DatabaseError):
        change(counter, "last")


def test_new_rows_get_their_numbers(world: World) -> None:
    day = moment("2019-05-06").date()
    rows = add([DayCounter(identifier=f"000.00.0{number}.H49", day=day, last=number) for number in (1, 2)])
    assert [DayCounter.objects.get(pk=row.pk).last for row in rows] == [1, 2]
    assert add([]) == []
