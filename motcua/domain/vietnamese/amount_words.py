"""Amounts in words, as receipts must state them: "Một trăm hai mươi mốt nghìn không trăm linh năm đồng"."""

from collections.abc import Iterator

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_THOUSANDS = ("", "nghìn", "triệu")
_BILLION = 10**9


def in_words(dong: int) -> str:
    """The amount as a sentence begins: the first letter large, "đồng" at the end; below nothing there are no words."""
    if dong < 0:
        raise ValueError(f"an amount of money is not negative: {dong}")
    words = " ".join(_read(dong, leading=True)) if dong else _DIGITS[0]
    return f"{words[0].upper()}{words[1:]} đồng"


def _read(number: int, *, leading: bool) -> Iterator[str]:
    """Billions are read like a number of their own; below them millions, thousands, and the rest by hundreds."""
    billions, rest = divmod(number, _BILLION)
    if billions:
        yield from _read(billions, leading=leading)
        yield "tỷ"
        leading = False
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            yield from _below_thousand(group, leading=leading)
            if power:
                yield _THOUSANDS[power]
            leading = False


def _below_thousand(group: int, *, leading: bool) -> Iterator[str]:
    """A group of three digits; after a larger one its hundreds are read even when there are none."""
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    if hundreds or not leading:
        yield f"{_DIGITS[hundreds]} trăm"
        leading = False
    if tens:
        yield "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    elif units and not leading:
        yield "linh"
    if units:
        yield _unit(units, tens)


def _unit(units: int, tens: int) -> str:
    """The last digit, which sounds otherwise after tens: hai mươi mốt, hai mươi tư, mười lăm."""
    if units == 1 and tens > 1:
        return "mốt"
    if units == 4 and tens > 1:
        return "tư"
    return "lăm" if units == 5 and tens else _DIGITS[units]
