"""How the system is, in plain words."""

from datetime import date

import pytest

from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Posting
from tests.world import moment

from .conftest import HERE

WELL = f"{HERE}tinh-trang/"


def test_it_says_in_words_what_is_well_and_what_to_look_after(world, kien):
    world.received()
    text = kien.reads(WELL)
    for words in (
        "cần xem Chưa có việc nền nào chạy xong.",
        "1 giấy tờ đã phát hành chờ tạo tệp PDF",
        "tốt Hạn đã lưu đúng với lịch làm việc hiện nay.",
        "Đã có ngày nghỉ của năm 2024 và 2025.",
        "Còn tài khoản nhưng không còn vị trí Không có ai.",
    ):
        assert words in text, words


def test_what_is_not_well_stands_first(kien):
    text = kien.reads(WELL)
    assert text.index("cần xem") < text.index("tốt")


def test_a_year_without_declared_days_is_noticed(kien):
    assert "Ngày nghỉ năm 2028 chưa được khai báo hoặc mới là dự kiến." in kien.reads(WELL, "2027-05-27 09:00") or (
        "Ngày nghỉ năm 2027 chưa được khai báo hoặc mới là dự kiến." in kien.reads(WELL, "2027-05-27 09:00")
    )


@pytest.mark.clause("2")
def test_who_may_sign_in_but_is_posted_nowhere_is_named(world, kien):
    posting = Posting.objects.get(officer__code="binh")
    acts.end_posting(posting, to_on=date(2024, 5, 20), by=world["kien"], at=moment("2024-05-20"))
    assert "Đặng Thái Bình (binh)" in kien.reads(WELL)


def test_it_costs_at_most_twelve_statements(kien, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        kien.asks(WELL)
