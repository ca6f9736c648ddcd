"""What the calendar triggers: each job does its one thing, and does it again without harm."""

import logging

import pytest

from motcua.domain.dossiers.models import Dossier
from motcua.domain.papers.models import Paper
from motcua.jobs.nightly import check_everything
from motcua.jobs.papers import make_waiting_papers
from tests.world import World


@pytest.mark.clause("5.1.đ-2")
def test_papers_nobody_opened_are_made_once(world: World) -> None:
    world.received()
    assert make_waiting_papers(0) == 1
    paper = Paper.objects.get()
    assert paper.file is not None
    assert make_waiting_papers(0) == 0
    assert Paper.objects.get().file == paper.file


def test_the_nightly_check_is_silent_while_all_is_well(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.at_centre()
    assert check_everything(0) == 0
    assert not caplog.records


def test_the_nightly_check_says_what_is_broken(world: World, caplog: pytest.LogCaptureFixture) -> None:
    dossier = world.received()
    Dossier.objects.filter(pk=dossier.pk).update(stage="processing")
    with caplog.at_level(logging.ERROR):
        assert check_everything(0) == 1
    assert str(dossier.code) in caplog.text
