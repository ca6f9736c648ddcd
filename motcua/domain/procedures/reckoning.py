"""What a tariff line comes to: once, by the page with a ceiling, and less for whom the law favours (4.5.a).

Money is whole đồng: a reduction that does not come out even is refused when it is announced, never rounded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.money import show_money

WHOLE = 100


class NotReckonable(Refused):
    """A line from which no sum follows."""

    clause = "4.5.a"


@dataclass(frozen=True)
class Formula:
    """How the sum of a line is made.

    `amount` is for the whole matter or, where `per` names a unit, for each; from the unit numbered `later_from` on
    each costs `later`; one copy never costs more than `ceiling`.
    """

    amount: int
    per: str = ""
    later_from: int | None = None
    later: int | None = None
    ceiling: int | None = None


@dataclass(frozen=True)
class Relief:
    """Who pays less: a group of persons, by how many of a hundred, on which ground, shown by which paper."""

    group: str
    percent: int
    basis: str
    proof: str


@dataclass(frozen=True)
class Sum:
    """What is to be paid for one line, and how it came about."""

    before: int
    relief: Relief | None
    due: int

    @property
    def remitted(self) -> int:
        """What is not asked for."""
        return self.before - self.due


@rule("4.5.a", "5.3.a")
def reckon(formula: Formula, *, units: int = 1, copies: int = 1, reliefs: Sequence[Relief] = ()) -> Sum:
    """The sum for so many units in each of so many copies; of several reliefs the one that favours the payer most."""
    if units < 1 or copies < 1:
        raise NotReckonable("Số trang, số bản phải từ 1 trở lên.")
    before = one_copy(formula, units) * copies
    relief = max(reliefs, key=lambda each: each.percent, default=None)
    return Sum(before, relief, before - before * relief.percent // 100 if relief else before)


def one_copy(formula: Formula, units: int) -> int:
    """What a single copy of so many units costs."""
    if not formula.per:
        return formula.amount
    first = units if formula.later_from is None else min(units, formula.later_from - 1)
    whole = first * formula.amount + (units - first) * (formula.later or 0)
    return whole if formula.ceiling is None else min(whole, formula.ceiling)


@rule("5.3.a")
def faults(formula: Formula, reliefs: Sequence[Relief] = ()) -> list[str]:
    """Why a line can not be announced, as sentences; nothing when it can."""
    return [*_of_formula(formula), *(fault for each in reliefs for fault in _of_relief(formula, each))]


def in_words(formula: Formula, reliefs: Sequence[Relief] = (), note: str = "") -> tuple[str, ...]:
    """What is posted beside its amount: what further units cost, the ceiling, who pays less, and a note."""
    said = []
    if formula.later_from is not None:
        said.append(f"từ {formula.per} thứ {formula.later_from}: {show_money(formula.later or 0)}/{formula.per}")
    if formula.ceiling is not None:
        said.append(f"không quá {show_money(formula.ceiling)} một bản")
    return (*said, *map(relief_in_words, reliefs), *filter(None, (note,)))


def relief_in_words(relief: Relief) -> str:
    """Who pays how much less, and what shows it."""
    less = "miễn" if relief.percent == WHOLE else f"giảm {relief.percent}%"
    return f"{less} cho {relief.group} (kèm {relief.proof}; {relief.basis})"


def _of_formula(formula: Formula) -> list[str]:
    found = []
    amounts = [each for each in (formula.amount, formula.later, formula.ceiling) if each is not None]
    if min(amounts) < 0:
        found.append("Mức thu phải từ 0 đồng trở lên.")
    if not formula.per and (formula.later_from, formula.later, formula.ceiling) != (None, None, None):
        found.append("Chỉ khoản thu theo trang, theo bản mới có mức thu tiếp theo và mức tối đa.")
    if (formula.later_from is None) != (formula.later is None):
        found.append("Mức thu tiếp theo phải ghi cả mức thu và áp dụng từ đơn vị thứ mấy.")
    if formula.later_from is not None and formula.later_from < 2:
        found.append("Mức thu tiếp theo áp dụng sớm nhất từ đơn vị thứ 2.")
    return found


def _of_relief(formula: Formula, relief: Relief) -> list[str]:
    found = []
    if not 1 <= relief.percent <= WHOLE:
        found.append(f"Mức giảm cho {relief.group} phải từ 1 đến 100 phần trăm.")
    if not (relief.group and relief.basis and relief.proof):
        found.append("Mỗi mức miễn, giảm phải ghi đối tượng, căn cứ và giấy tờ chứng minh.")
    amounts = (formula.amount, formula.later or 0, formula.ceiling or 0)
    if any(amount * relief.percent % 100 for amount in amounts):
        found.append(f"Mức giảm {relief.percent}% cho {relief.group} không ra số đồng chẵn: hãy ghi mức thu khác.")
    return found
