"""The page of a dossier for its applicant: when, where, what to do, what happened, in plain words without names."""

from datetime import date
from importlib import import_module

import pytest

from motcua.domain.dossiers import delay, supplement
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.stages import ACTS, BEGINS
from motcua.domain.journal.acts import ACTS as REGISTERED
from motcua.domain.papers.queries import papers_of
from motcua.web.portal.story import TOLD, UNTOLD
from tests.papers.reading import text_of
from tests.web.at_desk import words_of
from tests.world import moment


def page(visitor, dossier, at: str = "2024-05-28 09:00") -> str:
    """The words of the page behind the QR."""
    return visitor.reads(f"/tra-cuu/{dossier.secret}", at)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2024-05-27 09:00", "Còn 3 ngày làm việc."),
        ("2024-05-30 09:00", "Hôm nay."),
        ("2024-05-30 17:01", "Vừa quá hẹn hôm nay."),
        ("2024-06-03 09:00", "Đã quá hẹn 2 ngày làm việc."),
    ],
)
def test_the_due_day_is_told_in_words_with_the_working_days_left(visitor, world, at, said):
    words = page(visitor, world.in_appraisal(), at)
    assert "Hẹn trả kết quả Thứ Năm, 30/05/2024 , 17:00" in words
    assert said in words


@pytest.mark.clause("5.1.e-3")
def test_who_waits_too_long_reads_an_apology(visitor, world):
    assert "Chúng tôi xin lỗi bạn vì chậm." in page(visitor, world.in_appraisal(), "2024-06-03 09:00")


@pytest.mark.clause("5.1.e-3")
def test_a_new_date_is_told_with_the_reason_and_the_letter(visitor, world):
    dossier = world.in_appraisal()
    given = {"new_due_on": date(2024, 6, 4), "reason": "Chờ ý kiến của cơ quan thuế", "at": moment("2024-05-29")}
    delay.apologise_and_reschedule(dossier, by=world["minh"], **given)
    words = page(visitor, dossier, "2024-05-30 09:00")
    assert "Ngày hẹn mới Thứ Ba, 04/06/2024 , 17:00" in words
    assert "Lý do: Chờ ý kiến của cơ quan thuế" in words
    assert "Phiếu xin lỗi và hẹn lại ngày trả kết quả" in words


@pytest.mark.clause("5.1.e-2", "5.1.d")
def test_a_supplement_names_every_paper_and_why_and_explains_the_clock(visitor, world):
    words = page(visitor, world.awaiting_supplement())
    assert "Việc bạn cần làm Bổ sung 1 giấy tờ" in words
    assert "Giấy đề nghị đăng ký doanh nghiệp Đã nộp nhưng chưa đúng Thiếu chữ ký" in words
    assert "Thời hạn đang tạm dừng và được tính lại từ đầu khi bạn nộp đủ." in words
    assert "Hẹn trả kết quả Thứ" not in words


@pytest.mark.clause("5.1.e-2")
def test_what_was_brought_is_not_asked_for_any_more(visitor, world):
    dossier = world.awaiting_supplement()
    brought = (Brought(dossier.submitted.first().component_id, originals=1),)
    supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-06-03"))
    words = page(visitor, dossier, "2024-06-03 10:00")
    assert "Giấy tờ cần bổ sung" not in words
    assert "Thời hạn được tính lại từ đầu, hẹn trả kết quả lúc 17:00 ngày 06/06/2024." in words


@pytest.mark.clause("5.1.e-1")
def test_a_dossier_that_is_not_eligible_points_to_the_written_reason(visitor, world):
    words = page(visitor, world.rejected(), "2024-05-29 09:00")
    assert "Không đủ điều kiện giải quyết" in words
    assert "Lý do ghi trong văn bản gửi bạn." in words
    assert "về vốn" not in words


@pytest.mark.clause("4.1.e")
def test_a_result_that_is_there_says_where_and_what_to_bring(visitor, world):
    words = page(visitor, world.at_centre(), "2024-05-29 09:00")
    assert "Nơi nhận Trung tâm Phục vụ Hành chính công tỉnh" in words
    assert "Có từ Thứ Ba, 28/05/2024. Mang theo giấy tiếp nhận và giấy tờ tùy thân." in words


def test_a_delivered_dossier_is_done(visitor, world):
    dossier = handover.deliver(
        world.at_centre(), to=Recipient("Nguyễn Văn An"), by=world["ngoc"], at=moment("2024-05-29")
    )
    words = page(visitor, dossier, "2024-05-30 09:00")
    assert "Đã xong Thứ Tư, 29/05/2024" in words


@pytest.mark.parametrize("life", ["in_appraisal", "awaiting_supplement", "at_approval", "at_centre", "rejected"])
def test_nobody_s_name_stands_on_the_page(visitor, world, life):
    dossier = getattr(world, life)()
    html = visitor.asks(f"/tra-cuu/{dossier.secret}", "2024-05-29 09:00").content.decode()
    persons = [officer.name for officer in world.cast.values()] + ["Nguyễn Văn An", "0912345678", "022090001234"]
    assert [name for name in persons if name in html] == []


@pytest.mark.clause("5.1.đ-2")
def test_the_picture_shows_which_body_has_it(visitor, world):
    words = page(visitor, world.in_appraisal())
    assert "Hồ sơ đang ở Sở Kế hoạch và Đầu tư." in words
    assert "Thẩm định hồ sơ Sở Kế hoạch và Đầu tư 10 giờ làm việc (1,2 ngày) Đang ở đây" in words


def test_what_happened_is_told_newest_first_from_the_journal(visitor, world):
    words = page(visitor, world.at_centre())
    events = [
        "Kết quả đã được chuyển về nơi tiếp nhận, mời bạn đến nhận.",
        "Kết quả đã được ký, đóng dấu.",
        "Sở Kế hoạch và Đầu tư đã phê duyệt",
        "Sở Kế hoạch và Đầu tư làm xong bước “Thẩm định hồ sơ”",
        "Hồ sơ được chuyển đến Sở Kế hoạch và Đầu tư.",
        "Hồ sơ được tiếp nhận, nộp trực tiếp; hẹn trả kết quả lúc 17:00 ngày 30/05/2024.",
    ]
    places = [words.index(event) for event in events]
    assert places == sorted(places)


def test_every_act_on_a_dossier_is_told_or_left_out_on_purpose():
    import_module("motcua.config.urls")  # the desks, and with them every act
    assert {*ACTS, *BEGINS} <= TOLD.keys() | UNTOLD
    assert TOLD.keys() | UNTOLD <= REGISTERED.keys()
    assert not TOLD.keys() & UNTOLD


@pytest.mark.clause("5.1.e-2")
def test_the_papers_given_open_with_the_secret_and_are_the_very_same(visitor, world):
    dossier = world.awaiting_supplement()
    receipt, asked = papers_of(dossier.stream)
    address = f"/tra-cuu/{dossier.secret}/giay-to/{{}}.pdf"
    first = visitor.asks(address.format(receipt.pk))
    assert first.headers["Content-Type"] == "application/pdf"
    assert "Nguyễn Văn An" in text_of(first.content)
    assert visitor.asks(address.format(receipt.pk)).content == first.content
    assert "Thiếu chữ ký" in text_of(visitor.asks(address.format(asked.pk)).content)
    other = papers_of(world.received().stream).get()
    assert visitor.asks(address.format(other.pk)).status_code == 404


def test_with_the_phone_number_the_papers_are_named_but_do_not_open(visitor, world):
    dossier = world.received()
    answer = visitor.sends("/tra-cuu/", code=dossier.code, last_four="5678")
    assert "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" in words_of(answer)
    assert "chỉ mở được khi quét mã QR" in words_of(answer)
    assert dossier.secret not in answer.content.decode()


def test_why_the_due_day_is_that_day_is_explained_day_by_day(visitor, world):
    words = page(visitor, world.in_appraisal())
    assert "Vì sao hạn là 17:00 ngày 30/05/2024?" in words
    assert "Thứ Ba, 28/05/2024" in words


def test_the_page_costs_eleven_statements_however_long_the_story(visitor, world, django_assert_max_num_queries):
    dossier = world.at_centre()
    page(visitor, dossier)
    with django_assert_max_num_queries(11):
        page(visitor, dossier)


@pytest.mark.clause("4.5.a", "5.1.đ-1")
def test_a_payment_is_told_with_its_sum_its_notice_and_where_the_receipt_goes(visitor, world):
    words = page(visitor, world.awaiting_payment())
    assert "Việc bạn cần làm Nộp 1.500.000 ₫" in words
    assert "Theo thông báo số 215/TB-CCT ngày 28/05/2024." in words
    assert "Thông báo nghĩa vụ tài chính" in words
    assert "Hẹn trả kết quả Thứ" not in words


@pytest.mark.clause("3.3-1", "4.1.e")
def test_what_rests_or_ended_early_is_told_in_the_applicants_words(visitor, world):
    assert "Theo đề nghị của bạn từ 28/05/2024" in page(visitor, world.stopped())
    withdrawn = page(visitor, world.withdrawn())
    assert "Đã rút, mời nhận lại giấy tờ" in withdrawn
    assert "Nơi nhận lại giấy tờ" in withdrawn
    cancelled = page(visitor, world.cancelled())
    assert "Lý do ghi trong văn bản gửi bạn." in cancelled
    assert "Nguyễn Thị Lan" not in cancelled
