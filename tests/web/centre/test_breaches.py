"""Rules that were broken: which, by whom, and whether somebody has explained it (4.1.d-2)."""

import pytest

from motcua.domain.dossiers import breaches, processing
from motcua.domain.dossiers.models import Breach
from tests.world import moment

LIST = "/trung-tam/vi-pham/"
LATER = "2024-05-30 09:00"


@pytest.fixture
def late(world):
    """A dossier that Lan passed on two days late."""
    dossier = world.received("2024-05-27")
    processing.transfer(dossier, by=world["lan"], at=moment("2024-05-29"))
    return dossier


@pytest.mark.clause("4.1.d-2")
def test_a_breach_names_rule_official_and_moment(late, sits):
    words = sits("mai").reads(LIST, LATER)
    assert "1 vi phạm chưa giải trình" in words
    assert "Chuyển hồ sơ chậm ( Điều 5, khoản 1, điểm đ, phần 2 )" in words
    assert "Nguyễn Thị Lan Trung tâm Phục vụ Hành chính công tỉnh 09:00 ngày 29/05/2024 chưa có" in words


@pytest.mark.clause("4.1.d-2")
def test_what_was_explained_is_among_all_breaches_only(late, world, sits):
    given = {"explanation": "Máy chủ mất điện", "by": world["lan"], "at": moment("2024-05-29")}
    breaches.explain_breach(Breach.objects.get(), **given)
    assert "Không có vi phạm nào chờ giải trình" in sits("mai").reads(LIST, LATER)
    assert "Máy chủ mất điện" in sits("mai").reads(LIST, LATER, xem="tat-ca")


def test_a_head_sees_the_breaches_of_the_own_body_only(late, sits):
    assert "0 vi phạm" in sits("quang").reads(LIST, LATER)


@pytest.mark.clause("2")
def test_breaches_are_for_who_watches(sits):
    assert [sits(code).asks(LIST).status_code for code in ("mai", "quang", "lan")] == [200, 200, 403]


def test_the_newest_stand_on_the_board(late, sits):
    words = sits("mai").reads("/trung-tam/", LATER)
    assert "1 Vi phạm chưa giải trình" in words
    assert "Chuyển hồ sơ chậm" in words


def test_the_page_costs_four_statements(late, sits, django_assert_max_num_queries):
    mai = sits("mai")
    mai.asks(LIST, LATER)
    with django_assert_max_num_queries(4):
        mai.asks(LIST, LATER)
