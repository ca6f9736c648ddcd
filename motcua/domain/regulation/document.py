"""The index of the regulation as a page of the documentation: clause, what carries it out, what shows it."""

from collections.abc import Iterable, Iterator, Mapping

from .citations import Kind
from .coverage import Carried, Status

_OPENING = """\
# The regulation in the program

Written by `python -m motcua documents`; do not edit. Clause by clause of the coordination regulation
(Quyết định 1716/QĐ-UBND, 24/04/2019): what in the program carries it out, and which tests show it.
The clauses are explained in Vietnamese inside the application, at `/quy-che`."""

_STATUS = {
    Status.CARRIED_OUT: "carried out",
    Status.PARTLY: "partly",
    Status.LATER: "later",
    Status.NOT_FOR_A_PROGRAM: "not for a program",
    Status.FORGOTTEN: "forgotten",
}

_GROUPS = {
    Kind.ACT: "Acts",
    Kind.RULE: "Rules",
    Kind.PAPER: "Papers",
    Kind.JOB: "Jobs",
    Kind.SCREEN: "Screens",
}


def regulation_document(index: Mapping[str, Carried]) -> str:
    """The whole page: every clause in one table, then, for those carried out, what does it and what shows it."""
    clauses = list(index.values())
    details = [block for each in clauses if each.citations for block in _details(each)]
    return "\n\n".join([_OPENING, _counted(clauses), "\n".join(_table(clauses)), *details]) + "\n"


def _counted(clauses: Iterable[Carried]) -> str:
    statuses = [each.status for each in clauses]
    counts = (f"{statuses.count(status)} {word}" for status, word in _STATUS.items() if status in statuses)
    return f"{len(statuses)} clauses: {', '.join(counts)}."


def _table(clauses: Iterable[Carried]) -> Iterator[str]:
    yield "| Clause | Title | Status | Part that brings the rest | Tests |"
    yield "| --- | --- | --- | --- | --- |"
    for each in clauses:
        later = ", ".join(part.key for part in each.silence.later) if each.silence else ""
        tests = str(len(each.tests) or "")
        yield f"| {each.clause.id} | {each.clause.title} | {_STATUS[each.status]} | {later} | {tests} |"


def _details(each: Carried) -> Iterator[str]:
    yield f"## {each.clause.id} {each.clause.title}"
    for kind, title in _GROUPS.items():
        if names := each.by(kind):
            yield f"{title}: {', '.join(f'`{_short(name)}`' for name in names)}."
    if each.tests:
        yield "\n".join(f"- [{test.sentence}](../../{test.file})" for test in each.tests)


def _short(name: str) -> str:
    return name.removeprefix("motcua.").removeprefix("domain.")
