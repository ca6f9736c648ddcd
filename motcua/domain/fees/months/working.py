"""A month of many receipts is worked on some at a time, each batch kept: nothing is lost, and progress is seen (4.5.b).

Whoever holds the row of a work does it; who was killed lets go of it, and the next one goes on from the last batch.
"""

from datetime import date, datetime, timedelta
from typing import Any

from motcua.domain.journal.acts import together
from motcua.domain.journal.system import System

from ..models import MonthStatement, MonthWork
from ..shares import rates
from ..terms import StatementState, WorkKind
from . import copies, drawing, reading
from .calendar import month_after
from .summing import Paid, Torn, rows


def carry_on(at: datetime) -> bool:
    """Do one batch of the oldest work that waits; whether there was any."""
    with together():
        waiting = MonthWork.objects.select_for_update(of=("self",), skip_locked=True).filter(finished_at=None)
        work = waiting.select_related("by").order_by("id").first()
        if work is not None:
            _GO_ON[WorkKind(work.kind)](work, drawing.locked(MonthStatement(pk=work.statement_id)), at)
            work.save(update_fields=["done", "found", "finished_at"])
        return work is not None


def _draw(work: MonthWork, statement: MonthStatement, at: datetime) -> None:
    """Read one day more; after the last one the statement is put together. What was sent meanwhile stays."""
    if statement.state != StatementState.DRAWN:
        work.finished_at = at
        return
    where = (statement.department_id, statement.desk_id)
    on = date.fromisoformat(work.found.get("next", statement.month.isoformat()))
    paid, torn = reading.counted(*where, *reading.bounds_of_day(on))
    found = [*_kept(work.found.get("paid", ()), Paid), *paid], [*_kept(work.found.get("torn", ()), Torn), *torn]
    following = on + timedelta(days=1)
    work.done = sum(each.receipts for each in found[1])
    work.found = {"next": f"{following}", "paid": _told(found[0]), "torn": _told(found[1])}
    if following < month_after(statement.month):
        return
    lines = drawing.lines_of(*where, statement.month, rows(*found, rates(*where)))
    drawing.put_together(statement, lines, work.by or System(), at)
    work.done, work.found, work.finished_at = work.total, {}, at


def _list(work: MonthWork, statement: MonthStatement, at: datetime) -> None:
    """Give out one volume more of the list of copies 3."""
    after, volume = work.found.get("after"), work.found.get("volume", 0) + 1
    listed = copies.give_out(
        statement, volume, work.total, by=work.by or System(), at=at, after=tuple(after) if after else None
    )
    work.done += len(listed)
    if listed and work.done < work.total:
        work.found = {"after": [listed[-1].book_id, listed[-1].number], "volume": volume}
    else:
        work.found, work.finished_at = {}, at


_GO_ON = {WorkKind.DRAW: _draw, WorkKind.LIST: _list}


def _told(found: list[Any]) -> list[list[Any]]:
    return [[f"{cell}" if isinstance(cell, date) else cell for cell in each] for each in found]


def _kept(told: Any, kind: Any) -> list[Any]:
    """What was told, as it was: the day is the fourth of a payment and the third of receipts."""
    place = kind._fields.index("on")
    marks = [kind._fields.index(each) for each in ("first", "last") if each in kind._fields]
    made = []
    for cells in told:
        cells = list(cells)
        cells[place] = date.fromisoformat(cells[place])
        for mark in marks:
            cells[mark] = tuple(cells[mark]) if cells[mark] else None
        made.append(kind(*cells))
    return made
