"""Taking out of somebody's words what points to a person: numbers, addresses, the own name. Pure."""

import re

from motcua.domain.vietnamese.text import fold

_MARKS = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[thư điện tử]"),
    (re.compile(r"\d{3}\.\d\d\.\d\d\.H\d\d-\d{6}-\d{4,}", re.IGNORECASE), "[mã hồ sơ]"),
    (re.compile(r"(?<![\d/])(?<!\d\.)(?:\+?84|0)(?:[\s.-]?\d){8,10}(?![\d/])"), "[số điện thoại]"),
    (re.compile(r"(?<![\d/])(?!1[89]00\d)\d{9,13}(?![\d/])"), "[số giấy tờ]"),
)
_WORD = re.compile(r"\w+")


def without_particulars(text: str, *, name: str = "") -> str:
    """The words with a mark where something pointed to a person; `name` is who spoke, written with or without marks."""
    for pattern, mark in _MARKS:
        text = pattern.sub(mark, text)
    return _without_name(text, fold(name).split())


def _without_name(text: str, name: list[str]) -> str:
    if len(name) < 2:  # one word alone is also a word like others
        return text
    words = list(_WORD.finditer(text))
    folded = [fold(each.group()) for each in words]
    kept, last, at = [], 0, 0
    while at <= len(words) - len(name):
        if folded[at : at + len(name)] == name:
            kept += [text[last : words[at].start()], "[tên]"]
            last, at = words[at + len(name) - 1].end(), at + len(name)
        else:
            at += 1
    return "".join(kept) + text[last:]
