"""The decision on the pages of a dossier: approved, passed up, rejected; then the result on its way to the Centre."""

from uuid import uuid4

import pytest

from motcua.domain.dossiers import decision
from motcua.domain.dossiers.models import Breach
from motcua.domain.journal.models import Entry
from motcua.domain.papers.queries import papers_of
from motcua.domain.procedures.process_rules import StepPlan
from tests.people import CENTRE, PLANNING
from tests.web.at_desk import words_of
from tests.web.dossier.test_steps import page_of, step_of
from tests.world import moment

TWO_APPROVALS = (
    StepPlan(1, "receive", "Tiếp nhận hồ sơ", CENTRE, "receive", 2),
    StepPlan(2, "appraise", "Thẩm định hồ sơ", PLANNING, "appraise", 8),
    StepPlan(3, "approve", "Trưởng phòng đồng ý", PLANNING, "approve", 2),
    StepPlan(4, "approve", "Giám đốc phê duyệt", PLANNING, "approve", 4),
    StepPlan(5, "return", "Trả kết quả", CENTRE, "return", 1),
)


@pytest.mark.clause("5.1.c-1")
def test_the_authorised_one_approves_and_the_journal_keeps_the_opinion(world, sits):
    dossier, minh = world.at_approval(), sits("minh")
    answer = minh.sends(step_of(world, dossier, "phe-duyet"), note="Nhất trí")
    assert answer.headers["Location"] == page_of(dossier)
    assert world.again(dossier).outcome == "approved"
    assert "Ý kiến: Nhất trí" in minh.reads(page_of(dossier))


@pytest.mark.clause("5.1.c-1")
def test_whoever_is_not_authorised_reads_the_clause_and_approves_nothing(world, sits):
    dossier = world.at_approval()
    address = step_of(world, dossier, "phe-duyet")
    words = "Bạn không được phân công, ủy quyền phê duyệt thủ tục này."
    assert words in sits("quang").reads(address)
    answer = sits("quang").sends(address)
    assert answer.status_code == 403
    assert words in words_of(answer)
    assert "Điều 5, khoản 1, điểm c, phần 1" in words_of(answer)
    assert world.again(dossier).outcome == ""


def test_approving_twice_with_one_form_approves_once(world, sits):
    dossier, key, minh = world.at_approval(), str(uuid4()), sits("minh")
    address = step_of(world, dossier, "phe-duyet")
    assert {minh.sends(address, key=key).status_code for _ in range(2)} == {302}
    assert Entry.objects.filter(act="approve").count() == 1


@pytest.mark.clause("5.1.đ-1")
def test_where_a_higher_level_decides_the_first_one_passes_it_up(world, sits):
    dossier = world.at_approval(version=world.a_procedure(steps=TWO_APPROVALS))
    minh = sits("minh")
    assert "trinh-cap-tren/" in minh.asks(page_of(dossier)).content.decode()
    assert "Quy trình không có việc này ở bước này." in minh.reads(step_of(world, dossier, "phe-duyet"))
    minh.sends(step_of(world, dossier, "trinh-cap-tren"), note="Đồng ý trình")
    assert world.task(dossier).name == "Giám đốc phê duyệt"
    assert world.again(dossier).outcome == ""


@pytest.mark.clause("5.1.e-1")
def test_rejecting_needs_the_reason_and_gives_the_notice(world, sits):
    dossier, minh = world.at_approval(), sits("minh")
    address = step_of(world, dossier, "khong-du-dieu-kien")
    assert "Hãy nhập lý do." in words_of(minh.sends(address, reason=""))
    minh.sends(address, reason="Không đủ vốn")
    assert world.again(dossier).stage == "rejected"
    assert papers_of(dossier.stream).last().facts["reasons"] == ["Không đủ vốn"]


@pytest.mark.clause("5.1.e-1")
def test_a_late_rejection_is_warned_of_and_explained_in_the_same_form(world, sits):
    dossier, minh = world.at_approval("2024-05-20"), sits("minh")
    address, late = step_of(world, dossier, "khong-du-dieu-kien"), "2024-05-27 09:00"
    assert "nay đã quá hạn 17:00 ngày 23/05/2024" in minh.reads(address, late)
    minh.sends(address, late, reason="Không đủ vốn", explanation="Chờ xác minh")
    assert Breach.objects.get(dossier=dossier).explanation == "Chờ xác minh"


@pytest.mark.clause("5.1.đ-1")
def test_the_clerk_records_the_result_and_hands_it_over(world, sits):
    dossier = decision.approve(world.task(world.at_approval()), by=world["minh"], at=moment("2024-05-28"))
    address, at, hoa = f"{page_of(dossier)}ket-qua/", "2024-05-28 10:00", sits("hoa")
    assert "Còn bước của quy trình chưa hoàn thành" in hoa.reads(address, at)
    hoa.sends(step_of(world, dossier, "nhan"), at)
    hoa.sends(step_of(world, dossier, "hoan-thanh"), at)
    assert 'value="28/05/2024"' in hoa.asks(address, at).content.decode()
    hoa.sends(address, at, number="22A8001234", on="28/5/2024")
    assert world.again(dossier).result_number == "22A8001234"
    hoa.sends(f"{page_of(dossier)}ban-giao/", at)
    assert world.again(dossier).stage == "at_centre"


def test_a_day_that_is_none_and_a_day_to_come_are_answered_and_the_number_stays(world, sits):
    dossier = decision.approve(world.task(world.at_approval()), by=world["minh"], at=moment("2024-05-28"))
    at, hoa = "2024-05-28 10:00", sits("hoa")
    for act in ("nhan", "hoan-thanh"):
        hoa.sends(step_of(world, dossier, act), at)
    address = f"{page_of(dossier)}ket-qua/"
    none_such = hoa.sends(address, at, number="22A8001234", on="31/02/2024")
    assert "Không có ngày 31/02/2024 trong lịch." in words_of(none_such)
    to_come = hoa.sends(address, at, number="22A8001234", on="30/05/2024")
    assert to_come.status_code == 409
    assert "Ngày của kết quả không được sau hôm nay." in words_of(to_come)
    assert 'value="22A8001234"' in to_come.content.decode()


@pytest.mark.clause("5.1.đ-1")
def test_a_result_handed_over_late_is_warned_of_and_never_blocked(world, sits):
    dossier, hoa = world.with_result(), sits("hoa")
    address, late = f"{page_of(dossier)}ban-giao/", "2024-06-10 09:00"
    assert "Hồ sơ đã quá hạn 17:00 ngày 30/05/2024." in hoa.reads(address, late)
    hoa.sends(address, late)
    assert world.again(dossier).stage == "at_centre"
    assert Breach.objects.get(dossier=dossier).kind == "overrun"
