"""The year, and its days: declared, withdrawn, worked in place of others, each looked at before it is made."""

import re
from datetime import date

import pytest

from motcua.domain.working_days import queries
from motcua.domain.working_days.models import CalendarDay, MakeUpChoice
from tests.web.at_desk import words_of

from .conftest import HERE, confirm

YEAR, NEW = f"{HERE}lich/", f"{HERE}lich/ngay-moi/"
STORM = {"on": "29/5/2024", "kind": "holiday", "name": "Nghỉ tránh bão số 3", "basis": "Công điện 15/CĐ-UBND"}
TUESDAY = "2024-05-28 09:00"


def previewed(answer) -> dict[str, str]:
    """What the page brings along so that what was looked at can be saved."""
    return {"previewed": re.search(r'name="previewed" value="([^"]*)"', answer.content.decode())[1]}


def test_the_year_names_every_day_that_is_not_as_its_weekday_says_and_why(kien):
    text = kien.reads(YEAR)
    for words in (
        "Lịch làm việc năm 2024",
        "Thứ Hai, 29/04/2024 Nghỉ hoán đổi",
        "Công văn 2450/VPCP-KGVX ngày 12/04/2024",
        "Thứ Hai, 02/09/2024 Nghỉ lễ, tết Quốc khánh 2/9 Bộ luật Lao động 2019, Điều 112",
    ):
        assert words in text


def test_other_years_are_one_step_away_and_none_lies_outside_the_calendar(kien):
    assert "Lịch làm việc năm 2025" in kien.reads(YEAR, nam="2025")
    assert "Năm này chưa khai báo ngày nào" in kien.reads(YEAR, nam="2011")
    for nonsense in ("0", "99999", "hai", "2024x", "-1"):
        assert "Lịch làm việc năm 2024" in kien.reads(YEAR, nam=nonsense)


def test_an_expected_day_is_marked_and_can_be_confirmed(kien):
    text = kien.reads(YEAR, nam="2027")
    assert "Có ngày mới là dự kiến" in text
    assert "/quan-tri/lich/ngay-moi/?ngay=01/01/2027" in kien.asks(YEAR, nam="2027").content.decode()
    page = kien.asks(NEW, ngay="01/01/2027").content.decode()
    assert 'value="01/01/2027"' in page
    assert 'value="Tết Dương lịch"' in page


def test_the_year_costs_at_most_five_statements(kien, django_assert_max_num_queries):
    kien.asks(YEAR)
    with django_assert_max_num_queries(5):  # session and account, bodies, days, choices; the edition at times
        kien.asks(YEAR)


@pytest.mark.clause("5.1.e-1")
def test_before_a_day_is_declared_the_page_shows_which_due_dates_it_would_move(world, kien):
    dossier = world.in_appraisal()
    answer = kien.sends(NEW, TUESDAY, **STORM)
    assert answer.status_code == 200
    text = words_of(answer)
    assert "1 hồ sơ đang giải quyết sẽ có hạn khác" in text
    assert f"{dossier.code} Sở Kế hoạch và Đầu tư 17:00 ngày 30/05/2024 17:00 ngày 31/05/2024" in text
    assert not CalendarDay.objects.filter(on=date(2024, 5, 29)).exists()


@pytest.mark.clause("2", "5.1.e-1")
def test_what_was_looked_at_is_declared_when_a_second_person_confirms(world, kien, second):
    answer = kien.sends(NEW, TUESDAY, **STORM)
    done = kien.sends(NEW, TUESDAY, **STORM, **previewed(answer))
    assert not CalendarDay.objects.filter(on=date(2024, 5, 29)).exists()
    confirm(second, done, TUESDAY)
    assert CalendarDay.objects.get(on=date(2024, 5, 29)).name == "Nghỉ tránh bão số 3"
    assert not queries.calendar_for().is_working_day(date(2024, 5, 29))


def test_what_was_changed_after_looking_is_looked_at_again(kien):
    answer = kien.sends(NEW, TUESDAY, **STORM)
    again = kien.sends(NEW, TUESDAY, **STORM | {"on": "30/5/2024"}, **previewed(answer))
    assert again.status_code == 200
    assert not CalendarDay.objects.filter(on__month=5, on__year=2024, on__day__in=(29, 30)).exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"on": "27/5/2024"}, "Ngày 27/05/2024 đã qua nên không thay đổi được nữa."),
        ({"on": "2/9/2024"}, "Ngày 02/09/2024 đã được khai báo: Quốc khánh 2/9."),
        ({"kind": "make_up"}, "Ngày làm bù phải là Thứ Bảy hoặc Chủ Nhật; 29/05/2024 là Thứ Tư."),
    ],
)
def test_what_the_calendar_refuses_is_said_and_what_was_typed_stays(kien, wrong, sentence):
    answer = kien.sends(NEW, TUESDAY, **STORM | wrong)
    answer = kien.sends(NEW, TUESDAY, **STORM | wrong, **previewed(answer))
    assert answer.status_code == 409
    assert sentence in words_of(answer)
    assert 'value="Nghỉ tránh bão số 3"' in answer.content.decode()


def test_a_day_without_name_or_basis_is_not_looked_at(kien):
    answer = kien.sends(NEW, TUESDAY, **STORM | {"name": "", "basis": ""})
    assert answer.status_code == 422
    assert "Hãy nhập tên ngày." in words_of(answer)
    assert "Hãy nhập căn cứ." in words_of(answer)


def test_a_declared_day_is_taken_back_with_a_reason(kien, second):
    address = f"{YEAR}2024-09-03/bo/"
    assert "Không hồ sơ nào đang giải quyết phải đổi hạn" in kien.reads(address)
    assert kien.sends(address, reason="").status_code == 422
    confirm(second, kien.sends(address, reason="Chính phủ đổi ngày nghỉ"))
    assert queries.calendar_for().is_working_day(date(2024, 9, 3))
    assert kien.asks(address).status_code == 404


@pytest.mark.parametrize("day", ["2024-13-01", "2024-09-04", "hom-nay"])
def test_a_day_that_is_not_declared_has_no_page(kien, day):
    assert kien.asks(f"{YEAR}{day}/bo/").status_code == 404


def test_an_office_says_whether_it_works_on_a_made_up_day(world, kien, second):
    saturday = {"on": "1/6/2024", "kind": "make_up", "name": "Làm bù", "basis": "Công văn 10"}
    seen = previewed(kien.sends(NEW, TUESDAY, **saturday))
    confirm(second, kien.sends(NEW, TUESDAY, **saturday, **seen), TUESDAY)
    address, choice = f"{YEAR}2024-06-01/lam-bu/", {"office": "so-khdt", "works": "khong"}
    answer = kien.sends(address, TUESDAY, **choice)
    assert answer.status_code == 200
    confirm(second, kien.sends(address, TUESDAY, **choice, **previewed(answer)), TUESDAY)
    assert not MakeUpChoice.objects.get(office_code="so-khdt").works
    assert "Sở Kế hoạch và Đầu tư: không làm việc" in kien.reads(YEAR, TUESDAY)
    assert not queries.calendar_for("so-khdt").is_working_day(date(2024, 6, 1))
    assert queries.calendar_for("so-tp").is_working_day(date(2024, 6, 1))


def test_who_was_slower_reads_that_the_day_is_declared_already(kien, second):
    first = previewed(kien.sends(NEW, TUESDAY, **STORM))
    confirm(second, kien.sends(NEW, TUESDAY, **STORM, **first), TUESDAY)
    other = STORM | {"name": "Nghỉ bão"}
    answer = kien.sends(NEW, TUESDAY, **other, **previewed(kien.sends(NEW, TUESDAY, **other)))
    assert (answer.status_code, "đã được khai báo: Nghỉ tránh bão số 3." in words_of(answer)) == (409, True)
