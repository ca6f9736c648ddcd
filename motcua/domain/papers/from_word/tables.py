"""Reading the tables of a Word document: widths, joined cells, and which sides have a line."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from .blocks import POINTS_IN_A_TWIP, Block, Cell, Table
from .looks import OFF, Styles, lined_sides

ALIGN = {"center": "center", "right": "right", "end": "right"}
STAND = {"center": "horizon", "bottom": "bottom"}


class Tables:
    """Reads tables; what stands in their cells is read by who reads the document."""

    def __init__(self, styles: Styles, blocks: Callable[[Any], Iterator[Block]]) -> None:
        self._styles, self._blocks = styles, blocks

    def read(self, table: Any) -> Table:
        """One table."""
        columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        widths = tuple(float(each.get(qn("w:w"), "0")) * POINTS_IN_A_TWIP for each in columns)
        rows, lines = table.findall(qn("w:tr")), lined_sides(self._styles.table_borders(table))
        cells: dict[tuple[int, int], Cell] = {}
        above: dict[int, tuple[int, int]] = {}  # column → the cell that goes on downwards
        for y, row in enumerate(rows):
            x = int(_value(row.find(qn("w:trPr")), "w:gridBefore") or 0)
            for element in row.findall(qn("w:tc")):
                cell = self._cell(element, x, y)
                joined = _joined(element)
                if joined == "continue" and x in above:
                    top = cells[above[x]]
                    cells[above[x]] = replace(top, down=y - top.y + 1)
                else:
                    cells[x, y] = replace(cell, sides=_sides(element, lines, cell, (len(widths), len(rows))))
                    above.pop(x, None)
                    if joined == "restart":
                        above[x] = (x, y)
                x += cell.across
        jc = _value(table.find(qn("w:tblPr")), "w:jc")
        heads = sum(_is_head(row) for row in rows)
        return Table(
            widths, tuple(cells.values()), ALIGN.get(jc or "", "left"), heads, any(c.sides for c in cells.values())
        )

    def _cell(self, element: Any, x: int, y: int) -> Cell:
        properties = element.find(qn("w:tcPr"))
        stand = STAND.get(_value(properties, "w:vAlign") or "", "top")
        return Cell(x, y, tuple(self._blocks(element)), int(_value(properties, "w:gridSpan") or 1), 1, stand)


def _joined(cell: Any) -> str:
    """Whether a cell begins or continues one that goes over several rows."""
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return "" if found is None else found.get(qn("w:val"), "continue")


def _sides(element: Any, lines: tuple[str, ...], cell: Cell, size: tuple[int, int]) -> tuple[str, ...]:
    """The sides of a cell with a line: as the table says, unless the cell itself says otherwise."""
    inside = {"top": cell.y > 0, "bottom": cell.y < size[1] - 1, "left": cell.x > 0,
              "right": cell.x + cell.across < size[0]}  # fmt: skip
    between = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
    own = element.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")
    named = {each.tag.rpartition("}")[2] for each in own} if own is not None else set()
    there = set(lined_sides(own))
    return tuple(
        side
        for side in between
        if (side in there if side in named else (between[side] if inside[side] else side) in lines)
    )


def _is_head(row: Any) -> bool:
    found = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    return found is not None and found.get(qn("w:val"), "1") not in OFF


def _value(properties: Any, name: str) -> str | None:
    found = properties.find(qn(name)) if properties is not None else None
    value: str | None = found.get(qn("w:val")) if found is not None else None
    return value
