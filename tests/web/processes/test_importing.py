"""Process tables from a spreadsheet: the table to fill in, the trial, the import."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.procedures.process_models import Process
from tests.web.at_desk import words_of

from .conftest import CODE, HERE, PAGE

IMPORT = f"{HERE}nhap/"
HEAD = ("Bước", "Nội dung", "Trách nhiệm", "Thời gian", "Biểu mẫu, kết quả")
TABLE = (
    ("1", "Tiếp nhận hồ sơ", "Trung tâm", "2 giờ", "Giấy tiếp nhận"),
    ("2", "Thẩm định hồ sơ", "Sở Kế hoạch và Đầu tư", "1 ngày", ""),
    ("3", "Phê duyệt kết quả", "Lãnh đạo Sở Kế hoạch và Đầu tư", "4 giờ", "Giấy chứng nhận"),
    ("4", "Trả kết quả", "Trung tâm", "Không tính", ""),
)


def sheet(*rows: tuple[str, ...], code: str = CODE) -> SimpleUploadedFile:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        page = book.add_worksheet("Quy trình")
        for number, row in enumerate((("Mã thủ tục", code), HEAD, *rows)):
            page.write_row(number, 0, row)
    return SimpleUploadedFile("quy-trinh.xlsx", content.getvalue())


def test_the_table_to_fill_in_bears_the_code_and_can_be_read_back(tam):
    answer = tam.asks(f"{PAGE}bang-mau/")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="quy-trinh-{CODE}.xlsx"'
    tried = tam.sends(IMPORT, file=SimpleUploadedFile("mau.xlsx", answer.content))
    assert tried.status_code == 302
    assert CODE in tam.reads(tried.headers["Location"]) or "Giao thông" in tam.reads(tried.headers["Location"])


@pytest.mark.clause("5.1.a-2")
def test_a_trial_reports_and_writes_nothing_then_the_file_is_taken_in(tam):
    tried = tam.sends(IMPORT, file=sheet(*TABLE))
    address = tried.headers["Location"]
    text = tam.reads(address)
    assert "Đây là chạy thử, chưa nhập gì." in text
    assert "Có thay đổi" in text
    assert Process.objects.count() == 1
    assert tam.sends(address).headers["Location"] == HERE
    assert Process.objects.latest("number").steps.count() == len(TABLE)
    assert "Đã nhập các bảng quy trình thành dự thảo." in tam.reads(HERE)
    assert tam.asks(address).status_code == 404


def test_unclear_rows_are_told_one_by_one_and_nothing_can_be_taken_in(tam):
    wrong = (*TABLE[:1], ("2", "Thẩm định", "Ai đó", "vài ngày", ""), *TABLE[2:])
    address = tam.sends(IMPORT, file=sheet(*wrong)).headers["Location"]
    text = tam.reads(address)
    assert "Trang “Quy trình”, dòng 4" in text
    assert "thời gian “vài ngày”" in text.lower()
    assert "Nhập thành dự thảo" not in text
    refused = tam.sends(address)
    assert (refused.status_code, Process.objects.count()) == (409, 1)


def test_the_file_of_another_does_not_exist(tam, mai):
    address = tam.sends(IMPORT, file=sheet(*TABLE)).headers["Location"]
    assert mai.asks(address).status_code == 404


def test_what_is_no_table_is_refused_at_once(tam):
    answer = tam.sends(IMPORT, file=SimpleUploadedFile("a.xlsx", b"khong phai bang"))
    assert answer.status_code == 409
    assert "Không thực hiện được" in words_of(answer)
    assert "Hãy chọn tệp quy trình." in words_of(tam.sends(IMPORT))


@pytest.mark.clause("4.1.a-1")
def test_a_version_is_exported_as_bpmn_and_tried_again(tam, sits, world):
    answer = tam.asks(f"{HERE}{world.version.procedure.processes.get().pk}/bpmn/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="quy-trinh-2.001610-v1.bpmn"'
    changed = answer.content.replace(b'hours="10"', b'hours="6"')
    sent = tam.sends(f"{HERE}nhap/", file=SimpleUploadedFile("sua.bpmn", changed))
    assert "2.001610 Có thay đổi" in tam.reads(sent.headers["Location"])
    assert sits("binh").asks(f"{HERE}1/bpmn/").status_code == 403
