"""Which tests show which clause: read from the marks `@pytest.mark.clause("5.1.e-3")` in the source of the tests."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .clauses import clause


@dataclass(frozen=True, order=True)
class Shown:
    """One test that shows a clause at work."""

    file: str
    test: str

    @property
    def sentence(self) -> str:
        """The statement that the test's name makes."""
        return self.test.removeprefix("test_").replace("_", " ")


@cache
def shown_in(folder: Path) -> dict[str, tuple[Shown, ...]]:
    """The marked tests below `folder`, by clause; none where the program runs without its tests.

    A mark on a test, on its class or, as `pytestmark`, on its file counts. A mark with a clause
    that the regulation does not have is an error.
    """
    found: dict[str, list[Shown]] = defaultdict(list)
    for path in sorted(folder.rglob("test_*.py")):
        source = path.read_text(encoding="utf-8")
        if "mark.clause" not in source:
            continue
        for cited, name in _marked(ast.parse(source).body):
            found[clause(cited).id].append(Shown(path.relative_to(folder.parent).as_posix(), name))
    return {cited: tuple(shown) for cited, shown in found.items()}


def _marked(body: list[ast.stmt], inherited: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    inherited += tuple(cited for node in body if _is_pytestmark(node) for cited in _clauses_in([node]))
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _marked(node.body, inherited + tuple(_clauses_in(node.decorator_list)))
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield from ((cited, node.name) for cited in {*inherited, *_clauses_in(node.decorator_list)})


def _is_pytestmark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"


def _clauses_in(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        for call in ast.walk(node):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.clause":
                yield from (str(each.value) for each in call.args if isinstance(each, ast.Constant))
