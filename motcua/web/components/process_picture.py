"""The picture of a process: stages from left to right, or from top to bottom on a telephone and on paper.

Pure: plain values in, SVG out. Colours are attributes, so that the picture also stands alone;
the style sheet overrides them on screens. What the picture shows is said again in its table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from .picture_layout import LINE, NAME_SIZE, PAD, SMALL, Box, Layout, in_column, in_rows, numbered
from .picture_steps import Mark as Mark
from .picture_steps import PictureStep as PictureStep
from .picture_steps import Place as Place


@dataclass(frozen=True)
class Picture:
    """Stages in order, each of one or more steps that run at the same time. `id` is unique on its page."""

    title: str
    stages: tuple[tuple[PictureStep, ...], ...]
    id: str = "quy-trinh"

    def numbered(self) -> Iterator[tuple[str, PictureStep]]:
        """Every step with its number: 1, 2a, 2b, 3."""
        return (each for stage in numbered(self.stages) for each in stage)

    @property
    def has_place(self) -> bool:
        """Whether it shows the place of a dossier."""
        return any(isinstance(step.state, Place) for _, step in self.numbered())

    @property
    def marks(self) -> list[Mark]:
        """The changes that it shows, each once."""
        shown = {step.state for _, step in self.numbered()}
        return [mark for mark in Mark if mark in shown]

    @property
    def said(self) -> str:
        """The picture in words, for who does not see it."""
        steps = "; ".join(
            f"{number}. {step.name}" + (f" ({step.state.words.lower()})" if isinstance(step.state, Mark) else "")
            for number, step in self.numbered()
        )
        here = ", ".join(step.name for _, step in self.numbered() if step.state in (Place.CURRENT, Place.LATE))
        return f"{len(self.stages)} bước: {steps}." + (f" Hồ sơ đang ở: {here}." if here else "")

    def wide(self, across: int = 5) -> Markup:
        """From left to right, `across` stages in a row."""
        return _svg(self, "wide-picture", in_rows(self.stages, across))

    def tall(self, width: int = 320) -> Markup:
        """From top to bottom."""
        return _svg(self, "tall", in_column(self.stages, width))


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
_STRIP = Markup('<rect class="p-strip" x="{:g}" y="{:g}" width="9" height="{:g}" fill="url(#{}-{})"/>')
_PATTERN = Markup(
    '<pattern id="{id}-{mark}" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path class="p-pattern p-{mark}" d="{d}" fill="none" stroke="#17212b" stroke-width="1.5"/></pattern>'
)
_LINE = Markup('<text class="p-{}" x="{:g}" y="{:g}" font-size="{}"{} fill="{}">{}</text>')
_DASH = Markup(' stroke-dasharray="5 4"')
_BOLD = Markup(' font-weight="700"')
_FILLS = {"name": "#17212b", "soft": "#4b5966", "state": "#17212b"}
_SIGNS = {
    Place.DONE: "✓", Place.CURRENT: "●", Place.LATE: "!", Place.WAITING: "○",
    Mark.ADDED: "+", Mark.REMOVED: "−", Mark.MOVED: "↕", Mark.CHANGED: "≠",
}  # fmt: skip
_HATCHES = {
    Mark.ADDED: "M3 0V6M0 3H6",
    Mark.REMOVED: "M0 6L6 0M-1 1L1-1M5 7L7 5",
    Mark.MOVED: "M0 1.5L3 4.5L6 1.5",
    Mark.CHANGED: "M0 3H6",
}


def _svg(picture: Picture, kind: str, layout: Layout) -> Markup:
    of = f"{picture.id}-{kind}"
    parts = [_PATTERN.format(id=of, mark=mark, d=_HATCHES[mark]) for mark in picture.marks]
    parts += [_FRAME.format(*frame, frame[0] + 10, frame[1] + LINE) for frame in layout.frames]
    parts += [_PATH.format("".join(layout.lines))] if layout.lines else []
    parts += [_HEAD.format(f"{x:g}", f"{y:g}", "-5-8h10" if down else "-8-5v10") for x, y, down in layout.heads]
    parts += [_drawn(box, of) for box in layout.boxes]
    size = {"width": layout.width, "height": layout.height}
    said = {"id": picture.id, "title": picture.title, "said": picture.said}
    return _SVG.format(kind=kind, parts=Markup("").join(parts), **size, **said)


@lru_cache(4096)
def _drawn(box: Box, of: str) -> Markup:
    """Kept, as most steps of a procedure look the same in the pictures of all its dossiers."""
    state = box.step.state
    here = state in (Place.CURRENT, Place.LATE, Mark.ADDED, Mark.MOVED, Mark.CHANGED)
    lines = Markup("").join(_written(box, place, *line) for place, line in enumerate(box.lines))
    where = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    dash = _DASH if state in (Place.WAITING, Mark.REMOVED) else ""
    if isinstance(state, Mark):
        lines = _STRIP.format(box.x + 1.5, box.y + 1.5, box.height - 3, of, state) + lines
    return _RECT.format(state=state or "plain", stroke=3 if here else 1.5, dash=dash, lines=lines, **where)


def _written(box: Box, place: int, kind: str, text: str) -> Markup:
    if kind == "state" and box.step.state:
        text = f"{_SIGNS[box.step.state]} {text}"
    size, bold = (NAME_SIZE, _BOLD) if kind == "name" else (SMALL, _BOLD if kind == "state" else "")
    return _LINE.format(kind, box.x + box.left, box.y + PAD + 11 + place * LINE, size, bold, _FILLS[kind], text)
