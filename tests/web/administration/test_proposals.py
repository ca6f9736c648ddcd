"""A change of the calendar waits for a second person, who sees what it moves; then applicants are told."""

import pytest

from motcua.domain.dossiers.dates_moved import moving
from tests.web.administration.conftest import confirm
from tests.web.administration.test_calendar import NEW, STORM, TUESDAY, previewed
from tests.web.at_desk import words_of
from tests.world import moment

LIST, COUNTER = "/quan-tri/lich/de-nghi/", "/quay/doi-hen/"


def proposed(kien):
    return kien.sends(NEW, TUESDAY, **STORM, **previewed(kien.sends(NEW, TUESDAY, **STORM)))


@pytest.mark.clause("2", "5.1.e-1")
def test_the_second_person_sees_what_moves_and_who_must_be_told(world, kien, second):
    dossier = world.in_appraisal()
    address = proposed(kien).headers["Location"]
    assert "người xác nhận phải là người khác" in kien.reads(address, TUESDAY)
    text = second.reads(address, TUESDAY)
    assert dossier.code in text
    assert "1 người nộp phải được báo ngày hẹn mới" in text
    assert "Xác nhận thay đổi" in text
    assert kien.sends(f"{address}xac-nhan/", TUESDAY).status_code == 403
    assert "chờ xác nhận" in second.reads(LIST, TUESDAY)


@pytest.mark.clause("5.1.e-1")
def test_progress_is_shown_and_the_letters_are_made_at_the_counter(world, kien, second, sits):
    dossier = world.in_appraisal()
    answer = proposed(kien)
    confirm(second, answer, TUESDAY)
    assert "Đang tính lại hạn" in kien.reads(answer.headers["Location"], TUESDAY)
    while moving.carry_on(moment(TUESDAY)):
        pass
    assert "1 hồ sơ được tính lại hạn" in kien.reads(answer.headers["Location"], TUESDAY)
    lan = sits("lan")
    assert dossier.code in lan.reads(COUNTER, TUESDAY)
    assert "Hãy chọn ít nhất một hồ sơ." in words_of(lan.sends(COUNTER, TUESDAY))
    number = moving.untold(world["lan"], moment(TUESDAY), moving.Place()).rows[0].pk
    assert "giấy báo số" in words_of(lan.sends(COUNTER, TUESDAY, viec=number))
    assert "Không ai phải được báo" in lan.reads(COUNTER, TUESDAY)
    assert "Lập giấy báo dời ngày hẹn" in lan.reads(f"/ho-so/{dossier.code}/", TUESDAY)


@pytest.mark.clause("2")
def test_a_proposal_is_dropped_and_heads_of_others_have_no_page(kien, sits):
    address = proposed(kien).headers["Location"]
    assert sits("quang").asks(address).status_code == 404
    kien.sends(f"{address}bo/", TUESDAY)
    assert "đã bỏ" in kien.reads(LIST, TUESDAY)


def test_the_pages_cost_few_statements(world, kien, django_assert_max_num_queries):
    address = proposed(kien).headers["Location"]
    for page in (LIST, address):
        kien.asks(page, TUESDAY)
        with django_assert_max_num_queries(6):
            kien.asks(page, TUESDAY)
