"""Whole lives of dossiers, from the counter to the hands they belong in."""

import pytest

from motcua.domain.dossiers import checks, delay, handover, intake, processing, supplement
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Breach
from motcua.domain.journal.recording import verify
from tests.world import World, moment


@pytest.fixture(autouse=True)
def _nothing_is_broken_afterwards(world: World):
    yield
    assert list(verify()) == []
    assert {each.mark: list(each.broken) for each in checks.invariants() if list(each.broken)} == {}


@pytest.mark.clause("4.1.e")
def test_on_time(world: World) -> None:
    dossier = world.at_centre(on="2024-05-29")
    recipient = handover.Recipient(dossier.applicant_name)
    dossier = handover.deliver(dossier, to=recipient, by=world["ngoc"], at=moment("2024-05-30"))
    assert dossier.stage == "delivered"
    assert dossier.national_code() == 10
    assert not Breach.objects.filter(dossier=dossier).exists()
