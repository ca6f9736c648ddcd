"""What may come in as a scan: PDF, JPEG, PNG, TIFF or HEIC by their content, whole, readable and harmless."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pikepdf
import pypdfium2
from django.conf import settings
from PIL import Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.text import clean

from .heic import HeicPhoto, is_heic
from .pictures import page_count

MEGA = 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_IMAGE_BYTES = 4 * MOST_PIXELS  # what one picture inside a PDF may need once unpacked
MOST_PHOTOS = 50  # pages that pictures may become at once
MOST_UNPACKED_PDF = 1000 * MEGA  # of all its streams together: fifty pages that were scanned in colour, and more
MOST_LAYERS = 3  # how often a stream may be packed into itself: two are seen, more are a bomb
LONGEST_NAME = 150


class ScanRefused(Refused):
    """A file that can not be taken in, with the reason and what to do instead."""

    clause = "5.1.đ-2"


class NotAScan(ScanRefused):
    """A file of another kind."""


@dataclass(frozen=True)
class Upload:
    """A file as it was handed in, under the name it was given."""

    name: str
    data: bytes

    @property
    def shown_name(self) -> str:
        """The name alone, without folders, invisible characters or excess."""
        name = clean(self.name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")
        return name[-LONGEST_NAME:] or "không tên"


Kind = Literal["pdf", "jpeg", "png", "tiff", "heic"]

_BEGINNINGS: dict[bytes, Kind] = {
    b"%PDF-": "pdf",
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
}
_OPENERS: dict[Kind, Any] = {
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "tiff": TiffImagePlugin.TiffImageFile,
    "heic": HeicPhoto,
}
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, OverflowError, struct.error)


def kind_of(upload: Upload) -> Kind:
    """What the file is by its first bytes, whatever its name says."""
    name, size, limit = upload.shown_name, len(upload.data), settings.MAX_SCAN_BYTES
    if not size:
        raise ScanRefused(f"Tệp “{name}” rỗng (0 byte): hãy quét lại hoặc chọn tệp khác.")
    if size > limit:
        raise ScanRefused(
            f"Tệp “{name}” nặng {megabytes(size)} MB, quá mức {megabytes(limit)} MB: "
            "hãy quét lại ở 200 dpi hoặc chia thành nhiều tệp."
        )
    for beginning, kind in _BEGINNINGS.items():
        if upload.data.startswith(beginning):
            return kind
    if is_heic(upload.data):
        return "heic"
    raise NotAScan(
        f"Tệp “{name}” không phải là PDF, JPEG, PNG, TIFF hay HEIC (xét theo nội dung, không theo đuôi tên): "
        "hãy quét hoặc lưu lại thành PDF."
    )


def photo_pages(upload: Upload, kind: Kind) -> Iterator[Image.Image]:
    """The pictures of a photo, one after the other and fully read, or a refusal; only a TIFF has more than one."""
    name = upload.shown_name
    try:
        opened = _OPENERS[kind](io.BytesIO(upload.data))
        for number in range(MOST_PHOTOS):
            _not_too_large(name, opened)
            opened.load()
            yield opened.picture if kind == "heic" else opened
            if kind != "tiff" or not _turned_to(opened, number + 1):
                return
    except _FAULTS as fault:
        raise ScanRefused(f"Ảnh “{name}” bị hỏng hoặc chưa được gửi hết: hãy chụp hoặc quét lại.") from fault
    raise ScanRefused(f"Tệp “{name}” có quá {MOST_PHOTOS} trang: hãy chia thành nhiều tệp.")


def check_photo(upload: Upload, kind: Kind) -> int:
    """How many pages a photo becomes; a refusal when it can not be read to its end."""
    return sum(1 for _ in photo_pages(upload, kind))


def _turned_to(opened: Image.Image, number: int) -> bool:
    """Whether the file has this page, counted from 0; it is then the one that is read."""
    try:
        opened.seek(number)
    except EOFError:
        return False
    return True


def _not_too_large(name: str, opened: Any) -> None:
    if opened.width * opened.height > MOST_PIXELS:
        raise ScanRefused(
            f"Ảnh “{name}” có {opened.width} × {opened.height} điểm ảnh, quá mức "
            f"{MOST_PIXELS // 1_000_000} triệu: hãy chụp hoặc quét lại ở độ phân giải thấp hơn."
        )


def pages_of_pdf(upload: Upload) -> int:
    """The number of pages of a sound and harmless PDF, or a refusal."""
    name = upload.shown_name
    if _unpacks_too_large(upload.data):
        raise ScanRefused(f"Tệp “{name}” quá lớn sau khi giải nén: hãy in hoặc quét lại thành PDF thường rồi nộp lại.")
    try:
        with pikepdf.open(io.BytesIO(upload.data), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                raise pikepdf.PasswordError
            if harm := next(_harm_in(pdf), None):
                raise ScanRefused(f"Tệp “{name}” có chứa {harm}: hãy in tệp này ra PDF thường rồi nộp lại.")
            pages = len(pdf.pages)
        if pages and pages == page_count(upload.data):
            return pages
    except pikepdf.PasswordError:
        raise ScanRefused(f"Tệp “{name}” có mật khẩu hoặc bị khóa quyền: hãy lưu lại không đặt mật khẩu.") from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError):
        pass
    raise ScanRefused(f"Tệp “{name}” bị hỏng hoặc chưa được gửi hết: hãy quét hoặc lưu lại.")


_ACTIONS = {
    "/JavaScript": "mã lệnh JavaScript",
    "/Launch": "lệnh mở chương trình",
    "/SubmitForm": "lệnh gửi dữ liệu ra ngoài",
    "/ImportData": "lệnh nạp dữ liệu",
    "/GoToE": "tệp đính kèm",
    "/GoToR": "lệnh mở tệp ở nơi khác",
    "/Rendition": "phim hoặc âm thanh",
}
_OWN_FILES = re.compile(r"\s*(?:file:|javascript:|\\\\)", re.IGNORECASE)  # nobody scans such a link
_KEYS = {"/JS": "mã lệnh JavaScript", "/EF": "tệp đính kèm", "/XFA": "biểu mẫu động (XFA)"}
_SUBTYPES = {
    "/FileAttachment": "tệp đính kèm",
    "/RichMedia": "phim hoặc âm thanh",
    "/Movie": "phim hoặc âm thanh",
    "/Sound": "phim hoặc âm thanh",
    "/Screen": "phim hoặc âm thanh",
}


def _harm_in(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a scan never contains and a reader could be harmed by, in words."""
    for thing in _dictionaries(pdf):
        keys = set(thing.keys())
        yield from (_KEYS[key] for key in keys & _KEYS.keys())
        if "/S" in keys and (action := str(thing["/S"])) in _ACTIONS:
            yield _ACTIONS[action]
        if isinstance(thing, pikepdf.Stream) and "/F" in keys:
            yield "nội dung lấy từ tệp ở nơi khác"
        if "/URI" in keys and _OWN_FILES.match(str(thing["/URI"])):
            yield "liên kết tới tệp trên máy"
        if "/Subtype" in keys:
            subtype = str(thing["/Subtype"])
            if subtype in _SUBTYPES:
                yield _SUBTYPES[subtype]
            if subtype == "/Image" and _unpacked(thing) > MOST_IMAGE_BYTES:
                yield "ảnh quá lớn"


_STREAM = re.compile(rb"stream\r?\n")


def _unpacks_too_large(pdf: bytes) -> bool:
    """Whether a reader would fill its memory: looked at before any reader is let at the file.

    Every stream is unpacked piece by piece and only counted. What is packed otherwise than with Flate grows little.
    """
    whole, left = memoryview(pdf), MOST_UNPACKED_PDF
    for begun in _STREAM.finditer(pdf):
        size = _unpacked_size(whole[begun.end() :], min(left, MOST_IMAGE_BYTES), MOST_LAYERS)
        left -= size
        if size > MOST_IMAGE_BYTES or left < 0:
            return True
    return False


def _unpacked_size(packed: memoryview, most: int, layers: int) -> int:
    """How large this becomes, what is packed inside it again included; more than `most` at the first byte too many."""
    if len(packed) < 2 or packed[0] & 0x0F != 8 or (packed[0] << 8 | packed[1]) % 31:
        return 0  # not Flate
    if not layers:
        return MOST_UNPACKED_PDF + 1
    unpacking, size, first = zlib.decompressobj(), 0, b""
    try:
        for start in range(0, len(packed), MEGA):
            more: bytes | memoryview = packed[start : start + MEGA]
            while more and not unpacking.eof and size <= most:
                piece = unpacking.decompress(more, 4 * MEGA)
                size, first, more = size + len(piece), first or piece, unpacking.unconsumed_tail
            if unpacking.eof or size > most:
                break
    except zlib.error:
        return size  # a broken file: whoever reads it will say so
    return size + _unpacked_size(memoryview(first), most, layers - 1) if size <= most else MOST_UNPACKED_PDF + 1


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, reachable or not, those inside others too."""
    waiting = list(pdf.objects)
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Array):
            waiting.extend(each for each in thing if not getattr(each, "is_indirect", False))
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
            waiting.extend(each for each in thing.values() if not getattr(each, "is_indirect", False))


def _unpacked(image: pikepdf.Object) -> int:
    bits = int(image.get("/BitsPerComponent", 8))
    one_component = bits == 1 or image.get("/ColorSpace") == pikepdf.Name.DeviceGray
    return int(image.get("/Width", 0)) * int(image.get("/Height", 0)) * bits * (1 if one_component else 4) // 8


def megabytes(size: int) -> str:
    """A size as people say it, without the unit."""
    return f"{size / MEGA:.1f}".replace(".", ",").removesuffix(",0")
