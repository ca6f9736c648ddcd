"""The one drawing that is carried over: the straight line under the name of a body or under the motto."""

from typing import Any

POINTS_IN_AN_EMU = 1 / 12_700
LINES = {"line", "straightConnector1"}
FLAT = 2.0  # points a line may rise


def drawn_line(element: Any) -> float | None:
    """The length in points of the one straight line that is drawn here; none when it is anything else."""
    chosen = next((each for each in element if _name(each) == "Choice"), element)
    kinds = {_name(each) for each in chosen.iter() if isinstance(each.tag, str)}
    if kinds & {"txbx", "textbox", "blip", "imagedata", "pic", "grpSp", "wgp", "group", "chart"}:
        return None
    return _drawn(chosen) if "prstGeom" in kinds else _vector(chosen)


def _drawn(chosen: Any) -> float | None:
    shapes = [each.get("prst") for each in chosen.iter() if _name(each) == "prstGeom"]
    extent = next((each for each in chosen.iter() if _name(each) == "extent"), None)
    if len(shapes) != 1 or shapes[0] not in LINES or extent is None:
        return None
    width, height = (float(extent.get(side, "0")) * POINTS_IN_AN_EMU for side in ("cx", "cy"))
    return width if height <= FLAT else None


def _vector(chosen: Any) -> float | None:
    """A line as older versions of Word write it: from one point to another."""
    shapes = [each for each in chosen.iter() if isinstance(each.tag, str) and each.tag.startswith("{urn:schemas-mic")]
    lines = [each for each in shapes if _name(each) == "line"]
    if len(lines) != 1 or any(_name(each) in {"shape", "rect", "oval", "roundrect"} for each in shapes):
        return None
    try:
        (left, top), (right, bottom) = (
            (float(part.removesuffix("pt")) for part in lines[0].get(end, "").split(",")) for end in ("from", "to")
        )
    except ValueError:
        return None
    return abs(right - left) if abs(bottom - top) <= FLAT else None


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
