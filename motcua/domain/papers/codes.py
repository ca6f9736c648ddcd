"""The two marks a machine reads on a paper: QR for the look-up address, Code 128 for the dossier code.

Both are drawn as SVG for the printer of papers; nothing else here knows the libraries behind them.
"""

import io

import segno
from barcode.codex import Code128

QUIET_MODULES = 10  # blank modules that a reader of Code 128 needs on either side


def qr(text: str) -> str:
    """The QR code of a text as SVG, with its quiet zone; still readable with 15 % of it lost."""
    svg = io.BytesIO()
    segno.make_qr(text, error="m").save(svg, kind="svg", border=4, xmldecl=False, omitsize=True, light="#fff")
    return svg.getvalue().decode()


def code128(text: str) -> str:
    """The Code 128 of a text as SVG: one unit a module, stretched by whoever prints it."""
    modules = code128_modules(text)
    width = len(modules) + 2 * QUIET_MODULES
    path = "".join(f"M{start + QUIET_MODULES} 0h{length}v10h-{length}z" for start, length in bars(modules))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 10" preserveAspectRatio="none">'
        f'<path fill="#fff" d="M0 0h{width}v10h-{width}z"/><path d="{path}"/></svg>'
    )


def code128_modules(text: str) -> str:
    """The modules from left to right: 1 is black, 0 is white."""
    (modules,) = Code128(text).build()
    return modules


def bars(modules: str) -> list[tuple[int, int]]:
    """The black bars as (first module, number of modules)."""
    bars, at = [], 0
    for run in modules.replace("01", "0 1").replace("10", "1 0").split():
        if run[0] == "1":
            bars.append((at, len(run)))
        at += len(run)
    return bars
