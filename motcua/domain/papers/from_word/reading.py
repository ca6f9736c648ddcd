"""Reading a Word document into blocks: what is known is carried over, and everything else is named.

Nothing is left out in silence: a letter is carried over whole or refused, with what stands in the way.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from motcua.domain.regulation.answers import Refused

from ..word import plain
from .blocks import POINTS_IN_A_TWIP, Block, Letter, Paragraph, Run, Sheet
from .lists import Lists
from .looks import Styles
from .shapes import drawn_line
from .tables import Tables

SILENT = {qn(f"w:{name}") for name in (
    "pPr", "rPr", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "softHyphen",
    "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "sdtPr", "sdtEndPr", "smartTagPr", "tcPr",
)}  # fmt: skip
WITHIN = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "smartTag", "hyperlink")}
CHANGED = {qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo")}
NAMED = {
    qn("w:object"): "đối tượng nhúng",
    qn("w:sym"): "ký hiệu của phông riêng",
    qn("w:footnoteReference"): "chú thích cuối trang",
    qn("w:endnoteReference"): "chú thích cuối văn bản",
    qn("w:commentReference"): "ghi chú bên lề",
    qn("m:oMath"): "công thức",
    qn("m:oMathPara"): "công thức",
}
TRACKED, DRAWN, FRAME = "sửa đổi chưa chấp nhận (Track Changes)", "ảnh, hình vẽ hoặc khung chữ", "khung chữ"
ONLY_NUMBERS = re.compile(r"(Trang|/|-|–|\s|\d)*")  # what stands beside the number of a page
ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


class NotCarried(Refused):
    """A document holds what can not be carried over; it is handed in as a PDF instead."""

    clause = "5.1.e-3"

    def __init__(self, what: Iterable[str]) -> None:
        super().__init__(
            f"Chương trình không chuyển được sang PDF/A: {'; '.join(sorted(what))}. Hãy bỏ các phần này, hoặc trong "
            "Word chọn Lưu thành PDF, đánh dấu “Tương thích PDF/A” (PDF/A compliant) rồi nộp tệp PDF."
        )


def read(data: bytes) -> Letter:
    """The blocks of a Word document; raises `NotCarried` with all that stands in the way."""
    plain(data)
    reader = _Reader(Document(io.BytesIO(data)))
    letter = reader.letter()
    if reader.missing:
        raise NotCarried(reader.missing)
    return letter


class _Reader:
    """One reading; `missing` gathers what can not be carried over."""

    def __init__(self, document: Any) -> None:
        self._document, self.missing = document, set[str]()
        self._styles = Styles(document.styles.element)
        parts = document.part.rels.values()
        lists = next((each.target_part for each in parts if each.reltype.endswith("/numbering")), None)
        self._lists = Lists(lists.element if lists is not None else None)
        self._tables = Tables(self._styles, self._blocks)
        self._field, self._shown = "", True  # inside a field: what it is, and whether its result is being read

    def letter(self) -> Letter:
        """The whole document."""
        blocks = tuple(self._blocks(self._document.element.body))
        if self._lists.unknown():
            self.missing.add("kiểu đánh số lạ")
        return Letter(blocks, self._sheet(), self._page_numbers())

    def _blocks(self, parent: Any) -> Iterator[Block]:
        for each in parent:
            if each.tag == qn("w:p"):
                yield from self._paragraph(each)
            elif each.tag == qn("w:tbl"):
                yield self._tables.read(each)
            elif each.tag in WITHIN:
                yield from self._blocks(each)
            else:
                self._other(each)

    def _paragraph(self, element: Any) -> Iterator[Paragraph]:
        """A paragraph; broken where a page is broken inside it."""
        places = [*self._styles.paragraph_places(element)]
        if any(each.find(qn("w:framePr")) is not None for each in places):
            self.missing.add(FRAME)
        runs, rules = [*self._runs(element, element)], [*self._rules(element)]
        if any(each.kind == "tab" for each in runs) and any(each.find(qn("w:tabs")) is not None for each in places):
            self.missing.add("điểm dừng tab riêng")
        layout, label = self._styles.layout(element), self._lists.label(places)
        if label is not None and _own_indent(element) is None:
            layout = replace(layout, left=label[1], first=-label[2])
        pieces = _at_page_breaks(runs)
        for number, piece in enumerate(pieces):
            yield Paragraph(
                tuple(piece),
                layout if number == 0 else replace(layout, new_page=True, before=0.0),
                level=self._styles.level(element) if piece else 0,
                label=label[0] if label is not None and number == 0 else "",
                rules=tuple(rules) if number == len(pieces) - 1 else (),
                size=self._styles.mark(element).size,
            )

    def _runs(self, parent: Any, paragraph: Any) -> Iterator[Run]:
        for each in parent:
            if each.tag == qn("w:r"):
                yield from self._letters(each, paragraph)
            elif each.tag == qn("w:fldSimple"):
                self.missing.add(_field_words(each.get(qn("w:instr"), "")))
            elif each.tag in WITHIN:
                yield from self._runs(each, paragraph)
            else:
                self._other(each)

    def _letters(self, run: Any, paragraph: Any) -> Iterator[Run]:
        look, hidden = self._styles.look(run, paragraph), self._styles.is_hidden(run, paragraph)
        for each in run:
            if each.tag == qn("w:fldChar"):
                self._turn(each.get(qn("w:fldCharType")))
            elif each.tag == qn("w:instrText"):
                self._field += each.text or ""
            elif each.tag in _SAID:
                if self._shown and not hidden:
                    text, kind = _said(each)
                    yield Run(text, look, kind)
            elif not _is_drawing(each):
                self._other(each)

    def _turn(self, kind: str) -> None:
        """A field begins, shows its result, or ends; only what a link shows is carried over."""
        if kind == "begin":
            self._field, self._shown = "", False
        elif kind == "separate":
            self._shown = True
            if self._field.split()[:1] != ["HYPERLINK"]:
                self.missing.add(_field_words(self._field))
        else:
            if not self._shown:
                self.missing.add(_field_words(self._field))
            self._field, self._shown = "", True

    def _rules(self, paragraph: Any) -> Iterator[float]:
        """The straight lines that are drawn in it; anything else that is drawn is missing."""
        for each in paragraph.iter(ALTERNATIVE, qn("w:drawing"), qn("w:pict")):
            if each.tag != ALTERNATIVE and any(above.tag == ALTERNATIVE for above in each.iterancestors()):
                continue
            length = drawn_line(each)
            if length is None:
                self.missing.add(DRAWN)
            else:
                yield length

    def _other(self, element: Any) -> None:
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return
        known = TRACKED if element.tag in CHANGED else NAMED.get(element.tag)
        self.missing.add(known or f"thành phần “{element.tag.rpartition('}')[2]}”")

    def _sheet(self) -> Sheet:
        """The paper of the document; one with several kinds of pages is missing something."""
        sheets = {_sheet(each) for each in self._document.element.body.iter(qn("w:sectPr"))}
        if len(sheets) > 1:
            self.missing.add("nhiều phần có khổ giấy, lề khác nhau")
        columns = (each.get(qn("w:num"), "1") for each in self._document.element.body.iter(qn("w:cols")))
        if any(each != "1" for each in columns):
            self.missing.add("chữ chia cột")
        return next(iter(sheets), Sheet())

    def _page_numbers(self) -> bool:
        """Whether its pages are numbered; other words at head or foot are missing."""
        numbered = False
        parts = (each for each in self._document.part.rels.values() if each.reltype.endswith(("/header", "/footer")))
        for root in (each.target_part.element for each in parts):
            fields = "".join(each.text or "" for each in root.iter(qn("w:instrText")))
            fields += "".join(each.get(qn("w:instr"), "") for each in root.iter(qn("w:fldSimple")))
            numbered |= "PAGE" in fields
            said = "".join(each.text or "" for each in root.iter(qn("w:t")))
            if not ONLY_NUMBERS.fullmatch(said) or next(root.iter(qn("w:drawing"), qn("w:pict")), None) is not None:
                self.missing.add("chữ, hình ở đầu trang hoặc chân trang")
        return numbered


_SAID = {qn(f"w:{name}") for name in ("t", "tab", "br", "cr", "noBreakHyphen")}


def _said(element: Any) -> tuple[str, str]:
    """What a run says at one place, and of which kind that is."""
    name = element.tag.rpartition("}")[2]
    if name == "t":
        return element.text or "", "text"
    if name == "br":
        return "", "page" if element.get(qn("w:type")) in {"page", "column"} else "break"
    return {"tab": ("", "tab"), "cr": ("", "break"), "noBreakHyphen": ("\u2011", "text")}[name]


def _is_drawing(element: Any) -> bool:
    """Whether it is drawn: that is looked at for the whole paragraph."""
    return element.tag in {ALTERNATIVE, qn("w:drawing"), qn("w:pict")}


def _field_words(instruction: str) -> str:
    return f"trường tự động {instruction.split()[0]}" if instruction.split() else "trường tự động"


def _at_page_breaks(runs: list[Run]) -> list[list[Run]]:
    pieces: list[list[Run]] = [[]]
    for run in runs:
        if run.kind == "page":
            pieces.append([])
        elif run.text or run.kind != "text":
            pieces[-1].append(run)
    return pieces


def _own_indent(paragraph: Any) -> Any:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")


def _sheet(section: Any) -> Sheet:
    size, margins, usual = section.find(qn("w:pgSz")), section.find(qn("w:pgMar")), Sheet()

    def points(found: Any, name: str, otherwise: float) -> float:
        value = found.get(qn(f"w:{name}")) if found is not None else None
        return abs(float(value)) * POINTS_IN_A_TWIP if value else otherwise

    return Sheet(
        points(size, "w", usual.width),
        points(size, "h", usual.height),
        *(points(margins, side, getattr(usual, side)) for side in ("top", "bottom", "left", "right")),
    )
