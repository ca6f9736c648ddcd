"""Where everything goes in the picture of a process: boxes, lines between them, arrow heads, frames. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from string import ascii_lowercase

from .picture_steps import Mark, PictureStep
from .text_width import wrapped

WIDTH, GAP, STACK, FALL, PAD, LINE, EDGE = 204, 36, 14, 30, 12, 18, 2
NAME_SIZE, SMALL = 14, 13


@dataclass(frozen=True)
class Box:
    """A step, put in its place."""

    number: str
    step: PictureStep
    width: float
    x: float = 0
    y: float = 0

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """What stands in it, each line with its kind."""
        room = self.width - PAD - self.left
        name = wrapped(f"{self.number}. {self.step.name}", room, NAME_SIZE, bold=True)
        texts = filter(None, (self.step.body, self.step.time, self.step.note))
        rest = [("soft", line) for text in texts for line in wrapped(text, room, SMALL)]
        state = [("state", self.step.state.words)] if self.step.state else []
        return [("name", line) for line in name] + rest + state

    @property
    def left(self) -> int:
        """Where its text begins: beside the pattern of a change."""
        return PAD + 6 if isinstance(self.step.state, Mark) else PAD

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + 2 * PAD - 4

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class Layout:
    """Boxes, the lines between them, the arrow heads (x, y, pointing down?), the frames of what runs together."""

    width: float
    height: float
    boxes: list[Box]
    lines: list[str]
    heads: list[tuple[float, float, bool]]
    frames: Sequence[tuple[float, float, float, float]] = ()


_Lines = tuple[list[str], list[tuple[float, float, bool]]]


def numbered(stages: Iterable[Sequence[PictureStep]]) -> Iterator[list[tuple[str, PictureStep]]]:
    for number, stage in enumerate(stages, 1):
        letters = ascii_lowercase if len(stage) > 1 else " "
        yield [(step.number or f"{number}{letter}".strip(), step) for letter, step in zip(letters, stage, strict=False)]


def _stacked(stage: list[tuple[str, PictureStep]], width: float, x: float, y: float) -> list[Box]:
    boxes = []
    for number, step in stage:
        boxes.append(Box(number, step, width, x, y))
        y = boxes[-1].bottom + STACK
    return boxes


def in_rows(stages: Sequence[Sequence[PictureStep]], most: int) -> Layout:
    across = _even(len(stages), most)
    margin = GAP if len(stages) > across else EDGE
    in_turn = list(numbered(stages))
    placed: list[tuple[float, list[Box]]] = []
    y: float = EDGE
    for start in range(0, len(in_turn), across):
        part = enumerate(in_turn[start : start + across])
        row = [_stacked(stage, WIDTH, margin + place * (WIDTH + GAP), y) for place, stage in part]
        bottom = max(stage[-1].bottom for stage in row)
        placed += [(y, _lowered(stage, (bottom - stage[-1].bottom) / 2)) for stage in row]
        y = bottom + FALL
    joins = [_joined(a, b, margin, top - FALL / 2) for (_, a), (top, b) in pairwise(placed)]
    return Layout(
        width=2 * margin + min(across, len(in_turn)) * (WIDTH + GAP) - GAP,
        height=y - FALL + EDGE,
        boxes=[box for _, stage in placed for box in stage],
        lines=[line for lines, _ in joins for line in lines],
        heads=[head for _, heads in joins for head in heads],
    )


def _even(count: int, most: int) -> int:
    """How many stand in a row, at most `most`, so that all rows are about as long."""
    rows = -(-count // most) or 1
    return -(-count // rows) or 1


def _lowered(stage: list[Box], by: float) -> list[Box]:
    return [replace(box, y=box.y + by) for box in stage]


def _joined(a: list[Box], b: list[Box], margin: float, turn: float) -> _Lines:
    """Lines out of every box of `a` and into every box of `b`, by a common upright between them.

    When `b` begins the next row, the way there runs at the height `turn`, between the rows.
    """
    out = a[0].right + GAP / 2
    same_row = b[0].x > a[0].x
    into = out if same_row else margin - GAP / 2
    lines = [f"M{box.right:g} {box.middle:g}H{out:g}" for box in a]
    if same_row:
        heights = [box.middle for box in (*a, *b)]
        lines.append(f"M{out:g} {min(heights):g}V{max(heights):g}")
    else:
        lines.append(f"M{out:g} {a[0].middle:g}V{turn:g}H{into:g}V{b[-1].middle:g}")
    lines += [f"M{into:g} {box.middle:g}H{box.x - 6:g}" for box in b]
    return lines, [(box.x, box.middle, False) for box in b]


def in_column(stages: Sequence[Sequence[PictureStep]], width: float) -> Layout:
    boxes: list[Box] = []
    lines: list[str] = []
    heads: list[tuple[float, float, bool]] = []
    frames: list[tuple[float, float, float, float]] = []
    y: float = EDGE
    for place, stage in enumerate(numbered(stages)):
        if place:
            lines.append(f"M{width / 2:g} {y - FALL:g}V{y - 6:g}")
            heads.append((width / 2, y, True))
        inset = 10 if len(stage) > 1 else EDGE
        top = y + (LINE + 8 if len(stage) > 1 else 0)
        group = _stacked(stage, width - 2 * inset, inset, top)
        boxes += group
        bottom = group[-1].bottom + (inset if len(stage) > 1 else 0)
        if len(stage) > 1:
            frames.append((EDGE, y, width - 2 * EDGE, bottom - y))
        y = bottom + FALL
    return Layout(width, y - FALL + EDGE, boxes, lines, heads, frames)
