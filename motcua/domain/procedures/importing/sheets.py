"""Spreadsheets as rows of words: headings are found by name, whatever their order and diacritics. Pure."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from motcua.domain.vietnamese.text import clean, clean_lines, fold

from .reading import Unreadable

MOST_ROWS = 50_000
_NO_TABLE = "Không mở được tệp: đây không phải là bảng tính Excel (.xlsx) hoặc tệp đã hỏng."


@dataclass(frozen=True)
class Line:
    """One row of a sheet: its number as the program of the official shows it, and its cells by heading."""

    sheet: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(fold(heading), "")


def opened(content: bytes) -> CalamineWorkbook:
    """The workbook; raises `Unreadable` for anything else."""
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (CalamineError, OSError, ValueError):
        raise Unreadable(_NO_TABLE) from None


def rows_of(book: CalamineWorkbook, sheet: str) -> list[list[str]]:
    """All cells of a sheet as words, from its first row on."""
    try:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):
        raise Unreadable(_NO_TABLE) from None
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"Trang “{sheet}” có quá {MOST_ROWS} dòng.")
    return [[shown(cell) for cell in row] for row in rows]


def lines_of(book: CalamineWorkbook, sheet: str, headings: Sequence[str]) -> Iterator[Line]:
    """The rows below the headings that are not empty; raises `Unreadable` when a heading is missing."""
    named = {fold(name): name for name in book.sheet_names}
    if fold(sheet) not in named:
        raise Unreadable(f"Tệp không có trang “{sheet}”.")
    rows = rows_of(book, named[fold(sheet)])
    found = [fold(cell) for cell in rows[0]] if rows else []
    if missing := [heading for heading in headings if fold(heading) not in found]:
        raise Unreadable(f"Trang “{sheet}” thiếu cột “{missing[0]}”.")
    for number, row in enumerate(rows[1:], start=2):
        cells = dict(zip(found, row, strict=False))
        if any(cells.values()):
            yield Line(sheet, number, cells)


def shown(cell: object) -> str:
    """A cell as it is read: whole numbers without a fraction, days as days are written."""
    if isinstance(cell, bool):
        return "Có" if cell else "Không"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(cell).replace(".", ",")
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    text = str(cell)
    return clean_lines(text) if "\n" in text or "\r" in text else clean(text)
