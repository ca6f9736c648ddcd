"""What must not stand in a text that everybody reads: numbers and addresses by which somebody can be found. Pure."""

import re
from collections.abc import Iterator

from motcua.domain.vietnamese.text import fold

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?<![\d/])(?<!\d\.)(?:\+?84|0)(?:[\s.-]?\d){8,11}(?![\d/])")
_IDENTITY = re.compile(r"(?<![\d/])(?:\d{9,13}|\d{10}-\d{3})(?![\d/])")
_DOSSIER = re.compile(r"\d{3}\.\d\d\.\d\d\.H\d\d-\d{6}-\d{4,}", re.IGNORECASE)
_HOTLINE = re.compile(r"(?<!\d)1[89]00(?:[\s.]?\d){4,6}(?!\d)")


def found_in(text: str, *, name: str = "") -> Iterator[str]:
    """What in the text points to a person, in words for who has to take it out; `name` is who asked."""
    text = _HOTLINE.sub(" ", text)
    rest = _DOSSIER.sub(" ", text)
    kinds = ((_EMAIL, "địa chỉ thư điện tử", rest), (_DOSSIER, "mã hồ sơ", text),
             (_TELEPHONE, "số điện thoại", rest), (_IDENTITY, "dãy số giấy tờ", rest))  # fmt: skip
    seen: set[str] = set()
    for pattern, what, where in kinds:
        for each in pattern.findall(where):
            digits = re.sub(r"\D", "", each)
            if not digits or digits not in seen:
                seen.add(digits)
                yield f"{what} “{each.strip()}”"
    folded = fold(name)
    if " " in folded and re.search(rf"\b{re.escape(folded)}\b", fold(text)):
        yield "tên người hỏi"
