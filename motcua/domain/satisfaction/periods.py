"""Months, quarters and years as people compare them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

MONTHS, QUARTERS = 12, 4
Kind = Literal["month", "quarter", "year"]
_OF: dict[Kind, int] = {"month": MONTHS, "quarter": QUARTERS, "year": 1}


@dataclass(frozen=True, order=True)
class Period:
    """A month, a quarter or a year of the calendar; `number` is which of its year, from one."""

    year: int
    kind: Kind
    number: int = 1

    @classmethod
    def of(cls, kind: Kind, day: date) -> "Period":
        """The one in which a day lies."""
        return cls(day.year, kind, (day.month - 1) * _OF[kind] // MONTHS + 1)

    @classmethod
    def read(cls, code: str) -> "Period":
        """From its code: 2024, 2024-q2 or 2024-05; raises `ValueError`."""
        year, _, rest = code.partition("-")
        if not (code.isascii() and len(year) == 4 and year.isdigit() and int(year)):
            raise ValueError(code)
        if not rest:
            return cls(int(year), "year")
        kind, number = ("quarter", rest[1:]) if rest.startswith("q") else ("month", rest)
        if not number.isdigit() or not 1 <= int(number) <= _OF[kind]:  # type: ignore[index]
            raise ValueError(code)
        return cls(int(year), kind, int(number))  # type: ignore[arg-type]

    @property
    def code(self) -> str:
        """How an address names it."""
        return {"year": f"{self.year:04}", "quarter": f"{self.year:04}-q{self.number}",
                "month": f"{self.year:04}-{self.number:02}"}[self.kind]  # fmt: skip

    def months(self) -> list[date]:
        """The first days of its months."""
        each = MONTHS // _OF[self.kind]
        return [date(self.year, (self.number - 1) * each + place + 1, 1) for place in range(each)]

    def previous(self) -> "Period":
        """The one before."""
        if self.number > 1:
            return Period(self.year, self.kind, self.number - 1)
        return Period(self.year - 1, self.kind, _OF[self.kind])

    def parts(self) -> Iterator["Period"]:
        """What it is the sum of: a year of its quarters, a quarter of its months, a month of nothing smaller."""
        if self.kind == "year":
            yield from (Period(self.year, "quarter", number + 1) for number in range(QUARTERS))
        elif self.kind == "quarter":
            yield from (Period(self.year, "month", each.month) for each in self.months())
