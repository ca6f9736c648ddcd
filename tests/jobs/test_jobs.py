"""What the calendar triggers: each job does its one thing, and does it again without harm."""

import logging

import pytest

from motcua.domain.dossiers.models import Dossier
from motcua.domain.papers.models import Paper
from motcua.domain.satisfaction.counting import AT_A_TIME
from motcua.domain.satisfaction.models import Asked
from motcua.domain.uploads import arriving
from motcua.jobs.housekeeping import forget_old_uploads
from motcua.jobs.nightly import check_everything
from motcua.jobs.papers import make_waiting_papers
from motcua.jobs.satisfaction import count_satisfaction
from tests.world import World, moment


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


@pytest.mark.clause("5.1.đ-2")
def test_files_from_home_that_nobody_came_back_for_are_removed(db: None) -> None:
    long_ago = moment("2020-01-01")
    arriving.begin(arriving.Announced("a.pdf", 10, "can-cuoc"), holder="visit/an", at=long_ago)
    assert forget_old_uploads(0) == 1
    assert forget_old_uploads(0) == 0


@pytest.mark.clause("3.1")
def test_what_people_say_is_counted_at_night(world: World) -> None:
    world.received()
    assert count_satisfaction(0) == AT_A_TIME  # the newest first; what is older follows
    assert count_satisfaction(0) > 0
    assert [(each.office, each.number) for each in Asked.objects.all()] == [(world.offices["trung-tam"], 1)]
