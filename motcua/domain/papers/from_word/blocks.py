"""A Word document as the plain blocks that are carried over: what is read on one side and set on the other."""

from dataclasses import dataclass, field

POINTS_IN_A_TWIP = 1 / 20


@dataclass(frozen=True)
class Look:
    """How letters look; colours and typefaces are not carried over: a letter is set in black, in the official face."""

    size: float = 12.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    caps: bool = False
    small: bool = False
    script: str = ""  # "super" or "sub"


@dataclass(frozen=True)
class Run:
    """Letters of one look; `kind` is "text", "tab" or "break"."""

    text: str
    look: Look
    kind: str = "text"


@dataclass(frozen=True)
class Layout:
    """How a paragraph stands on the page, in points; `line` is a factor of single spacing, or exact points if fixed."""

    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    fixed: bool = False
    keep: bool = False
    new_page: bool = False
    border: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, a heading when it has a level, a point of a list when it has a label; lines drawn below it."""

    runs: tuple[Run, ...]
    layout: Layout
    level: int = 0
    label: str = ""
    rules: tuple[float, ...] = ()
    size: float = 12.0
    kind: str = "paragraph"


@dataclass(frozen=True)
class Cell:
    """A cell at its place, with the sides that have a line."""

    x: int
    y: int
    blocks: tuple["Paragraph | Table", ...]
    across: int = 1
    down: int = 1
    stand: str = "top"
    sides: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table; one without lines only puts things beside each other."""

    widths: tuple[float, ...]
    cells: tuple[Cell, ...]
    align: str = "left"
    heads: int = 0
    lined: bool = False
    kind: str = "table"


Block = Paragraph | Table


@dataclass(frozen=True)
class Sheet:
    """The paper and its margins, in points."""

    width: float = 595.3
    height: float = 841.9
    top: float = 56.7
    bottom: float = 56.7
    left: float = 85.0
    right: float = 42.5


@dataclass(frozen=True)
class Letter:
    """A whole document."""

    blocks: tuple[Block, ...] = ()
    sheet: Sheet = field(default_factory=Sheet)
    numbered: bool = False
