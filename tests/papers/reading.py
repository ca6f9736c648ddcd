"""Reading a finished PDF back, the way an archive, a screen reader or a person would."""

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
import zxingcpp


def text_of(pdf: bytes) -> str:
    """The text of all pages, page by page, line by line."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    lines = (line.rstrip() for line in "\n\n".join(pages).replace("\r\n", "\n").split("\n"))
    return "\n".join(lines) + "\n"


def flat(pdf: bytes) -> str:
    """The text in one line, for finding a sentence wherever it was broken."""
    return " ".join(text_of(pdf).split())


def size_in_mm(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[0].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def codes_of(pdf: bytes, page: int = 0, dpi: int = 200) -> dict[str, str]:
    """What a scanner reads from a printed page, from left to right: kind of code → text; a second one is numbered."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[page].render(scale=dpi / 72).to_pil().convert("L")
    codes: dict[str, str] = {}
    for found in sorted(zxingcpp.read_barcodes(picture), key=lambda each: each.position.top_left.x):
        kind = str(found.format)
        codes[f"{kind} 2" if kind in codes else kind] = found.text
    return codes


def structure_of(pdf: bytes) -> list[str]:
    """The tags of the structure tree in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(_tags(document.Root.StructTreeRoot))


def _tags(node: pikepdf.Object) -> Iterator[str]:
    if "/S" in node:
        yield str(node.S).lstrip("/")
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from _tags(child)
