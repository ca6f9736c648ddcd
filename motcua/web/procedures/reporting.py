"""The report of an import, a page at a time: what went wrong first, then what needs a look."""

from dataclasses import dataclass

from motcua.domain.procedures.importing.report import Outcome, Report, Row
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.environment import address

SIZE = 100
_FIRST = (Outcome.ERROR, Outcome.NEEDS_REVIEW, Outcome.CHANGED, Outcome.NEW, Outcome.UNCHANGED)


@dataclass(frozen=True)
class Shown:
    """Some rows of the report, what they are narrowed to, and the pages beside."""

    rows: list[Row]
    asked: str
    first: int
    total: int
    previous: str
    next: str


def shown_rows(request: OfficialRequest, report: Report) -> Shown:
    """The rows of the asked outcome, or of all, on the asked page."""
    asked = request.GET.get("ket-qua", "")
    asked = asked if asked in set(Outcome) else ""
    rows = [row for row in report.rows if not asked or row.outcome == asked]
    rows.sort(key=lambda row: _FIRST.index(row.outcome))
    number = request.GET.get("trang", "1")
    page = min(max(int(number), 1), len(rows) // SIZE + 1) if number.isascii() and number.isdecimal() else 1
    start = (page - 1) * SIZE

    def at(number: int) -> str:
        return address(request.path, request.GET, {"trang": number})

    more = start + SIZE < len(rows)
    return Shown(
        rows=rows[start : start + SIZE],
        asked=asked,
        first=start + 1,
        total=len(rows),
        previous=at(page - 1) if page > 1 else "",
        next=at(page + 1) if more else "",
    )
