"""A dossier goes through its steps on the pages: passed on, taken, completed, sent back, given to somebody else."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.models import Breach
from motcua.domain.journal.models import Entry
from tests.acts.dossiers.test_processing import SIDE_BY_SIDE
from tests.counting import statements
from tests.web.at_desk import title_of, words_of
from tests.world import World, moment

AT = moment("2024-05-27")


def page_of(dossier) -> str:
    """The page of a dossier."""
    return f"/ho-so/{dossier.code}/"


def step_of(world: World, dossier, act: str) -> str:
    """The page of an act on the step that is open."""
    return f"{page_of(dossier)}buoc/{world.task(dossier).pk}/{act}/"


def to_assign(world: World):
    """A dossier that Tâm is to give to somebody of the department."""
    steps = tuple(step for step in SIDE_BY_SIDE if step.kind != "consult")
    dossier = world.received(version=world.a_procedure(steps=steps))
    processing.transfer(dossier, by=world["lan"], at=AT)
    processing.take(world.task(dossier), by=world["tam"], at=AT)
    return dossier


@pytest.mark.clause("5.1.đ-2")
@pytest.mark.parametrize("act", ["nhan", "hoan-thanh", "tra-lai", "giao-lai", "yeu-cau-bo-sung", "phe-duyet"])
def test_for_another_department_no_step_of_the_dossier_exists(world, sits, act):
    address = step_of(world, world.in_appraisal(), act)
    assert sits("binh").asks(address).status_code == 404
    assert sits("binh").sends(address, reason="Thử", note="Thử").status_code == 404
    assert Entry.objects.last().act == "take"


def test_a_step_of_another_dossier_does_not_exist_under_this_code(world, sits):
    one, other = world.in_appraisal(), world.in_appraisal()
    address = f"{page_of(one)}buoc/{world.task(other).pk}/hoan-thanh/"
    assert sits("thu").asks(address).status_code == 404


@pytest.mark.clause("5.1.đ-2")
def test_the_counter_passes_a_dossier_on_and_reads_where_it_goes(world, sits):
    dossier = world.received()
    address = f"{page_of(dossier)}chuyen/"
    assert "Hồ sơ chuyển đến bước “Thẩm định hồ sơ” (Sở Kế hoạch và Đầu tư, 10 giờ làm việc)" in sits("lan").reads(
        address
    )
    answer = sits("lan").sends(address)
    assert answer.headers["Location"] == page_of(dossier)
    assert world.again(dossier).stage == "transferred"


@pytest.mark.clause("5.1.đ-2")
def test_a_late_transfer_asks_for_the_explanation_at_once(world, sits):
    dossier = world.received("2024-05-24")
    address = f"{page_of(dossier)}chuyen/"
    assert "Hồ sơ phải chuyển chậm nhất 17:00 ngày 24/05/2024, nay đã muộn." in sits("lan").reads(address)
    sits("lan").sends(address, explanation="Mất điện cả ngày")
    assert Breach.objects.get(dossier=dossier).explanation == "Mất điện cả ngày"


@pytest.mark.clause("5.1.đ-2")
def test_who_passes_on_second_reads_what_happened_meanwhile_who_did_it_and_when(world, sits):
    dossier = world.received()
    processing.transfer(dossier, by=world["lan"], at=moment("2024-05-27 09:05"))
    answer = sits("lan").sends(f"{page_of(dossier)}chuyen/", "2024-05-27 09:06")
    assert answer.status_code == 409
    assert "Hồ sơ đang ở trạng thái “Đã chuyển, chờ nhận xử lý”" in words_of(answer)
    assert "Chuyển hồ sơ đến bước “Thẩm định hồ sơ” (Sở Kế hoạch và Đầu tư)." in words_of(answer)
    assert "09:05 ngày 27/05/2024 · Nguyễn Thị Lan" in words_of(answer)


@pytest.mark.clause("5.1.a-2")
def test_a_step_is_taken_with_one_press_on_the_page(world, sits):
    dossier = processing.transfer(world.received(), by=world["lan"], at=AT)
    thu = sits("thu")
    answer = thu.sends(step_of(world, dossier, "nhan"))
    assert answer.headers["Location"] == page_of(dossier)
    assert "Đã nhận việc: hồ sơ" in thu.reads(page_of(dossier))
    assert world.task(dossier).officer.code == "thu"


@pytest.mark.clause("5.1.đ-2")
def test_who_takes_second_reads_who_was_first_and_when(world, sits):
    dossier = processing.transfer(world.received(), by=world["lan"], at=AT)
    address = step_of(world, dossier, "nhan")
    processing.take(world.task(dossier), by=world["tam"], at=moment("2024-05-27 09:05"))
    answer = sits("thu").sends(address, "2024-05-27 09:06")
    assert answer.status_code == 409
    assert "Bước “Thẩm định hồ sơ” đã được Bùi Minh Tâm nhận lúc 09:05 ngày 27/05/2024." in words_of(answer)


@pytest.mark.clause("5.1.a-2")
def test_completing_says_where_the_dossier_goes_and_takes_it_there_with_the_opinion(world, sits):
    dossier = world.in_appraisal()
    address, thu = step_of(world, dossier, "hoan-thanh"), sits("thu")
    assert "Hồ sơ chuyển đến bước “Phê duyệt” (Sở Kế hoạch và Đầu tư, 4 giờ làm việc)." in thu.reads(address)
    thu.sends(address, note="Đủ điều kiện cấp giấy chứng nhận")
    assert world.task(dossier).kind == "approve"
    assert "Ý kiến: Đủ điều kiện cấp giấy chứng nhận" in thu.reads(page_of(dossier))


@pytest.mark.clause("5.1.a-2")
def test_where_work_is_assigned_a_colleague_can_be_named_for_the_next_step(world, sits):
    dossier = to_assign(world)
    address, tam = step_of(world, dossier, "hoan-thanh"), sits("tam")
    page = tam.asks(address).content.decode()
    assert '<option value="thu">Trần Anh Thư</option>' in page
    assert "Hoàng Thị Hoa" not in page
    tam.sends(address, to="thu")
    assert world.task(dossier).officer.code == "thu"


def test_naming_nobody_leaves_the_next_step_to_whoever_has_the_role(world, sits):
    dossier = to_assign(world)
    sits("tam").sends(step_of(world, dossier, "hoan-thanh"), to="")
    assert world.task(dossier).officer is None


def test_somebody_who_is_not_on_the_list_can_not_be_named(world, sits):
    dossier = to_assign(world)
    answer = sits("tam").sends(step_of(world, dossier, "hoan-thanh"), to="hoa", note="giữ lại chữ này")
    assert "Hãy chọn lại người làm bước tiếp theo." in words_of(answer)
    assert "giữ lại chữ này" in answer.content.decode()
    assert title_of(answer).startswith("Lỗi: ")


@pytest.mark.clause("5.1.đ-2")
def test_who_completes_second_keeps_what_was_typed_and_reads_who_was_first(world, sits):
    dossier = world.in_appraisal()
    address, task = step_of(world, dossier, "hoan-thanh"), world.task(dossier)
    processing.complete_step(task, by=world["thu"], at=moment("2024-05-27 09:01"))
    answer = sits("thu").sends(address, "2024-05-27 09:02", note="Ý kiến dài của tôi")
    assert answer.status_code == 409
    assert "đã được Trần Anh Thư xử lý lúc 09:01 ngày 27/05/2024" in words_of(answer)
    assert "Ý kiến dài của tôi" in answer.content.decode()
    assert "đã được Trần Anh Thư xử lý" in sits("thu").reads(address)  # a bookmarked page says so too


def test_a_form_sent_twice_completes_once(world, sits):
    dossier = world.in_appraisal()
    address, key, thu = step_of(world, dossier, "hoan-thanh"), str(uuid4()), sits("thu")
    answers = [thu.sends(address, key=key, note="Đủ") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Entry.objects.filter(act="complete_step").count() == 1


def test_a_form_without_a_key_is_not_taken(world, sits):
    dossier = world.in_appraisal()
    answer = sits("thu").sends(step_of(world, dossier, "hoan-thanh"), key="không phải khóa")
    assert answer.status_code == 400
    assert world.task(dossier).kind == "appraise"


@pytest.mark.clause("5.1.a-2")
def test_a_colleague_who_does_not_hold_the_step_is_told_why_before_filling_anything(world, sits):
    text = sits("tam").reads(step_of(world, world.in_appraisal(), "hoan-thanh"))
    assert "Chỉ cán bộ đang giữ việc này được chuyển bước." in text
    assert "Căn cứ quy chế: Điều 5, khoản 1, điểm a, phần 2" in text


@pytest.mark.clause("5.1.a-2")
def test_sending_back_needs_a_reason_and_names_who_gets_it(world, sits):
    dossier = world.at_approval()
    address, minh = step_of(world, dossier, "tra-lai"), sits("minh")
    assert "Hồ sơ trở lại bước “Thẩm định hồ sơ”, với chính người đã làm." in minh.reads(address)
    answer = minh.sends(address, reason="  ")
    assert "Hãy nhập lý do." in words_of(answer)
    minh.sends(address, reason="Chưa nêu căn cứ")
    assert world.task(dossier).officer.code == "thu"
    assert "Lý do: Chưa nêu căn cứ" in minh.reads(page_of(dossier))


@pytest.mark.clause("5.2.b")
def test_the_head_gives_a_step_to_a_colleague_with_the_role(world, sits):
    dossier = world.in_appraisal()
    address, quang = step_of(world, dossier, "giao-lai"), sits("quang")
    page = quang.asks(address).content.decode()
    assert '<option value="tam">' in page
    assert '<option value="thu">' not in page  # she has it already
    quang.sends(address, to="tam", reason="Nghỉ phép")
    assert world.task(dossier).officer.code == "tam"


def test_completing_a_step_costs_at_most_ten_statements_in_a_whole_request(world, sits):
    thu = sits("thu")
    first, second = world.in_appraisal(), world.in_appraisal()
    thu.sends(step_of(world, first, "hoan-thanh"))
    address = step_of(world, second, "hoan-thanh")
    with CaptureQueriesContext(connection) as captured:
        answer = thu.sends(address, note="Đủ điều kiện")
    assert answer.status_code == 302
    assert len(statements(captured)) <= 10
