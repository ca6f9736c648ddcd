"""What the styles of a Word document say: each property from the nearest place that names it.

The order is the format's own: the defaults of the document, the chain of styles from the root, then the thing itself.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn

from .blocks import POINTS_IN_A_TWIP, Layout, Look

OFF = {"0", "false", "off", "none"}
ALIGN = {"both": "justify", "distribute": "justify", "center": "center", "right": "right", "end": "right"}
HALF_POINTS, EIGHTHS = 2, 240  # a size is given in half points, a line spacing in 240ths of a line


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any) -> None:
        styles = root.findall(qn("w:style"))
        self._styles = {each.get(qn("w:styleId")): each for each in styles}
        self._usual = next((each.get(qn("w:styleId")) for each in styles if _is_usual_paragraph(each)), None)
        self._defaults = root.find(qn("w:docDefaults"))

    def look(self, run: Any, paragraph: Any) -> Look:
        """How the letters of a run look."""
        return _look(self._run_places(run.find(qn("w:rPr")), paragraph))

    def mark(self, paragraph: Any) -> Look:
        """How the mark at the end of a paragraph looks: the size of an empty line."""
        properties = paragraph.find(qn("w:pPr"))
        own = properties.find(qn("w:rPr")) if properties is not None else None
        return _look(self._run_places(own, paragraph))

    def is_hidden(self, run: Any, paragraph: Any) -> bool:
        """Whether Word shows it to nobody."""
        return _on(_found(self._run_places(run.find(qn("w:rPr")), paragraph), "w:vanish"))

    def layout(self, paragraph: Any) -> Layout:
        """How a paragraph stands on the page."""
        places = [*self.paragraph_places(paragraph)]
        indent = _attributes(places, "w:ind", ("left", "start", "right", "end", "firstLine", "hanging"))
        spacing = _attributes(places, "w:spacing", ("before", "after", "line", "lineRule"))
        fixed = spacing.get("lineRule") in {"exact", "atLeast"}
        line = float(spacing.get("line", EIGHTHS))
        jc = _found(places, "w:jc")
        border = _found(places, "w:pBdr")
        return Layout(
            align=ALIGN.get(jc.get(qn("w:val")), "left") if jc is not None else "left",
            left=_points(indent.get("left", indent.get("start"))),
            right=_points(indent.get("right", indent.get("end"))),
            first=-_points(indent["hanging"]) if "hanging" in indent else _points(indent.get("firstLine")),
            before=_points(spacing.get("before")),
            after=_points(spacing.get("after")),
            line=line * POINTS_IN_A_TWIP if fixed else line / EIGHTHS,
            fixed=fixed,
            keep=_on(_found(places, "w:keepNext")),
            new_page=_on(_found(places, "w:pageBreakBefore")),
            border=lined_sides(border),
        )

    def level(self, paragraph: Any) -> int:
        """The level of a heading, counted from 1; 0 for what is none."""
        found = _found([*self.paragraph_places(paragraph)], "w:outlineLvl")
        value = int(found.get(qn("w:val"), "9")) if found is not None else 9
        return value + 1 if value < 9 else 0

    def paragraph_places(self, paragraph: Any) -> Iterator[Any]:
        """Where the properties of a paragraph are said, the farthest first."""
        if self._defaults is not None:
            yield from self._defaults.iterfind(f"{qn('w:pPrDefault')}/{qn('w:pPr')}")
        own = paragraph.find(qn("w:pPr"))
        for style in self._chain(_style(own, "w:pStyle") or self._usual):
            yield from style.iterfind(qn("w:pPr"))
        if own is not None:
            yield own

    def table_borders(self, table: Any) -> Any:
        """The lines of a table: its own, or those of the nearest style that has some."""
        own = table.find(qn("w:tblPr"))
        places = [each.find(qn("w:tblPr")) for each in self._chain(_style(own, "w:tblStyle"))]
        return _found([each for each in (*places, own) if each is not None], "w:tblBorders")

    def _run_places(self, own: Any, paragraph: Any) -> list[Any]:
        found: list[Any] = []
        if self._defaults is not None:
            found += self._defaults.findall(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
        style = _style(paragraph.find(qn("w:pPr")), "w:pStyle") or self._usual
        for each in (*self._chain(style), *self._chain(_style(own, "w:rStyle"))):
            found += each.findall(qn("w:rPr"))
        return [*found, own] if own is not None else found

    def _chain(self, style: str | None) -> list[Any]:
        """A style and those it is based on, the root first."""
        found: list[Any] = []
        while style in self._styles and self._styles[style] not in found:
            found.insert(0, self._styles[style])
            style = _style(found[0], "w:basedOn")
        return found


def lined_sides(borders: Any) -> tuple[str, ...]:
    """The sides that have a line."""
    if borders is None:
        return ()
    there = [each for each in borders if each.get(qn("w:val"), "nil") not in {"nil", "none"}]
    names = (each.tag.rpartition("}")[2] for each in there)
    return tuple(_SIDES.get(name, name) for name in names)


_SIDES = {"start": "left", "end": "right"}


def _look(places: list[Any]) -> Look:
    size, script = _found(places, "w:sz"), _found(places, "w:vertAlign")
    return Look(
        size=float(size.get(qn("w:val"))) / HALF_POINTS if size is not None else 10.0,
        bold=_on(_found(places, "w:b")),
        italic=_on(_found(places, "w:i")),
        underline=_on(_found(places, "w:u")),
        strike=_on(_found(places, "w:strike")) or _on(_found(places, "w:dstrike")),
        caps=_on(_found(places, "w:caps")),
        small=_on(_found(places, "w:smallCaps")),
        script=_SCRIPTS.get(script.get(qn("w:val")), "") if script is not None else "",
    )


_SCRIPTS = {"superscript": "super", "subscript": "sub"}


def _found(places: Iterable[Any], name: str) -> Any:
    """The property as the nearest place says it."""
    said = [found for place in places if (found := place.find(qn(name))) is not None]
    return said[-1] if said else None


def _attributes(places: Iterable[Any], name: str, wanted: tuple[str, ...]) -> dict[str, str]:
    """Each attribute of a property from the nearest place that names it; first line and hanging rule each other out."""
    said: dict[str, str] = {}
    for place in places:
        found = place.find(qn(name))
        here = {} if found is None else {one: found.get(qn(f"w:{one}")) for one in wanted}
        here = {one: value for one, value in here.items() if value is not None}
        if "hanging" in here or "firstLine" in here:
            said.pop("hanging", None)
            said.pop("firstLine", None)
        said |= here
    return said


def _on(found: Any) -> bool:
    return found is not None and found.get(qn("w:val"), "1") not in OFF


def _points(value: str | None) -> float:
    return float(value) * POINTS_IN_A_TWIP if value else 0.0


def _style(properties: Any, name: str) -> str | None:
    found = properties.find(qn(name)) if properties is not None else None
    return found.get(qn("w:val")) if found is not None else None


def _is_usual_paragraph(style: Any) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default"), "0") not in OFF
