"""Word documents as officials write them, made here letter by letter."""

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

NUMBER, CODE = "05/PXL", "000.00.00.H49-240527-0001"
LINE = """<w:r {spaces}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 ><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing
 ><wp:anchor><wp:extent cx="1270000" cy="{rise}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 ><a:graphicData uri="x"><wps:wsp><wps:spPr><a:prstGeom prst="{shape}"/></wps:spPr>{more}</wps:wsp></a:graphicData
 ></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"""


def saved(document: Any) -> bytes:
    """The document as a file."""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_inside(*elements: str) -> bytes:
    """A document whose only paragraph holds these elements."""
    document = Document()
    paragraph = document.add_paragraph("trước ")
    for each in elements:
        paragraph._p.append(parse_xml(each))
    return saved(document)


def line(shape: str = "line", rise: int = 0, more: str = "") -> str:
    """A drawn line, or what looks like one."""
    return LINE.format(spaces=nsdecls("w", "wp"), shape=shape, rise=rise, more=more)


def letter(number: str = NUMBER, code: str = CODE, words: str = "Chờ kết quả xác minh.") -> bytes:
    """A whole letter: the two headings beside each other, a title, lists, a table, who signs."""
    document = Document()
    left, right = document.add_table(1, 2).rows[0].cells
    left.text = "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"
    left.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    left.paragraphs[0]._p.append(parse_xml(line()))
    left.add_paragraph(f"Số: {number}")
    motto = right.paragraphs[0].add_run("Độc lập - Tự do - Hạnh phúc")
    motto.bold = motto.underline = True
    document.add_heading("Phiếu xin lỗi", 2)
    to = document.add_paragraph("Kính gửi: ")
    to.add_run("Nguyễn Văn An").italic = True
    to.add_run(f", hồ sơ {code}")
    to.paragraph_format.first_line_indent = Cm(1)
    document.add_paragraph(words, style="List Number")
    document.add_paragraph("Thiếu ý kiến.", style="List Number")
    document.add_paragraph("một ý", style="List Bullet")
    table = document.add_table(3, 3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Hẹn cũ"
    table.cell(2, 1).merge(table.cell(2, 2)).text = "Hẹn mới"
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Trang sau")
    return saved(document)
