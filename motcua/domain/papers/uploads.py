"""What may come in as a scan: PDF, JPEG or PNG by their content, whole, readable and harmless."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pikepdf
import pypdfium2
from django.conf import settings
from PIL import Image, JpegImagePlugin, PngImagePlugin

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.text import clean

from .pictures import page_count

MEGA = 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_IMAGE_BYTES = 4 * MOST_PIXELS  # what one picture inside a PDF may need once unpacked
LONGEST_NAME = 150


class ScanRefused(Refused):
    """A file that can not be taken in, with the reason and what to do instead."""

    clause = "5.1.đ-2"


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


Kind = Literal["pdf", "jpeg", "png"]

_BEGINNINGS: dict[bytes, Kind] = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpeg", b"\x89PNG\r\n\x1a\n": "png"}


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
    raise ScanRefused(
        f"Tệp “{name}” không phải là PDF, JPEG hay PNG (xét theo nội dung, không theo đuôi tên): "
        "hãy quét hoặc lưu lại thành PDF."
    )


def photo(upload: Upload, kind: Kind) -> Image.Image:
    """The picture of a JPEG or PNG, fully read, or a refusal."""
    name = upload.shown_name
    opener = JpegImagePlugin.JpegImageFile if kind == "jpeg" else PngImagePlugin.PngImageFile
    try:
        picture = opener(io.BytesIO(upload.data))
        if picture.width * picture.height > MOST_PIXELS:
            raise ScanRefused(
                f"Ảnh “{name}” có {picture.width} × {picture.height} điểm ảnh, quá mức "
                f"{MOST_PIXELS // 1_000_000} triệu: hãy chụp hoặc quét lại ở độ phân giải thấp hơn."
            )
        picture.load()
    except (OSError, SyntaxError, ValueError, EOFError) as fault:
        raise ScanRefused(f"Ảnh “{name}” bị hỏng hoặc chưa được gửi hết: hãy chụp hoặc quét lại.") from fault
    return picture


def pages_of_pdf(upload: Upload) -> int:
    """The number of pages of a sound and harmless PDF, or a refusal."""
    name = upload.shown_name
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
    "/Rendition": "phim hoặc âm thanh",
}
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
        if "/Subtype" in keys:
            subtype = str(thing["/Subtype"])
            if subtype in _SUBTYPES:
                yield _SUBTYPES[subtype]
            if subtype == "/Image" and _unpacked(thing) > MOST_IMAGE_BYTES:
                yield "ảnh quá lớn"


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
