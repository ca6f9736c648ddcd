"""The pages on which interlinked dossiers go from body to body, are watched over and told to their applicant."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import policies, processing
from motcua.domain.dossiers.ahead import apology_drafts
from motcua.domain.dossiers.ahead.models import ApologyDraft
from motcua.domain.dossiers.interlinked.models import Leg, Urging
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.overviews import attention
from motcua.domain.journal.system import System
from tests.interlinked import COMMUNE, DESK, LAND, across, does, joined, leg, passes, received_at, same_level
from tests.people import CENTRE
from tests.web.at_desk import Official, words_of
from tests.world import World, moment

MONDAY, LATER = "2024-05-27 09:00", "2024-06-03 09:00"


@pytest.fixture
def province(world: World) -> World:
    """The province with a district."""
    return joined(world)


@pytest.fixture
def finished_in_the_commune(province: World) -> Dossier:
    """A dossier on paper that waits to be handed on to the district."""
    dossier = received_at(province, across(province), COMMUNE, "xuan", MONDAY)
    processing.transfer(dossier, by=province["xuan"], at=moment(MONDAY))
    return does(province, dossier, "xuan", MONDAY)


Sits = Callable[[str], Official]


def step(dossier: Dossier, office: str, what: str) -> str:
    """The address of an act on the leg of a body."""
    return f"/ho-so/{dossier.code}/khau/{leg(dossier, office).number}/{what}/"


@pytest.mark.clause("5.1.đ-1")
def test_papers_are_handed_on_with_the_slip_and_taken(sits: Sits, finished_in_the_commune: Dossier) -> None:
    dossier = finished_in_the_commune
    xuan, yen = sits("xuan"), sits("yen")
    page = xuan.reads(f"/ho-so/{dossier.code}/", MONDAY)
    assert "phần của bạn" in page
    assert "Chuyển cơ quan tiếp theo" in page
    assert "Giấy đề nghị đăng ký doanh nghiệp" in xuan.reads(step(dossier, DESK, "chuyen"), MONDAY)
    assert xuan.sends(step(dossier, DESK, "chuyen"), MONDAY, papers="").status_code == 200
    xuan.sends(step(dossier, DESK, "chuyen"), MONDAY, papers="Bộ hồ sơ gốc\nPhiếu xác nhận", note="")
    assert leg(dossier, DESK).handed_at == moment(MONDAY)
    assert "Chờ nhận (1)" in yen.reads("/lien-thong/", MONDAY, nhom="cho-nhan")
    assert yen.sends(step(dossier, DESK, "nhan"), MONDAY).status_code == 302
    assert leg(dossier, DESK).taken_at == moment(MONDAY)
    again = yen.sends(step(dossier, DESK, "nhan"), MONDAY)
    assert "đã được Tô Hải Yến nhận" in words_of(again)


@pytest.mark.clause("5.1.đ-1")
def test_the_counter_shows_the_share_of_each_body_before_the_receipt(province: World, sits: Sits) -> None:
    version = across(province)
    page = sits("xuan").reads("/quay/", MONDAY, **{"thu-tuc": str(version.pk)})
    assert "Trung tâm Hành chính công huyện Vân Đồn: 16 giờ làm việc" in page


@pytest.mark.clause("6.2", "7.8")
def test_the_centre_sees_late_legs_by_body_and_urges(
    province: World, sits: Sits, finished_in_the_commune: Dossier
) -> None:
    dossier, mai = finished_in_the_commune, sits("mai")
    passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    page = mai.reads("/lien-thong/theo-doi/", LATER, nhom="qua-han")
    assert dossier.code in page
    assert "quá hạn" in page
    assert dossier.code in mai.reads("/lien-thong/theo-doi/", LATER, **{"nhom": "qua-han", "co-quan": DESK})
    assert dossier.code not in mai.reads("/lien-thong/theo-doi/", LATER, **{"nhom": "qua-han", "co-quan": COMMUNE})
    mai.sends(step(dossier, DESK, "don-doc"), LATER, text="Đề nghị xong trong hôm nay")
    assert Urging.objects.get().text == "Đề nghị xong trong hôm nay"
    assert "Đề nghị xong trong hôm nay" in sits("yen").reads(f"/ho-so/{dossier.code}/", LATER)


@pytest.mark.clause("7.8")
def test_the_late_body_tells_it_with_the_reason_and_a_day(
    province: World, sits: Sits, finished_in_the_commune: Dossier
) -> None:
    dossier = finished_in_the_commune
    passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    tuyet = sits("tuyet")
    tuyet.sends(step(dossier, DESK, "bao-cham"), LATER, reason="Mưa lớn", expected_on="05/06/2024")
    assert leg(dossier, DESK).told_late_at == moment(LATER)
    assert "Thông báo chậm giải quyết hồ sơ liên thông" in tuyet.reads(f"/ho-so/{dossier.code}/", LATER)


@pytest.mark.clause("5.1.đ-1")
def test_who_has_no_part_sees_neither_the_dossier_nor_its_lists(sits: Sits, finished_in_the_commune: Dossier) -> None:
    binh = sits("binh")
    assert binh.asks(f"/ho-so/{finished_in_the_commune.code}/", MONDAY).status_code == 404
    assert binh.asks(step(finished_in_the_commune, DESK, "chuyen"), MONDAY).status_code == 404
    assert "Không có khâu nào" in binh.reads("/lien-thong/", MONDAY)
    assert binh.asks("/lien-thong/theo-doi/", MONDAY).status_code == 403


@pytest.mark.clause("5.1.đ-1")
def test_the_applicant_reads_where_it_is_and_until_when_that_body_has_it(
    client: Any, province: World, finished_in_the_commune: Dossier
) -> None:
    passes(province, finished_in_the_commune, DESK, "xuan", MONDAY, to="yen")
    answer = client.get(f"/tra-cuu/{finished_in_the_commune.secret}", HTTP_HOST="testserver", follow=True)
    assert "Hồ sơ đang ở Trung tâm Hành chính công huyện Vân Đồn, hẹn của khâu này 29/05/2024" in words_of(answer)


def test_lists_and_acts_cost_few_statements(province: World, sits: Sits, finished_in_the_commune: Dossier) -> None:
    xuan, mai = sits("xuan"), sits("mai")
    mai.asks("/lien-thong/theo-doi/", MONDAY)
    with CaptureQueriesContext(connection) as listing:
        mai.asks("/lien-thong/theo-doi/", MONDAY)
    address, papers = step(finished_in_the_commune, DESK, "chuyen"), {"papers": "Bộ hồ sơ gốc", "note": ""}
    with CaptureQueriesContext(connection) as handing:
        assert xuan.sends(address, MONDAY, **papers).status_code == 302
    assert len(_sent(listing)) <= 6
    assert len(_sent(handing)) <= 14
    assert Leg.objects.filter(handed_at__isnull=False).count() == 1


def _sent(captured: CaptureQueriesContext) -> list[str]:
    return [each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]


@pytest.mark.clause("5.1.đ-1")
def test_before_a_step_is_done_the_page_names_the_next_leg_and_the_papers(sits: Sits, province: World) -> None:
    dossier = received_at(province, across(province), COMMUNE, "xuan", MONDAY)
    asked = sits("xuan").reads(f"/ho-so/{dossier.code}/chuyen/", MONDAY)
    assert "Tiếp theo là khâu 2 của Ủy ban nhân dân xã Hạ Long (8 giờ làm việc)" in asked
    processing.transfer(dossier, by=province["xuan"], at=moment(MONDAY))
    task = processing.take(dossier.tasks.get(done_at=None), by=province["xuan"], at=moment(MONDAY))
    asked = sits("xuan").reads(f"/ho-so/{dossier.code}/buoc/{task.pk}/hoan-thanh/", MONDAY)
    assert "Khâu 2 của cơ quan bạn kết thúc tại đây" in asked
    assert "Tiếp theo là khâu 3 của Trung tâm Hành chính công huyện Vân Đồn (16 giờ làm việc)" in asked
    assert "“Kiểm tra, trích đo”" in asked
    assert "Hồ sơ giấy phải được bàn giao kèm phiếu" in asked


@pytest.mark.clause("5.1.đ-1")
def test_an_electronic_one_names_the_bodies_that_must_finish_too(sits: Sits, province: World) -> None:
    dossier = received_at(province, same_level(province), CENTRE, "lan", MONDAY, scanned=True)
    processing.transfer(dossier, by=province["lan"], at=moment(MONDAY))
    task = processing.take(dossier.tasks.get(done_at=None, office__code=LAND), by=province["khoa"], at=moment(MONDAY))
    asked = sits("khoa").reads(f"/ho-so/{dossier.code}/buoc/{task.pk}/hoan-thanh/", MONDAY)
    assert "Khâu sau chỉ bắt đầu khi Sở Xây dựng cũng xong phần việc của mình" in asked
    assert "“Tổng hợp”" in asked
    assert "Hồ sơ giấy" not in asked


@pytest.mark.clause("5.1.e-3", "7.8")
def test_the_body_that_causes_the_delay_finds_its_letter_to_sign(
    sits: Sits, province: World, finished_in_the_commune: Dossier
) -> None:
    dossier, late = finished_in_the_commune, "2024-06-04 09:00"
    passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    apology_drafts.sweep(System(), moment(late))
    for head, finds in (("tuyet", True), ("minh", True), ("long", False)):
        drafts = apology_drafts.to_sign(province[head], moment(late))
        assert [each.dossier for each in drafts] == ([dossier] if finds else [])
        assert attention.attention(province[head], moment(late)).to_sign.number == int(finds)
        assert bool(policies.may_apologise(province[head], dossier, moment(late))) is finds
    assert dossier.code in sits("tuyet").reads("/can-luu-y/xin-loi/", late)
    told = sits("tuyet").sends(
        f"/ho-so/{dossier.code}/xin-loi-hen-lai/", late, new_due_on="10/06/2024", reason="Mưa lớn"
    )
    assert told.status_code == 302
    assert not apology_drafts.to_sign(province["tuyet"], moment(late)).exists()


@pytest.mark.clause("5.1.e-3", "7.8")
def test_a_body_that_waits_for_papers_it_has_not_taken_finds_its_letter_too(
    province: World, finished_in_the_commune: Dossier
) -> None:
    dossier, soon = finished_in_the_commune, "2024-05-30 09:00"
    passes(province, dossier, DESK, "xuan", "2024-05-29 16:00")
    draft = ApologyDraft.objects.create(
        dossier=dossier, one_stop=dossier.one_stop, department=dossier.department, due_at=dossier.due_at,
        foreseen_at=moment("2024-06-12"), new_due_on=date(2024, 6, 13), last_day=date(2024, 6, 4), reason="Mưa lớn",
        drafted_at=moment(soon),
    )  # fmt: skip
    for head, finds in (("tuyet", True), ("minh", True), ("long", False)):
        drafts = apology_drafts.to_sign(province[head], moment(soon))
        assert list(drafts) == ([draft] if finds else [])
        assert attention.attention(province[head], moment(soon)).to_sign.number == int(finds)
        assert bool(policies.may_apologise(province[head], dossier, moment(soon))) is finds
