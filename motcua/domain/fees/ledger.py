"""Entering a movement into the books: what one account gains another loses, or nothing is entered (5.3.d)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError

from motcua.domain.journal.recording import Signs
from motcua.domain.regulation.answers import Refused
from motcua.domain.statements import add

from .models import Movement, Posting
from .terms import Book, MovementKind


@dataclass(frozen=True)
class Line:
    """An account of a department and what it gains, in đồng; less than nothing when it loses."""

    book: Book
    amount: int
    kind: str = ""
    shift: int | None = None
    department: int | None = None  # another than that of the movement


class MonthClosed(Refused):
    """Something would be entered into a month that was sent to the department: it is corrected in the next."""

    clause = "4.5.b"


class Unbalanced(ValueError):
    """A fault of the program: money would come from nowhere."""


def enter(
    kind: MovementKind, lines: Iterable[Line], *, about: str, department: int, by: Signs, at: datetime
) -> Movement | None:
    """Write one balanced movement; lines of nothing are left out, and a movement of nothing is none."""
    real = [line for line in lines if line.amount]
    if sum(line.amount for line in real) != 0:
        raise Unbalanced(f"{kind} of {about}: {real}")
    if not real:
        return None
    (movement,) = add([Movement(kind=kind, about=about, at=at, by_code=by.code)])
    try:
        add([_posting(movement, line, department) for line in real])
    except IntegrityError as error:
        if "closed_month" in str(error):
            raise MonthClosed("Tháng này đã chốt với sở, ngành: hãy ghi bút toán điều chỉnh vào tháng sau.") from None
        raise
    return movement


def _posting(movement: Movement, line: Line, department: int) -> Posting:
    return Posting(
        movement=movement, book=line.book, department_id=line.department or department, kind=line.kind,
        shift=line.shift, amount=line.amount,
    )  # fmt: skip
