"""Lines of a table, comma-separated, that no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterable

BOM = "\ufeff"  # by which a spreadsheet knows that the letters are UTF-8
ACTS = ("=", "+", "-", "@", "\t", "\r")


def line_of(cells: Iterable[object]) -> str:
    """One line."""
    held = io.StringIO()
    csv.writer(held).writerow([_harmless(each) if isinstance(each, str) else each for each in cells])
    return held.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(ACTS) else text
