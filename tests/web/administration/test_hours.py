"""Working hours: common ones, those of an office, by weekday and season, looked at before they are set."""

import re
from datetime import date

import pytest

from motcua.domain.working_days import queries
from tests.web.at_desk import words_of

from .conftest import HERE, confirm

HOURS, SET = f"{HERE}lich/gio/", f"{HERE}lich/gio/dat/"
WEEK = {f"s0-{day}": "7:30-11:30, 13h - 16h" for day in range(1, 6)} | {"s0-6": "", "s0-7": ""}
GIVEN = {"valid_from": "3/6/2024", "count": "1", "s0-first": "1/1", "s0-last": "31/12", **WEEK}
OF_JUSTICE = f"{SET}?co-quan=so-tp"


def previewed(answer) -> dict[str, str]:
    return {"previewed": re.search(r'name="previewed" value="([^"]*)"', answer.content.decode())[1]}


def test_the_common_hours_stand_by_season_with_alike_days_together(kien):
    text = kien.reads(HOURS)
    assert "16/04–15/10 Thứ Hai – Thứ Sáu 07:00–11:30, 13:30–17:00 Thứ Bảy – Chủ Nhật nghỉ" in text
    assert "Chưa có cơ quan nào: tất cả theo giờ chung." in text


@pytest.mark.clause("2", "5.1.e-1")
def test_an_office_gets_hours_of_its_own_from_a_day_on(kien, second, sits):
    answer = kien.sends(OF_JUSTICE, **GIVEN)
    assert answer.status_code == 200
    assert "Không hồ sơ nào đang giải quyết phải đổi hạn" in words_of(answer)
    confirm(second, kien.sends(OF_JUSTICE, **GIVEN, **previewed(answer)))
    assert queries.calendar_for("so-tp").closing(date(2024, 6, 3)).hour == 16
    assert queries.calendar_for("so-khdt").closing(date(2024, 6, 3)).hour == 17
    assert "Giờ mới sắp áp dụng Sở Tư pháp: từ ngày 03/06/2024" in kien.reads(HOURS)
    later = sits("kien").reads(HOURS, "2024-06-04 09:00")
    assert "Sở Tư pháp Thứ Hai – Thứ Sáu 07:30–11:30, 13:00–16:00" in later


def test_an_office_returns_to_the_common_hours(kien, second, sits):
    confirm(second, kien.sends(OF_JUSTICE, **GIVEN, **previewed(kien.sends(OF_JUSTICE, **GIVEN))))
    back, later, morning = GIVEN | {"valid_from": "10/6/2024", "like_all": "on"}, sits("kien"), "2024-06-04 09:00"
    answer = later.sends(OF_JUSTICE, morning, **back)
    confirm(sits("mai"), later.sends(OF_JUSTICE, morning, **back, **previewed(answer)), morning)
    assert queries.calendar_for("so-tp").closing(date(2024, 6, 10)).hour == 17


@pytest.mark.clause("5.1.e-1")
def test_new_common_hours_show_which_due_dates_they_would_move(world, kien):
    dossier = world.in_appraisal("2024-05-31")
    answer = kien.sends(SET, "2024-05-31 10:00", **GIVEN)
    assert dossier.code in words_of(answer)
    assert "17:00 ngày 05/06/2024 16:00 ngày 05/06/2024" in words_of(answer)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"s0-1": "sáng"}, "“sáng” không phải là ca làm việc."),
        ({"s0-1": "11:30-7:30"}, "“11:30-7:30” không phải là ca làm việc."),
        ({"s0-1": "7:00-11:00, 10:00-12:00"}, "chồng lên nhau"),
        ({f"s0-{day}": "" for day in range(1, 6)}, "không có giờ làm việc của thứ nào"),
        ({"s0-first": "30/2"}, "“30/2” không phải là ngày, tháng."),
        ({"s0-first": "1/6"}, "không có giờ làm việc của thứ nào"),
        ({"valid_from": ""}, "Hãy nhập ngày bắt đầu áp dụng."),
    ],
)
def test_a_timetable_that_can_not_be_worked_by_is_said_and_kept(kien, wrong, sentence):
    answer = kien.sends(OF_JUSTICE, **GIVEN | wrong)
    assert answer.status_code == 422
    assert sentence in words_of(answer)
    assert 'value="7:30-11:30, 13h - 16h"' in answer.content.decode() or len(wrong) == 5


def test_a_day_that_has_begun_is_refused(kien):
    form = GIVEN | {"valid_from": "27/5/2024"}
    answer = kien.sends(OF_JUSTICE, **form, **previewed(kien.sends(OF_JUSTICE, **form)))
    assert answer.status_code == 409
    assert "chỉ áp dụng được từ ngày mai trở đi" in words_of(answer)


def test_a_season_is_added_and_taken_out_and_nothing_typed_is_lost(kien):
    more = kien.sends(OF_JUSTICE, **GIVEN | {"seasons": "add"}).content.decode()
    assert 'name="s1-first"' in more
    assert 'value="7:30-11:30, 13h - 16h"' in more
    two = GIVEN | {"count": "2", "s1-first": "1/7", "s1-last": "31/8", "s1-1": "7:00-12:00"}
    fewer = kien.sends(OF_JUSTICE, **two | {"seasons": "0"}).content.decode()
    assert 'name="s1-first"' not in fewer
    assert 'value="1/7"' in fewer
    assert 'value="7:00-12:00"' in fewer


def test_the_form_begins_with_the_hours_that_hold_and_an_unknown_office_has_none(kien):
    page = kien.asks(OF_JUSTICE).content.decode()
    assert page.count('value="07:00–11:30, 13:30–17:00"') == 5
    assert page.count('value="07:30–12:00, 13:30–17:00"') == 5
    assert kien.asks(f"{SET}?co-quan=khong-co").status_code == 404


def test_the_pages_cost_at_most_eight_statements(kien, django_assert_max_num_queries):
    for address in (HOURS, OF_JUSTICE):
        kien.asks(address)
        with django_assert_max_num_queries(8):
            kien.asks(address)
