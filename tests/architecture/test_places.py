"""Every entrance that decides says where: the default of the acts is for demo and tests alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2] / "motcua"
ENTRANCES = ("web", "api", "jobs", "cli")
DECIDING = ("decision.approve", "decision.endorse", "decision.reject")


def decisions() -> Iterator[tuple[str, ast.Call]]:
    """The calls of `decision.approve`, `endorse` and `reject` outside the domain, each with where it stands."""
    for folder in ENTRANCES:
        for module in sorted((HOUSE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(module.read_text())):
                if isinstance(node, ast.Call) and ast.unparse(node.func) in DECIDING:
                    yield f"{module.relative_to(HOUSE)}:{node.lineno}", node


def test_no_entrance_decides_without_saying_where():
    found = list(decisions())
    assert len(found) >= len(DECIDING)
    silent = [where for where, call in found if "at_place" not in {each.arg for each in call.keywords}]
    assert not silent
