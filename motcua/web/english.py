"""The English of the public pages, compared with what they say.

`python -m motcua.web.english` puts new words into the text and takes out what is gone; with `--check` it changes
nothing. What is missing is named, and ends with 1.
"""

import ast
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

import motcua
from motcua.config.translations import LANGUAGE, TEXT
from motcua.web.components.languages import IN_VIETNAMESE

HOUSE = Path(motcua.__file__).parent
WEB, URLS = HOUSE / "web", HOUSE / "config" / "urls.py"
COUNTING = "counted"  # its words have one form in Vietnamese and two in English
CALLS = ("_", "gettext", "gettext_lazy", "gettext_noop", COUNTING)
WIDTH = 110
HEADER = """\
# English for the pages of the public: our own words. What offices write stays Vietnamese.
# `python -m motcua.web.english` puts in what is new and takes out what is gone; with `--check` it only says so."""
MsgId = str | tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Bring the text up to date, and name what is still to be translated. Needs no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
    said = words_of_the_pages()
    if "--check" not in arguments:
        _write(brought_up_to_date(kept(), said))
    found = faults(kept(), said)
    sys.stdout.write("".join(f"{each}\n" for each in found))
    return 1 if found else 0


def faults(catalog: Catalog, said: set[MsgId]) -> list[str]:
    """What is missing, left over, not translated, uncertain, or not English."""
    known: dict[MsgId, Message] = {_hashable(each.id): each for each in catalog if each.id}
    return [
        *(f"chưa có trong bản tiếng Anh: {_first(each)}" for each in sorted(said - known.keys(), key=_first)),
        *(f"không trang nào dùng nữa: {_first(each)}" for each in sorted(known.keys() - said, key=_first)),
        *(
            f"chưa dịch xong: {_first(_hashable(each.id))}"
            for each in known.values()
            if each.fuzzy or not all(_strings(each))
        ),
        *(f"còn tiếng Việt: {_first(_hashable(each.id))}" for each in known.values() if _is_vietnamese(each)),
    ]


def brought_up_to_date(catalog: Catalog, said: set[MsgId]) -> Catalog:
    """The same with what is new, and without what no page says any more."""
    for each in list(catalog):
        if each.id and each.id not in said:
            catalog.delete(each.id)
    for new in said - {each.id for each in catalog}:
        catalog.add(new, "" if isinstance(new, str) else ("", ""))
    catalog.header_comment = HEADER
    return catalog


def kept() -> Catalog:
    """The text as it stands."""
    with TEXT.open("rb") as source:
        return read_po(source, locale=LANGUAGE)


def words_of_the_pages() -> set[MsgId]:
    """All that templates and modules say through gettext, and the fixed words that pages take from elsewhere."""
    from motcua.web.portal.words import counted_elsewhere, shown_from_elsewhere

    said = [*_said_in_templates(), *_said_in_modules()]
    counted = {words for call, words in said if call == COUNTING} | counted_elsewhere()
    plain = {words for call, words in said if call != COUNTING} | shown_from_elsewhere()
    return {*((each, each) for each in counted), *(plain - counted)}


def _said_in_templates() -> Iterator[tuple[str, str]]:
    """Each call with its words."""
    from jinja2.ext import babel_extract

    for path in WEB.rglob("*.html"):
        with path.open("rb") as template:
            for _, call, said, _ in babel_extract(template, CALLS, [], {"trimmed": "true"}):
                yield call or "", said if isinstance(said, str) else next(each for each in said or () if each)


def _said_in_modules() -> Iterator[tuple[str, str]]:
    for path in (*WEB.rglob("*.py"), URLS):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield node.func.id, str(first.value)


def _write(catalog: Catalog) -> None:
    with TEXT.open("wb") as target:
        write_po(target, catalog, width=WIDTH, sort_output=True, no_location=True, omit_header=False)


def _strings(message: Message) -> tuple[str, ...]:
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def _is_vietnamese(message: Message) -> bool:
    return any(IN_VIETNAMESE.search(each) for each in _strings(message))


def _hashable(words: str | tuple[str, ...] | list[str]) -> MsgId:
    return words if isinstance(words, str) else tuple(words)


def _first(words: MsgId) -> str:
    return words if isinstance(words, str) else words[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
