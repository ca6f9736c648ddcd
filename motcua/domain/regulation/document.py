"""The index of the regulation as a page of the documentation: clause, what carries it out, what shows it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from .citations import Kind
from .coverage import Carried, Status
from .evidence import Shown

_OPENING = """\
# The regulation in the program

Written by `python -m motcua documents`; do not edit. Clause by clause of the coordination regulation
(Quyết định 1716/QĐ-UBND, 24/04/2019): what in the program carries it out, and which tests show it.
The clauses are explained in Vietnamese inside the application, at `/quy-che`.
"""

_STATUS = {
    Status.CARRIED_OUT: "carried out",
    Status.PARTLY: "partly",
    Status.LATER: "later",
    Status.NOT_FOR_A_PROGRAM: "not for a program",
    Status.FORGOTTEN: "forgotten",
}

_COLUMNS = ("Clause", "Title", "Status", "Acts, rules, papers, jobs", "Screens", "Tests")


def regulation_document(index: Mapping[str, Carried]) -> str:
    """The whole page, in the order of the regulation."""
    return "\n".join([_OPENING, _counted(index.values()), *_articles(index.values())])


def _counted(clauses: Iterable[Carried]) -> str:
    statuses = [each.status for each in clauses]
    counts = (f"{statuses.count(status)} {word}" for status, word in _STATUS.items() if status in statuses)
    return f"{len(statuses)} clauses: {', '.join(counts)}.\n"


def _articles(clauses: Iterable[Carried]) -> Iterator[str]:
    for article, of_article in groupby(clauses, key=lambda each: each.clause.article):
        yield f"## Điều {article}\n"
        yield _row(_COLUMNS)
        yield _row("---" for _ in _COLUMNS)
        yield from (_row(_cells(each)) for each in of_article)
        yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(each: Carried) -> tuple[str, ...]:
    return (
        each.clause.id,
        each.clause.title,
        _status(each),
        _lines(f"{kind} `{name}`" for kind in Kind if kind is not Kind.SCREEN for name in each.by(kind)),
        _lines(f"`{name}`" for name in each.by(Kind.SCREEN)),
        _lines(_link(test) for test in each.tests),
    )


def _status(each: Carried) -> str:
    later = each.silence.later if each.silence else ()
    return _STATUS[each.status] + "".join(f"<br>→ {part.key}" for part in later)


def _lines(entries: Iterable[str]) -> str:
    return "<br>".join(entry.replace("motcua.domain.", "").replace("motcua.", "") for entry in entries)


def _link(test: Shown) -> str:
    return f"[{test.sentence}](../../{test.file})"
