"""The glossary and the source speak the same words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import motcua

PACKAGE = Path(motcua.__file__).parent
GLOSSARY = PACKAGE.parent / "docs" / "glossary.md"


def terms() -> Iterator[tuple[str, str, list[str]]]:
    """Vietnamese, English and code names of each row."""
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 4 and cells[0] != "Vietnamese" and not cells[0].startswith("---"):
            yield cells[0], cells[1], re.findall(r"`(\w+)`", cells[2])


@pytest.fixture(scope="module")
def names_in_the_source() -> set[str]:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        found |= {path.stem, path.parent.name}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found |= {getattr(node, attribute, None) for attribute in ("name", "id", "arg", "attr")}
    return found


def test_every_code_name_of_the_glossary_stands_in_the_source(names_in_the_source):
    assert [code for _, _, codes in terms() for code in codes if code not in names_in_the_source] == []


def test_every_term_has_both_languages_and_stands_there_once():
    vietnamese = [original for original, _, _ in terms()]
    assert len(vietnamese) > 90
    assert len(set(vietnamese)) == len(vietnamese)
    assert all(english for _, english, _ in terms())
