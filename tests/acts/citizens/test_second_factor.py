"""A second lock on an account: when a code counts, how often, and who puts the lock on and takes it off."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator

from motcua.domain.citizens import proving, second_factor
from motcua.domain.citizens.local import Claimed
from motcua.domain.citizens.models import Person
from motcua.domain.citizens.second_factor import NotOn, OtherCard, WrongCode
from motcua.domain.citizens.terms import SecondBy
from motcua.domain.journal.models import Entry
from motcua.domain.messages.models import Message
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.citizens import AN, AT, BINH, a_citizen
from tests.local_accounts import CLAIMED, a_local_account
from tests.racing import at_once, one_wins
from tests.totp import shows
from tests.world import World, build

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c"), pytest.mark.usefixtures("sends")]
KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # of the examples in RFC 6238
LATER = AT + timedelta(hours=1)
CARD = Claimed(AN.name, AN.identity_number, date(1985, 4, 2))


def locked(person: Person | None = None) -> Person:
    """An, with an app."""
    an = person or a_citizen()
    return second_factor.turn_on_second_factor(an, key=KEY, code=shows(KEY, AT), by=an, at=AT)


def told(person: Person) -> list[str]:
    """What the owner was told of the account."""
    rows = Message.objects.filter(kind="account_security", event__startswith=person.stream, way="app")
    return [each.facts["what"] for each in rows.order_by("pk")]


def test_the_app_of_these_tests_is_one() -> None:
    assert shows(KEY, datetime.fromtimestamp(59, UTC)) == "287082"
    assert shows(KEY, datetime.fromtimestamp(2_000_000_000, UTC)) == "279037"


class TestOn:
    def test_a_right_code_puts_it_on_and_the_owner_is_told(self) -> None:
        an = locked()
        assert second_factor.is_on(an)
        assert second_factor.codes_left(an) == 10
        assert Entry.objects.filter(stream=an.stream).latest("pk").act == "turn_on_second_factor"
        assert told(an) == ["Bật xác thực hai lớp"]

    def test_a_wrong_code_leaves_everything_as_it_was(self) -> None:
        an = a_citizen()
        with pytest.raises(WrongCode, match="giờ của điện thoại"):
            second_factor.turn_on_second_factor(an, key=KEY, code="000000", by=an, at=AT)
        assert not second_factor.is_on(an)
        assert not Authenticator.objects.exists()

    def test_it_is_put_on_once_and_by_its_owner(self) -> None:
        an = locked()
        with pytest.raises(NotOn, match="đã bật"):
            locked(an)
        binh = a_citizen(BINH)
        with pytest.raises(NotAllowed, match="không phải của bạn"):
            second_factor.turn_on_second_factor(binh, key=KEY, code=shows(KEY, AT), by=an, at=AT)

    def test_the_database_holds_neither_key_nor_codes_in_plain(self) -> None:
        an = locked()
        kept = str(list(Authenticator.objects.values_list("data", flat=True)))
        assert KEY not in kept
        assert not [code for code in second_factor.codes_to_keep(an) if code in kept]

    @pytest.mark.django_db(transaction=True)
    def test_of_eight_who_put_it_on_one_does(self, transactional_db: None) -> None:
        build()
        an = a_citizen()
        one_wins(second_factor.turn_on_second_factor, an, key=KEY, code=shows(KEY, AT), by=an, at=AT)


class TestCodes:
    @pytest.mark.parametrize(("seconds", "holds"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
    def test_a_code_counts_for_its_half_minute_and_its_neighbours(self, seconds: int, holds: bool) -> None:
        an, code = locked(), shows(KEY, LATER + timedelta(seconds=seconds))
        if holds:
            assert second_factor.passes(an.account, code, at=LATER) == SecondBy.APP
        else:
            with pytest.raises(WrongCode):
                second_factor.passes(an.account, code, at=LATER)

    def test_a_code_serves_once_and_an_earlier_one_no_more(self) -> None:
        an, code, before = locked(), shows(KEY, LATER), shows(KEY, LATER - timedelta(seconds=30))
        assert second_factor.passes(an.account, f"{code[:3]} {code[3:]}", at=LATER) == SecondBy.APP
        for each in (code, before):
            with pytest.raises(WrongCode, match="đã dùng"):
                second_factor.passes(an.account, each, at=LATER)

    def test_the_code_that_put_it_on_does_not_sign_in(self) -> None:
        with pytest.raises(WrongCode):
            second_factor.passes(locked().account, shows(KEY, AT), at=AT)

    def test_each_recovery_code_serves_once(self) -> None:
        an = locked()
        first, second, *_ = second_factor.codes_to_keep(an)
        assert second_factor.passes(an.account, first, at=LATER) == SecondBy.RECOVERY
        with pytest.raises(WrongCode):
            second_factor.passes(an.account, first, at=LATER)
        assert second_factor.codes_left(an) == 9
        assert second_factor.passes(an.account, second, at=LATER) == SecondBy.RECOVERY

    def test_codes_that_were_kept_are_shown_no_more_and_still_serve(self) -> None:
        an = locked()
        code = second_factor.codes_to_keep(an)[0]
        second_factor.keep_recovery_codes(an, by=an, at=AT)
        assert second_factor.codes_to_keep(an) == []
        assert second_factor.passes(an.account, code, at=LATER) == SecondBy.RECOVERY

    def test_new_codes_take_the_place_of_the_old(self) -> None:
        an = locked()
        old = second_factor.codes_to_keep(an)[0]
        second_factor.keep_recovery_codes(an, by=an, at=AT)
        second_factor.renew_recovery_codes(an, by=an, at=LATER)
        assert len(second_factor.codes_to_keep(an)) == 10
        with pytest.raises(WrongCode):
            second_factor.passes(an.account, old, at=LATER)
        assert told(an)[-1] == "Tạo mã dự phòng mới"

    def test_somebody_elses_codes_open_nothing(self) -> None:
        an, binh = locked(), a_citizen(BINH)
        for code in (shows(KEY, LATER), second_factor.codes_to_keep(an)[0]):
            with pytest.raises(WrongCode):
                second_factor.passes(binh.account, code, at=LATER)

    @pytest.mark.django_db(transaction=True)
    def test_of_eight_who_type_one_code_one_comes_in(self, transactional_db: None) -> None:
        build()
        an = locked()
        for code in (shows(KEY, LATER), second_factor.codes_to_keep(an)[0]):
            answers = at_once(lambda _, code=code: second_factor.passes(an.account, code, at=LATER))
            assert sum(not isinstance(each, Refused) for each in answers) == 1


class TestOff:
    def test_the_owner_takes_it_off_and_is_told(self) -> None:
        an = locked()
        second_factor.turn_off_second_factor(an, by=an, at=LATER)
        assert not Authenticator.objects.exists()
        assert told(an)[-1] == "Tắt xác thực hai lớp"
        with pytest.raises(NotOn):
            second_factor.turn_off_second_factor(an, by=an, at=LATER)

    def test_without_one_there_are_no_codes_to_keep_or_renew(self) -> None:
        an = a_citizen()
        for act in (second_factor.keep_recovery_codes, second_factor.renew_recovery_codes):
            with pytest.raises(NotOn, match="chưa bật"):
                act(an, by=an, at=AT)

    def test_at_the_counter_the_card_takes_it_off(self, world: World) -> None:
        an = locked()
        second_factor.reset_second_factor(an, CARD, by=world["lan"], at=LATER)
        assert not second_factor.is_on(an)
        line = Entry.objects.filter(stream=an.stream).latest("pk")
        assert (line.act, line.by_code) == ("reset_second_factor", world["lan"].code)
        assert told(an)[-1] == "Gỡ xác thực hai lớp tại quầy"

    @pytest.mark.parametrize(
        "card", [replace(CARD, name="Trần Thị Bình"), Claimed(BINH.name, BINH.identity_number, BINH.born_on)]
    )
    def test_the_card_of_somebody_else_does_not(self, world: World, card: Claimed) -> None:
        an = locked()
        with pytest.raises(OtherCard, match="không phải của chủ tài khoản"):
            second_factor.reset_second_factor(an, card, by=world["lan"], at=LATER)
        assert second_factor.is_on(an)

    def test_a_card_says_nothing_of_an_account_that_was_never_proven(self, world: World) -> None:
        an = locked(a_local_account())
        with pytest.raises(NotAllowed, match="đối chiếu căn cước trước"):
            second_factor.reset_second_factor(an, CARD, by=world["lan"], at=LATER)
        proving.prove_identity(an, CLAIMED, by=world["lan"], at=LATER)
        second_factor.reset_second_factor(an, CARD, by=world["lan"], at=LATER)

    def test_who_sees_no_cards_does_not(self, world: World) -> None:
        with pytest.raises(NotAllowed, match="Chỉ cán bộ tiếp nhận"):
            second_factor.reset_second_factor(locked(), CARD, by=world["thu"], at=LATER)
