"""How far the program carries the regulation: for each clause what does it, what shows it, and what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import ModuleType

from .citations import Citation, Kind, citations, gather
from .clauses import CLAUSES, Clause
from .evidence import Shown, shown_in
from .legal_numbers import LegalNumber
from .limits import numbers_of
from .silence import SILENT, Silence


class Status(StrEnum):
    """Where a clause stands, in the words of the screen."""

    CARRIED_OUT = "Đã thực hiện"
    PARTLY = "Thực hiện một phần"
    LATER = "Sẽ thực hiện"
    NOT_FOR_A_PROGRAM = "Không cần chương trình"
    FORGOTTEN = "Chưa ai nhận"


@dataclass(frozen=True)
class Carried:
    """One clause with everything in the program that serves it."""

    clause: Clause
    citations: tuple[Citation, ...]
    tests: tuple[Shown, ...]
    numbers: tuple[LegalNumber[object], ...]
    silence: Silence | None

    @property
    def status(self) -> Status:
        """Carried out, partly, later, never, or forgotten: a clause nobody thought of."""
        if self.silence is None:
            return Status.CARRIED_OUT if self.citations else Status.FORGOTTEN
        if self.silence.partly:
            return Status.PARTLY
        return Status.LATER if self.silence.later else Status.NOT_FOR_A_PROGRAM

    def by(self, *kinds: Kind) -> tuple[str, ...]:
        """The names of what cites the clause, of these kinds."""
        return tuple(sorted(each.name for each in self.citations if each.kind in kinds))


def index_of(package: ModuleType) -> dict[str, Carried]:
    """The index of the whole program, with the tests that lie beside its package."""
    gather(package)
    return index(shown_in(Path(package.__path__[0]).parent / "tests"))


def index(tests: Mapping[str, Iterable[Shown]]) -> dict[str, Carried]:
    """Every clause in the order of the regulation, with what cites it and the tests that show it."""
    cited = citations()
    return {
        number: Carried(
            clause=each,
            citations=cited.get(number, ()),
            tests=tuple(tests.get(number, ())),
            numbers=tuple(numbers_of(number)),
            silence=SILENT.get(number),
        )
        for number, each in CLAUSES.items()
    }


def forgotten(cited: Iterable[str], silent: Mapping[str, Silence] = SILENT) -> list[str]:
    """Clauses that nothing carries out and that nobody explained."""
    return [number for number in CLAUSES if number not in set(cited) and number not in silent]


def contradicted(cited: Iterable[str], silent: Mapping[str, Silence] = SILENT) -> list[str]:
    """Clauses called silent that something cites all the same, or called partly done that nothing cites."""
    cited = set(cited)
    return [number for number, silence in silent.items() if (number in cited) != silence.partly]
