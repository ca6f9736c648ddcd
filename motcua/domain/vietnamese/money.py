"""Numbers, money and the size of files as they are written in Vietnam."""

from decimal import Decimal


def show_number(number: int | float | Decimal) -> str:
    """1.234.567,5: full stops between thousands, a comma before the fraction."""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def show_money(dong: int) -> str:
    """150.000 ₫."""
    return f"{show_number(dong)} ₫"


def show_size(size: int) -> str:
    """The size of a file: 350 KB, 1,2 MB."""
    if size < 1024 * 1024:
        return f"{show_number(max(1, round(size / 1024)))} KB"
    return f"{show_number(round(size / 1024 / 1024, 1))} MB"
