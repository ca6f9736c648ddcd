"""Who calls is found by the number, masked; more is told only to who proves to be the applicant."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers.models import Dossier
from motcua.domain.questions import calls, told
from motcua.domain.questions.calls import Facts, NotProven
from motcua.domain.questions.models import Question
from motcua.domain.questions.terms import Outcome, State
from motcua.domain.regulation.answers import NotAllowed
from tests.counting import statements
from tests.filing import AtHome
from tests.questions import MONDAY, TUESDAY, a_call
from tests.racing import all_follow
from tests.world import AN, World

pytestmark = pytest.mark.clause("4.1.c", "5.1.đ-2")
NUMBER = "0912345678"
FACTS = Facts("Nguyen van An", "1234", date(2024, 5, 27))


def test_the_caller_is_found_masked_in_four_statements(world: World) -> None:
    dossier, handed_in = world.received(), AtHome(world).submitted()
    call = a_call(world)
    lan = world["lan"]
    lan.held  # noqa: B018 - read once, as the request does
    with CaptureQueriesContext(connection) as captured:
        found = calls.caller(lan, NUMBER, TUESDAY)
    assert len(statements(captured)) == 4
    assert {each.code for each in found.filed} == {dossier.code, handed_in.code}
    by_code = {each.code: each for each in found.filed}
    assert (by_code[dossier.code].initials, by_code[dossier.code].identity) == ("N. V. A.", "…1234")
    assert by_code[dossier.code].standing == "Đã tiếp nhận"
    assert found.earlier == [call]
    assert calls.caller(lan, "0987654321", TUESDAY).filed == []


def test_who_files_for_another_is_found_too(world: World) -> None:
    dossier = world.received()
    Dossier.objects.filter(pk=dossier.pk).update(phone="0987654321", submitter_phone=NUMBER)
    assert [each.code for each in calls.caller(world["lan"], NUMBER, TUESDAY).filed] == [dossier.code]


def test_the_hotline_is_the_centres(world: World) -> None:
    dossier = world.received()
    for name in ("thu", "binh", "kien"):
        with pytest.raises(NotAllowed):
            calls.caller(world[name], NUMBER, TUESDAY)
        with pytest.raises(NotAllowed):
            calls.tell_state(dossier, FACTS, phone=NUMBER, by=world[name], at=TUESDAY)
    with pytest.raises(Dossier.DoesNotExist):
        calls.dossier_of(world["lan"], "0987654321", str(dossier.code), TUESDAY)


def test_with_three_facts_the_state_is_told_and_the_contact_is_there(world: World) -> None:
    dossier = world.received()
    contact = calls.tell_state(dossier, FACTS, phone=NUMBER, by=world["lan"], at=TUESDAY)
    assert (contact.state, contact.outcome, contact.dossier) == (State.ANSWERED, Outcome.STATE_TOLD, dossier)
    assert "Đã tiếp nhận" in contact.answer and "30/05/2024" in contact.answer
    assert list(told.differences()) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Nguyễn Văn Ân Em"},
        {"last_four": "4321"},
        {"last_four": ""},
        {"filed_on": date(2024, 5, 26)},
        {"name": ""},
    ],
)
def test_one_wrong_fact_tells_nothing_and_not_which(world: World, wrong: dict[str, object]) -> None:
    dossier = world.received()
    with pytest.raises(NotProven, match="Ba thông tin"):
        calls.tell_state(dossier, replace(FACTS, **wrong), phone=NUMBER, by=world["lan"], at=TUESDAY)  # type: ignore[arg-type]
    assert not Question.objects.exists()


def test_a_submitter_proves_it_with_their_own_name_and_number(world: World) -> None:
    dossier = world.received()
    Dossier.objects.filter(pk=dossier.pk).update(submitter_name="Trần Thị Bình", submitter_identity="022190004321")
    facts = Facts("tran thi binh", "4321", FACTS.filed_on)
    assert calls.tell_state(dossier, facts, phone=NUMBER, by=world["lan"], at=TUESDAY).dossier == dossier


@pytest.mark.django_db(transaction=True)
def test_eight_calls_are_eight_contacts(transactional_db: None, world: World) -> None:
    dossier = world.received()
    all_follow(calls.tell_state, dossier, facts=FACTS, phone=NUMBER, by=world["lan"], at=TUESDAY)
    assert AN.phone == NUMBER and Question.objects.filter(dossier=dossier).count() == 8
    assert calls.open_calls(NUMBER) == 0 and MONDAY < TUESDAY
