"""What the tests of the desk for processes share."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from motcua.domain.procedures import process
from motcua.domain.procedures.process_rules import StepPlan
from tests.web.at_desk import Official
from tests.world import STEPS, World, moment

HERE = "/quy-trinh/"
CODE = "2.001610"
PAGE = f"{HERE}thu-tuc/{CODE}/"
EDIT = f"{PAGE}soan/"

CHANGED = (
    STEPS[0],
    replace(STEPS[1], hours=6),
    StepPlan(2, "consult", "Lấy ý kiến Sở Tư pháp", "so-tp", "appraise", 6, branch=2),
    *STEPS[2:4],
    replace(STEPS[4], name="Trả kết quả và thu phí"),
)


@pytest.fixture
def tam(world: World) -> Official:
    """Tâm, who writes the procedures of the planning department."""
    return Official(world, "tam")


@pytest.fixture
def mai(world: World) -> Official:
    """Mai, who controls procedures for the Centre."""
    return Official(world, "mai")


@pytest.fixture
def quang(world: World) -> Official:
    """Quang, who leads the department."""
    return Official(world, "quang")


@pytest.fixture
def a_draft(world: World) -> Callable[..., object]:
    """Gives a second version of the process, drafted by Tâm and brought as far as is asked."""

    def draft(reached: str = "draft", steps: tuple[StepPlan, ...] = STEPS) -> object:
        at, one = moment("2024-05-20"), world.version.procedure
        drafted = process.draft_process(one, steps=steps, by=world["tam"], at=at)
        acts = {
            "department": lambda: process.agree_as_department(drafted, by=world["tam"], at=at),
            "centre": lambda: process.agree_as_centre(drafted, by=world["mai"], at=at),
            "approved": lambda: process.approve_process(
                drafted, decision="12/QĐ-SKHĐT", decided_on=at.date(), by=world["quang"], at=at
            ),
        }
        for state, do in acts.items():
            if reached == "draft":
                break
            do()
            if state == reached:
                break
        drafted.refresh_from_db()
        return drafted

    return draft


def typed(steps: tuple[StepPlan, ...] = STEPS, **other: str | list[str]) -> dict[str, str | list[str]]:
    """What the editor sends for these steps."""
    fields: dict[str, str | list[str]] = {"steps-count": str(len(steps))}
    for number, step in enumerate(steps):
        for name in ("kind", "name", "office", "role", "hours", "produces"):
            fields[f"steps-{number}-{name}"] = str(getattr(step, name))
        if step.branch > 1:
            fields[f"steps-{number}-parallel"] = "on"
    return fields | other
