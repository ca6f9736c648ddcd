"""A telephone or an e-mail address is shown to be one's own by six digits: short-lived, few tries, used once."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.domain.citizens import confirming
from motcua.domain.citizens.confirming import Asked, NotConfirmed, TooOften, WrongCode
from motcua.domain.citizens.models import Confirmation
from motcua.domain.citizens.terms import Purpose
from motcua.domain.journal.acts import together
from motcua.domain.messages import contacts, sending, texts
from motcua.domain.messages.models import Contact, Message
from motcua.domain.messages.terms import Way
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day
from tests.citizens import AT
from tests.local_accounts import EMAIL, OTHER_PHONE, PHONE, SIGN_IN, a_local_account, asked, confirmed, right, wrong
from tests.racing import THREADS, at_once
from tests.world import World

pytestmark = [pytest.mark.clause("4.1.c"), pytest.mark.usefixtures("sends")]
MINUTE = timedelta(minutes=1)


def test_the_digits_go_out_once_and_stand_nowhere(world: World) -> None:
    one = asked()
    message = Message.objects.get(kind="one_time_code")
    assert (message.way, message.address, message.about) == (Way.SMS, PHONE, "Tài khoản người dân")
    assert right(one) not in str(message.facts)
    words = texts.filled(message.kind, Way.SMS, message.facts, on=local_day(AT)).body
    assert words.startswith(f"{right(one)} la ma xac nhan")
    assert len(words) <= 160


def test_a_code_by_e_mail_says_what_it_is_for_and_that_nobody_else_may_have_it(world: World) -> None:
    one = asked(EMAIL.upper())
    message = Message.objects.get(kind="one_time_code")
    letter = texts.filled(message.kind, Way.EMAIL, message.facts, on=local_day(AT))
    assert message.address == EMAIL
    assert right(one) in letter.body
    assert right(one) not in letter.subject  # shown on a locked screen


def test_the_right_digits_confirm_and_serve_once(world: World) -> None:
    key = confirmed()
    with together():
        assert confirming.take_up(key, SIGN_IN, at=AT).used_at == AT
    with pytest.raises(NotConfirmed, match="đã dùng"), together():
        confirming.take_up(key, SIGN_IN, at=AT)


def test_wrong_digits_are_counted_and_the_fifth_ends_the_code(world: World) -> None:
    one = asked()
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongCode, match=f"còn {left} lần"):
            confirming.check(one.key, wrong(one), at=AT)
    with pytest.raises(WrongCode, match="lấy mã mới"):
        confirming.check(one.key, wrong(one), at=AT)
    with pytest.raises(NotConfirmed, match="không còn dùng được"):
        confirming.check(one.key, right(one), at=AT)


def test_a_code_lives_ten_minutes_and_what_it_confirmed_half_an_hour(world: World) -> None:
    one = asked()
    with pytest.raises(NotConfirmed, match="không còn"):
        confirming.check(one.key, right(one), at=AT + 10 * MINUTE)
    assert confirming.check(one.key, right(one), at=AT + 9 * MINUTE)
    with pytest.raises(NotConfirmed), together():
        confirming.take_up(one.key, SIGN_IN, at=AT + 39 * MINUTE)


@pytest.mark.parametrize("other", [Asked(Purpose.CONTACT, ""), Asked(Purpose.SIGN_IN, "cd-1"), Asked(Purpose.COUNTER)])
def test_a_code_serves_only_for_what_it_was_asked_and_only_who_asked(world: World, other: Asked) -> None:
    with pytest.raises(NotConfirmed), together():
        confirming.take_up(confirmed(), other, at=AT)


def test_an_unconfirmed_or_unknown_code_serves_nobody(world: World) -> None:
    for key in (asked().key, uuid4()):
        with pytest.raises(NotConfirmed), together():
            confirming.take_up(key, SIGN_IN, at=AT)
    with pytest.raises(NotConfirmed):
        confirming.check(uuid4(), "000000", at=AT)


def test_three_codes_in_a_quarter_of_an_hour_and_ten_a_day_go_to_one_address(world: World) -> None:
    for _ in range(3):
        asked()
    with pytest.raises(TooOften, match="đợi 15 phút"):
        asked()
    assert asked(OTHER_PHONE)
    for n in range(1, 8):
        asked(at=AT + n * 20 * MINUTE)
    with pytest.raises(TooOften, match="ngày mai"):
        asked(at=AT + 200 * MINUTE)
    assert asked(at=AT + timedelta(days=1, hours=3))


def test_an_address_with_an_account_and_one_without_are_answered_alike(world: World) -> None:
    a_local_account()
    known, unknown = asked(), asked(OTHER_PHONE)
    for each in (known, unknown):
        assert Message.objects.filter(address=each.address, kind="one_time_code").exists()
        with pytest.raises(WrongCode, match="còn 4 lần"):
            confirming.check(each.key, wrong(each), at=AT)


@pytest.mark.parametrize(
    ("written", "words"),
    [("0203 3825 825", "số di động"), ("an@", "không đúng"), ("abc", "không phải là số điện thoại"), ("", "Hãy nhập")],
)
def test_what_no_message_reaches_is_refused_with_a_sentence(world: World, written: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        asked(written)


def test_without_a_gateway_the_other_way_is_named(world: World, settings: Any) -> None:
    settings.SMS_URL = ""
    with pytest.raises(NotConfirmed, match="Hãy dùng thư điện tử"):
        confirming.require_way(PHONE)
    settings.EMAIL_HOST = ""
    with pytest.raises(NotConfirmed, match="đến quầy"):
        confirming.require_way(EMAIL)


def test_who_wants_no_messages_gets_the_code_they_ask_for(world: World) -> None:
    contact: Contact = contacts.contact_of(PHONE)
    contacts.choose_channels(contact, ways=[], by=world["mai"], at=AT)
    asked()
    assert Message.objects.filter(kind="one_time_code", address=PHONE).exists()
    assert sending._is_wanted(Message.objects.get(kind="one_time_code"))


def test_what_is_past_is_let_go(world: World) -> None:
    asked()
    assert confirming.forget_old(AT + timedelta(days=1)) == 0
    assert confirming.forget_old(AT + timedelta(days=3)) == 1


@pytest.mark.django_db(transaction=True)
def test_of_eight_wrong_tries_at_once_five_are_taken(transactional_db: None) -> None:
    one = asked()
    answers = at_once(lambda _: confirming.check(one.key, wrong(one), at=AT))
    assert sum(isinstance(each, WrongCode) for each in answers) == confirming.MOST_TRIES
    assert Confirmation.objects.get(pk=one.key).wrong_tries == confirming.MOST_TRIES


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_ask_at_once_for_one_address_three_are_sent_a_code(transactional_db: None) -> None:
    answers = at_once(lambda _: asked())
    assert len(answers) == THREADS
    assert sum(isinstance(each, Confirmation) for each in answers) == confirming.MOST_IN_A_WHILE
