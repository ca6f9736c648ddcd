"""The catalogue: everyday words, filters in the address, a page at a time, and help where nothing is found."""

import re

import pytest

from motcua.domain.procedures.parts import FeePart

LIST = "/thu-tuc/"
NAME = "Đăng ký thành lập doanh nghiệp tư nhân"


def names(answer) -> list[str]:
    """The procedures on a page, in its order."""
    return re.findall(r'<h2><a href="/thu-tuc/[^"]+">([^<]+)</a></h2>', answer.content.decode())


@pytest.mark.clause("4.1.b")
@pytest.mark.parametrize(
    "words", ["mở công ty", "MO CONG TY", "tôi muốn làm giấy phép kinh doanh", "doanh nghiệp", "2.001610"]
)
def test_everyday_words_find_a_procedure_with_or_without_diacritics(visitor, words):
    assert names(visitor.asks(LIST, tim=words)) == [NAME]


def test_a_line_says_how_long_what_it_costs_and_for_whom(visitor):
    assert "3 ngày làm việc 50.000 ₫ Cá nhân Sở Kế hoạch và Đầu tư" in visitor.reads(LIST)


@pytest.mark.parametrize(
    ("fees", "said"),
    [
        ((), "Không thu phí"),
        ((FeePart("fee", "Phí", amount=0),), "Không thu phí"),
        ((FeePart("fee", "Phí", amount=200_000), FeePart("charge", "Lệ phí", amount=75_000)), "Từ 75.000 ₫"),
        ((FeePart("fee", "Phí", "online", 10_000), FeePart("fee", "Phí", "counter", 20_000)), "20.000 ₫"),
    ],
)
def test_the_cost_is_that_at_the_counter(visitor, world, fees, said):
    world.a_procedure(name="Cấp bản sao", fees=fees)
    assert f"3 ngày làm việc {said} Cá nhân" in visitor.reads(LIST, tim="cap ban sao")


@pytest.mark.clause("4.1.b")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"co-quan": "so-khdt"}, 2),
        ({"co-quan": "so-tp"}, 0),
        ({"linh-vuc": "ho-tich"}, 1),
        ({"cap": "province"}, 2),
        ({"cap": "commune"}, 0),
        ({"muc-do": "3"}, 1),
        ({"cap": "khong-co", "muc-do": "9"}, 2),
        ({"tim": "khai sinh", "co-quan": "so-khdt", "muc-do": "3"}, 1),
    ],
)
def test_filters_narrow_the_list_and_stay_in_the_address(visitor, world, query, found):
    world.a_procedure(name="Đăng ký khai sinh", field="Hộ tịch", online_level=3)
    assert len(names(visitor.asks(LIST, **query))) == found


def test_each_filter_that_is_on_can_be_taken_off_alone(visitor):
    page = visitor.asks(LIST, **{"tim": "doanh", "co-quan": "so-khdt", "cap": "province", "sau": "1"}).content.decode()
    assert 'href="/thu-tuc/?tim=doanh&amp;cap=province">Sở Kế hoạch và Đầu tư' in page
    assert 'href="/thu-tuc/?tim=doanh&amp;co-quan=so-khdt">Cấp tỉnh' in page


def test_pages_follow_one_another_and_lead_back(visitor, world):
    for number in range(21):
        world.a_procedure(name=f"Cấp lại giấy phép số {number:02}")
    first = visitor.asks(LIST, tim="cap lai giay phep")
    assert "21 thủ tục" in visitor.reads(LIST, tim="cap lai giay phep")
    second = visitor.client.get(_link(first, "next"))
    assert names(second) == ["Cấp lại giấy phép số 20"]
    assert names(visitor.client.get(_link(second, "prev"))) == names(first)


def _link(answer, rel: str) -> str:
    found = re.search(rf'<a href="([^"]+)" rel="{rel}">', answer.content.decode())
    assert found, rel
    return found[1].replace("&amp;", "&")


def test_nothing_found_suggests_what_sounds_alike_and_whom_to_call(visitor, world):
    world.a_procedure(name="Đăng ký khai sinh")
    answer = visitor.asks(LIST, tim="kai sinhh")
    words = visitor.reads(LIST, tim="kai sinhh")
    assert "Không tìm thấy thủ tục nào có “kai sinhh”" in words
    assert "Có phải bạn tìm" in words
    assert "1900 558 826" in words
    assert names(answer) == ["Đăng ký khai sinh"]
    assert "Có phải bạn tìm" not in visitor.reads(LIST, tim="tàu vũ trụ")


NOTHING = chr(0)


@pytest.mark.parametrize(
    "query",
    [
        {"tim": f"<b>{NOTHING}'\"%"},
        {"tim": "a" * 5000},
        {"sau": "x"},
        {"sau": "9" * 40},
        {"linh-vuc": NOTHING, "co-quan": NOTHING},
    ],
)
def test_whatever_stands_in_the_address_the_page_answers(visitor, query):
    assert visitor.asks(LIST, **query).status_code == 200


def test_the_catalogue_costs_five_statements_however_many_procedures(visitor, world, django_assert_num_queries):
    for number in range(3):
        world.a_procedure(name=f"Cấp lại giấy phép {number}")
    with django_assert_num_queries(5):
        visitor.asks(LIST, tim="giay phep")
