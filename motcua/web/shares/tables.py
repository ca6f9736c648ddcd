"""A year of shares as a table: comma-separated for programs, a workbook for people."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

import xlsxwriter

from motcua.domain.dossiers.months.shares import Share

Rows = Iterable[tuple[date, str, Share]]
SAFE = {"in_memory": True, "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
HEADINGS = (
    "Tháng", "Cơ quan giải quyết", "Mã thủ tục", "Thủ tục", "Tiếp nhận", "Nộp trực tuyến", "Nộp qua bưu chính",
    "Nhận kết quả qua bưu chính", "Nộp hoặc nhận qua bưu chính", "Tỷ lệ trực tuyến (%)", "Tỷ lệ bưu chính (%)",
)  # fmt: skip
WIDTHS = (10, 32, 16, 60, 10, 10, 10, 12, 12, 12, 12)
BOM = "\ufeff"  # by which a spreadsheet knows that the letters are UTF-8
ACTS = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(rows: Rows) -> Iterator[str]:
    """The lines of the table, one after the other."""
    yield BOM + _line(HEADINGS)
    for row in rows:
        yield _line([_harmless(each) if isinstance(each, str) else each for each in _cells(*row)])


def workbook(rows: Rows) -> bytes:
    """One sheet, with numbers as numbers and text as text."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, SAFE) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        sheet = book.add_worksheet("Tỷ lệ")
        sheet.freeze_panes(1, 0)
        for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, bold)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(_cells(*row)):
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                else:
                    sheet.write_number(number, column, value)
    return content.getvalue()


def _cells(month: date, body: str, share: Share) -> list[str | int | float]:
    counts = (share.received, share.online, share.by_post, share.back_by_post, share.postal)
    percents = (float(share.percent(way) or 0) for way in ("online", "postal"))
    return [f"{month:%m/%Y}", body, share.code, share.name, *counts, *percents]


def _line(cells: Iterable[object]) -> str:
    held = io.StringIO()
    csv.writer(held).writerow(cells)
    return held.getvalue()


def _harmless(text: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(ACTS) else text
