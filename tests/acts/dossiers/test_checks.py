"""What must always hold is checked, and each check sees the harm it is there for."""

from collections.abc import Callable

import pytest

from motcua.domain.dossiers import checks
from motcua.domain.dossiers.models import Breach, Dossier, Task
from motcua.domain.procedures.process_models import Authorisation
from tests.world import World, moment


def broken(mark: str) -> list[str]:
    (rule,) = (each for each in checks.invariants() if each.mark == mark)
    return list(rule.broken)


def test_nothing_is_broken_in_a_sound_province(world: World) -> None:
    world.at_centre()
    world.awaiting_supplement()
    world.rejected()
    found = {rule.mark: list(rule.broken) for rule in checks.invariants()}
    assert set(found) == {"I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12"}
    assert not any(found.values()), found


HARMS: dict[str, Callable[[World], object]] = {
    "I2": lambda world: Dossier.objects.filter(pk=world.received().pk).update(code="000.00.09.H49-240527-0001"),
    "I3": lambda world: Dossier.objects.filter(pk=world.received().pk).update(stage="processing"),
    "I4": lambda world: (world.with_result(), Authorisation.objects.update(from_on=moment("2024-06-01").date())),
    "I5": lambda world: Dossier.objects.filter(pk=world.received().pk).update(due_at=moment("2024-06-03 17:00")),
    "I6": lambda world: (world.at_centre(on="2024-06-03"), Breach.objects.all().delete()),
    "I7": lambda world: Task.objects.filter(dossier=world.with_result(), how="approved").update(done_by=world["lan"]),
}


@pytest.mark.parametrize("mark", HARMS)
def test_the_check_sees_the_harm(world: World, mark: str) -> None:
    HARMS[mark](world)
    assert broken(mark)
