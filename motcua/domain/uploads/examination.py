"""What was sent is looked at once, whole: what it is by its content, whether it may come in, whether it can be read.

What is kept of a photo is made anew from its points: upright, and without the place and owner that the camera wrote.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from PIL import Image, ImageDraw, ImageFont

from motcua.domain.papers import form_files, pictures
from motcua.domain.papers.form_files import FormFileRefused, NotAForm
from motcua.domain.papers.render import FAMILY, FontsMissing, fonts_folder
from motcua.domain.papers.uploads import NotAScan, ScanRefused, Upload, kind_of, pages_of_pdf, photo_pages
from motcua.domain.regulation.citations import rule

from . import readability
from .models import IncomingFile

MOST_PAGES_LOOKED_AT = 20  # of a PDF: each costs some hundredths of a second
LOOKED_AT_WIDTH = 1000
CALLED = "PDF, Word (DOCX) hay ảnh (JPEG, PNG, HEIC, TIFF)"
LINES_SHOWN, LINE_LENGTH = 40, 74  # of a Word document, on its small picture

Kind = IncomingFile.Kind
_PACKED, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Examined:
    """What is kept of a file: its content, its first page as a small PNG, and the pages that can hardly be read."""

    kind: Kind
    content: bytes
    thumbnail: bytes
    pages: int
    faults: list[tuple[int, str]] = field(default_factory=list)


@rule("5.1.d", "5.1.đ-2")
def examined(upload: Upload) -> Examined:
    """Look at a file; what can not be taken in is refused in a sentence that says why and what to do."""
    if upload.data.startswith((_PACKED, _COMPOUND)):
        return _word(upload)
    try:
        kind = kind_of(upload)
    except NotAScan:
        raise _other_kind(upload) from None
    if kind == "pdf":
        return _pdf(upload.data, pages_of_pdf(upload))
    if kind == "tiff":  # what a scanner at home writes: several pages
        made = pictures.photos_as_pdf(photo_pages(upload, kind))
        return _pdf(made, pictures.page_count(made))
    sheet = pictures.sheet_of(next(iter(photo_pages(upload, kind))))
    page = Image.open(io.BytesIO(sheet.jpeg), formats=["JPEG"])
    return Examined(Kind.PHOTO, sheet.jpeg, small_picture(page), 1, readability.faults_of([page]))


def small_picture(page: Image.Image, turn: int = 0) -> bytes:
    """A page as a small PNG, turned to the right by so many degrees."""
    small = page.convert("RGB").rotate(-turn, expand=True)
    small.thumbnail((pictures.THUMBNAIL_WIDTH, 2 * pictures.THUMBNAIL_WIDTH))
    png = io.BytesIO()
    small.quantize(64).save(png, "PNG", optimize=True)
    return png.getvalue()


def _pdf(data: bytes, pages: int) -> Examined:
    return Examined(Kind.PDF, data, pictures.thumbnail(data), pages, readability.faults_of(_pages(data, pages)))


def _pages(pdf: bytes, pages: int) -> Iterator[Image.Image]:
    for number in range(1, min(pages, MOST_PAGES_LOOKED_AT) + 1):
        yield Image.open(io.BytesIO(pictures.page_png(pdf, number, LOOKED_AT_WIDTH)))


def _other_kind(upload: Upload) -> ScanRefused:
    return ScanRefused(
        f"Tệp “{upload.shown_name}” không phải là {CALLED} (xét theo nội dung, không theo đuôi tên): "
        "hãy chụp ảnh giấy tờ, hoặc lưu lại thành PDF rồi gửi."
    )


def _word(upload: Upload) -> Examined:
    try:
        kind = form_files.kind_of(upload)
    except NotAForm:
        raise _other_kind(upload) from None
    except FormFileRefused as refused:
        raise ScanRefused(refused.sentence) from None
    if kind == form_files.Kind.DOC:
        raise ScanRefused(
            f"Tệp “{upload.shown_name}” là Word đời cũ (DOC): hãy mở bằng Word, lưu lại thành DOCX hoặc PDF rồi gửi."
        )
    if kind != form_files.Kind.DOCX:
        raise _other_kind(upload)
    return Examined(Kind.DOCX, upload.data, _picture_of(_lines(upload)), 1)


def _lines(upload: Upload) -> list[str]:
    """The first words of a Word document; a document without a body is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(upload.data)) as package:
            body = package.read("word/document.xml")
        root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (KeyError, etree.XMLSyntaxError):
        raise ScanRefused(f"Tệp “{upload.shown_name}” bị hỏng: hãy lưu lại rồi gửi.") from None
    paragraphs = ("".join(each.itertext("{*}t")) for each in root.iter("{*}p"))
    return [words[:LINE_LENGTH] for words in paragraphs if words.strip()][:LINES_SHOWN]


def _picture_of(lines: list[str]) -> bytes:
    """The first words on paper: one sees which document it is."""
    fonts = sorted(fonts_folder().glob(f"{FAMILY}_400Regular*.ttf"))
    if not fonts:
        raise FontsMissing("Chưa cài bộ chữ Tinos: hãy chạy `make`.")
    page = Image.new("L", (620, 877), "white")
    ImageDraw.Draw(page).multiline_text((50, 50), "\n".join(lines), fill="black", font=ImageFont.truetype(fonts[0], 16))
    return small_picture(page)
