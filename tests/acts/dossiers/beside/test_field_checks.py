"""A dossier is checked on the spot: announced, held, recorded with minutes (Nghị định 61/2018/NĐ-CP, Điều 19.3)."""

from dataclasses import replace

import pytest

from motcua.domain.dossiers import checks, processing
from motcua.domain.dossiers.beside import field_checks
from motcua.domain.dossiers.beside.asides import NoMinutes
from motcua.domain.dossiers.beside.field_checks import NotAnnounced, NothingFound, Visit
from motcua.domain.dossiers.models import FieldCheck
from motcua.domain.journal.models import Entry
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed
from tests.beside import Beside
from tests.papers import corpus
from tests.world import World, moment

AT = moment("2024-05-27 10:00")
VISIT = Visit(moment("2024-05-28 14:00"), "Số 12 Trần Hưng Đạo", "Điều kiện mặt bằng")


@pytest.fixture
def beside(world: World) -> Beside:
    """What happens beside the steps."""
    return Beside(world)


@pytest.mark.clause("5.1.đ-1")
def test_time_and_place_are_announced_to_the_applicant_on_paper(beside: Beside) -> None:
    check = beside.announced()
    assert (check.paper.form_code, check.paper.shown_number) == ("field_check_notice", "01/TBKT")
    assert check.paper.facts["place"] == "Số 12 Trần Hưng Đạo, Hạ Long"


def test_announced_again_it_moves_and_the_notice_says_from_when(world: World, beside: Beside) -> None:
    task = beside.on_spot()
    beside.announced(task)
    later = replace(VISIT, starts_at=moment("2024-05-29 08:00"))
    moved = field_checks.announce_field_check(task, visit=later, by=world["thu"], at=AT)
    assert FieldCheck.objects.get().starts_at == later.starts_at
    assert moved.paper.facts["was"] == "2024-05-28T14:00+07:00"
    assert Entry.objects.last().facts["was"]


@pytest.mark.parametrize("change", [{"place": " "}, {"about": ""}, {"starts_at": moment("2024-05-27 09:00")}])
def test_without_place_content_or_a_time_to_come_it_is_not_announced(world, beside, change) -> None:
    with pytest.raises(NotAnnounced):
        visit = replace(VISIT, **change)
        field_checks.announce_field_check(beside.on_spot(), visit=visit, by=world["thu"], at=AT)


def test_only_who_holds_the_step_and_only_such_a_step(world: World, beside: Beside) -> None:
    with pytest.raises(NotAllowed):
        field_checks.announce_field_check(beside.on_spot(), visit=VISIT, by=world["tam"], at=AT)
    with pytest.raises(NotAllowed, match="không có việc kiểm tra"):
        task = world.task(world.in_appraisal())
        field_checks.announce_field_check(task, visit=VISIT, by=world["thu"], at=AT)


@pytest.mark.clause("5.1.đ-1", "5.1.đ-2")
def test_what_was_found_is_kept_with_minutes_and_photos(world: World, beside: Beside) -> None:
    task = beside.on_spot()
    beside.announced(task)
    photos = [Upload("1.jpg", corpus.jpeg()), Upload("2.jpg", corpus.jpeg())]
    check = beside.checked(task, photos=photos, others="Ông Nguyễn Văn An", applicant_there=True)
    assert (check.minutes.pages, check.photos.pages, check.applicant_there) == (1, 2, True)
    assert check.minutes.about == task.dossier.stream
    assert [place for rule in checks.invariants() for place in rule.broken] == []


@pytest.mark.parametrize("missing", [{"minutes": None}, {"found": " "}, {"officials": ""}])
def test_without_minutes_findings_or_officials_nothing_is_recorded(beside: Beside, missing: dict) -> None:
    task = beside.on_spot()
    beside.announced(task)
    with pytest.raises(NothingFound):
        beside.checked(task, **missing)


def test_what_nobody_announced_is_not_recorded_and_not_before_it_was_held(world: World, beside: Beside) -> None:
    task = beside.on_spot()
    with pytest.raises(NotAnnounced):
        beside.checked(task)
    beside.announced(task)
    with pytest.raises(NothingFound, match="Thời gian kiểm tra"):
        beside.checked(task, at="2024-05-28 11:00")


@pytest.mark.clause("5.1.đ-1", "5.1.a-2")
def test_the_step_does_not_end_without_minutes(world: World, beside: Beside) -> None:
    task = beside.on_spot()
    with pytest.raises(NoMinutes, match="Chưa có biên bản"):
        processing.complete_step(task, by=world["thu"], at=AT)
    beside.announced(task)
    with pytest.raises(NoMinutes, match="đã thông báo mà chưa có biên bản"):
        processing.complete_step(task, by=world["thu"], at=AT)
    beside.checked(task)
    processing.complete_step(task, by=world["thu"], at=moment("2024-05-28 16:30"))
    assert world.task(task.dossier).kind == "council"
