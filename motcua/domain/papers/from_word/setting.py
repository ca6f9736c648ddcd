"""Setting a letter that was read from Word as a PDF/A-2a, in the official face."""

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import typst

from motcua.domain.regulation.answers import Refused

from .. import render
from .blocks import Block, Cell, Letter, Paragraph, Table
from .reading import read

TEMPLATE = Path(__file__).parent / "letter.typ"


class NotDrawn(Refused):
    """A letter holds signs that the official face does not have."""

    clause = "5.1.e-3"


def pdf_of(docx: bytes, *, title: str, on: date) -> bytes:
    """The PDF/A of a Word document; raises `Refused` with everything that can not be carried over."""
    return set_letter(read(docx), title=title, on=on)


def set_letter(letter: Letter, *, title: str, on: date) -> bytes:
    """The PDF/A of a letter. The same letter always gives the same bytes."""
    data = {**asdict(replace(letter, blocks=_levelled(letter.blocks))), "title": title, "issued_on": on.isoformat()}
    try:
        return render.typeset(TEMPLATE, data)
    except typst.TypstError:
        strange = sorted({each for each in _letters(letter.blocks) if not render.is_drawn(each)})
        if not strange:
            raise
        signs = ", ".join(f"“{each}”" for each in strange[:8])
        raise NotDrawn(f"Phông chữ của văn bản không có ký tự {signs}: hãy thay bằng chữ thường dùng.") from None


def _levelled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks with headings that begin at one and leave no level out, as listening readers need them."""
    deepest, levelled = 0, list[Block]()
    for each in blocks:
        if isinstance(each, Paragraph) and each.level:
            deepest = min(each.level, deepest + 1)
            levelled.append(replace(each, level=deepest))
        else:
            levelled.append(_without_headings(each))
    return tuple(levelled)


def _without_headings(block: Block) -> Block:
    """What stands in the cells of a table is no heading of the letter."""
    if isinstance(block, Paragraph):
        return block
    return replace(block, cells=tuple(replace(cell, blocks=_flat(cell)) for cell in block.cells))


def _flat(cell: Cell) -> tuple[Block, ...]:
    return tuple(
        replace(each, level=0) if isinstance(each, Paragraph) else _without_headings(each) for each in cell.blocks
    )


def _letters(blocks: tuple[Block, ...]) -> str:
    said = ""
    for each in blocks:
        if isinstance(each, Table):
            said += "".join(_letters(cell.blocks) for cell in each.cells)
        else:
            said += each.label + "".join(run.text for run in each.runs)
    return said
