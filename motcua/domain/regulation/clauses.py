"""The register of the coordination regulation (Quyết định 1716/QĐ-UBND, 24/4/2019), clause by clause.

Long points are cut into numbered parts: `5.1.e-3` is the third part of Điều 5, khoản 1, điểm e. Code,
tests, journal and screens cite these ids and no others. The texts are data, in `clauses.toml`.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_PARTS = re.compile(r"(\d)(?:\.(\d))?(?:\.(\w))?(?:-(\d))?")


ARTICLES = {
    1: "Phạm vi điều chỉnh",
    2: "Đối tượng áp dụng",
    3: "Nguyên tắc phối hợp",
    4: "Trách nhiệm của Trung tâm",
    5: "Trách nhiệm của các sở, ban, ngành",
    6: "Trách nhiệm của Trung tâm với cấp huyện",
    7: "Trách nhiệm của Ủy ban nhân dân cấp huyện",
    8: "Thông tin, báo cáo",
    9: "Trách nhiệm thi hành",
}


class Bearer(StrEnum):
    """Who owes what a clause asks."""

    EVERYBODY = "Mọi cơ quan"
    HEADS = "Người đứng đầu các cơ quan"
    CENTRE = "Trung tâm"
    DEPARTMENT = "Sở, ngành"
    DEPARTMENT_HEAD = "Thủ trưởng sở, ngành"
    DEPARTMENT_OFFICIALS = "Cán bộ của sở, ngành"
    DISTRICT = "Ủy ban nhân dân cấp huyện"


@dataclass(frozen=True)
class Clause:
    """One obligation of the regulation, in our own plain words."""

    id: str
    article: int
    who: tuple[Bearer, ...]
    title: str
    summary: str
    date_rule: str = ""

    def __str__(self) -> str:
        return self.id

    @property
    def place(self) -> str:
        """Where the clause stands, as it is quoted in a letter: "Điều 5, khoản 1, điểm e, phần 3"."""
        numbers = _PARTS.fullmatch(self.id).groups()  # type: ignore[union-attr]
        levels = zip(("Điều", "khoản", "điểm", "phần"), numbers, strict=True)
        return ", ".join(f"{level} {number}" for level, number in levels if number)


class UnknownClause(KeyError):
    """Something cites a clause that the regulation does not have."""


def clause(cited: str) -> Clause:
    """The clause with this id."""
    try:
        return CLAUSES[cited]
    except KeyError:
        raise UnknownClause(cited) from None


def _read() -> dict[str, Clause]:
    with (Path(__file__).parent / "clauses.toml").open("rb") as file:
        written = tomllib.load(file)
    return {number: _clause(number, **fields) for number, fields in written.items()}


def _clause(number: str, who: list[str], title: str, summary: str, date_rule: str = "") -> Clause:
    article = int(number.split(".")[0])
    return Clause(number, article, tuple(Bearer[name] for name in who), title, summary, date_rule)


CLAUSES: dict[str, Clause] = _read()
