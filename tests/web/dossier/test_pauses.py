"""Turns that stop the clock or end a dossier early, on their pages: what follows, what is refused, what is shown."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import decision
from motcua.domain.dossiers.models import Breach, ClockStop, EarlyEnd
from motcua.domain.dossiers.pauses import ending
from tests.counting import statements
from tests.papers.corpus import pdf
from tests.web.at_desk import words_of
from tests.web.dossier.test_steps import page_of, step_of
from tests.world import moment

ON, LATER = "2024-05-28 09:00", "2024-06-03 09:00"
NOTICE = {"number": "215/TB-CCT", "on": "28/05/2024", "amount": "1.500.000", "ground": "Nghị định 43/2014/NĐ-CP"}


@pytest.mark.clause("5.1.đ-1", "4.5.a")
def test_a_notice_says_from_when_the_clock_stands_and_keeps_what_was_typed(world, sits):
    dossier, thu = world.in_appraisal(), sits("thu")
    address = step_of(world, dossier, "nghia-vu-tai-chinh")
    assert "Đồng hồ dừng từ 09:00 ngày 28/05/2024" in thu.reads(address, ON)
    wrong = thu.sends(address, ON, **NOTICE | {"amount": "một triệu"})
    assert "Hãy ghi số tiền bằng chữ số" in words_of(wrong)
    assert 'value="215/TB-CCT"' in wrong.content.decode()
    thu.sends(address, ON, **NOTICE)
    stop = ClockStop.objects.get(dossier=dossier)
    assert (stop.amount, stop.notice_number) == (1_500_000, "215/TB-CCT")
    words = sits("thu").reads(page_of(dossier), LATER)
    assert "Đồng hồ dừng từ 09:00 ngày 28/05/2024: chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính." in words
    assert "Số tiền 1.500.000 ₫" in words
    assert "đồng hồ đang dừng" in words


@pytest.mark.clause("4.5.a", "3.3-1")
def test_the_receipt_is_kept_and_the_page_said_before_when_the_result_will_be(world, sits):
    dossier, lan = world.awaiting_payment(), sits("lan")
    address = f"{page_of(dossier)}chung-tu/"
    assert "hẹn trả kết quả thành 17:00 ngày 05/06/2024" in lan.reads(address, LATER)
    file = SimpleUploadedFile("bien-lai.pdf", pdf(), content_type="application/pdf")
    answer = lan.sends(address, LATER, number="0012345", on="31/05/2024", file=file)
    assert answer.headers["Location"] == page_of(dossier)
    assert world.again(dossier).stage == "processing"
    words = lan.reads(page_of(dossier), LATER)
    assert "Đồng hồ đã dừng từ 09:00 ngày 28/05/2024 đến 09:00 ngày 03/06/2024" in words
    assert "số 0012345 ngày 31/05/2024" in words


@pytest.mark.clause("5.1.đ-1", "3.3-1")
def test_a_dossier_rests_and_goes_on_from_the_pages(world, sits):
    dossier, lan = world.in_appraisal(), sits("lan")
    lan.sends(f"{page_of(dossier)}tam-dung/", ON, on="28/05/2024", reason="Chờ họp gia đình")
    assert world.again(dossier).stage == "stopped"
    lan = sits("lan")
    assert "Đồng hồ chạy tiếp từ 09:00 ngày 03/06/2024" in lan.reads(f"{page_of(dossier)}tiep-tuc/", LATER)
    lan.sends(f"{page_of(dossier)}tiep-tuc/", LATER, on="03/06/2024", reason="Đã thống nhất")
    assert world.again(dossier).stage == "processing"


@pytest.mark.clause("5.1.đ-1")
def test_who_is_late_already_reads_that_stopping_does_not_help(world, sits):
    dossier = world.in_appraisal("2024-05-20")
    text = sits("lan").reads(f"{page_of(dossier)}tam-dung/", ON)
    assert "Hồ sơ đã quá hạn 17:00 ngày 23/05/2024: dừng đồng hồ không làm hết quá hạn." in text


@pytest.mark.clause("3.3-1", "5.1.đ-1")
def test_withdrawing_late_asks_for_the_explanation_and_shows_the_papers_that_go_back(world, sits):
    dossier, lan = world.in_appraisal("2024-05-20"), sits("lan")
    lan.sends(f"{page_of(dossier)}rut/", ON, on="27/05/2024", reason="Đổi ý", explanation="Chờ cơ quan phối hợp")
    assert Breach.objects.get(dossier=dossier).explanation == "Chờ cơ quan phối hợp"
    words = lan.reads(page_of(dossier), ON)
    assert "Giấy đề nghị đăng ký doanh nghiệp, 1 bản chính" in words
    assert "Đã rút hồ sơ, chờ trả giấy tờ" in words


@pytest.mark.clause("5.1.e-1")
def test_a_head_reads_who_proposes_and_why_before_cancelling(world, sits):
    dossier, lan, quang = world.in_appraisal(), sits("lan"), sits("quang")
    address = f"{page_of(dossier)}huy/"
    assert "phải có cán bộ khác đề nghị hủy trước" in quang.reads(address, ON)
    why = {"ground": "mistake", "reason": "Thuộc thẩm quyền của cấp huyện"}
    lan.sends(f"{page_of(dossier)}de-nghi-huy/", ON, **why)
    assert "Có đề nghị hủy hồ sơ" in quang.reads(page_of(dossier), ON)
    assert "Nguyễn Thị Lan đề nghị hủy: Thuộc thẩm quyền của cấp huyện" in quang.reads(address, ON)
    quang.sends(address, ON, **why)
    assert EarlyEnd.objects.get(dossier=dossier).decided_by == world["quang"]
    assert "Người đề nghị Nguyễn Thị Lan" in quang.reads(page_of(dossier), ON)


@pytest.mark.clause("5.1.e-1")
def test_a_head_declines_to_cancel_and_the_reason_stands_in_the_timeline(world, sits):
    dossier, lan, quang = world.in_appraisal(), sits("lan"), sits("quang")
    address = f"{page_of(dossier)}khong-huy/"
    assert "Không có đề nghị hủy hồ sơ nào đang chờ quyết định." in quang.reads(address, ON)
    lan.sends(f"{page_of(dossier)}de-nghi-huy/", ON, ground="mistake", reason="Thuộc thẩm quyền của cấp huyện")
    assert "Không đồng ý hủy" in quang.reads(page_of(dossier), ON)
    assert "Nguyễn Thị Lan đề nghị hủy: Thuộc thẩm quyền của cấp huyện" in quang.reads(address, ON)
    quang.sends(address, ON, reason="Đúng thẩm quyền của Sở")
    words = lan.reads(page_of(dossier), ON)
    assert "Có đề nghị hủy hồ sơ" not in words
    assert "Không đồng ý hủy hồ sơ; Nguyễn Thị Lan đã đề nghị. " in words
    assert "Lý do: Đúng thẩm quyền của Sở" in words


@pytest.mark.clause("5.1.e-1")
def test_a_proposal_that_was_overtaken_by_the_decision_stands_there_no_more(world, sits):
    dossier = world.at_approval()
    why = ending.Cancelling("mistake", "Thuộc thẩm quyền của cấp huyện")
    ending.propose_cancellation(dossier, why=why, by=world["lan"], at=moment(ON))
    assert "Có đề nghị hủy hồ sơ" in sits("quang").reads(page_of(dossier), ON)
    decision.approve(world.task(dossier), by=world["minh"], at=moment(ON))
    assert "Có đề nghị hủy hồ sơ" not in sits("quang").reads(page_of(dossier), ON)


@pytest.mark.clause("4.1.e")
def test_papers_go_to_whom_was_sent_only_with_an_authority(world, sits):
    dossier, ngoc = world.withdrawn(), sits("ngoc")
    address = f"{page_of(dossier)}tra-giay-to/"
    assert "Hãy nhập họ và tên người nhận thay." in words_of(ngoc.sends(address, LATER, who="sent"))
    refused = ngoc.sends(address, LATER, who="sent", name="Nguyễn Văn Bảy")
    assert refused.status_code == 409
    ngoc.sends(address, LATER, who="owner")
    assert world.again(dossier).stage == "given_back"


@pytest.mark.clause("5.1.đ-1")
@pytest.mark.parametrize(
    ("life", "place"), [("in_appraisal", "chung-tu"), ("at_centre", "rut"), ("awaiting_supplement", "tam-dung")]
)
def test_what_can_not_be_done_now_is_said_before_anybody_types(world, sits, life, place):
    dossier = getattr(world, life)()
    assert "nên không thực hiện được việc này." in sits("lan").reads(f"{page_of(dossier)}{place}/", LATER)


def test_the_acts_cost_few_statements_in_a_whole_request(world, sits):
    for dossier in (world.in_appraisal(), world.in_appraisal()):  # what is said once is composed at its first use
        counts = {}
        for place, at in (("tam-dung", ON), ("tiep-tuc", LATER), ("rut", LATER)):
            lan = sits("lan")
            with CaptureQueriesContext(connection) as sent:
                answer = lan.sends(f"{page_of(dossier)}{place}/", at, on="28/05/2024", reason="Chờ họp")
            assert answer.status_code == 302
            counts[place] = len(statements(sent))
    # A withdrawal also ends what other bodies were asked and what came from home.
    assert all(counts[place] <= most for place, most in (("tam-dung", 14), ("tiep-tuc", 14), ("rut", 16))), counts
