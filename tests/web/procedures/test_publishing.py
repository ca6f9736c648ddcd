"""Publishing a draft, ending a version, and the notices for the wall."""

from datetime import date

import pytest

from motcua.domain.procedures.models import Version
from tests.papers.reading import text_of
from tests.web.at_desk import words_of

from .conftest import HERE, PAGE


def versions() -> dict[int, Version]:
    return {each.number: each for each in Version.objects.filter(procedure__code="2.001610")}


@pytest.mark.clause("4.1.b", "5.1.a-1")
def test_what_is_missing_stands_there_and_nothing_can_be_published(revised, mai):
    revised(decision="", results=())
    text = mai.reads(f"{PAGE}cong-khai/")
    assert "Còn thiếu để công khai Chưa có quyết định công bố. Chưa có kết quả thực hiện." in text
    answer = mai.sends(f"{PAGE}cong-khai/", valid_from="1/6/2024")
    assert (answer.status_code, "Chưa thể công khai thủ tục." in words_of(answer)) == (409, True)


@pytest.mark.clause("4.1.b", "4.5.a")
def test_a_whole_draft_is_published_from_a_day_on_and_the_one_before_ends(revised, mai):
    revised(synonyms="lập công ty")
    text = mai.reads(f"{PAGE}cong-khai/")
    assert "Đủ điều kiện công khai" in text
    assert "Khác với phiên bản 1 ở 1 nội dung" in text
    assert mai.sends(f"{PAGE}cong-khai/", valid_from="1/6/2024", valid_to="").headers["Location"] == PAGE
    now = versions()
    assert (now[2].state, now[2].valid_from, now[1].valid_to) == ("published", date(2024, 6, 1), date(2024, 5, 31))


@pytest.mark.parametrize(
    ("form", "status", "sentence"),
    [
        ({"valid_from": ""}, 422, "Hãy nhập ngày bắt đầu có hiệu lực."),
        ({"valid_from": "1/5/2019"}, 409, "phiên bản mới phải có hiệu lực từ sau ngày đó"),
        ({"valid_from": "1/6/2024", "valid_to": "1/5/2024"}, 409, "Thủ tục đã hết hiệu lực sau ngày 01/05/2024."),
    ],
)
def test_days_that_can_not_be_are_said_with_what_was_typed(revised, mai, form, status, sentence):
    revised()
    answer = mai.sends(f"{PAGE}cong-khai/", **form)
    assert (answer.status_code, sentence in words_of(answer)) == (status, True)


@pytest.mark.clause("4.1.b")
def test_a_version_ends_by_decision_after_a_day(mai):
    assert mai.sends(f"{PAGE}bai-bo/", valid_to="30/6/2024", decision="").status_code == 422
    answer = mai.sends(f"{PAGE}bai-bo/", valid_to="30/6/2024", decision="2041/QĐ-UBND")
    assert answer.headers["Location"] == PAGE
    assert (versions()[1].valid_to, versions()[1].withdrawn_by) == (date(2024, 6, 30), "2041/QĐ-UBND")
    answer = mai.sends(f"{PAGE}bai-bo/", valid_to="30/6/2024", decision="2041/QĐ-UBND")
    assert (answer.status_code, "đã hết hiệu lực sau ngày 30/06/2024" in words_of(answer)) == (409, True)


@pytest.mark.clause("4.1.b")
def test_who_may_not_publish_reads_why_and_fills_no_form_in_vain(revised, tam):
    revised()
    for path in ("cong-khai/", "bai-bo/"):
        text = tam.reads(f"{PAGE}{path}")
        assert "Chỉ người kiểm soát thủ tục hành chính của Trung tâm được công khai, bãi bỏ thủ tục." in text
        assert 'name="valid_to"' not in tam.asks(f"{PAGE}{path}").content.decode()


@pytest.mark.clause("4.1.b")
def test_the_notice_of_a_procedure_and_the_list_of_a_department_are_printed(tam):
    notice = tam.asks(f"{PAGE}niem-yet.pdf")
    assert notice.headers["Content-Type"] == "application/pdf"
    assert "Giấy đề nghị đăng ký doanh nghiệp" in text_of(notice.content)
    listed = tam.asks(f"{HERE}niem-yet/so-khdt.pdf")
    assert "2.001610" in text_of(listed.content)
    assert tam.asks(f"{HERE}niem-yet/so-tp.pdf").status_code == 404


@pytest.mark.clause("4.1.b")
def test_nothing_is_posted_as_current_that_is_not_in_force(mai):
    assert mai.asks(f"{PAGE}niem-yet.pdf", "2019-05-01 09:00").status_code == 404
