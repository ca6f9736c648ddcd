"""The work list: my steps and those that wait for somebody like me, the most urgent first."""

import re
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.journal.models import Entry
from tests.web.at_desk import title_of, weight_of, words_of
from tests.web.axe import FIRST_LOAD
from tests.world import AN, World, moment

MINE, WAITING = "/phong-ban/", "/phong-ban/?muc=cho-nhan"


def waiting(world: World, on: str = "2024-05-27", **other: Any) -> Dossier:
    """A dossier that waits for somebody of the department to take it."""
    return processing.transfer(world.received(on, **other), by=world["lan"], at=moment(on))


def rows_of(answer: Any) -> list[str]:
    """The dossiers of a list, in its order."""
    return re.findall(r'class="code" href="/ho-so/([^/]+)/"', answer.content.decode())


@pytest.mark.clause("2")
@pytest.mark.parametrize(
    ("code", "status"), [("thu", 200), ("tam", 200), ("hoa", 200), ("minh", 200), ("quang", 200), ("binh", 200)]
)
def test_every_official_of_a_department_has_a_work_list(sits, code, status):
    assert sits(code).asks(MINE).status_code == status


@pytest.mark.clause("2")
@pytest.mark.parametrize("code", ["lan", "ngoc", "kien"])
def test_who_handles_no_dossiers_is_told_why_not(sits, code):
    answer = sits(code).asks(MINE)
    assert answer.status_code == 403
    assert "Trang này dành cho người có vai trò" in words_of(answer)


def test_an_empty_list_says_what_will_come_and_leads_to_what_waits(sits):
    thu = sits("thu")
    assert "Bạn không có việc nào đang làm" in thu.reads(MINE)
    assert "Không có việc nào chờ nhận" in thu.reads(WAITING)


@pytest.mark.clause("5.1.đ-1")
def test_the_most_urgent_step_stands_first_and_says_how_long_is_left_in_words(world, sits):
    world.in_appraisal("2024-05-23")
    late = world.in_appraisal("2024-05-21")
    answer = sits("thu").asks(MINE, at="2024-05-24 08:00")
    assert rows_of(answer)[0] == late.code
    assert re.findall(r'class="badge (\w+)">([^<]+)<', answer.content.decode()) == [
        ("late", "quá hạn 2 ngày"),
        ("today", "hôm nay"),
    ]


def test_a_step_that_fell_due_earlier_today_is_told_in_hours(world, sits):
    world.in_appraisal("2024-05-23 07:30")
    assert "vừa quá hạn" in sits("thu").reads(MINE, at="2024-05-24 09:45")
    assert "quá hạn 3 giờ" in sits("thu").reads(MINE, at="2024-05-24 14:30")


@pytest.mark.clause("5.1.a-2")
def test_what_waits_is_seen_by_its_role_in_its_body_and_by_nobody_else(world, sits):
    dossier = waiting(world)
    assert dossier.code in sits("thu").reads(WAITING)
    assert dossier.code in sits("tam").reads(WAITING)
    for code in ("minh", "hoa", "binh"):
        assert dossier.code not in sits(code).reads(WAITING)


def test_the_tabs_count_what_is_mine_and_what_waits(world, sits):
    world.in_appraisal()
    waiting(world)
    waiting(world)
    assert "Việc của tôi (1) Chờ nhận (2)" in sits("thu").reads(MINE)


def test_filters_narrow_by_name_without_diacritics_by_code_by_kind_and_by_lateness(world, sits):
    first = world.in_appraisal("2024-05-20")
    second = world.in_appraisal(
        "2024-05-24", applicant=replace(AN, name="Phạm Thị Đào", identity_number="022190004321")
    )
    thu = sits("thu")
    assert rows_of(thu.asks(MINE, tim="pham thi dao")) == [second.code]
    assert rows_of(thu.asks(MINE, tim=first.code.lower())) == [first.code]
    assert rows_of(thu.asks(MINE, loai="approve")) == []
    assert rows_of(thu.asks(MINE, han="qua-han", at="2024-05-24 10:00")) == [first.code]


def test_filters_stay_in_the_address_and_can_all_be_taken_off(world, sits):
    world.in_appraisal()
    page = sits("thu").asks(MINE, tim="khong co ai", loai="appraise").content.decode()
    assert "Không có việc nào khớp với bộ lọc" in page
    assert 'href="/phong-ban/?tim=khong+co+ai&amp;loai=appraise&amp;han=qua-han"' in page
    assert 'name="loai" value="appraise"' in page
    assert '<a href="/phong-ban/">Bỏ mọi điều kiện lọc</a>' in page


@pytest.mark.clause("5.1.a-2")
def test_several_steps_are_taken_at_once(world, sits):
    both = [waiting(world), waiting(world)]
    answer = sits("thu").sends("/phong-ban/nhan-viec/", viec=[world.task(each).pk for each in both])
    assert answer.headers["Location"] == MINE
    assert {world.task(each).officer.code for each in both} == {"thu"}


def test_taking_nothing_is_answered_with_what_to_do(world, sits):
    waiting(world)
    answer = sits("thu").sends("/phong-ban/nhan-viec/?muc=cho-nhan")
    assert "Hãy chọn ít nhất một việc để nhận" in words_of(answer)
    assert title_of(answer).startswith("Lỗi: ")


@pytest.mark.clause("5.1.đ-2")
def test_when_a_colleague_was_quicker_nothing_is_taken_and_the_page_names_who_and_when(world, sits):
    lost, free = waiting(world), waiting(world)
    processing.take(world.task(lost), by=world["tam"], at=moment("2024-05-27 10:15"))
    chosen = [world.task(lost).pk, world.task(free).pk]
    answer = sits("thu").sends("/phong-ban/nhan-viec/?muc=cho-nhan", viec=chosen)
    assert answer.status_code == 409
    assert "Bước “Thẩm định hồ sơ” đã được Bùi Minh Tâm nhận lúc 10:15 ngày 27/05/2024." in words_of(answer)
    assert f'value="{world.task(free).pk}" checked' in answer.content.decode()
    assert world.task(free).officer is None


def test_the_same_form_sent_twice_takes_once(world, sits):
    thu, key, task = sits("thu"), str(uuid4()), world.task(waiting(world))
    answers = [thu.sends("/phong-ban/nhan-viec/", key=key, viec=task.pk) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Entry.objects.filter(act="take").count() == 1


@pytest.mark.clause("5.1.đ-2")
def test_another_departments_step_does_not_exist(world, sits):
    task = world.task(waiting(world))
    assert sits("binh").sends("/phong-ban/nhan-viec/", viec=task.pk).status_code == 404
    returning = world.task(world.at_centre())
    assert sits("binh").sends("/phong-ban/nhan-viec/", viec=returning.pk).status_code == 404


def test_pages_follow_one_another_and_lead_back(world, sits):
    dossier = world.in_appraisal()
    task = world.task(dossier)
    copies = [Task(**{**_columns(task), "step_id": task.step_id, "dossier": _copy(dossier, n)}) for n in range(60)]
    Task.objects.bulk_create(copies)
    thu = sits("thu")
    first = thu.asks(MINE)
    assert len(rows_of(first)) == 50
    assert weight_of(first) <= FIRST_LOAD
    after = re.search(r'href="([^"]+)" rel="next"', first.content.decode())[1]
    second = thu.asks(after)
    assert len(rows_of(second)) == 11
    before = re.search(r'href="([^"]+)" rel="prev"', second.content.decode())[1]
    assert rows_of(thu.asks(before)) == rows_of(first)


@pytest.mark.parametrize("many", [5, 60])
def test_a_whole_request_takes_five_statements_however_many_dossiers_there_are(
    world, sits, django_assert_num_queries, many
):
    dossier = world.in_appraisal()
    task = world.task(dossier)
    versions = [world.version, *(world.a_procedure() for _ in range(2))]
    copies = [Task(**{**_columns(task), "dossier": _copy(dossier, n, version=versions[n % 3])}) for n in range(many)]
    Task.objects.bulk_create(copies)
    for tab in (MINE, WAITING):
        thu = sits("thu")
        thu.asks(tab)
        # session and account, both counts, the page, what stands first, questions to be answered
        with django_assert_num_queries(5):
            thu.asks(tab)


def _columns(task: Task) -> dict[str, Any]:
    names = ("step_id", "stage", "kind", "name", "office_id", "role", "officer_id", "opened_at", "due_at", "taken_at")
    return {name: getattr(task, name) for name in names}


def _copy(dossier: Dossier, number: int, **other: Any) -> Dossier:
    """One more row like this one: for lists that are longer than anybody would receive by hand."""
    row = Dossier.objects.get(pk=dossier.pk)
    row.pk, row.secret = None, uuid4().hex
    row.code = f"{dossier.code[:-4]}{number + 5000}"
    for name, value in other.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row
