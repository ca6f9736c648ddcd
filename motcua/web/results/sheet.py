"""The register as a workbook: text as text, so that no cell can do anything when it is opened."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDTHS = (18, 12, 40, 28, 30, 14, 26, 18, 28, 36)


def workbook(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, name: str = "Sổ kết quả") -> bytes:
    """One sheet: its title, the columns, the lines."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, SAFE) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(name)
        sheet.write_string(0, 0, title, bold)
        for column, (heading, width) in enumerate(zip(columns, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(2, column, heading, bold)
        for number, cells in enumerate(rows, start=3):
            for column, text in enumerate(cells):
                sheet.write_string(number, column, text, wrapped)
        sheet.freeze_panes(3, 0)
    return content.getvalue()
