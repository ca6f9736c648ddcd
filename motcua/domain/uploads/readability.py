"""Whether a page can be read: a warning to take it again, never a reason to refuse it.

Measured on the page at one size, in grey. Too dark: even the brightest parts, the paper, are dark. Blurred: where ink
meets paper the grey changes slowly; the variance of the Laplacian is small compared with how much ink there is.
The thresholds stand in `readability.toml`, with what they were tried on.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from PIL import Image, ImageFilter, ImageStat

LAPLACE = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


class Fault(StrEnum):
    """What makes a page hard to read."""

    DARK = "dark"
    BLURRED = "blurred"
    EMPTY = "empty"


@dataclass(frozen=True)
class Measured:
    """How bright the paper is, how much the grey varies, and how sharp its edges are (0 when there are none)."""

    paper: float
    spread: float
    sharpness: float


@dataclass(frozen=True)
class Thresholds:
    """From where on a page is called dark, blurred or empty; `side` is the size it is measured at."""

    side: int
    darkest_paper: float
    least_spread: float
    least_sharpness: float


@cache
def thresholds() -> Thresholds:
    """The numbers that hold."""
    return Thresholds(**tomllib.loads(Path(__file__).with_name("readability.toml").read_text(encoding="utf-8")))


def fault_of(page: Image.Image) -> Fault | None:
    """What is wrong with a page, the gravest first; None when it can be read."""
    measured, limit = measure(page), thresholds()
    if measured.paper < limit.darkest_paper:
        return Fault.DARK
    if measured.spread < limit.least_spread:
        return Fault.EMPTY
    return Fault.BLURRED if measured.sharpness < limit.least_sharpness else None


def faults_of(pages: Iterable[Image.Image]) -> list[tuple[int, str]]:
    """The pages that can hardly be read, counted from 1, each with what is wrong."""
    return [(number, fault.value) for number, page in enumerate(pages, 1) if (fault := fault_of(page))]


def measure(page: Image.Image) -> Measured:
    """The three numbers of a page."""
    grey = page.convert("L")
    grey.thumbnail((thresholds().side, thresholds().side), Image.Resampling.BILINEAR)
    spread = ImageStat.Stat(grey).stddev[0]
    edges = ImageStat.Stat(grey.filter(LAPLACE).crop((1, 1, max(2, grey.width - 1), max(2, grey.height - 1)))).var[0]
    return Measured(_paper(grey), spread, edges / spread**2 if spread else 0.0)


def _paper(grey: Image.Image) -> float:
    """How bright the brighter half of the page is: most of a page is paper, whatever is written on it."""
    counts, half = grey.histogram(), grey.width * grey.height / 2
    total = taken = 0.0
    for level in range(255, -1, -1):
        count = min(counts[level], half - taken)
        total, taken = total + level * count, taken + count
        if taken >= half:
            break
    return total / half
