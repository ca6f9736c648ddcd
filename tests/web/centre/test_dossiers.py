"""The lists behind the figures: who has each dossier, since when, and filters that stay in the address."""

import re

import pytest

from motcua.domain.dossiers.pauses import pausing
from motcua.domain.listing import SIZE
from tests.moments import moment
from tests.web.centre.conftest import FRIDAY

LIST = "/trung-tam/ho-so/"


def codes(answer) -> list[str]:
    """The days of receipt of the dossiers on a page, in its order."""
    return [code[-7:-5] for code in re.findall(r'<a class="code" href="/ho-so/([^/]+)/', answer.content.decode())]


@pytest.mark.clause("2")
@pytest.mark.parametrize(("code", "status"), [("mai", 200), ("quang", 200), ("lan", 403), ("binh", 403)])
def test_the_lists_are_for_who_watches(sits, code, status):
    assert sits(code).asks(LIST).status_code == status


@pytest.mark.clause("4.1.d-2")
def test_an_overdue_dossier_names_who_has_it_and_how_late_both_are(busy, sits):
    words = sits("mai").reads(LIST, FRIDAY, nhom="qua-han")
    assert "Thẩm định hồ sơ quá hạn 3 ngày Trần Anh Thư, Sở Kế hoạch và Đầu tư" in words
    assert "quá hạn 1 ngày 17:00 ngày 30/05/2024" in words


@pytest.mark.clause("4.1.e")
def test_a_result_nobody_fetched_names_its_place_and_its_days(busy, sits):
    answer = sits("mai").asks(LIST, FRIDAY, nhom="chua-nhan")
    assert codes(answer) == ["27", "27"]
    words = sits("mai").reads(LIST, FRIDAY, nhom="chua-nhan")
    assert "A2-14" in words
    assert words.index("3 ngày 09:00 ngày 28/05/2024") < words.index("2 ngày 09:00 ngày 29/05/2024")


@pytest.mark.clause("4.1.d-2", "5.1.đ-1")
def test_who_was_told_to_pay_and_has_not_for_thirty_days_is_on_the_list(world, sits):
    unpaid, paid, resting = world.awaiting_payment(), world.awaiting_payment(), world.stopped()
    proof = pausing.Proof("0012345", moment("2024-06-03").date())
    pausing.payment_proven(paid, proof=proof, by=world["lan"], at=moment("2024-06-03"))
    assert codes(sits("mai").asks(LIST, "2024-06-27 09:00", nhom="cho-nop-tien")) == []
    page = sits("mai").asks(LIST, "2024-06-27 09:01", nhom="cho-nop-tien").content.decode()
    assert [dossier.code in page for dossier in (unpaid, paid, resting)] == [True, False, False]
    assert "Chờ nghĩa vụ tài chính lâu" in sits("mai").reads("/trung-tam/", "2024-06-27 09:01")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["27"]),
        ({"nhom": "khong-co"}, ["27"]),
        ({"nhom": "qua-han", "co-quan": "so-khdt"}, ["27"]),
        ({"nhom": "qua-han", "co-quan": "so-tp"}, []),
        ({"nhom": "qua-han", "can-bo": "thu"}, ["27"]),
        ({"nhom": "qua-han", "can-bo": "chua-ai-nhan"}, ["29"]),
        ({"nhom": "qua-han", "can-bo": "binh"}, []),
        ({"nhom": "cho-bo-sung", "can-bo": "binh"}, ["01"]),
    ],
)
def test_filters_in_the_address_narrow_the_list(busy, sits, query, found):
    assert codes(sits("mai").asks(LIST, FRIDAY, **query)) == found


def test_a_filter_can_be_taken_off_and_another_group_keeps_it(busy, sits):
    page = sits("mai").asks(LIST, FRIDAY, **{"nhom": "qua-han", "co-quan": "so-khdt", "can-bo": "thu"}).content.decode()
    assert 'href="/trung-tam/ho-so/?nhom=qua-han&amp;can-bo=thu">Sở Kế hoạch và Đầu tư' in page
    assert 'href="/trung-tam/ho-so/?co-quan=so-khdt&amp;can-bo=thu&amp;nhom=hom-nay">' in page
    assert 'href="/trung-tam/ho-so/?co-quan=so-khdt&amp;nhom=chua-nhan">' in page


@pytest.mark.parametrize("query", [{"co-quan": "khong-co"}, {"can-bo": "khong-co"}])
def test_a_body_or_an_official_that_does_not_exist_is_not_found(sits, query):
    assert sits("mai").asks(LIST, **query).status_code == 404


@pytest.mark.clause("3.3-2")
def test_a_head_s_list_holds_the_own_body_only(busy, sits):
    assert codes(sits("quang").asks(LIST, FRIDAY, nhom="qua-han")) == ["27"]


def test_each_dossier_opens(busy, sits):
    mai = sits("mai")
    page = mai.asks(LIST, FRIDAY).content.decode()
    (address,) = re.findall(r'<a class="code" href="([^"]+)"', page)
    assert mai.asks(address, FRIDAY).status_code == 200


@pytest.mark.parametrize("name", ["nhom", "co-quan", "can-bo", "sau", "truoc"])
def test_whatever_stands_in_the_address_the_list_answers(sits, name):
    assert sits("mai").asks(LIST, **{name: chr(0)}).status_code == 200


def test_an_empty_list_says_so(sits):
    assert "Lúc này không có hồ sơ nào thuộc nhóm này." in sits("mai").reads(LIST)


def test_a_long_list_is_read_a_page_at_a_time(world, sits):
    for _ in range(SIZE + 1):
        world.received("2024-05-20")
    mai = sits("mai")
    first = mai.asks(LIST, FRIDAY)
    assert len(codes(first)) == SIZE
    after = re.search(r'<a href="([^"]+)" rel="next">', first.content.decode())[1].replace("&amp;", "&")
    assert len(codes(mai.asks(after, FRIDAY))) == 1


def test_a_list_costs_six_statements_however_long(busy, sits, django_assert_max_num_queries):
    mai = sits("mai")
    mai.asks(LIST, FRIDAY)
    with django_assert_max_num_queries(6):
        mai.asks(LIST, FRIDAY, **{"nhom": "qua-han", "co-quan": "so-khdt"})
