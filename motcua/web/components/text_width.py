"""How wide a text is likely to be, for pictures whose text the server has to wrap itself."""

import unicodedata
from functools import cache, lru_cache

NARROW, WIDE = set("iljtfrI1.,:;'|!()[]-– "), set("mwMWĐ@%—")
BOLD = 1.07


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width in pixels in an ordinary sans-serif face; rather too wide than too narrow."""
    return sum(map(_ems, text)) * size * (BOLD if bold else 1)


@lru_cache(4096)
def wrapped(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that fit into `room`; a word longer than a line stands alone.

    Kept, as the same few names stand in the pictures of all dossiers of a procedure.
    """
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and width_of(longer, size, bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


@cache
def _ems(letter: str) -> float:
    """The width of a letter; its marks add nothing, nor does a mark that stands alone."""
    return sum(_plain(each) for each in unicodedata.normalize("NFD", letter) if not unicodedata.combining(each))


def _plain(letter: str) -> float:
    if letter in NARROW:
        return 0.32
    if letter in WIDE:
        return 0.88
    return 0.7 if letter.isupper() else 0.56
