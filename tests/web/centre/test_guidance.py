"""How often people were guided, in which ways and about what (4.1.c)."""

import pytest

from motcua.domain.dossiers import guidance
from motcua.domain.dossiers.guidance import Asking
from motcua.domain.dossiers.terms import GuidedBy
from tests.web.at_desk import words_of
from tests.world import CENTRE, moment

PAGE = "/trung-tam/huong-dan/"
LATER = "2024-05-31 09:00"


@pytest.fixture
def three(world):
    """Two people asked at the counter and one by telephone, about two procedures."""
    other = world.a_procedure(name="Đăng ký thay đổi doanh nghiệp")
    for how, version in ((GuidedBy.COUNTER, world.version), (GuidedBy.COUNTER, other), (GuidedBy.PHONE, other)):
        asking = Asking(version, world.offices[CENTRE], "Lê Thị Hai", how=how)
        guidance.guide(asking, faults=(), by=world["lan"], at=moment("2024-05-28"))


@pytest.mark.clause("4.1.c")
def test_guidance_is_counted_by_way_and_by_procedure(three, sits):
    words = sits("mai").reads(PAGE, LATER)
    assert "3 lần hướng dẫn từ 01/05/2024 đến 31/05/2024." in words
    assert "Tại quầy 2 Tổng đài 1 Cổng dịch vụ công 0" in words
    asked = "Đăng ký thay đổi doanh nghiệp 2 Đăng ký thành lập doanh nghiệp tư nhân 1"
    assert asked in words


def test_other_days_are_not_counted(three, sits):
    words = sits("mai").reads(PAGE, LATER, tu="29/05/2024", den="30/05/2024")
    assert "Những ngày này không ghi nhận lần hướng dẫn nào." in words


def test_a_quarter_at_most_is_counted_at_once(sits):
    answer = sits("mai").asks(PAGE, LATER, tu="1/1/2024", den="31/5/2024")
    assert "Mỗi lần xem được nhiều nhất 92 ngày." in words_of(answer)


@pytest.mark.clause("2")
def test_the_count_is_for_who_watches_over_the_one_stop(sits):
    assert [sits(code).asks(PAGE).status_code for code in ("mai", "quang", "lan")] == [200, 403, 403]


def test_the_page_costs_four_statements(three, sits, django_assert_max_num_queries):
    mai = sits("mai")
    mai.asks(PAGE, LATER)
    with django_assert_max_num_queries(4):
        mai.asks(PAGE, LATER)
