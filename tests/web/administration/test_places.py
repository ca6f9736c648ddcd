"""Places of approval: the page, its forms, and for whom they are."""

from datetime import date

import pytest

from motcua.domain.organisations import placing
from tests.web.at_desk import words_of

PAGE = "/quan-tri/noi-phe-duyet/"
pytestmark = [pytest.mark.clause("5.1.c-2"), pytest.mark.usefixtures("networks_anew")]


def test_the_page_is_for_administrators_and_says_where_one_is(sits):
    assert sits("minh").asks(PAGE).status_code == 403
    text = sits("kien").reads(PAGE)
    assert "Máy bạn đang dùng được coi là ở Trung tâm Phục vụ Hành chính công tỉnh (mạng quầy)" in text
    assert "127.0.0.0/8" in text


def test_without_any_network_the_page_warns_that_nothing_can_be_approved(sits):
    kien = sits("kien")
    (network,) = placing.networks()
    kien.sends(f"{PAGE}mang/{network.pk}/thoi-dung/")
    assert "Chưa phê duyệt được hồ sơ nào" in kien.reads(PAGE)


def test_a_network_is_entered_and_a_wrong_one_is_answered(sits):
    kien = sits("kien")
    wrong = kien.sends(f"{PAGE}mang/", office="trung-tam", cidr="quầy", label="tầng 2")
    assert "“quầy” không phải là dải địa chỉ mạng" in words_of(wrong)
    kien.sends(f"{PAGE}mang/", office="trung-tam", cidr="10.20.30.0/24", label="tầng 2")
    assert "10.20.30.0/24" in kien.reads(PAGE)


def test_a_body_is_permitted_to_decide_elsewhere_and_that_is_ended(sits):
    kien = sits("kien")
    given = {"office": "so-khdt", "document": "Công văn 12/UBND", "from_on": "27/05/2024", "to_on": "30/05/2024"}
    kien.sends(f"{PAGE}ngoai-trung-tam/", **given)
    assert "Công văn 12/UBND" in kien.reads(PAGE)
    (permit,) = placing.permits(date(2024, 5, 27))
    kien.sends(f"{PAGE}ngoai-trung-tam/{permit.pk}/thoi/")
    assert "Thôi cho phép" not in kien.reads(PAGE)
    assert kien.asks(f"{PAGE}thiet-bi/99/thu-hoi/").status_code == 404
