"""Posting an official and ending a posting; what he or she may do follows at once."""

from datetime import date

import pytest

from motcua.domain.organisations.models import Posting
from tests.web.at_desk import words_of

from .conftest import HERE

THU = f"{HERE}can-bo/thu/"
GIVEN = {
    "office": "so-tp",
    "title": "Chuyên viên",
    "roles": ["appraise", "assign"],
    "seat": "trung-tam",
    "from_on": "27/5/2024",
    "to_on": "",
    "decision": "12/QĐ-STP",
}


@pytest.mark.clause("2", "3.3-1")
def test_an_official_is_posted_with_roles_a_seat_and_the_decision(kien):
    assert kien.sends(f"{THU}phan-cong/", **GIVEN).headers["Location"] == THU
    posting = Posting.objects.get(officer__code="thu", office__code="so-tp")
    assert (posting.roles, posting.seat.code, posting.to_on) == (["appraise", "assign"], "trung-tam", None)
    assert "theo quyết định 12/QĐ-STP" in kien.reads(THU)


@pytest.mark.parametrize(
    ("wrong", "status", "sentence"),
    [
        ({"roles": []}, 422, "Hãy chọn vai trò."),
        ({"from_on": "mai"}, 422, "“mai” không phải là ngày."),
        ({"office": ""}, 422, "Hãy chọn cơ quan."),
        ({"to_on": "1/5/2024"}, 409, "Ngày kết thúc không được trước ngày bắt đầu."),
        ({"office": "so-khdt", "from_on": "1/5/2019"}, 409, "đã được phân công vào Sở Kế hoạch và Đầu tư từ ngày này."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(kien, wrong, status, sentence):
    answer = kien.sends(f"{THU}phan-cong/", **GIVEN | wrong)
    assert answer.status_code == status
    assert sentence in words_of(answer)
    assert 'value="Chuyên viên"' in answer.content.decode()


@pytest.mark.clause("2")
def test_a_posting_ends_and_no_right_is_left_behind(sits, kien):
    posting = Posting.objects.get(officer__code="thu")
    assert kien.sends(f"{THU}phan-cong/{posting.pk}/ket-thuc/", to_on="26/5/2024").status_code == 302
    assert Posting.objects.get(pk=posting.pk).to_on == date(2024, 5, 26)
    assert sits("thu").asks("/phong-ban/").status_code == 403
    assert "đã kết thúc" in kien.reads(THU)


def test_a_posting_that_ended_does_not_end_again_and_that_of_another_does_not_exist(kien):
    posting = Posting.objects.get(officer__code="thu")
    kien.sends(f"{THU}phan-cong/{posting.pk}/ket-thuc/", to_on="26/5/2024")
    answer = kien.sends(f"{THU}phan-cong/{posting.pk}/ket-thuc/", to_on="27/5/2024")
    assert (answer.status_code, "Phân công này đã kết thúc từ trước." in words_of(answer)) == (409, True)
    assert kien.asks(f"{HERE}can-bo/minh/phan-cong/{posting.pk}/ket-thuc/").status_code == 404
