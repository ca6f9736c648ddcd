"""What an import did or would do, row by row, in words for those who prepared the file."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NEEDS_REVIEW = "needs_review"
    ERROR = "error"

    @property
    def label(self) -> str:
        """The outcome as people read it."""
        return _LABELS[self]


_LABELS = {
    Outcome.NEW: "Mới",
    Outcome.CHANGED: "Có thay đổi",
    Outcome.UNCHANGED: "Không đổi",
    Outcome.NEEDS_REVIEW: "Cần xem lại",
    Outcome.ERROR: "Lỗi",
}


@dataclass(frozen=True)
class Row:
    """One row of the file: where it stands, what it is about, what became of it and why."""

    line: int
    code: str
    outcome: Outcome
    messages: tuple[str, ...] = ()
    sheet: str = ""

    @property
    def place(self) -> str:
        """Where the row stands in the file."""
        return f"Trang “{self.sheet}”, dòng {self.line}" if self.sheet else f"Dòng {self.line}"

    def sentences(self) -> tuple[str, ...]:
        """The row in words: what became of it, then each reason."""
        return (f"{self.place}: {self.code or 'không có mã'}: {self.outcome.label}", *self.messages)


@dataclass(frozen=True)
class Report:
    """All rows in the order of the file."""

    rows: tuple[Row, ...]
    dry_run: bool

    def as_plain(self) -> list[list[Any]]:
        """The rows as plain values, to be kept between a trial and the import."""
        return [[row.line, row.code, row.outcome.value, list(row.messages), row.sheet] for row in self.rows]

    @classmethod
    def of_trial(cls, plain: Iterable[Any]) -> "Report":
        """The report of a trial as it was kept."""
        rows = (Row(line, code, Outcome(what), tuple(why), sheet) for line, code, what, why, sheet in plain)
        return cls(tuple(rows), dry_run=True)

    @property
    def failed(self) -> bool:
        """Whether a row is wrong, so that nothing at all was or would be taken in."""
        return any(row.outcome == Outcome.ERROR for row in self.rows)

    def count(self, outcome: Outcome) -> int:
        """How many rows ended so."""
        return Counter(row.outcome for row in self.rows)[outcome]

    def summary(self) -> str:
        """The whole in one sentence."""
        counted = ", ".join(f"{self.count(each)} {each.label.lower()}" for each in Outcome if self.count(each))
        said = f"{len(self.rows)} dòng: {counted or 'không có gì'}."
        if self.failed:
            return f"{said} Có dòng lỗi nên chưa nhập gì."
        if self.count(Outcome.UNCHANGED) == len(self.rows):
            return f"{said} Không có gì phải nhập."
        return f"{said} Đây là chạy thử, chưa nhập gì." if self.dry_run else f"{said} Đã nhập."
