"""What is shown first, answered here, and asked by the Centre."""

import re

import pytest

from motcua.domain.dossiers.ahead.models import Alert
from motcua.domain.dossiers.ahead.progress_models import ProgressRequest
from tests.filing import AtHome
from tests.questions import a_question
from tests.web.at_desk import words_of
from tests.web.attention.conftest import NOW, fill

ALERTS, LETTERS, ASKED = "/can-luu-y/", "/can-luu-y/xin-loi/", "/can-luu-y/hoi/"


@pytest.mark.clause("4.1.d-2", "5.1.e-3")
@pytest.mark.parametrize(
    ("who", "desk", "lines"),
    [
        ("thu", "/phong-ban/", ["Hồ sơ đứng yên: 1 hồ sơ", "Trung tâm hỏi tiến độ, chờ trả lời: 1 hồ sơ"]),
        ("minh", "/phe-duyet/", ["Cần xin lỗi và hẹn lại: 1 hồ sơ"]),
        ("quang", "/phong-ban/", ["Hồ sơ đứng yên: 1 hồ sơ", "Cần xin lỗi và hẹn lại: 1 hồ sơ"]),
        ("mai", "/trung-tam/", ["Dự báo trễ hẹn, cơ quan cần xin lỗi: 1 hồ sơ", "quá hạn trả lời: 1 hồ sơ"]),
    ],
)
def test_what_needs_attention_stands_first_on_the_desk(late, sits, who, desk, lines):
    words = sits(who).reads(desk, NOW)
    for line in lines:
        assert line in words


@pytest.mark.clause("4.1.d-1", "4.1.d-2", "5.5.b")
def test_what_stands_still_and_what_is_overdue_from_home_lead_the_board_and_open_their_lists(late, world, sits):
    handed_in, asked = AtHome(world).submitted(), a_question(world)
    mai, now = sits("mai"), "2024-06-04 09:00"
    page = mai.asks("/trung-tam/", now).content.decode()
    lines = re.findall(
        r'<li><a href="([^"]+)">([^<]+)</a></li>', page.split('id="can-luu-y"')[1].split("</section>")[0]
    )
    assert lines[:2] == [
        (ALERTS, "Hồ sơ đứng yên: 1 hồ sơ"),
        ("/trung-tam/truc-tuyen/", "Hồ sơ nộp trực tuyến quá hạn trả lời: 1 hồ sơ"),
    ]
    assert lines[-1] == ("/tra-loi/toan-tinh/", "Câu hỏi của người dân quá hạn ở các cơ quan: 1 câu")
    for (address, _), code in ((lines[0], late.code), (lines[1], handed_in.code), (lines[-1], asked.code)):
        assert code in mai.reads(address, now)
    assert "1 câu, 1 đã quá hạn" in sits("tam").reads("/phong-ban/", now)


@pytest.mark.parametrize(
    ("who", "desk"), [("lan", "/quay/cho-chuyen/"), ("ngoc", "/quay/tra-ket-qua/"), ("thu", "/phong-ban/")]
)
def test_nothing_is_shown_where_nothing_is(world, sits, who, desk):
    assert "Cần lưu ý trước" not in sits(who).reads(desk, NOW)


@pytest.mark.clause("4.1.d-1", "4.1.d-2")
def test_the_list_says_why_since_when_who_and_who_was_told(late, sits):
    for who in ("thu", "quang", "mai"):
        words = sits(who).reads(ALERTS, NOW)
        assert late.code in words
        assert "Bước quá thời gian được phân: Thẩm định hồ sơ" in words
        assert "đã báo Trung tâm" in words
    assert "Không có hồ sơ nào đứng yên" in sits("binh").reads(ALERTS, NOW)


@pytest.mark.clause("4.1.d-2")
def test_who_is_in_charge_answers_and_all_read_it(late, sits):
    alert = Alert.objects.get(closed_at=None)
    address = f"{ALERTS}dung-yen/{alert.pk}/"
    assert "Chưa làm được việc này" in sits("mai").reads(address, NOW)
    answer = sits("thu").sends(address, NOW, until="04/06/2024", reason="Chờ bản gốc")
    assert (answer.status_code, answer.url) == (302, ALERTS)
    assert "Trần Anh Thư hứa trước hết ngày 04/06/2024: Chờ bản gốc" in sits("mai").reads(ALERTS, NOW)
    again = sits("thu").sends(address, NOW, until="05/06/2024", reason="Chờ nữa")
    assert again.status_code == 409
    assert sits("binh").asks(address, NOW).status_code == 404


@pytest.mark.clause("4.1.d-2")
def test_a_promise_too_far_ahead_keeps_what_was_typed(late, sits):
    alert = Alert.objects.get(closed_at=None)
    answer = sits("thu").sends(f"{ALERTS}dung-yen/{alert.pk}/", NOW, until="28/06/2024", reason="Chờ bản gốc")
    assert answer.status_code == 409
    assert "Chỉ hứa được đến ngày" in words_of(answer)
    assert "Chờ bản gốc" in answer.content.decode()


@pytest.mark.clause("5.1.e-3", "7.8")
def test_one_click_opens_the_letter_filled_in_and_sending_it_clears_the_list(late, sits):
    minh = sits("minh")
    words = minh.reads(LETTERS, NOW)
    assert "xin lỗi lúc này bị ghi là vi phạm" in words
    page = minh.asks(f"/ho-so/{late.code}/xin-loi-hen-lai/", NOW).content.decode()
    draft = late.apology_drafts.get()
    assert f'value="{draft.new_due_on:%d/%m/%Y}"' in page
    assert draft.reason in page
    sent = {"new_due_on": f"{draft.new_due_on:%d/%m/%Y}", "reason": draft.reason, "explanation": "Thiếu người"}
    assert minh.sends(f"/ho-so/{late.code}/xin-loi-hen-lai/", NOW, **sent).status_code == 302
    assert "Không có hồ sơ nào cần xin lỗi" in minh.reads(LETTERS, NOW)


@pytest.mark.clause("5.1.e-3")
def test_the_centre_reads_what_will_be_late_and_signs_nothing(late, sits):
    words = sits("mai").reads(LETTERS, NOW)
    assert late.code in words
    assert "Mở phiếu đã soạn" not in words
    assert sits("lan").asks(LETTERS, NOW).status_code == 403


@pytest.mark.clause("4.1.d-2")
def test_several_are_chosen_from_the_list_and_asked_at_once(world, sits):
    codes = [world.in_appraisal("2024-05-27").code for _ in range(2)]
    mai = sits("mai")
    listed = mai.asks("/trung-tam/ho-so/?nhom=qua-han", NOW).content.decode()
    assert listed.count('name="hs"') == 2
    assert "Hỏi 2 hồ sơ" in mai.asks(f"{ASKED}moi/?hs={codes[0]}&hs={codes[1]}", NOW).content.decode()
    answer = mai.sends(f"{ASKED}moi/", NOW, hs=codes, subject="overrun", question="", answer_by="04/06/2024")
    assert (answer.status_code, answer.url) == (302, ASKED)
    assert ProgressRequest.objects.count() == 2
    words = mai.reads(ASKED, NOW)
    assert "Chờ trả lời (2)" in words
    assert "Sở Kế hoạch và Đầu tư 0 2 0" in words
    pdf = mai.asks(f"{ASKED}{ProgressRequest.objects.first().pk}/phieu.pdf", NOW)
    assert pdf.content.startswith(b"%PDF")


def test_asking_about_nothing_says_so(world, sits):
    answer = sits("mai").asks(f"{ASKED}moi/", NOW)
    assert answer.status_code == 422
    assert "Chưa chọn hồ sơ nào" in words_of(answer)
    assert sits("thu").asks(f"{ASKED}moi/", NOW).status_code == 403
    assert 'name="hs"' not in sits("quang").asks("/trung-tam/ho-so/", NOW).content.decode()


@pytest.mark.clause("4.1.d-2")
def test_the_department_answers_with_the_cause_and_both_read_it(late, sits):
    asked = ProgressRequest.objects.get()
    thu = sits("thu")
    assert "nay đã muộn" in thu.reads(f"{ASKED}{asked.pk}/", NOW)
    assert thu.sends(f"{ASKED}{asked.pk}/", NOW, cause="", words="", expected_on="").status_code == 422
    said = {"cause": "other_body", "words": "Chờ ý kiến Sở Tư pháp", "expected_on": "07/06/2024"}
    assert thu.sends(f"{ASKED}{asked.pk}/", NOW, **said).status_code == 302
    for who in ("mai", "thu"):
        words = sits(who).reads(f"{ASKED}?muc=da-tra-loi", NOW)
        assert "Chờ ý kiến cơ quan phối hợp. Chờ ý kiến Sở Tư pháp" in words
        assert "trả lời quá hạn" in words
    assert sits("binh").asks(f"{ASKED}{asked.pk}/", NOW).status_code == 404


@pytest.mark.clause("4.1.d-2", "5.1.e-3")
def test_the_page_of_the_dossier_says_all_of_it(late, sits):
    words = sits("thu").reads(f"/ho-so/{late.code}/", NOW)
    assert "Hồ sơ đứng yên: bước quá thời gian được phân" in words
    assert "Dự báo không xong đúng hẹn" in words
    assert "Đề nghị nêu rõ lý do quá hạn." in words
    assert "Quá hạn trả lời" not in words.split("Hỏi tiến độ")[0]
    assert "Hỏi tiến độ" in sits("mai").reads(f"/ho-so/{late.code}/", NOW)


@pytest.mark.parametrize(("who", "address", "most"), [("thu", ALERTS, 5), ("minh", LETTERS, 5), ("mai", ASKED, 5)])
@pytest.mark.parametrize("many", [1, 8])
def test_the_lists_cost_few_statements_however_long(
    world, sits, who, address, most, many, django_assert_max_num_queries
):

    for _ in range(many):
        fill(world)
    official = sits(who)
    official.asks(address, NOW)
    with django_assert_max_num_queries(most):
        official.asks(address, NOW)
