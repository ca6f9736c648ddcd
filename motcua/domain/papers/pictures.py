"""Pages as pictures, photos as pages, and what is written on them: every reading of a PDF as people see it."""

import io
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2
from PIL import Image, ImageOps

THUMBNAIL_WIDTH = 200
A4 = (595.0, 842.0)  # points
A4_AT_300_DPI = 3508  # pixels of the long side: more detail than that no reader of a page needs
JPEG_QUALITY = 85

_pdfium = threading.Lock()  # the library behind pypdfium2 may be entered by one thread at a time


class NoSuchPage(LookupError):
    """The document has no page with that number."""


def page_count(pdf: bytes) -> int:
    """How many pages a reader finds in the PDF. Raises `pypdfium2.PdfiumError` when it can not read it."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def text_of(pdf: bytes) -> str:
    """What a reader finds written on all pages."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def page_png(pdf: bytes, page: int, width: int) -> bytes:
    """One page, counted from 1, as a PNG of this width."""
    picture = _page(pdf, page, width)
    return _png(picture)


def pages(pdf: bytes, dots_an_inch: int) -> Iterator[Image.Image]:
    """Every page as a picture, one after the other."""
    for number in range(page_count(pdf)):
        with _pdfium, pypdfium2.PdfDocument(pdf) as document:
            picture = document[number].render(scale=dots_an_inch / 72).to_pil().convert("RGB")
        yield picture


def thumbnail(pdf: bytes) -> bytes:
    """The first page as a small PNG with few colours, for lists."""
    return _png(_page(pdf, 1, THUMBNAIL_WIDTH).quantize(64))


def _page(pdf: bytes, page: int, width: int) -> Image.Image:
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        if not 1 <= page <= len(document):
            raise NoSuchPage(page)
        sheet = document[page - 1]
        longest = max(sheet.get_size())
        scale = min(width / sheet.get_width(), 4 * width / longest)
        return sheet.render(scale=scale).to_pil().convert("RGB")


def _png(picture: Image.Image) -> bytes:
    png = io.BytesIO()
    picture.save(png, "PNG", optimize=True)
    return png.getvalue()


@dataclass(frozen=True)
class Sheet:
    """A photo that is ready to be a page: upright, small enough, without what the camera wrote beside the picture."""

    jpeg: bytes
    width: int
    height: int


def photos_as_pdf(photos: Iterable[Image.Image]) -> bytes:
    """One PDF with a page for each photo, upright, in A4, without what the camera wrote about place and owner.

    The same photos always give the same bytes.
    """
    return sheets_as_pdf((sheet_of(photo), 0) for photo in photos)


def sheets_as_pdf(sheets: Iterable[tuple[Sheet, int]]) -> bytes:
    """One PDF with a page for each sheet, turned to the right by so many degrees; no picture is compressed again."""
    pdf = pikepdf.new()
    for sheet, turn in sheets:
        _add_page(pdf, sheet, turn)
    data = io.BytesIO()
    pdf.save(data, deterministic_id=True)
    return data.getvalue()


def sheet_of(photo: Image.Image) -> Sheet:
    """A photo as a page."""
    upright, jpeg = _upright(photo), io.BytesIO()
    upright.info.clear()  # a comment would be written again
    upright.save(jpeg, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return Sheet(jpeg.getvalue(), upright.width, upright.height)


def sheet_in(jpeg: bytes) -> Sheet:
    """A sheet that was kept."""
    with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as kept:
        return Sheet(jpeg, kept.width, kept.height)


def _upright(photo: Image.Image) -> Image.Image:
    """Turned as it was held, on white, and no larger than a page needs."""
    photo = ImageOps.exif_transpose(photo)
    if photo.has_transparency_data:
        photo = photo.convert("RGBA")
        photo = Image.alpha_composite(Image.new("RGBA", photo.size, "white"), photo)
    photo = photo.convert("RGB")
    photo.thumbnail((A4_AT_300_DPI, A4_AT_300_DPI))
    return photo


def _add_page(pdf: pikepdf.Pdf, sheet: Sheet, turn: int) -> None:
    image = pdf.make_stream(
        sheet.jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=sheet.width,
        Height=sheet.height,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    width, height = _page_size(sheet)
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Photo=image))
    page.Contents = pdf.make_stream(f"{width:.2f} 0 0 {height:.2f} 0 0 cm /Photo Do".encode())
    if turn:
        page.Rotate = turn


def _page_size(sheet: Sheet) -> tuple[float, float]:
    """The largest size in the photo's proportions that A4 holds, upright or on its side."""
    room = A4 if sheet.height >= sheet.width else A4[::-1]
    scale = min(room[0] / sheet.width, room[1] / sheet.height)
    return sheet.width * scale, sheet.height * scale
