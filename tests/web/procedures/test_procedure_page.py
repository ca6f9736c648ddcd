"""One procedure on one page; a version in full; two versions compared."""

import pytest

from motcua.domain.procedures.parts import ComponentPart
from tests.web.at_desk import title_of

from .conftest import PAGE


def test_it_shows_versions_process_fees_people_and_what_happened(mai):
    text = mai.reads(PAGE)
    for words in (
        "Đăng ký thành lập doanh nghiệp tư nhân",
        "Phiên bản 1 Đang áp dụng từ 02/05/2019",
        "Quyết định 567/QĐ-UBND ngày 02/05/2019 ; áp dụng từ 02/05/2019",
        "Lệ phí đăng ký doanh nghiệp: 50.000 ₫",
        "Phạm Văn Minh: ký phê duyệt, cấp phó ký thay (89/QĐ-SKHĐT)",
        "Công khai thủ tục, phiên bản 1",
    ):
        assert words in text, words
    assert title_of(mai.asks(PAGE)) == "Đăng ký thành lập doanh nghiệp tư nhân – Một Cửa"


@pytest.mark.clause("4.1.b")
def test_what_a_draft_lacks_stands_on_the_page(revised, tam):
    revised(decision="", time_limits=())
    text = tam.reads(PAGE)
    assert "Còn thiếu để công khai Chưa có quyết định công bố. Chưa có thời hạn giải quyết." in text


def test_what_can_not_be_done_stands_with_its_reason(tam, revised):
    text = tam.reads(PAGE)
    assert "Sửa bản dự thảo Thủ tục không có bản dự thảo. ( Điều 5, khoản 1, điểm b )" in text
    revised()
    assert "Lập phiên bản mới Thủ tục đang có bản dự thảo; hãy sửa bản đó." in tam.reads(PAGE)


def test_the_page_costs_at_most_eighteen_statements_however_many_versions_there_are(
    revised, mai, django_assert_max_num_queries
):
    revised()
    mai.asks(PAGE)
    with django_assert_max_num_queries(18):
        mai.asks(PAGE)


@pytest.mark.clause("5.1.a-1")
def test_a_version_shows_every_constituent_part(mai):
    text = mai.reads(f"{PAGE}phien-ban/1/")
    for words in (
        "Trình tự thực hiện Người thành lập doanh nghiệp nộp hồ sơ tại Trung tâm",
        "Trực tiếp: 3 ngày làm việc",
        "1. Giấy đề nghị đăng ký doanh nghiệp",
        "Khi: Nộp thay chủ doanh nghiệp không bắt buộc",
        "Căn cứ pháp lý Luật Doanh nghiệp",
        "Tên gọi thường ngày mở công ty; giấy phép kinh doanh",
    ):
        assert words in text, words
    assert mai.asks(f"{PAGE}phien-ban/9/").status_code == 404


@pytest.mark.clause("5.1.b")
def test_two_versions_are_compared_line_by_line(revised, mai):
    assert mai.asks(f"{PAGE}so-sanh/").status_code == 404
    papers = (
        ComponentPart("Giấy đề nghị đăng ký doanh nghiệp", originals=1),
        ComponentPart("Điều lệ doanh nghiệp", originals=1),
    )
    revised(name="Đăng ký doanh nghiệp tư nhân", components=papers)
    page = mai.asks(f"{PAGE}so-sanh/").content.decode()
    assert "<del>Đăng ký thành lập doanh nghiệp tư nhân</del>" in page
    assert "<ins>Đăng ký doanh nghiệp tư nhân</ins>" in page
    assert "<ins>Điều lệ doanh nghiệp (1 bản chính)</ins>" in page
    assert "<p>Giấy đề nghị đăng ký doanh nghiệp (1 bản chính)</p>" in page
    assert "2 nội dung khác nhau" in page
    assert "Hai phiên bản giống nhau" in mai.reads(f"{PAGE}so-sanh/", cu="1", moi="1")
    assert mai.asks(f"{PAGE}so-sanh/", cu="7").status_code == 404
