"""Statements as tables: CSV in whatever way it is divided, XLSX; the columns are known by their headings."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from motcua.domain.vietnamese.text import clean, fold

from .rows import MOST_ROWS, NotAStatement, Row, read_amount, read_moment

LOOKED_AT = 30  # rows in which the headings are looked for: a bank's own head stands above them
HEADINGS = {
    "at": ("ngay giao dich", "ngay gd", "ngay", "ngay hieu luc", "thoi gian", "transaction date", "date"),
    "credit": ("so tien ghi co", "ghi co", "phat sinh co", "so tien co", "co", "credit", "so tien", "amount"),
    "debit": ("so tien ghi no", "ghi no", "phat sinh no", "so tien no", "no", "debit"),
    "content": ("noi dung giao dich", "noi dung", "dien giai", "mo ta", "noi dung chi tiet", "description"),
    "reference": ("so tham chieu", "tham chieu", "ma giao dich", "so giao dich", "so chung tu", "reference"),
    "payer": ("ten nguoi chuyen", "nguoi chuyen", "don vi chuyen", "nguoi gui", "ten tai khoan doi ung"),
    "payer_account": ("so tai khoan doi ung", "tai khoan doi ung", "tk doi ung", "tai khoan gui"),
}  # fmt: skip
NEEDED = ("at", "credit", "content")
_BELOW = ("tong", "cong", "so du", "nguoi lap", "ke toan")


def of_csv(content: bytes) -> list[Row]:
    """The rows of a CSV file."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAStatement("Tệp CSV phải ghi bằng bảng mã UTF-8.") from None
    first = next((line for line in text.splitlines() if len(line) > 10), "")
    divided_by = max(";\t,", key=first.count)
    try:
        return of_table(list(csv.reader(io.StringIO(text), delimiter=divided_by)))
    except csv.Error:
        raise NotAStatement("Tệp CSV không đọc được.") from None


def of_xlsx(content: bytes) -> list[Row]:
    """The rows of the first sheet of a workbook."""
    try:
        return of_table(CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python())
    except (CalamineError, OSError, ValueError, IndexError):
        raise NotAStatement("Bảng tính không đọc được: hãy lưu lại ở dạng .xlsx.") from None


def of_table(table: list[list[Any]]) -> list[Row]:
    """The rows below the headings, numbered as whoever opens the file sees them."""
    for number, cells in enumerate(table[:LOOKED_AT], start=1):
        columns = columns_of(cells)
        if all(name in columns for name in NEEDED):
            rows = list(_rows(table[number:], columns, number + 1))
            if len(rows) > MOST_ROWS:
                raise NotAStatement(f"Tệp có quá {MOST_ROWS} dòng: hãy chia thành nhiều tệp.")
            return rows
    raise NotAStatement("Không thấy các cột Ngày giao dịch, Số tiền ghi có và Nội dung.")


def columns_of(cells: Iterable[Any]) -> dict[str, int]:
    """Which column holds what, by its heading; of several the one that says it best."""
    folded = [fold(str(cell)) for cell in cells]
    return {
        name: folded.index(found)
        for name, called in HEADINGS.items()
        if (found := next((each for each in called if each in folded), None)) is not None
    }


def _rows(table: Iterable[list[Any]], columns: Mapping[str, int], first: int) -> Iterator[Row]:
    for number, cells in enumerate(table, start=first):
        given = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
        said = [fold(str(cell)) for cell in cells if str(cell).strip()]
        if not said or (not str(given["at"]).strip() and said[0].startswith(_BELOW)):
            continue
        yield _row(number, given)


def _row(number: int, given: Mapping[str, Any]) -> Row:
    words: dict[str, Any] = {
        name: clean(str(given.get(name, ""))) for name in ("content", "reference", "payer", "payer_account")
    }
    try:
        at = read_moment(given["at"])
        came, went = read_amount(given["credit"]), read_amount(given.get("debit", ""))
    except ValueError as fault:
        return Row(number, **words, fault=str(fault))
    if not came and not went:
        return Row(number, at, **words, fault="Dòng này không có số tiền.")
    return Row(number, at, came or went, went_out=not came, **words)
