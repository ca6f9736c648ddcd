"""Accounts at the counter: proven by the card, opened for who can not, given another telephone."""

from collections.abc import Callable
from typing import Any

import pytest

from motcua.domain.citizens.models import Confirmation, Person
from motcua.domain.citizens.terms import Proof
from tests.citizens import AN, a_citizen
from tests.local_accounts import EMAIL, OTHER_PHONE, PHONE, a_local_account, right, wrong
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c"), pytest.mark.usefixtures("sends")]
HERE = "/quay/tai-khoan/"
CARD = {"identity_number": AN.identity_number, "name": AN.name, "born_on": "02/04/1985", "address": "Xã Hạ Long"}
QR = f"{AN.identity_number}||{AN.name}|02041985|Nam|Xã Hạ Long|01012021"


@pytest.fixture
def lan(sits: Callable[[str], Official]) -> Official:
    return sits("lan")


def digits() -> str:
    return right(Confirmation.objects.latest("asked_at"))


class TestFinding:
    @pytest.mark.parametrize("asked", ["0912 345 678", EMAIL, "022 085 001 234"])
    def test_an_account_is_found_by_exactly_what_its_owner_says(self, lan: Official, asked: str) -> None:
        a_local_account(EMAIL if "@" in asked else PHONE)
        page = lan.reads(HERE, tim=asked)
        assert AN.name in page
        assert "Tự khai, chưa đối chiếu".lower() in page.lower()
        assert PHONE not in page.replace(asked, "")

    @pytest.mark.parametrize("asked", ["0912", "Nguyễn", "%", "0912 345 67", "an@"])
    def test_nobody_browses_here(self, lan: Official, asked: str) -> None:
        a_local_account()
        assert "Không có tài khoản nào khớp" in lan.reads(HERE, tim=asked)

    def test_an_empty_page_says_what_to_ask_for(self, lan: Official) -> None:
        assert "Tìm theo số điện thoại" in lan.reads(HERE)

    def test_a_search_costs_few_statements(self, lan: Official, django_assert_max_num_queries: Any) -> None:
        a_local_account()
        lan.reads(HERE)
        with django_assert_max_num_queries(6):
            lan.reads(HERE, tim=PHONE)


class TestProving:
    def test_the_card_proves_and_a_sheet_says_what_comes_next(self, lan: Official) -> None:
        person = a_local_account()
        answer = lan.sends(f"{HERE}{person.pk}/doi-chieu/", **CARD)
        assert answer["Location"] == f"{HERE}{person.pk}/phieu/"
        assert Person.objects.get().proof == Proof.OFFICIAL
        sheet = lan.reads(answer["Location"])
        assert "••• ••• 678" in sheet
        assert "Không đọc sáu số ấy cho người khác" in sheet

    def test_the_qr_of_the_card_fills_what_was_not_typed(self, lan: Official) -> None:
        person = a_local_account()
        lan.sends(f"{HERE}{person.pk}/doi-chieu/", card=QR, born_on="02/04/1985")
        assert Person.objects.get().said == ["address", "born_on", "identity_number", "name"]

    def test_what_is_missing_or_unreadable_is_said_and_the_rest_stays(self, lan: Official) -> None:
        person = a_local_account()
        answer = lan.sends(f"{HERE}{person.pk}/doi-chieu/", card="xyz", name="Lê Văn Cảnh")
        assert answer.status_code == 422
        assert "Không đọc được mã QR" in words_of(answer)
        assert "Lê Văn Cảnh" in answer.content.decode()

    def test_who_is_proven_elsewhere_is_said_to_be(self, lan: Official) -> None:
        a_citizen()
        answer = lan.sends(f"{HERE}{a_local_account().pk}/doi-chieu/", **CARD)
        assert answer.status_code == 409
        assert "Mỗi người có một tài khoản" in words_of(answer)

    def test_others_do_not_open_these_pages(self, sits: Callable[[str], Official]) -> None:
        person = a_local_account()
        for address in (HERE, f"{HERE}mo-giup/", f"{HERE}{person.pk}/doi-chieu/", f"{HERE}{person.pk}/phieu/"):
            assert sits("thu").asks(address).status_code == 403


class TestOpening:
    def test_with_a_telephone_that_read_its_code(self, lan: Official) -> None:
        typed = CARD | {"contact": PHONE}
        page = lan.sends(f"{HERE}mo-giup/", **typed, do="send")
        assert page.status_code == 200
        assert AN.name in page.content.decode()
        assert not Person.objects.exists()
        answer = lan.sends(f"{HERE}mo-giup/", **typed, code=digits())
        assert answer.status_code == 302
        person = Person.objects.get()
        assert (person.phone, person.is_proven) == (PHONE, True)

    def test_without_any(self, lan: Official) -> None:
        answer = lan.sends(f"{HERE}mo-giup/", **CARD)
        assert "chưa có số điện thoại" in lan.reads(answer["Location"])
        assert Person.objects.get().is_proven

    def test_no_account_without_the_code_or_with_a_wrong_one_or_for_another_number(self, lan: Official) -> None:
        typed = CARD | {"contact": PHONE}
        assert "Hãy gửi mã đến số" in words_of(lan.sends(f"{HERE}mo-giup/", **typed))
        lan.sends(f"{HERE}mo-giup/", **typed, do="send")
        one = Confirmation.objects.get()
        assert "còn 4 lần nhập" in words_of(lan.sends(f"{HERE}mo-giup/", **typed, code=wrong(one)))
        assert Confirmation.objects.get().wrong_tries == 1
        other = typed | {"contact": OTHER_PHONE, "code": right(one)}
        assert "Hãy gửi mã đến số" in words_of(lan.sends(f"{HERE}mo-giup/", **other))
        assert not Person.objects.exists()

    def test_a_number_no_message_reaches_is_said(self, lan: Official) -> None:
        answer = lan.sends(f"{HERE}mo-giup/", **CARD, contact="123", do="send")
        assert answer.status_code == 422
        assert "thiếu hoặc thừa chữ số" in words_of(answer)


class TestAnotherTelephone:
    def test_a_proven_owner_gets_another_number_after_its_code(self, lan: Official) -> None:
        person = a_local_account()
        lan.sends(f"{HERE}{person.pk}/doi-chieu/", **CARD)
        address = f"{HERE}{person.pk}/lien-he/"
        assert lan.sends(address, contact=OTHER_PHONE, do="send").status_code == 200
        assert lan.sends(address, contact=OTHER_PHONE, code=digits()).status_code == 302
        assert Person.objects.get().phone == OTHER_PHONE

    def test_an_unproven_one_is_proven_first(self, lan: Official) -> None:
        assert "Hãy đối chiếu căn cước trước" in lan.reads(f"{HERE}{a_local_account().pk}/lien-he/")


@pytest.mark.django_db(transaction=True)
def test_the_pages_break_no_rule(looks: Callable[..., None], world: World) -> None:
    person, at = a_local_account(), "2024-05-27 09:00"
    pages = ("", f"?tim={PHONE}", "?tim=0999", "mo-giup/", f"{person.pk}/doi-chieu/", f"{person.pk}/phieu/")
    looks("lan", *(f"{HERE}{each}" for each in pages), at=at)
