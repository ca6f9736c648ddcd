"""The picture of a process: stages from left to right, or from top to bottom on a telephone and on paper.

Pure: plain values in, SVG out. Colours are attributes, so that the picture also stands alone;
the style sheet overrides them on screens. What the picture shows is said again in its table.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from string import ascii_lowercase

from markupsafe import Markup

from motcua.domain.vietnamese.money import show_number

from .text_width import wrapped

WIDTH, GAP, STACK, FALL, PAD, LINE, EDGE = 204, 36, 14, 30, 12, 18, 2
NAME_SIZE, SMALL = 14, 13
HOURS_A_DAY = 8


class Place(StrEnum):
    """Where a dossier is, seen from one step."""

    DONE = "done"
    CURRENT = "current"
    LATE = "late"
    WAITING = "waiting"

    @property
    def words(self) -> str:
        """As people read it."""
        return {"done": "Đã xong", "current": "Đang ở đây", "late": "Đang ở đây, quá hạn", "waiting": "Chưa tới"}[self]


@dataclass(frozen=True)
class PictureStep:
    """One step: what is done, by which body, in how many working hours, and where the dossier is."""

    name: str
    body: str = ""
    hours: Decimal | int | None = None
    state: Place | None = None
    note: str = ""

    @property
    def time(self) -> str:
        """The working hours in words, and the days they make."""
        if self.hours is None:
            return ""
        hours = f"{_shown(Decimal(self.hours))} giờ làm việc"
        days = Decimal(self.hours) / HOURS_A_DAY
        return f"{hours} ({_shown(days)} ngày)" if days >= 1 else hours


@dataclass(frozen=True)
class Picture:
    """Stages in order, each of one or more steps that run at the same time. `id` is unique on its page."""

    title: str
    stages: tuple[tuple[PictureStep, ...], ...]
    id: str = "quy-trinh"

    def numbered(self) -> Iterator[tuple[str, PictureStep]]:
        """Every step with its number: 1, 2a, 2b, 3."""
        return (each for stage in _numbered(self.stages) for each in stage)

    @property
    def has_place(self) -> bool:
        """Whether it shows the place of a dossier."""
        return any(step.state for _, step in self.numbered())

    @property
    def said(self) -> str:
        """The picture in words, for who does not see it."""
        steps = "; ".join(f"{number}. {step.name}" for number, step in self.numbered())
        here = ", ".join(step.name for _, step in self.numbered() if step.state in (Place.CURRENT, Place.LATE))
        return f"{len(self.stages)} bước: {steps}." + (f" Hồ sơ đang ở: {here}." if here else "")

    def wide(self, across: int = 5) -> Markup:
        """From left to right, `across` stages in a row."""
        return _svg(self, "wide-picture", _in_rows(self.stages, across))

    def tall(self, width: int = 320) -> Markup:
        """From top to bottom."""
        return _svg(self, "tall", _in_column(self.stages, width))


# ---- Where everything goes --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Box:
    """A step, put in its place."""

    number: str
    step: PictureStep
    width: float
    x: float = 0
    y: float = 0

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What stands in it, each line with its kind."""
        room = self.width - 2 * PAD
        name = wrapped(f"{self.number}. {self.step.name}", room, NAME_SIZE, bold=True)
        texts = filter(None, (self.step.body, self.step.time, self.step.note))
        rest = [("soft", line) for text in texts for line in wrapped(text, room, SMALL)]
        state = [("state", self.step.state.words)] if self.step.state else []
        return [("name", line) for line in name] + rest + state

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
class _Layout:
    """Boxes, the lines between them, the arrow heads (x, y, pointing down?), the frames of what runs together."""

    width: float
    height: float
    boxes: list[_Box]
    lines: list[str]
    heads: list[tuple[float, float, bool]]
    frames: Sequence[tuple[float, float, float, float]] = ()


_Lines = tuple[list[str], list[tuple[float, float, bool]]]


def _numbered(stages: Iterable[Sequence[PictureStep]]) -> Iterator[list[tuple[str, PictureStep]]]:
    for number, stage in enumerate(stages, 1):
        letters = ascii_lowercase if len(stage) > 1 else " "
        yield [(f"{number}{letter}".strip(), step) for letter, step in zip(letters, stage, strict=False)]


def _stacked(stage: list[tuple[str, PictureStep]], width: float, x: float, y: float) -> list[_Box]:
    boxes = []
    for number, step in stage:
        boxes.append(_Box(number, step, width, x, y))
        y = boxes[-1].bottom + STACK
    return boxes


def _in_rows(stages: Sequence[Sequence[PictureStep]], most: int) -> _Layout:
    across = _even(len(stages), most)
    margin = GAP if len(stages) > across else EDGE
    numbered = list(_numbered(stages))
    placed: list[tuple[float, list[_Box]]] = []
    y: float = EDGE
    for start in range(0, len(numbered), across):
        part = enumerate(numbered[start : start + across])
        row = [_stacked(stage, WIDTH, margin + place * (WIDTH + GAP), y) for place, stage in part]
        bottom = max(stage[-1].bottom for stage in row)
        placed += [(y, _lowered(stage, (bottom - stage[-1].bottom) / 2)) for stage in row]
        y = bottom + FALL
    joins = [_joined(a, b, margin, top - FALL / 2) for (_, a), (top, b) in pairwise(placed)]
    return _Layout(
        width=2 * margin + min(across, len(numbered)) * (WIDTH + GAP) - GAP,
        height=y - FALL + EDGE,
        boxes=[box for _, stage in placed for box in stage],
        lines=[line for lines, _ in joins for line in lines],
        heads=[head for _, heads in joins for head in heads],
    )


def _even(count: int, most: int) -> int:
    """How many stand in a row, at most `most`, so that all rows are about as long."""
    rows = -(-count // most) or 1
    return -(-count // rows) or 1


def _lowered(stage: list[_Box], by: float) -> list[_Box]:
    return [replace(box, y=box.y + by) for box in stage]


def _joined(a: list[_Box], b: list[_Box], margin: float, turn: float) -> _Lines:
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


def _in_column(stages: Sequence[Sequence[PictureStep]], width: float) -> _Layout:
    boxes: list[_Box] = []
    lines: list[str] = []
    heads: list[tuple[float, float, bool]] = []
    frames: list[tuple[float, float, float, float]] = []
    y: float = EDGE
    for place, stage in enumerate(_numbered(stages)):
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
    return _Layout(width, y - FALL + EDGE, boxes, lines, heads, frames)


# ---- Drawing ----------------------------------------------------------------------------------------------------

_SVG = Markup(
    '<svg class="{kind}" xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
    'viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="{id}-{kind}-t {id}-{kind}-d" '
    'font-family="sans-serif"><title id="{id}-{kind}-t">{title}</title><desc id="{id}-{kind}-d">{said}</desc>'
    "{parts}</svg>"
)
_FRAME = Markup(
    '<rect class="p-line" x="{0:g}" y="{1:g}" width="{2:g}" height="{3:g}" rx="6" fill="none" stroke="#687582" '
    'stroke-dasharray="3 4"/><text class="p-soft" x="{4:g}" y="{5:g}" font-size="13" fill="#4b5966">'
    "Thực hiện cùng lúc</text>"
)
_PATH = Markup('<path class="p-line" d="{}" fill="none" stroke="#687582" stroke-width="1.5"/>')
_HEAD = Markup('<path class="p-head" d="M{} {}l{}z" fill="#687582"/>')
_RECT = Markup(
    '<g class="p-{state}"><rect class="p-box" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="4" '
    'fill="#fff" stroke="#687582" stroke-width="{stroke}"{dash}/>{lines}</g>'
)
_LINE = Markup('<text class="p-{}" x="{:g}" y="{:g}" font-size="{}"{} fill="{}">{}</text>')
_DASH = Markup(' stroke-dasharray="5 4"')
_BOLD = Markup(' font-weight="700"')
_FILLS = {"name": "#17212b", "soft": "#4b5966", "state": "#17212b"}
_SIGNS = {Place.DONE: "✓", Place.CURRENT: "●", Place.LATE: "!", Place.WAITING: "○"}


def _svg(picture: Picture, kind: str, layout: _Layout) -> Markup:
    parts = [_FRAME.format(*frame, frame[0] + 10, frame[1] + LINE) for frame in layout.frames]
    parts += [_PATH.format("".join(layout.lines))] if layout.lines else []
    parts += [_HEAD.format(f"{x:g}", f"{y:g}", "-5-8h10" if down else "-8-5v10") for x, y, down in layout.heads]
    parts += [_drawn(box) for box in layout.boxes]
    size = {"width": layout.width, "height": layout.height}
    said = {"id": picture.id, "title": picture.title, "said": picture.said}
    return _SVG.format(kind=kind, parts=Markup("").join(parts), **size, **said)


def _drawn(box: _Box) -> Markup:
    state = box.step.state
    here = state in (Place.CURRENT, Place.LATE)
    lines = Markup("").join(_written(box, place, *line) for place, line in enumerate(box.lines))
    where = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    dash = _DASH if state is Place.WAITING else ""
    return _RECT.format(state=state or "plain", stroke=3 if here else 1.5, dash=dash, lines=lines, **where)


def _written(box: _Box, place: int, kind: str, text: str) -> Markup:
    if kind == "state" and box.step.state:
        text = f"{_SIGNS[box.step.state]} {text}"
    size, bold = (NAME_SIZE, _BOLD) if kind == "name" else (SMALL, _BOLD if kind == "state" else "")
    return _LINE.format(kind, box.x + PAD, box.y + PAD + 11 + place * LINE, size, bold, _FILLS[kind], text)


def _shown(number: Decimal) -> str:
    return show_number(int(number) if number == int(number) else round(number, 1))
