"""The forms of the demo's procedures: a page of Word with the name of the form and lines to fill in, as a sample."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from xml.sax.saxutils import escape

from motcua.domain.organisations.models import Officer
from motcua.domain.papers import form_files
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.parts import ComponentPart, Parts

LINES = ("Kính gửi", "Họ và tên", "Số định danh", "Địa chỉ", "Điện thoại", "Nội dung đề nghị")
DOTS = "." * 60
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def with_blank_forms(parts: Parts, *, by: Officer, at: datetime) -> Parts:
    """The same parts, each paper that is written on a form with that form to load down."""
    components = (_with_form(each, by, at) if each.form_name else each for each in parts.components)
    return replace(parts, components=tuple(components))


def blank_form(title: str, paper: str) -> bytes:
    """A form to be filled in by hand."""
    return word_page("MẪU", title, paper, *(f"{line}: {DOTS}" for line in LINES))


def word_page(*written: str) -> bytes:
    """A Word document of these lines; the same lines always have the same bytes."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in written)
    types = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>'
    )
    main = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, xml in (
            ("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>'),
            ("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>'),
            ("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'),
        ):
            written_then = zipfile.ZipInfo(name)  # 1 January 1980, for the bytes to be the same
            package.writestr(written_then, f'<?xml version="1.0" encoding="UTF-8"?>{xml}', zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _with_form(part: ComponentPart, by: Officer, at: datetime) -> ComponentPart:
    upload = Upload(f"{part.form_name}.docx", blank_form(part.form_name, part.name))
    return replace(part, form_sha256=form_files.take_in(upload, by=by, at=at).file.sha256)
