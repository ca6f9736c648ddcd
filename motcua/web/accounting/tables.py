"""Months and entries as tables: comma-separated for programs, workbooks for people (4.5.b, 5.3.d)."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import xlsxwriter

from motcua.domain.fees.months.summing import split
from motcua.domain.fees.shares import shown_rate
from motcua.domain.vietnamese.dates import show_date, show_moment

SAFE = {"in_memory": True, "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LINES = (
    "Tháng", "Sở, ngành", "Loại", "Khoản thu", "Số biên lai", "Xóa bỏ", "Từ biên lai", "Đến biên lai", "Tiền mặt",
    "Chuyển khoản, thu hộ", "Thẻ, trực tuyến", "Điều chỉnh", "Cộng", "Tỷ lệ trích", "Trích để lại", "Nộp ngân sách",
)  # fmt: skip
ENTRIES = ("Lúc", "Bút toán", "Việc", "Tài khoản", "Sở, ngành", "Loại", "Số tiền", "Của việc", "Người ghi")
COPIES = ("Ký hiệu", "Số", "Lập lúc", "Người nộp", "Mã hồ sơ", "Số tiền", "Hình thức", "Xóa bỏ ngày", "Lý do xóa bỏ")
BOM = "\ufeff"  # by which a spreadsheet knows that the letters are UTF-8
ACTS = ("=", "+", "-", "@", "\t", "\r")
Cells = list[str | int]


def csv_of(lines: Iterable[Any]) -> Iterator[str]:
    """The lines of the months, one after the other."""
    yield BOM + _line(LINES)
    for each in lines:
        yield _line([_harmless(cell) if isinstance(cell, str) else cell for cell in _month_line(each)])


def book_of(lines: Iterable[Any], entries: Iterable[Any]) -> bytes:
    """The settlement of a quarter or a year: the lines of its months, and every entry behind them."""
    sheets = (("Bảng tổng hợp", LINES, map(_month_line, lines)), ("Bút toán", ENTRIES, map(_entry, entries)))
    return _workbook(sheets)


def copies_of(lines: Iterable[Any], receipts: Iterable[Any]) -> bytes:
    """One month: its lines, and the receipts whose copy 3 goes to the department."""
    sheets = (("Bảng tổng hợp", LINES, map(_month_line, lines)), ("Liên 3", COPIES, map(_copy, receipts)))
    return _workbook(sheets)


def _workbook(sheets: Iterable[tuple[str, tuple[str, ...], Iterable[Cells]]]) -> bytes:
    """Sheets with numbers as numbers and text as text."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, SAFE) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        for name, headings, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(headings) - 1, 18)
            for column, heading in enumerate(headings):
                sheet.write_string(0, column, heading, bold)
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(row):
                    write = sheet.write_string if isinstance(value, str) else sheet.write_number
                    write(number, column, value)
    return content.getvalue()


def _month_line(one: Any) -> Cells:
    parts = split(one.total, one.rate)
    return [
        str(one.statement), one.statement.department.name, one.get_kind_display(), one.name, one.receipts, one.voids,
        one.first, one.last, one.cash, one.transfer, one.online, one.corrected, one.total,
        shown_rate(one.rate) if one.rate else "", parts.retained, parts.budget,
    ]  # fmt: skip


def _entry(one: Any) -> Cells:
    movement = one.movement
    return [
        show_moment(movement.at), movement.pk, movement.get_kind_display(), one.get_book_display(),
        one.department.name, one.get_kind_display() if one.kind else "", one.amount, movement.about, movement.by_code,
    ]  # fmt: skip


def _copy(one: Any) -> Cells:
    payment = one.payment
    return [
        one.book.symbol, f"{one.number:07}", show_moment(one.at), payment.charge.payer, payment.charge.code,
        one.amount, payment.get_method_display(), show_date(one.voided_at) if one.voided_at else "", one.void_reason,
    ]  # fmt: skip


def _line(cells: Iterable[object]) -> str:
    held = io.StringIO()
    csv.writer(held).writerow(cells)
    return held.getvalue()


def _harmless(text: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(ACTS) else text
