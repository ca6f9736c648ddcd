"""What came of a replay, for its page: the figures, the steps as bars and as a table, and what it assumes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from markupsafe import Markup

from motcua.domain.dossiers.replay.counting import Column, Tally
from motcua.domain.procedures import trials, ways
from motcua.domain.procedures.difference import Difference, difference
from motcua.domain.procedures.rows import plan_of
from motcua.domain.vietnamese.money import show_number
from motcua.web.components.text_width import wrapped

BAR, LINE, RIGHT = 14, 18, 60


@dataclass(frozen=True)
class StepLine:
    """A step of the draft: its times in both processes, what it really took, and how often it would be late."""

    number: str
    name: str
    body: str
    hours_applied: int | None
    hours_draft: int
    took: str
    late_applied: int | None
    late_draft: int


@dataclass(frozen=True)
class BodyLine:
    """A body that has a leg of its own: how often it would have had it longer than its part."""

    name: str
    late_applied: int
    late_draft: int


@dataclass(frozen=True)
class Replayed:
    """Everything the page shows of a replay."""

    replay: Any
    tally: Tally
    lines: list[StepLine]
    bodies: list[BodyLine]
    is_stale: bool

    @property
    def bars(self) -> Markup:
        """The late dossiers of each step under both processes, as bars: for screens and for telephones."""
        return _bars(self.lines, "wide-picture", width=640, left=250) + _bars(self.lines, "tall", width=300, left=0)


def replayed(process: Any, replay: Any) -> Replayed:
    """A replay of a process as it is now."""
    tally, draft = Tally.of(replay.result), plan_of(process)
    current = process.procedure.processes.filter(state="in_force").first()
    applied = plan_of(current) if current else draft
    change = difference(applied, draft)
    names = ways.names_of(change)
    lines, bodies = _lines(tally, change, names), _bodies(tally, names)
    return Replayed(replay, tally, lines, bodies, trials.digest_of(draft) != replay.steps)


def _bodies(tally: Tally, names: Mapping[str, str]) -> list[BodyLine]:
    """The bodies that would have had their legs too long, the one that did so most often under the draft first."""
    late, before = tally.draft.bodies, tally.applied.bodies
    lines = [BodyLine(names.get(code, code), before.get(code, 0), late.get(code, 0)) for code in late | before]
    return sorted(lines, key=lambda line: (-line.late_draft, -line.late_applied, line.name))


def _lines(tally: Tally, change: Difference, names: Mapping[str, str]) -> list[StepLine]:
    draft = change.now
    sizes = {stage: len(steps) for stage, steps in draft.stages()}
    lines = []
    for each in change.steps:
        step, was = each.now, each.was
        if step is None or step.kind == "return":
            continue
        letter = ascii_lowercase[(step.branch - 1) % 26] if sizes[step.stage] > 1 else ""
        total, times = tally.minutes.get(f"{step.stage}.{step.branch}", [0, 0])
        lines.append(
            StepLine(
                f"{step.stage}{letter}",
                step.name,
                names.get(step.office, step.office),
                was.hours if was else None,
                step.hours,
                _hours(total / times) if times else "bước mới, chưa có số liệu",
                _late(tally.applied, was.stage, was.branch) if was else None,
                _late(tally.draft, step.stage, step.branch),
            )
        )
    return lines


def _late(column: Column, stage: int, branch: int) -> int:
    return column.steps.get(f"{stage}.{branch}", 0)


def _hours(minutes: float) -> str:
    if minutes < 60:
        return f"{round(minutes)} phút"
    hours = round(minutes / 60, 1)
    return f"{show_number(int(hours) if hours == int(hours) else hours)} giờ làm việc"


# ---- Bars -------------------------------------------------------------------------------------------------------

_SVG = Markup(
    '<svg class="bars {kind}" xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
    'viewBox="0 0 {width} {height}" role="img" aria-labelledby="{kind}-t {kind}-d">'
    '<title id="{kind}-t">Số hồ sơ chậm ở từng bước</title><desc id="{kind}-d">{said}</desc>'
    '<pattern id="{kind}-soc" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path class="b-hatch" d="M0 6L6 0" stroke="#4b5966" stroke-width="1.5"/></pattern>{parts}</svg>'
)
_TEXT = Markup('<text class="b-text" x="{}" y="{}" font-size="13">{}</text>')
_BAR = Markup('<rect class="b-{}" x="{}" y="{}" width="{:g}" height="{}" fill="{}" stroke="#4b5966"/>')


def _bars(lines: Sequence[StepLine], kind: str, *, width: int, left: int) -> Markup:
    """Two bars for each step; its name stands before them, or above them where there is no room."""
    most = max((max(line.late_draft, line.late_applied or 0) for line in lines), default=0) or 1
    parts, y = [], 4
    for line in lines:
        names = wrapped(f"{line.number}. {line.name}", (left or width) - 16, 13)[:2]
        parts += [_TEXT.format(0, y + 13 + row * LINE, text) for row, text in enumerate(names)]
        bottom = y + len(names) * LINE
        y += 0 if left else len(names) * LINE + 4
        for number, look, fill in (
            (line.late_applied, "old", f"url(#{kind}-soc)"),
            (line.late_draft, "new", "#0b5c6b"),
        ):
            if number is not None:
                long = number / most * (width - left - RIGHT)
                parts += [_BAR.format(look, left, y, long, BAR, fill)] if number else []
                parts += [_TEXT.format(round(left + long + 6), y + 12, show_number(number))]
                y += BAR + 4
        y = max(y, bottom) + 12
    said = "; ".join(
        f"{line.name}: đang áp dụng {line.late_applied or 0}, phiên bản này {line.late_draft}" for line in lines
    )
    return _SVG.format(kind=kind, width=width, height=y, said=said, parts=Markup("").join(parts))
