"""Taking in a catalogue: tried first, row by row, then confirmed; all of it or nothing."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.procedures.models import Procedure, Version, WaitingFile
from tests.acts.procedures.building import CODE, filled_in
from tests.acts.procedures.national_lines import lines, procedure
from tests.web.at_desk import words_of

from .conftest import HERE

IMPORT = f"{HERE}nhap/"


def upload(content: bytes, name: str = "danh-muc.xlsx") -> dict:
    return {"file": SimpleUploadedFile(name, content)}


def tried(official, content: bytes, name: str = "danh-muc.xlsx") -> str:
    """The address of the report of a file."""
    answer = official.sends(IMPORT, **upload(content, name))
    assert answer.status_code == 302, words_of(answer)
    return answer.headers["Location"]


@pytest.mark.clause("4.1.b", "5.1.a-1")
def test_a_file_is_tried_row_by_row_and_nothing_is_taken_in(mai):
    report = tried(mai, filled_in())
    text = mai.reads(report)
    assert "1 dòng: 1 cần xem lại. Đây là chạy thử, chưa nhập gì." in text or "1 dòng: 1 mới." in text
    assert f"Trang “Thủ tục”, dòng 2 {CODE}" in text
    assert not Procedure.objects.filter(code=CODE).exists()


@pytest.mark.clause("5.1.a-1")
def test_what_was_tried_is_taken_in_when_it_is_confirmed_and_the_file_forgotten(mai):
    report = tried(mai, filled_in())
    assert mai.sends(report).headers["Location"] == HERE
    assert Version.objects.get(procedure__code=CODE).state == "draft"
    assert not WaitingFile.objects.exists()
    assert mai.asks(report).status_code == 404
    assert "Đã nhập tệp danh-muc.xlsx: 1 dòng." in mai.reads(HERE)


def test_the_same_confirmation_sent_twice_takes_in_once(mai):
    report, key = tried(mai, filled_in()), "6f1cdb1f-3a52-4d0e-9e58-d4fd0f0e2a11"
    for _ in range(2):
        assert mai.sends(report, key=key).headers["Location"] == HERE
    answer = mai.sends(report)
    assert (answer.status_code, "Tệp này đã được nhập" in words_of(answer)) == (409, True)
    assert Version.objects.filter(procedure__code=CODE).count() == 1


def test_a_wrong_row_stops_everything_and_stands_first(mai):
    report = tried(mai, filled_in({("Thủ tục", "Cấp thực hiện"): "Cấp trời"}))
    page = mai.asks(report)
    assert "Có dòng lỗi nên chưa nhập gì." in words_of(page)
    assert "Cấp thực hiện phải là một trong: Cấp tỉnh, Cấp huyện, Cấp xã." in words_of(page)
    assert "Xác nhận nhập" not in words_of(page)
    answer = mai.sends(report)
    assert answer.status_code == 409
    assert not Procedure.objects.filter(code=CODE).exists()


@pytest.mark.parametrize(
    ("content", "status", "sentence"),
    [
        (b"\xff\xfe%PDF-1.7", 409, "Tệp phải là bảng tính theo mẫu (.xlsx) hoặc các dòng JSON"),
        (b"", 422, "Tệp rỗng (0 byte)."),
    ],
)
def test_what_is_no_catalogue_is_refused_with_a_sentence(mai, content, status, sentence):
    answer = mai.sends(IMPORT, **upload(content, "gi-do.pdf"))
    assert answer.status_code == status
    assert sentence in words_of(answer)


def test_without_a_file_the_page_asks_for_one(mai):
    answer = mai.sends(IMPORT)
    assert (answer.status_code, "Hãy chọn tệp danh mục thủ tục." in words_of(answer)) == (422, True)


def test_a_file_of_somebody_else_does_not_exist(mai, sits):
    report = tried(mai, filled_in())
    assert sits("kien").asks(report).status_code == 404


@pytest.mark.clause("4.1.b")
def test_who_may_not_import_reads_why(tam):
    assert "Chỉ người kiểm soát thủ tục hành chính của Trung tâm hoặc người quản trị hệ thống" in tam.reads(IMPORT)


@pytest.mark.clause("4.1.b")
def test_what_lacks_nothing_is_posted_at_once_when_that_is_asked(mai):
    report = tried(mai, filled_in())
    answer = mai.sends(report, owner="so-khdt", publish_from="1/6/2024")
    assert answer.status_code == 302
    version = Version.objects.get(procedure__code=CODE)
    assert version.procedure.owner.code == "so-khdt"
    assert version.state in ("published", "draft")
    assert mai.sends(tried(mai, filled_in()), publish_from="mai").status_code == 422


def test_a_long_report_is_read_a_page_at_a_time_and_by_outcome(mai):
    many = lines(*(procedure(f"9.{number:06}") for number in range(150)))
    report = tried(mai, many, "danh-muc.jsonl")
    first, second = mai.reads(report), mai.reads(report, trang="2")
    assert "1–100 trong 150" in first
    assert "101–150 trong 150" in second
    assert "Không có" not in mai.reads(report, **{"ket-qua": "needs_review"})
    assert "1–100 trong 150" in mai.reads(report, trang="-3")


@pytest.mark.clause("5.1.a-1")
def test_the_template_is_given_out_and_comes_back_as_it_is_filled(mai):
    answer = mai.asks(f"{IMPORT}mau-thu-tuc.xlsx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mau-thu-tuc.xlsx"'
    assert io.BytesIO(answer.content).read(2) == b"PK"
    empty = mai.sends(IMPORT, **upload(answer.content))
    assert (empty.status_code, "Tệp không có dòng nào." in words_of(empty)) == (409, True)
