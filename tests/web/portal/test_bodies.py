"""The page of a body, its printed set, and what changed this month."""

from datetime import date

import pytest

from motcua.domain.procedures import catalogue, posting_sets
from tests.acts.procedures.test_changes import revised
from tests.world import moment

BODY, CHANGES = "/co-quan/so-khdt/", "/thay-doi/"
AT = "2024-05-27 09:00"


@pytest.mark.clause("4.1.b")
def test_a_body_shows_its_procedures_by_field(visitor, world):
    words = visitor.reads(BODY, AT)
    assert "Sở Kế hoạch và Đầu tư 1 thủ tục đang áp dụng." in words
    assert "Thành lập và hoạt động của doanh nghiệp (1) Đăng ký thành lập doanh nghiệp tư nhân" in words
    assert "Bộ niêm yết đầy đủ đang được lập lại" in words


def test_a_body_without_procedures_is_not_found(visitor):
    assert visitor.asks("/co-quan/so-tp/").status_code == 404
    assert visitor.asks("/co-quan/khong-co/").status_code == 404


@pytest.mark.clause("4.1.b")
def test_the_printed_set_is_there_once_it_was_made(visitor, world):
    assert visitor.asks(f"{BODY}bo-niem-yet.pdf", AT).status_code == 404
    posting_sets.make_due(moment(AT))
    assert "Bộ niêm yết đầy đủ (PDF" in visitor.reads(BODY, AT)
    answer = visitor.asks(f"{BODY}bo-niem-yet.pdf", AT)
    assert answer["Content-Type"] == "application/pdf"
    field = world.version.field.code
    assert visitor.asks(f"/linh-vuc/{field}/bo-niem-yet.pdf", AT).content.startswith(b"%PDF")
    assert "Bộ niêm yết của lĩnh vực này" in visitor.reads("/thu-tuc/", AT, **{"linh-vuc": field})


@pytest.mark.clause("4.1.b")
def test_changes_of_a_month_are_told_in_words(visitor, world):
    revised(world, world.version, date(2024, 5, 20), days=5)
    words = visitor.reads(CHANGES, AT)
    assert "Sửa đổi áp dụng từ 20/05/2024" in words
    assert "Thay đổi: thời hạn giải quyết" in words
    assert "Bỏ: Trực tiếp: 3 ngày làm việc Thêm: Trực tiếp: 5 ngày làm việc" in words
    assert "không có thay đổi" in visitor.reads(CHANGES, AT, thang="2024-04")
    assert "không có thay đổi" in visitor.reads(CHANGES, AT, **{"co-quan": "so-tp"})


@pytest.mark.clause("4.1.b")
def test_what_ended_stands_apart(visitor, world):
    given = {"decision": "99/QĐ-UBND", "by": world["mai"], "at": moment(AT)}
    catalogue.withdraw_procedure(world.version, valid_to=date(2024, 5, 27), **given)
    words = visitor.reads(CHANGES, AT, xem="het-hieu-luc")
    assert "Hết hiệu lực sau ngày 27/05/2024, theo 99/QĐ-UBND." in words


@pytest.mark.clause("4.1.b")
def test_a_feed_tells_programs_the_same(visitor, world):
    revised(world, world.version, date(2024, 5, 20), days=5)
    for address in ("/thay-doi.atom", f"{BODY}thay-doi.atom"):
        answer = visitor.asks(address, AT)
        assert answer["Content-Type"].startswith("application/atom+xml")
        text = answer.content.decode()
        assert "Sửa đổi: Đăng ký thành lập doanh nghiệp tư nhân" in text
        assert "Thay đổi: thời hạn giải quyết." in text
    assert visitor.asks("/co-quan/khong-co/thay-doi.atom").status_code == 404


def test_the_pages_cost_the_same_however_many_procedures(visitor, world, django_assert_max_num_queries):
    for number in range(3):
        world.a_procedure(name=f"Thủ tục {number}")
    for address in (BODY, CHANGES):
        visitor.asks(address, AT)
        with django_assert_max_num_queries(7):
            visitor.asks(address, AT)
