"""Eight workers or officials at once on what is watched, asked and handed over: each thing happens once."""

from datetime import date

import pytest

from motcua.domain.dossiers.ahead import alerts, apology_drafts, progress
from motcua.domain.dossiers.ahead.models import Alert, ApologyDraft
from motcua.domain.dossiers.ahead.progress_models import ProgressRequest
from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.domain.dossiers.handing_over import handing
from motcua.domain.dossiers.handing_over.models import HandingList
from motcua.domain.dossiers.handing_over.rounds import draw_up_rounds
from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from motcua.domain.journal.system import System
from motcua.domain.regulation.answers import Refused
from tests.racing import THREADS, at_once
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
CLOCK = System()


def once_in_the_journal(*acts: str) -> None:
    assert [Entry.objects.filter(act=name).count() for name in acts] == [1] * len(acts)
    assert not list(verify())


def winners(answers: list) -> int:
    return len([each for each in answers if not isinstance(each, Refused)])


@pytest.mark.clause("4.1.d-2")
def test_eight_workers_tell_of_a_dossier_once_on_each_level(transactional_db: None, world: World) -> None:
    world.in_appraisal("2024-05-27")
    at_once(lambda _: alerts.watch(CLOCK, moment("2024-05-28 11:20")))
    once_in_the_journal("raise_alert")
    at_once(lambda _: alerts.watch(CLOCK, moment("2024-05-29 11:40")))
    once_in_the_journal("raise_alert", "escalate_alert")
    assert Alert.objects.get().level == 2


@pytest.mark.clause("4.1.d-2")
def test_of_eight_promises_one_holds(transactional_db: None, world: World) -> None:
    world.in_appraisal("2024-05-27")
    alerts.watch(CLOCK, moment("2024-05-28 11:20"))
    alert, thu = Alert.objects.get(), world["thu"]
    said = {"until": date(2024, 5, 29), "reason": "Bận", "by": thu, "at": moment("2024-05-28 14:00")}
    assert winners(at_once(lambda _: alerts.acknowledge_alert(alert, **said))) == 1
    once_in_the_journal("acknowledge_alert")


@pytest.mark.clause("5.1.e-3")
def test_eight_workers_draft_one_letter(transactional_db: None, world: World) -> None:
    world.in_appraisal("2024-05-27")
    at_once(lambda _: apology_drafts.sweep(CLOCK, moment("2024-06-03 07:35")))
    assert ApologyDraft.objects.filter(closed_at=None).count() == 1
    once_in_the_journal("draft_apology")


@pytest.mark.clause("4.1.d-2")
def test_of_eight_questions_and_eight_answers_one_counts(transactional_db: None, world: World) -> None:
    dossier, mai, thu, at = world.in_appraisal(), world["mai"], world["thu"], moment("2024-05-29")
    question = progress.Question(Subject.PROGRESS, date(2024, 5, 30))
    assert winners(at_once(lambda _: progress.ask_progress([dossier], question=question, by=mai, at=at))) == 1
    request = ProgressRequest.objects.get()
    said = {"cause": Cause.OTHER, "words": "Đang trình ký", "expected_on": None, "by": thu, "at": at}
    assert winners(at_once(lambda _: progress.answer_progress(request, **said))) == 1
    once_in_the_journal("ask_progress", "answer_progress")


@pytest.mark.clause("5.1.đ-2")
def test_a_list_is_drawn_up_given_and_taken_once(transactional_db: None, world: World) -> None:
    dossier, lan, hoa = world.received(), world["lan"], world["hoa"]
    at = moment("2024-05-27 11:01")
    assert sum(at_once(lambda _: draw_up_rounds(CLOCK, at))) == 1
    one = HandingList.objects.get()
    assert winners(at_once(lambda _: handing.put_on_list(one, dossier=dossier, by=lan, at=at))) == 1
    assert winners(at_once(lambda _: handing.give_list(one, by=lan, at=at))) == 1
    assert winners(at_once(lambda _: handing.take_papers(one, dossier=dossier, by=hoa, at=at))) == 1
    assert winners(at_once(lambda _: handing.take_list(one, by=hoa, at=at))) == 1
    once_in_the_journal("draw_up_list", "put_on_list", "give_list", "transfer", "take_papers", "take_list")
    assert THREADS == 8
