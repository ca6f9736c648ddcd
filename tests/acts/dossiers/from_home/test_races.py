"""What is done from home, tried eight times at the same moment: a double press, two telephones, an impatient family."""

from typing import Any

import pytest
from django.test import TestCase

from motcua.domain.dossiers.from_home import answering, arrived
from motcua.domain.dossiers.from_home.answering import decline_sent
from motcua.domain.dossiers.from_home.choosing import bring_to, choose_return
from motcua.domain.dossiers.from_home.sending import send_payment_proof, send_supplement, send_wish, take_back
from motcua.domain.dossiers.from_home.terms import SentKind
from motcua.domain.dossiers.models import ClockStop, Dossier, Sent
from motcua.domain.dossiers.stages import Stage
from motcua.domain.journal.recording import verify
from motcua.domain.post.models import Consignment
from motcua.domain.regulation.answers import Refused
from tests.citizens import a_citizen
from tests.following import HOME, PAID, owned_by, sends, sends_what_is_asked
from tests.moments import moment
from tests.posted import AN_AT_HOME, Desk
from tests.racing import at_once, one_wins
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("5.1.e-2", "4.1.c")]
NEXT_DAY = moment("2024-05-30 10:00")


def test_a_supplement_is_handed_in_once_and_answered_once(world: World) -> None:
    an = a_citizen()
    dossier = world.awaiting_supplement(applicant=owned_by(an))
    sends_what_is_asked(an, dossier)
    sent = one_wins(send_supplement, dossier, by=an, at=HOME)
    assert sent.papers.count() == 1
    lan = world["lan"]
    lan.held  # noqa: B018 - read once, not by eight threads

    def answer(number: int) -> Any:
        if number % 2:
            return answering.accept(sent, by=lan, at=NEXT_DAY)
        return decline_sent(sent, why="Mờ", by=lan, at=NEXT_DAY)

    (_,) = [each for each in at_once(answer) if not isinstance(each, Refused)]
    sent.refresh_from_db()
    assert (sent.outcome == "accepted") == (Dossier.objects.get(pk=dossier.pk).stage == Stage.PROCESSING)


def test_a_proof_is_handed_in_once(world: World) -> None:
    an = a_citizen()
    dossier = world.awaiting_payment(applicant=owned_by(an))
    sends(an, arrived.place_of_proof(ClockStop.objects.get(dossier=dossier)))
    one_wins(send_payment_proof, dossier, paid=PAID, by=an, at=HOME)
    assert Sent.objects.get().scan is not None


def test_a_wish_is_sent_once_and_taken_back_once(world: World) -> None:
    an = a_citizen()
    dossier = world.in_appraisal(applicant=owned_by(an))
    sent = one_wins(send_wish, dossier, kind=SentKind.STOP, reason="Chờ họp", by=an, at=HOME)
    one_wins(take_back, sent, by=an, at=HOME)


def test_it_is_declined_once(world: World) -> None:
    an = a_citizen()
    dossier = world.in_appraisal(applicant=owned_by(an))
    sent = one_wins(send_wish, dossier, kind=SentKind.WITHDRAWAL, reason="Thôi", by=an, at=HOME)
    one_wins(decline_sent, sent, why="Thiếu lý do", by=world["lan"], at=NEXT_DAY)


@pytest.mark.clause("4.1.e")
def test_the_way_of_the_result_is_chosen_once(world: World) -> None:
    an = a_citizen()
    dossier = world.in_appraisal(applicant=owned_by(an))
    one_wins(choose_return, dossier, return_by="post", by=an, at=HOME)


@pytest.mark.clause("4.1.e")
def test_an_address_is_changed_before_the_result_is_packed_or_not_at_all(world: World) -> None:
    an, desk = a_citizen(), Desk(world)
    dossier = world.at_centre(applicant=owned_by(an))
    choose_return(dossier, return_by="post", by=an, at=HOME)

    def change_or_pack(number: int) -> Any:
        if number % 2:
            return bring_to(dossier, home=AN_AT_HOME, by=an, at=HOME)
        return desk.result(dossier)

    done = [each for each in at_once(change_or_pack) if not isinstance(each, Refused)]
    assert sum(isinstance(each, Consignment) for each in done) == 1 and not list(verify())


def test_whoever_comes_later_finds_the_files_gone(world: World) -> None:
    an = a_citizen()
    dossier = world.awaiting_supplement(applicant=owned_by(an))
    asked = sends_what_is_asked(an, dossier)
    with TestCase.captureOnCommitCallbacks(execute=True):
        send_supplement(dossier, by=an, at=HOME)
    assert arrived.arrived(an, arrived.place_of_paper(asked, asked.items[0]["component_id"]), "x", HOME) is None
