"""Numbers and money as they are written in Vietnam."""

from decimal import Decimal


def show_number(number: int | float | Decimal) -> str:
    """1.234.567,5: full stops between thousands, a comma before the fraction."""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def show_money(dong: int) -> str:
    """150.000 ₫."""
    return f"{show_number(dong)} ₫"
