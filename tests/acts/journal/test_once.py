"""A form sent twice has its effect once and gets the same answer."""

from uuid import uuid4

import pytest

from motcua.domain.dossiers import intake
from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.models import Answered, Entry
from motcua.domain.journal.once import KeyOfAnother, once
from motcua.domain.regulation.answers import NotAllowed
from tests.world import World, moment

AT = moment("2024-05-27")


def test_the_second_time_gives_the_first_answer_and_changes_nothing(world: World) -> None:
    key, lan, filing = uuid4(), world["lan"], world.filing()

    def receive() -> str:
        return str(intake.receive(filing, by=lan, at=AT, duplicate_seen=True).code)

    assert once(key, by=lan, at=AT, do=receive) == once(key, by=lan, at=AT, do=receive)
    assert Dossier.objects.count() == 1
    assert Entry.objects.filter(act="receive").count() == 1


def test_a_refusal_is_not_kept_so_the_mended_form_may_be_sent_under_the_same_key(world: World) -> None:
    key, filing = uuid4(), world.filing()
    with pytest.raises(NotAllowed):
        once(key, by=world["binh"], at=AT, do=lambda: str(intake.receive(filing, by=world["binh"], at=AT)))
    assert not Answered.objects.exists()
    assert once(key, by=world["lan"], at=AT, do=lambda: str(intake.receive(filing, by=world["lan"], at=AT).code))


def test_the_key_of_somebody_else_gives_no_answer(world: World) -> None:
    key = uuid4()
    once(key, by=world["lan"], at=AT, do=lambda: "/ho-so/1/")
    with pytest.raises(KeyOfAnother):
        once(key, by=world["binh"], at=AT, do=lambda: "/ho-so/2/")
