"""What a browser says about a page: breaches of WCAG 2.2 AA, sideways scrolling, targets too small, bytes loaded."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from playwright.sync_api import Page

from tests.browser import AXE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS = (320, 360, 768, 1280, 1920)
FIRST_LOAD = 60_000


def breaches(page: Page, only: list[str] | None = None) -> list[str]:
    """Each rule of axe-core that the page breaks, of all or only of some, with the places.

    Half a megabyte is sent to a page once, and only what is wrong comes back: the list of all that is right is long.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe())
    found: list[dict[str, Any]] = page.evaluate(
        """runOnly => axe.run(document, {resultTypes: ["violations"], runOnly}).then(found => found.violations)""",
        {"type": "rule", "values": only} if only else {"type": "tag", "values": RULES},
    )
    return [
        f"{each['id']}: {each['help']}: " + "; ".join(json.dumps(node["target"]) for node in each["nodes"])
        for each in found
    ]


def scrolls_sideways(page: Page) -> list[str]:
    """The widths at which the page is wider than the screen, with what sticks out."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        out = page.evaluate("""() => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return [];
            return [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > wide + 1)
                .map(e => e.tagName + "." + e.className).slice(0, 5);
        }""")
        if out:
            found.append(f"{width}: {', '.join(out)}")
    return found


def small_targets(page: Page, least: int) -> list[str]:
    """Links and controls smaller than `least` pixels in height; links within a sentence are excused (WCAG 2.5.8)."""
    return page.evaluate(
        """least => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
            .filter(e => e.checkVisibility() && !e.closest(".away, .skip"))
            .filter(e => !e.closest("p, li, td, dd, dt") || getComputedStyle(e).display !== "inline")
            .filter(e => (e.closest(".choice") ?? e).getBoundingClientRect().height < least - .5)
            .map(e => e.outerHTML.slice(0, 90) + " " + Math.round(e.getBoundingClientRect().height))""",
        least,
    )


def first_load(page: Page) -> int:
    """The bytes of a first load, compressed as they are served: the page, its styles and scripts."""
    loaded: list[str] = page.evaluate(
        """() => performance.getEntriesByType("resource").map(e => new URL(e.name).pathname)
            .filter(path => path.startsWith("/static/")).map(path => path.slice(8))"""
    )
    return len(gzip.compress(page.content().encode())) + sum(_weight(name) for name in loaded)


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


@cache
def _weight(name: str) -> int:
    return len(gzip.compress(Path(finders.find(name)).read_bytes()))


def check(page: Page, *, portal: bool = False) -> list[str]:
    """All that is wrong with the page that is open. In the dark only colours are others."""
    wrong = [f"heavy: {weight}"] if (weight := first_load(page)) > FIRST_LOAD else []
    wrong += [f"light: {each}" for each in breaches(page)]
    page.emulate_media(color_scheme="dark")
    wrong += [f"dark: {each}" for each in breaches(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    wrong += [f"small: {each}" for each in small_targets(page, 44 if portal else 24)]
    return wrong + [f"wide: {each}" for each in scrolls_sideways(page)]
