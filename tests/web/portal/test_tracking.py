"""Who may follow a dossier: the code alone shows how far it is, a proof shows all, and guessing is stopped."""

import pytest
from allauth.core.internal import ratelimit

from motcua.web.portal.views.tracking import NOT_FOUND
from tests.web.at_desk import title_of, words_of
from tests.web.portal.conftest import Visitor

PAGE = "/tra-cuu/"


@pytest.fixture
def dossier(world):
    """An's dossier, which Thư has taken."""
    return world.in_appraisal()


@pytest.mark.clause("3.3-1")
def test_the_code_alone_shows_how_far_and_nothing_of_anybody(visitor, world, dossier):
    words = visitor.reads(PAGE, ma=f" {dossier.code.lower()} ")
    assert "Đang giải quyết" in words
    assert "Mức độ hoàn thành: 2/5" in words
    for hidden in ("Nguyễn Văn An", "Trần Anh Thư", "30/05/2024", "doanh nghiệp", dossier.secret, "0912"):
        assert hidden not in visitor.asks(PAGE, ma=dossier.code).content.decode(), hidden


@pytest.mark.clause("3.3-1")
def test_the_code_with_the_end_of_the_phone_number_shows_all(visitor, dossier):
    answer = visitor.sends(PAGE, code=dossier.code, last_four="5678")
    assert answer.status_code == 200
    assert "Thứ Năm, 30/05/2024" in words_of(answer)


def test_without_the_phone_number_the_form_leads_to_the_degree(visitor, dossier):
    answer = visitor.sends(PAGE, code=dossier.code, last_four="")
    assert answer.headers["Location"] == f"/tra-cuu/?ma={dossier.code}"


def test_the_qr_of_the_receipt_shows_all(visitor, dossier):
    assert "Thứ Năm, 30/05/2024" in visitor.reads(f"{PAGE}{dossier.secret}")


def test_a_wrong_code_and_a_wrong_number_get_the_same_answer(visitor, dossier):
    wrong_code = visitor.sends(PAGE, code="000.00.00.H49-240527-9999", last_four="5678")
    wrong_phone = visitor.sends(PAGE, code=dossier.code, last_four="0000")
    assert wrong_code.status_code == wrong_phone.status_code == 404
    for answer in (wrong_code, wrong_phone):
        assert NOT_FOUND in words_of(answer)
        assert title_of(answer).startswith("Lỗi: ")
    assert f'value="{dossier.code}"' in wrong_phone.content.decode()


@pytest.mark.parametrize("address", [f"{PAGE}?ma=x", f"{PAGE}khong-co", f"{PAGE}khong-co/giay-to/1.pdf"])
def test_what_does_not_exist_leads_to_the_form_again(visitor, address):
    answer = visitor.asks(address)
    assert answer.status_code == 404
    assert NOT_FOUND in words_of(answer)


@pytest.mark.parametrize("typed", ["567", "56789", "abcd", "٥٦٧٨"])
def test_four_digits_are_asked_for(visitor, dossier, typed):
    assert "Hãy nhập đúng 4 chữ số cuối" in words_of(visitor.sends(PAGE, code=dossier.code, last_four=typed))


@pytest.mark.parametrize("typed", ["", " ", "\x00", "x" * 5000, "‮"])
def test_whatever_is_typed_the_form_answers(visitor, typed):
    assert visitor.sends(PAGE, code=typed, last_four="5678").status_code in (200, 404)
    assert visitor.asks(PAGE, ma=typed).status_code in (200, 404)


def test_twenty_wrong_tries_from_one_place_are_enough(visitor, dossier):
    for number in range(20):
        assert visitor.sends(PAGE, code=dossier.code, last_four=f"{number:04}").status_code == 404
    for refused in (
        visitor.sends(PAGE, code=dossier.code, last_four="5678"),
        visitor.asks(PAGE, ma=dossier.code),
        visitor.asks(f"{PAGE}{dossier.secret}"),
    ):
        assert refused.status_code == 429
        assert "1900 558 826" in words_of(refused)
    assert visitor.asks(PAGE).status_code == 200
    assert Visitor("198.51.100.9").asks(f"{PAGE}{dossier.secret}").status_code == 200


def test_after_a_quarter_of_an_hour_one_may_try_again(visitor, dossier, monkeypatch):
    began = ratelimit.time.time()
    for number in range(20):
        visitor.sends(PAGE, code=dossier.code, last_four=f"{number:04}")
    monkeypatch.setattr(ratelimit.time, "time", lambda: began + 15 * 60 + 5)
    assert visitor.sends(PAGE, code=dossier.code, last_four="5678").status_code == 200


def test_right_tries_are_not_counted(visitor, dossier):
    for _ in range(25):
        assert visitor.asks(f"{PAGE}{dossier.secret}").status_code == 200


@pytest.mark.parametrize("query", ["", "?ma=x"])
def test_no_search_engine_lists_it_and_no_cache_keeps_it(visitor, query):
    headers = visitor.asks(f"{PAGE}{query}").headers
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "same-origin")
