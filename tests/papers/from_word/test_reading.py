"""Reading Word documents: what is carried over stands on the PDF/A, everything else is named and refused."""

import io
from datetime import date

import pikepdf
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from motcua.domain.papers.from_word.blocks import Paragraph, Table
from motcua.domain.papers.from_word.lists import shown
from motcua.domain.papers.from_word.reading import NotCarried, read
from motcua.domain.papers.from_word.setting import NotDrawn, pdf_of
from motcua.domain.papers.word import BadTemplate
from tests.papers.from_word.written import letter, line, saved, with_inside
from tests.papers.reading import flat, page_count, structure_of

ON = date(2024, 5, 28)
W = nsdecls("w", "m")
pytestmark = pytest.mark.clause("5.1.e-3")


def made(data: bytes) -> bytes:
    return pdf_of(data, title="Phiếu xin lỗi số 05/PXL", on=ON)


def test_a_letter_becomes_a_paper_for_the_archive_and_for_readers_who_listen():
    pdf = made(letter())
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("2", "A", "1")
        assert said["dc:title"] == "Phiếu xin lỗi số 05/PXL"
    assert {"H1", "P", "Table", "TR", "TD"} <= set(structure_of(pdf))
    assert made(letter()) == pdf


def test_every_word_of_it_stands_there_in_its_order_and_page_for_page():
    pdf = made(letter())
    said = flat(pdf)
    parts = ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Số: 05/PXL", "Độc lập - Tự do - Hạnh phúc", "Phiếu xin lỗi",
             "Kính gửi: Nguyễn Văn An, hồ sơ 000.00.00.H49-240527-0001", "1. Chờ kết quả xác minh.", "2. Thiếu ý kiến.",
             "- một ý", "Hẹn cũ", "Hẹn mới", "Trang sau")  # fmt: skip
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    assert page_count(pdf) == 2


def test_looks_layout_lists_and_joined_cells_are_read():
    blocks = read(letter()).blocks
    head, grid = (each for each in blocks if isinstance(each, Table))
    motto = head.cells[1].blocks[0].runs[0]
    assert (motto.look.bold, motto.look.underline, motto.look.italic) == (True, True, False)
    assert head.cells[0].blocks[0].rules == (100.0,)
    assert (head.lined, grid.lined) == (False, True)
    assert {(c.x, c.y, c.across, c.down) for c in grid.cells if (c.across, c.down) != (1, 1)} == {
        (0, 0, 1, 2), (1, 2, 2, 1),
    }  # fmt: skip
    paragraphs = [each for each in blocks if isinstance(each, Paragraph)]
    assert [each.label for each in paragraphs if each.label] == ["1.", "2.", "-"]
    to = next(each for each in paragraphs if each.runs and each.runs[0].text == "Kính gửi: ")
    assert round(to.layout.first, 1) == 28.4
    assert to.runs[1].look.italic
    assert any(each.layout.new_page for each in paragraphs)


@pytest.mark.parametrize(
    ("element", "named"),
    [
        (f"<w:ins {W} w:author='x'><w:r><w:t>thêm</w:t></w:r></w:ins>", "Track Changes"),
        (f"<w:del {W} w:author='x'><w:r><w:delText>bớt</w:delText></w:r></w:del>", "Track Changes"),
        (f"<w:fldSimple {W} w:instr=' DATE '><w:r><w:t>1</w:t></w:r></w:fldSimple>", "trường tự động DATE"),
        (
            f"<w:r {W}><w:fldChar w:fldCharType='begin'/><w:instrText> REF x </w:instrText>"
            "<w:fldChar w:fldCharType='separate'/><w:t>1</w:t><w:fldChar w:fldCharType='end'/></w:r>",
            "trường tự động REF",
        ),
        (f"<m:oMath {W}/>", "công thức"),
        (f"<w:r {W}><w:object/></w:r>", "đối tượng nhúng"),
        (f"<w:r {W}><w:sym w:char='F0FE'/></w:r>", "ký hiệu của phông riêng"),
        (f"<w:r {W}><w:footnoteReference w:id='1'/></w:r>", "chú thích cuối trang"),
        (f"<w:r {W}><w:ruby/></w:r>", "thành phần “ruby”"),
        (line("rect"), "ảnh, hình vẽ hoặc khung chữ"),
        (line("line", rise=900_000), "ảnh, hình vẽ hoặc khung chữ"),
        (line(more="<wps:txbx/>"), "ảnh, hình vẽ hoặc khung chữ"),
    ],
)
def test_what_is_not_carried_over_is_named_and_the_other_road_shown(element: str, named: str):
    with pytest.raises(NotCarried, match="nộp tệp PDF") as refused:
        read(with_inside(element))
    assert named in refused.value.sentence


def test_a_picture_words_at_the_foot_and_columns_are_named_all_at_once():
    document = Document()
    document.sections[0].footer.paragraphs[0].text = "Lưu hành nội bộ"
    document.add_paragraph("x")._p.append(_picture())
    document.element.body.sectPr.append(_element("<w:cols X w:num='2'/>"))
    with pytest.raises(
        NotCarried, match="chữ chia cột; chữ, hình ở đầu trang hoặc chân trang; ảnh, hình vẽ hoặc khung chữ"
    ):
        read(saved(document))


def test_the_number_of_a_page_is_set_again_and_a_link_keeps_its_words():
    document = Document()
    document.sections[0].footer.paragraphs[0]._p.append(
        _element("<w:fldSimple X w:instr='PAGE'><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    )
    link = document.add_paragraph("Xem ")
    link._p.append(_element("<w:hyperlink X><w:r><w:t>cổng dịch vụ công</w:t></w:r></w:hyperlink>"))
    found = read(saved(document))
    assert found.numbered
    assert [run.text for run in found.blocks[0].runs] == ["Xem ", "cổng dịch vụ công"]


def test_what_nobody_sees_in_word_is_not_set():
    shown_words = _element("<w:r X><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>")
    document = Document()
    document.add_paragraph("hiện")._p.append(shown_words)
    assert [run.text for run in read(saved(document)).blocks[0].runs] == ["hiện"]


def test_signs_the_official_face_lacks_are_named():
    document = Document()
    document.add_paragraph("Tốt 😀")
    with pytest.raises(NotDrawn, match="😀"):
        made(saved(document))


@pytest.mark.parametrize("words", ["#strong[a] $x$ \\ // @x", "<b>&amp;</b>", "{{ so }}", '"; #panic()'])
def test_what_was_typed_is_never_read_as_markup(words: str):
    document = Document()
    document.add_paragraph(words)
    assert words in flat(made(saved(document)))


@pytest.mark.parametrize("junk", [b"PK\x03\x04 broken", b"", b"%PDF-1.7"])
def test_what_is_no_word_document_is_refused(junk: bytes):
    with pytest.raises(BadTemplate, match="không phải là văn bản Word"):
        read(junk)


@pytest.mark.parametrize(
    ("count", "how", "expected"),
    [(3, "decimal", "3"), (3, "decimalZero", "03"), (2, "lowerLetter", "b"), (28, "upperLetter", "BB"),
     (14, "upperRoman", "XIV"), (4, "lowerRoman", "iv"), (1, "none", "")],
)  # fmt: skip
def test_labels_are_counted_as_word_counts(count: int, how: str, expected: str):
    assert shown(count, how) == expected


def _element(xml: str):
    return parse_xml(xml.replace(" X", f" {W}", 1))


def _picture():
    return _element("<w:r X><w:drawing/></w:r>")
