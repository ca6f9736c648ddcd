"""The answers to a procedure's own form as a declaration on paper; or its sample, filled in with the examples."""

from dataclasses import dataclass

from motcua.domain.papers.facts import Letterhead
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "own_form", "4.1.b", "5.1.d")


@dataclass(frozen=True)
class Row:
    """One row of a table, cell by cell."""

    cells: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """One question and its answer in words; or the parts of a person or an address; or a table."""

    question: str
    answer: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class OwnFormFacts:
    """Tờ khai điện tử của một thủ tục; `sample` khi điền bằng ví dụ, không của ai."""

    letterhead: Letterhead
    procedure: str
    code: str
    version: int
    answers: tuple[Answer, ...]
    addressed_to: str = ""
    declared_by: str = ""
    sample: bool = False
