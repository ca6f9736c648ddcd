"""Due dates that the calendar says otherwise today are shown, and counted anew when asked for."""

from datetime import date

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.working_days import changes
from motcua.domain.working_days.timetable import DayKind
from tests.world import moment

from .conftest import HERE

DUE, MORNING = f"{HERE}lich/han/", "2024-05-28 09:00"


def declare_storm(world) -> None:
    """A day off that nobody knew of when the dossiers were received."""
    given = {"kind": DayKind.HOLIDAY, "name": "Nghỉ tránh bão", "basis": "Công điện 15/CĐ-UBND"}
    changes.declare_day(date(2024, 5, 29), **given, by=world["kien"], at=moment(MORNING))


def test_without_a_change_everything_is_as_the_calendar_says(world, kien):
    world.in_appraisal()
    assert "Mọi hạn đều đúng với lịch" in kien.reads(DUE, MORNING)


@pytest.mark.clause("5.1.e-1", "5.1.a-2")
def test_dates_are_counted_anew_once_and_the_journal_says_so(world, kien):
    dossier = world.in_appraisal()
    declare_storm(world)
    text = kien.reads(DUE, MORNING)
    assert f"{dossier.code} Sở Kế hoạch và Đầu tư 17:00 ngày 30/05/2024 17:00 ngày 31/05/2024" in text
    key = "6f1cdb1f-3a52-4d0e-9e58-d4fd0f0e2a11"
    for _ in range(2):
        assert kien.sends(DUE, MORNING, key=key).headers["Location"] == DUE
    assert world.again(dossier).due_at == moment("2024-05-31 17:00")
    assert Entry.objects.filter(stream=dossier.stream, act="recompute_due_dates").count() == 1
    assert "Đã tính lại hạn theo lịch làm việc hiện nay." in kien.reads(DUE, MORNING)


@pytest.mark.clause("5.1.đ-2")
def test_the_administrator_reads_no_name_of_an_applicant_here(world, kien):
    world.in_appraisal()
    declare_storm(world)
    assert "Nguyễn Văn An" not in kien.reads(DUE, MORNING)


@pytest.mark.parametrize("many", [1, 5])
def test_the_page_costs_at_most_four_statements_however_many_dossiers_there_are(
    world, kien, django_assert_max_num_queries, many
):
    for _ in range(many):
        world.in_appraisal()
    kien.asks(DUE, MORNING)
    with django_assert_max_num_queries(3):  # session and account, dossiers; the edition of the calendar at times
        kien.asks(DUE, MORNING)
