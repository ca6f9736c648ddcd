"""What the lines of a month come to, and what of them is kept for the Centre. Pure.

Money is whole đồng. The part that is kept is cut to whole đồng; what is cut off goes to the budget with the rest
and is shown, so that both parts always come to what was collected.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from motcua.domain.regulation.citations import rule

WHOLE = 10_000  # shares are counted in hundredths of a percent
FEE = "fee"
Mark = tuple[int, int, str]  # the book, the number in it, and how both are shown
RateOn = Callable[[str, date], int]


class Paid(NamedTuple):
    """What came in for a fee or a charge in one way; `on` is the day of the receipt, whose share counts."""

    kind: str
    name: str
    channel: str
    on: date
    amount: int


class Torn(NamedTuple):
    """How many receipts were torn for it in the month and how many made void, from which to which number."""

    kind: str
    name: str
    on: date
    receipts: int
    voids: int
    first: Mark | None
    last: Mark | None


@dataclass(frozen=True)
class Row:
    """One line of the statement."""

    kind: str
    name: str
    rate: int
    receipts: int = 0
    voids: int = 0
    first: Mark | None = None
    last: Mark | None = None
    cash: int = 0
    transfer: int = 0
    online: int = 0

    @property
    def collected(self) -> int:
        """What was paid for it in all ways."""
        return self.cash + self.transfer + self.online


class Split(NamedTuple):
    """What is kept, what goes to the budget, and how much below one đồng (in ten-thousandths) was cut off."""

    retained: int
    budget: int
    cut: int


@rule("4.5.c", "5.3.c")
def split(total: int, rate: int) -> Split:
    """Part a sum at a share; both parts always come to the sum."""
    retained, cut = divmod(total * rate, WHOLE)
    return Split(retained, total - retained, cut)


@rule("4.5.c", "5.3.c")
def rate_for(kind: str, name: str, on: date, rate_on: RateOn) -> int:
    """The share of a receipt of that day: only fees (phí) have one, charges (lệ phí) go whole to the budget."""
    return rate_on(name, on) if kind == FEE else 0


@rule("4.5.b")
def rows(paid: Iterable[Paid], torn: Iterable[Torn], rate_on: RateOn) -> list[Row]:
    """The lines of a month: one for each fee or charge at each share, fees first."""
    made: dict[tuple[str, str, int], Row] = {}

    def row(kind: str, name: str, on: date) -> Row:
        rate = rate_for(kind, name, on, rate_on)
        return made.setdefault((kind, name, rate), Row(kind, name, rate))

    for each in paid:
        old = row(each.kind, each.name, each.on)
        more = {each.channel: getattr(old, each.channel) + each.amount}
        made[old.kind, old.name, old.rate] = replace(old, **more)
    for one in torn:
        old = row(one.kind, one.name, one.on)
        made[old.kind, old.name, old.rate] = replace(
            old,
            receipts=old.receipts + one.receipts,
            voids=old.voids + one.voids,
            first=min(filter(None, (old.first, one.first)), default=None),
            last=max(filter(None, (old.last, one.last)), default=None),
        )
    return sorted(made.values(), key=lambda each: (each.kind != FEE, each.name, each.rate))
