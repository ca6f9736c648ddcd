"""Forms as offices write them, good and bad, made here rather than kept."""

import io
import zipfile

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
TEXT = "application/vnd.oasis.opendocument.text"


def packed(parts: dict[str, bytes]) -> bytes:
    """A package with these parts; the same parts always give the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def office(main: str, **more: bytes) -> bytes:
    """A package of Word or Excel whose main part is of this type; `more` are parts by their names."""
    types = f'<Types><Override PartName="/main.xml" ContentType="{main}"/></Types>'
    return packed({"[Content_Types].xml": types.encode(), "main.xml": b"<document/>", **more})


def docx(text: str = "Giấy đề nghị", **more: bytes) -> bytes:
    """A Word document that says something."""
    return office(WORD, **{"word/document.xml": f"<w>{text}</w>".encode(), **more})


def odt(**more: bytes) -> bytes:
    """A text of LibreOffice."""
    parts = {"mimetype": TEXT.encode(), "content.xml": b"<text/>", "META-INF/manifest.xml": b"<manifest/>"}
    return packed({**parts, **more})


def compound(*entries: str) -> bytes:
    """A compound file of the time before packages, with these names in its directory."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    return head + b"".join(_entry(name) for name in ("Root Entry", *entries)).ljust(1024, b"\0")


def _entry(name: str) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (written.ljust(64, b"\0") + len(written).to_bytes(2, "little") + b"\2").ljust(128, b"\0")
