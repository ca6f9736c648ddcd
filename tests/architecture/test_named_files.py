"""Files that documents and docstrings name are there: a reader who follows a name finds something."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRITTEN = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = [*(ROOT / "motcua").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
THERE = [
    f"/{path.relative_to(ROOT)}" for place in ("motcua", "tests", "docs", "bench") for path in (ROOT / place).rglob("*")
]
_NAMED = re.compile(r"`((?:[\w-]+/)+[\w-]+\.(?:py|toml|html|css|md|typ))`")
_LINKED = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def not_there(text: str) -> list[str]:
    """Files named between backquotes, in full or by the end of their path, that nobody finds."""
    return [name for name in _NAMED.findall(text) if not any(each.endswith(f"/{name}") for each in THERE)]


@pytest.mark.parametrize("document", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_names_or_links_to_is_there(document: Path):
    text = document.read_text(encoding="utf-8")
    assert not_there(text) == []
    assert [link for link in _LINKED.findall(text) if not (document.parent / link).exists()] == []


def test_what_a_module_names_is_there():
    named = {str(module.relative_to(ROOT)): not_there(module.read_text(encoding="utf-8")) for module in MODULES}
    assert {module: names for module, names in named.items() if names} == {}


def test_a_name_that_leads_nowhere_is_seen():
    missing = "web/nowhere.py"
    assert not_there(f"`docs/style.md`, `web/components/fields.py` and `{missing}`") == [missing]
