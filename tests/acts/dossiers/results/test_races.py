"""Several officials at once at one result: one wins, and the others read why."""

from datetime import date

import pytest

from motcua.domain.dossiers.delivery import post, reminders
from motcua.domain.dossiers.delivery.handover import keep_uncollected
from motcua.domain.dossiers.delivery.models import Parcel, Reminder
from motcua.domain.dossiers.delivery.proofs import UnderWay
from motcua.domain.dossiers.delivery.reminders import AlreadyCalled, Machine
from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.results.drawing_up import Draft, draw_up_result
from motcua.domain.dossiers.results.models import Result
from motcua.domain.dossiers.results.register import NotInForce, NumberTaken
from motcua.domain.dossiers.results.signing import WrongOrder
from motcua.domain.dossiers.results.told import differences
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.signing.acts import AlreadyRegistered, register_certificate
from motcua.domain.papers.uploads import Upload
from tests.papers import samples
from tests.racing import THREADS, at_once
from tests.signing import PERSON, Keys
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = moment("2024-05-28 10:00")
LATER = moment("2024-06-20")


def lost(answers: list, kind: type) -> int:
    return len([each for each in answers if isinstance(each, kind)])


def test_a_result_is_amended_or_revoked_once(transactional_db: None, world: World):
    dossier, minh = world.with_result(), world["minh"]
    result = Result.objects.get(dossier=dossier)

    def end(number: int) -> object:
        if number % 2:
            return results.revoke_result(result, reason="Sai", by=minh, at=LATER)
        return results.amend_result(result, number=f"{number}/S", on=LATER.date(), reason="Sai", by=minh, at=LATER)

    assert lost(at_once(end), NotInForce) == THREADS - 1
    assert list(differences()) == []


def test_a_number_is_entered_once_in_a_dossier(transactional_db: None, world: World):
    dossier, hoa = world.with_result(), world["hoa"]
    given = {"number": "2", "on": date(2024, 5, 28), "by": hoa, "at": AT}
    assert lost(at_once(lambda _: results.add_result(dossier, **given)), NumberTaken) == THREADS - 1


def test_a_result_is_signed_once(transactional_db: None, world: World, keys: Keys):
    certificate = register_certificate(world["minh"], data=keys.person.pem, key=PERSON, by=world["kien"], at=AT)
    result = Result.objects.get(dossier=world.with_result())
    file = Upload("kq.pdf", printed("control_slip", samples.CONTROL_SLIP))
    result_signing.attach_result(result, upload=file, by=world["hoa"], at=AT)
    minh = world["minh"]
    answers = at_once(lambda _: result_signing.sign_result(result, certificate=certificate, by=minh, at=AT))
    assert lost(answers, WrongOrder) == THREADS - 1
    result.refresh_from_db()
    assert len(result.signers) == 1


def test_a_certificate_is_registered_once(transactional_db: None, world: World, keys: Keys):
    minh, kien = world["minh"], world["kien"]
    answers = at_once(lambda _: register_certificate(minh, data=keys.person.pem, key=PERSON, by=kien, at=AT))
    assert lost(answers, AlreadyRegistered) == THREADS - 1


def test_one_parcel_is_under_way(transactional_db: None, world: World):
    dossier, ngoc = world.at_centre(), world["ngoc"]
    answers = at_once(lambda number: post.send_by_post(dossier, number=f"EQ{number}", by=ngoc, at=LATER))
    assert lost(answers, UnderWay) == THREADS - 1
    assert Parcel.objects.count() == 1


def test_a_reminder_is_made_once_and_done_once(transactional_db: None, world: World):
    dossier = keep_uncollected(world.at_centre(), shelf="A1", by=world["ngoc"], at=moment("2024-05-28 16:00"))
    made = at_once(lambda _: reminders.remind(dossier, by=Machine(), at=LATER))
    assert len([each for each in made if each is not None]) == 1
    one, ngoc = Reminder.objects.get(), world["ngoc"]
    answers = at_once(lambda _: reminders.note_call(one, outcome="Hẹn mai đến", by=ngoc, at=LATER))
    assert lost(answers, AlreadyCalled) == THREADS - 1


def test_a_result_is_worded_once_by_those_who_read_the_same_file(transactional_db: None, world: World):
    result, hoa, minh = Result.objects.get(dossier=world.with_result()), world["hoa"], world["minh"]

    def word(number: int) -> object:
        return draw_up_result(result, draft=Draft(f"Lời thứ {number}", minh, seen="none"), by=hoa, at=AT)

    assert lost(at_once(word), WrongOrder) == THREADS - 1
    assert list(differences()) == []


def test_what_is_signed_is_what_was_read_while_others_word_it_again(transactional_db: None, world: World, keys: Keys):
    certificate = register_certificate(world["minh"], data=keys.person.pem, key=PERSON, by=world["kien"], at=AT)
    result, hoa, minh = Result.objects.get(dossier=world.with_result()), world["hoa"], world["minh"]
    result = draw_up_result(result, draft=Draft("Lời đã đọc", minh), by=hoa, at=AT)
    seen = result.sha256

    def one_signs(number: int) -> object:
        if number == 0:
            return result_signing.sign_result(result, certificate=certificate, seen=seen, by=minh, at=AT)
        return draw_up_result(result, draft=Draft(f"Lời thứ {number}", minh, seen=seen), by=hoa, at=AT)

    assert lost(at_once(one_signs), WrongOrder) == THREADS - 1
    result.refresh_from_db()
    assert (result.text == "Lời đã đọc") == bool(result.signers)
    assert list(differences()) == []
