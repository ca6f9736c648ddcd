"""The forms people fill (mẫu đơn, tờ khai), taken in as files: what they are by content, whole and without macros.

Like every stored file they stay for good, also when no draft names them in the end.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from datetime import datetime

from motcua.domain.journal.recording import Signs
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.text import clean

from . import office_parts, storage
from .models import FormFile, StoredFile
from .uploads import MEGA, ScanRefused, Upload, megabytes, pages_of_pdf

LARGEST = 5 * MEGA
MOST_UNPACKED = 100 * MEGA
MOST_PARTS = 2000
LONGEST_NAME = 120
CALLED = "PDF, Word (DOC, DOCX), Excel (XLS, XLSX) hay ODT"

Kind = StoredFile.Kind


class FormFileRefused(Refused):
    """A file that can not be given out as a form, with the reason and what to do instead."""

    clause = "4.1.b"


class NotAForm(FormFileRefused):
    """A file of another kind."""


@rule("4.1.b", "5.1.a-1")
def take_in(upload: Upload, *, by: Signs, at: datetime) -> FormFile:
    """Check one form and keep it as it is; the same form taken in again is the one that is there."""
    kind = kind_of(upload)
    file = storage.keep(upload.data, kind=kind, pages=_pages(upload) if kind == Kind.PDF else 1, at=at)
    kept = FormFile(file=file, added_by_code=by.code, added_by_name=by.signature(), added_at=at)
    FormFile.objects.bulk_create([kept], ignore_conflicts=True)
    return FormFile.objects.select_related("file").get(file=file)


def kind_of(upload: Upload) -> Kind:
    """What the form is by its content, whatever its name says; refused when it may do harm or can not be read."""
    name, size = upload.shown_name, len(upload.data)
    if not size:
        raise FormFileRefused(f"Tệp “{name}” rỗng (0 byte): hãy chọn tệp khác.")
    if size > LARGEST:
        raise FormFileRefused(
            f"Tệp “{name}” nặng hơn {megabytes(LARGEST)} MB: hãy bớt hoặc nén ảnh trong tệp rồi chọn lại."
        )
    if upload.data.startswith(b"%PDF-"):
        return Kind.PDF
    if upload.data.startswith(b"PK\x03\x04"):
        return _packed(upload)
    if upload.data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(upload)
    raise _not_a_form(name)


def kept(digests: Iterable[str]) -> dict[str, FormFile]:
    """The forms with these digests, those that there are."""
    asked = {digest for digest in digests if digest}
    if not asked:
        return {}
    rows = FormFile.objects.select_related("file").filter(file__sha256__in=asked)
    return {each.file.sha256: each for each in rows}


def bytes_of(digest: str) -> tuple[FormFile, bytes]:
    """A form with its content, checked against its digest; raises `FormFile.DoesNotExist`."""
    form = FormFile.objects.select_related("file").get(file__sha256=digest)
    return form, storage.read(form.file)


def file_name(title: str, kind: str) -> str:
    """What a form is called on the disk of those who load it down."""
    return f"{clean(title)[:LONGEST_NAME].strip(' .') or 'Mẫu đơn'}.{kind}"


def _pages(upload: Upload) -> int:
    try:
        return pages_of_pdf(upload)
    except ScanRefused as refused:
        raise FormFileRefused(refused.sentence) from None


_MAIN_PARTS = {
    "wordprocessingml.document.main+xml": Kind.DOCX,
    "spreadsheetml.sheet.main+xml": Kind.XLSX,
}
_MACRO_TYPES = re.compile("macroenabled|vbaproject", re.IGNORECASE)
_MACROS = re.compile(r"(^|/)vbaproject\.bin$|(^|/)(activex|macrosheets)/|^(basic|scripts)/", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(^|/)\.\.(/|$)|^/|\\|^[A-Za-z]:")  # a part that would be written outside its folder
_LINK = 0o120000  # a part that is no content but points at a file of the machine
_EMBEDDED = re.compile(r"(^|/)embeddings/.*\.bin$|^object [^/]*$", re.IGNORECASE)


def _packed(upload: Upload) -> Kind:
    """The kind of a form that is a package of parts: DOCX, XLSX or ODT."""
    name = upload.shown_name
    try:
        with zipfile.ZipFile(io.BytesIO(upload.data)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise FormFileRefused(f"Tệp “{name}” quá lớn sau khi giải nén: hãy chọn tệp khác.")
            if any(part.flag_bits & 1 for part in parts):
                raise _locked(name)
            if any(_ELSEWHERE.search(part.filename) or part.external_attr >> 16 & 0o170000 == _LINK for part in parts):
                raise zipfile.BadZipFile
            if package.testzip() is not None:
                raise zipfile.BadZipFile
            return _kind_of_package(package, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, KeyError, ValueError, OSError):
        raise FormFileRefused(f"Tệp “{name}” bị hỏng hoặc chưa được gửi hết: hãy lưu lại rồi chọn lại.") from None


def _kind_of_package(package: zipfile.ZipFile, name: str) -> Kind:
    parts = set(package.namelist())
    types = " ".join(sorted(office_parts.content_types(package)))
    if _MACRO_TYPES.search(types) or any(map(_MACROS.search, parts)):
        raise _with_macros(name)
    if any(map(_EMBEDDED.search, parts)):
        raise FormFileRefused(f"Tệp “{name}” có nhúng tệp khác bên trong: hãy bỏ tệp nhúng rồi chọn lại.")
    if office_parts.has_own_grammar(package) or len(parts) < len(package.namelist()):
        raise zipfile.BadZipFile
    if office_parts.reaches_out(package):
        raise FormFileRefused(f"Tệp “{name}” tự gọi tới tệp khác ở ngoài: hãy bỏ liên kết đó rồi chọn lại.")
    if "mimetype" in parts and package.read("mimetype") == b"application/vnd.oasis.opendocument.text":
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise _locked(name)
        return Kind.ODT
    for main, kind in _MAIN_PARTS.items():
        if main in types:
            return kind
    raise _not_a_form(name)


def _compound(upload: Upload) -> Kind:
    """The kind of a form of the time before packages: DOC or XLS."""
    entries = _entries(upload.data)
    if entries & {"Macros", "_VBA_PROJECT_CUR", "VBA"}:
        raise _with_macros(upload.shown_name)
    if "EncryptedPackage" in entries:
        raise _locked(upload.shown_name)
    if "WordDocument" in entries:
        return Kind.DOC
    if entries & {"Workbook", "Book"}:
        return Kind.XLS
    raise _not_a_form(upload.shown_name)


def _entries(data: bytes) -> set[str]:
    """The names in the directory of a compound file: 128 bytes each, always at a multiple of 128."""
    found = set()
    for start in range(512, len(data) - 127, 128):
        length, kind = int.from_bytes(data[start + 64 : start + 66], "little"), data[start + 66]
        if kind in (1, 2, 5) and 2 < length <= 64 and length % 2 == 0:
            found.add(data[start : start + length - 2].decode("utf-16-le", "replace"))
    return found


def _not_a_form(name: str) -> NotAForm:
    return NotAForm(f"Tệp “{name}” không phải là {CALLED} (xét theo nội dung, không theo đuôi tên): hãy chọn tệp khác.")


def _with_macros(name: str) -> FormFileRefused:
    return FormFileRefused(f"Tệp “{name}” có chứa macro: hãy lưu lại thành tệp không có macro rồi chọn lại.")


def _locked(name: str) -> FormFileRefused:
    return FormFileRefused(f"Tệp “{name}” có mật khẩu nên người nhận không mở được: hãy bỏ mật khẩu rồi chọn lại.")
