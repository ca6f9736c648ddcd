"""A dossier that lies about: the clock tells everybody, the letter is ready, the Centre asks, the paper is counted."""

from collections.abc import Iterator
from datetime import date

import pytest

from motcua.domain.dossiers import checks, delay, processing
from motcua.domain.dossiers.ahead import alert_queries, alerts, apology_drafts, progress
from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.domain.dossiers.handing_over import handing
from motcua.domain.dossiers.handing_over.models import HandingList
from motcua.domain.dossiers.handing_over.rounds import draw_up_rounds
from motcua.domain.dossiers.models import Breach
from motcua.domain.journal.queries import entries
from motcua.domain.journal.recording import verify
from motcua.domain.journal.system import System
from tests.world import World, moment

CLOCK = System()


@pytest.fixture(autouse=True)
def _nothing_is_broken_afterwards(world: World) -> Iterator[None]:
    yield
    assert list(verify()) == []
    assert {each.mark: broken for each in checks.invariants() if (broken := list(each.broken))} == {}


@pytest.mark.clause("4.1.d-1", "4.1.d-2", "5.1.e-3", "7.8", "5.1.đ-2")
def test_a_dossier_nobody_touches_is_noticed_asked_about_and_apologised_for_in_time(world: World) -> None:
    dossier = world.received("2024-05-27")  # due on the 30th
    draw_up_rounds(CLOCK, moment("2024-05-27 11:00"))
    one = HandingList.objects.get()
    handing.put_on_list(one, dossier=dossier, by=world["lan"], at=moment("2024-05-27 11:05"))
    one = handing.give_list(one, by=world["lan"], at=moment("2024-05-27 11:10"))
    handing.take_papers(one, dossier=dossier, by=world["hoa"], at=moment("2024-05-27 11:20"))
    handing.take_list(one, by=world["hoa"], at=moment("2024-05-27 11:25"))
    for at in ("2024-05-28 08:00", "2024-05-28 14:10", "2024-05-29 14:20"):
        alerts.watch(CLOCK, moment(at))
    assert alert_queries.seen_by(world["mai"], moment("2024-05-29 14:20")).exists()
    question = progress.Question(Subject.PROGRESS, date(2024, 5, 29))
    (asked,) = progress.ask_progress([dossier], question=question, by=world["mai"], at=moment("2024-05-29 14:25"))
    said = {"cause": Cause.UNDERSTAFFED, "words": "Cán bộ nghỉ ốm, nay giao người khác", "expected_on": None}
    progress.answer_progress(asked, **said, by=world["tam"], at=moment("2024-05-29 14:30"))
    assert apology_drafts.sweep(CLOCK, moment("2024-05-29 15:05")).drafted == 1
    draft = apology_drafts.draft_of(world.again(dossier))
    letter = {"new_due_on": draft.new_due_on, "reason": draft.reason}
    delay.apologise_and_reschedule(dossier, **letter, by=world["minh"], at=moment("2024-05-29 15:30"))
    processing.take(world.task(dossier), by=world["thu"], at=moment("2024-05-29 15:40"))
    alerts.watch(CLOCK, moment("2024-05-29 15:50"))
    assert not Breach.objects.filter(dossier=dossier, kind="late_apology").exists()
    told = [entry.act for entry in entries(dossier)]
    assert told[:3] == ["receive", "transfer", "take_papers"]
    assert told[-3:] == ["draft_apology", "apologise_and_reschedule", "take"]
    assert told.count("raise_alert") >= 1
