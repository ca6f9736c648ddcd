"""The officials' pages about questions in a real browser: readable for everybody, empty, full and with errors."""

from collections.abc import Callable

import pytest

from motcua.domain.questions import forwarding
from tests.acts.questions.test_library import in_use
from tests.acts.questions.test_samples import added
from tests.filing import AtHome
from tests.questions import LATER, TUESDAY, a_call, a_public_question, a_question, answered, prepared
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("5.5.b", "4.1.c")]
AT, DESK, CALL = "2024-06-04 09:00", "/tra-loi/", "/tong-dai/"
Looks = Callable[..., None]


def test_empty_pages_break_no_rule_of_accessibility(world: World, looks: Looks) -> None:
    lists = ("", "da-tra-loi/", "cong-khai/", "kho/", "mau/", "mau/2.001610/")
    looks("thu", *(f"{DESK}{each}" for each in lists), at=AT)
    looks("mai", f"{DESK}toan-tinh/", at=AT)
    looks("lan", CALL, f"{CALL}?so=12", f"{CALL}?so=0912345678", f"{CALL}goi-lai/", at=AT)
    looks("thu", f"{DESK}kho/moi/", f"{DESK}mau/2.001610/1/", at=AT, send=True)
    looks("lan", CALL, f"{DESK}ghi/", at=AT, send=True)


def test_full_pages_break_none(world: World, looks: Looks) -> None:
    question, done, waiting = a_question(world), answered(world), prepared(world)
    a_public_question(world)
    entry, sample = in_use(world), added(world)
    call = a_call(world, version=None, heard={"call_back_on": TUESDAY.date(), "outcome": "call_back"})
    forwarding.urge_answer(question, by=world["mai"], at=LATER)
    dossier, handed_in = world.received(), AtHome(world).submitted()
    assert sample.scan_id and handed_in.phone == dossier.phone
    one = f"{DESK}cau/{question.code}/"
    lists = ("", "da-tra-loi/", "cong-khai/", "kho/", f"kho/{entry.pk}/", "mau/2.001610/")
    looks("thu", one, f"{DESK}cau/{done.code}/", *(f"{DESK}{each}" for each in lists), at=AT)
    looks("thu", f"{one}tra-loi/?tim=cong+chung", f"{one}tra-ve/", f"{one}dong/", at=AT, send=True)
    looks("tam", f"{DESK}cong-khai/{waiting.pk}/", f"{DESK}kho/{entry.pk}/thoi/", at=AT)
    looks("mai", f"{DESK}toan-tinh/", f"{one}don-doc/", at=AT)
    looks("lan", f"{CALL}?so=0912345678&tim=cong+chung", f"{CALL}goi-lai/", at=AT)
    verify = f"{CALL}ho-so/{dossier.code}/?so=0912345678"
    looks("lan", verify, f"{DESK}cau/{call.code}/chuyen/", at=AT, send=True)
