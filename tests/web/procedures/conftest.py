"""What the tests of the desk of procedures share: Mai controls for the Centre, Tâm writes for the department."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.http import QueryDict

from motcua.domain.procedures import catalogue
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.parts import Parts
from motcua.web.procedures.parts_form import PartsForm
from tests.web.at_desk import Official
from tests.world import World, moment, parts

HERE = "/thu-tuc-noi-bo/"
PAGE = f"{HERE}thu-tuc/2.001610/"
AT = moment("2024-05-20")


@pytest.fixture
def mai(world: World) -> Official:
    return Official(world, "mai")


@pytest.fixture
def tam(world: World) -> Official:
    return Official(world, "tam")


@pytest.fixture
def revised(world: World) -> Callable[..., Version]:
    """The next version of the world's procedure, drafted with some parts otherwise."""

    def revise(**changes: Any) -> Version:
        draft = catalogue.revise_procedure(world.version.procedure, by=world["tam"], at=AT)
        return catalogue.amend_draft(draft, parts=replace(parts(), **changes), by=world["tam"], at=AT)

    return revise


def filled(known: Parts, **other: Any) -> dict[str, Any]:
    """The form of a draft as the browser sends it, with some fields otherwise."""
    form, sent = PartsForm(known), QueryDict(mutable=True)
    for each in (form.main, *form.papers, *form.times, *form.fees):
        for field in each:
            value = field.value()
            if value not in (None, False, ""):
                sent[field.html_name] = "on" if value is True else str(value)
    sent["papers-count"], sent["fees-count"] = str(len(form.papers)), str(len(form.fees))
    return {**sent.dict(), **other}
