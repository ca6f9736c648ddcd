"""How wide a text is likely to be, for pictures whose text the server has to wrap itself."""

import unicodedata

NARROW, WIDE = set("iljtfrI1.,:;'|!()[]-– "), set("mwMWĐ@%—")
BOLD = 1.07


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width in pixels in an ordinary sans-serif face; rather too wide than too narrow."""
    ems = sum(_ems(letter) for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return ems * size * (BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines that fit into `room`; a word longer than a line stands alone."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and width_of(longer, size, bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _ems(letter: str) -> float:
    if letter in NARROW:
        return 0.32
    if letter in WIDE:
        return 0.88
    return 0.7 if letter.isupper() else 0.56
