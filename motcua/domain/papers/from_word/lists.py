"""The labels of numbered lists and bullets, counted as Word counts them."""

from typing import Any

from docx.oxml.ns import qn

from .blocks import POINTS_IN_A_TWIP

BULLET = "-"  # Word's bullets stand in typefaces of signs; official letters use the dash
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
KNOWN = {"decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "bullet", "none"}


class Lists:
    """The lists of a document and how far each has been counted."""

    def __init__(self, root: Any) -> None:
        found = [] if root is None else root.findall(qn("w:abstractNum"))
        self._shapes = {each.get(qn("w:abstractNumId")): each for each in found}
        self._lists = {} if root is None else {each.get(qn("w:numId")): each for each in root.findall(qn("w:num"))}
        self._counted: dict[str, list[int]] = {}

    def label(self, properties: list[Any]) -> tuple[str, float, float] | None:
        """The next label of the list that a paragraph belongs to, with its indents in points; none without a list."""
        number, depth = _said(properties, "w:numId"), int(_said(properties, "w:ilvl") or 0)
        if number is None or number not in self._lists:
            return None
        of = self._lists[number].find(qn("w:abstractNumId")).get(qn("w:val"))
        levels = {int(each.get(qn("w:ilvl"))): each for each in self._shapes[of].findall(qn("w:lvl"))}
        levels |= self._overridden(number)
        if depth not in levels:
            return None
        counts = self._count(of if not self._overridden(number) else number, levels, depth)
        return self._written(levels, depth, counts), *_indents(levels[depth])

    def unknown(self) -> bool:
        """Whether a list counts in a way that is not known here."""
        kinds = {_value(level, "w:numFmt") for each in self._shapes.values() for level in each.findall(qn("w:lvl"))}
        return bool(kinds - KNOWN - {None})

    def _overridden(self, number: str) -> dict[int, Any]:
        rows = self._lists[number].findall(qn("w:lvlOverride"))
        return {int(r.get(qn("w:ilvl"))): r.find(qn("w:lvl")) for r in rows if r.find(qn("w:lvl")) is not None}

    def _count(self, key: str, levels: dict[int, Any], depth: int) -> list[int]:
        starts = [int(_value(levels[n], "w:start") or 1) if n in levels else 1 for n in range(max(levels) + 1)]
        counts = self._counted.setdefault(key, [start - 1 for start in starts])
        counts[depth] += 1
        for above in range(depth):
            counts[above] = max(counts[above], starts[above])
        counts[depth + 1 :] = [start - 1 for start in starts[depth + 1 :]]
        return counts

    def _written(self, levels: dict[int, Any], depth: int, counts: list[int]) -> str:
        if _value(levels[depth], "w:numFmt") == "bullet":
            return BULLET
        text = _value(levels[depth], "w:lvlText") or ""
        for above in range(depth + 1):
            text = text.replace(f"%{above + 1}", shown(counts[above], _value(levels.get(above), "w:numFmt")))
        return text


def shown(count: int, how: str | None) -> str:
    """A number as a list shows it."""
    if how in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if how == "upperLetter" else letter
    if how in {"lowerRoman", "upperRoman"}:
        return _roman(count).upper() if how == "upperRoman" else _roman(count)
    if how == "none":
        return ""
    return f"{count:02d}" if how == "decimalZero" else str(count)


def _roman(count: int) -> str:
    said = ""
    for value, letters in ROMAN:
        times, count = divmod(count, value)
        said += letters * times
    return said


def _indents(level: Any) -> tuple[float, float]:
    """How far the text of the level stands in, and how far its label stands out of that."""
    indent = level.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    if indent is None:
        return 0.0, 0.0
    left = float(indent.get(qn("w:left"), indent.get(qn("w:start"), "0")))
    return left * POINTS_IN_A_TWIP, float(indent.get(qn("w:hanging"), "0")) * POINTS_IN_A_TWIP


def _said(properties: list[Any], name: str) -> str | None:
    found = [each for place in properties for each in place.iterfind(f"{qn('w:numPr')}/{qn(name)}")]
    value: str | None = found[-1].get(qn("w:val")) if found else None
    return value


def _value(level: Any, name: str) -> str | None:
    found = level.find(qn(name)) if level is not None else None
    value: str | None = found.get(qn("w:val")) if found is not None else None
    return value
