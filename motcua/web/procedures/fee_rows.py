"""Fees as rows of a form: what is to be paid, by which formula, and who pays less (5.3.a)."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.domain.procedures.parts import LONGEST, FeePart
from motcua.domain.procedures.reckoning import WHOLE, Formula, Relief, faults
from motcua.domain.procedures.terms import Channel, FeeKind
from motcua.domain.vietnamese.text import clean
from motcua.web.components.fields import MoneyField, NumberField, TextField
from motcua.web.components.typed import Rows, Typed

from .row_fields import rows

_FEE = ("kind", "name", "channel", "amount", "per", "note", "later_from", "later", "ceiling")
_RELIEF = ("group", "percent", "basis", "proof")


class FeeRow(Typed):
    """One fee or charge."""

    name = TextField(label="Tên khoản thu", max_length=500)
    kind = forms.ChoiceField(label="Loại", choices=FeeKind.choices, initial=FeeKind.FEE)
    amount = MoneyField(label="Mức thu (đồng)", min_value=0, required=False)
    per = TextField(label="Tính theo", max_length=200, required=False)
    channel = forms.ChoiceField(label="Cách nộp hồ sơ", choices=[("", "Mọi cách"), *Channel.choices], required=False)
    note = TextField(label="Ghi chú", max_length=2000, required=False)
    later_from = NumberField(label="Mức tiếp theo từ đơn vị thứ", min_value=2, max_value=LONGEST, required=False)
    later = MoneyField(label="Mức tiếp theo (đồng)", min_value=0, required=False)
    ceiling = MoneyField(label="Tối đa một bản (đồng)", min_value=0, required=False)

    def stepped(self) -> bool:
        """Whether its sum is more than an amount times a number."""
        return any(self[name].value() not in (None, "") for name in ("later_from", "later", "ceiling"))

    def clean(self) -> dict[str, Any]:
        """A formula from which a sum follows."""
        said = self.cleaned_data
        if not self.errors and self.has_changed():
            formula = Formula(said["amount"] or 0, said["per"], said["later_from"], said["later"], said["ceiling"])
            for fault in faults(formula):
                self.add_error(None, fault)
        return said


class ReliefRow(Typed):
    """Who pays less: for one of the fees by its name, or for all of them."""

    fee = forms.ChoiceField(label="Khoản thu", required=False)
    group = TextField(label="Đối tượng", max_length=300)
    percent = NumberField(label="Giảm bao nhiêu phần trăm", min_value=1, max_value=WHOLE)
    basis = TextField(label="Căn cứ", max_length=500)
    proof = TextField(label="Giấy tờ chứng minh", max_length=300)

    def __init__(self, *args: Any, fees: Rows[FeeRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict.fromkeys(name for row in fees if (name := clean(str(row["name"].value() or ""))))
        self.fields["fee"].choices = [("", "Mọi khoản thu"), *((name, name) for name in names)]  # type: ignore[attr-defined]
        self.fields["percent"].help_text = "100 là miễn."


def fee_rows(known: Sequence[FeePart], sent: QueryDict | None, *, check: bool) -> tuple[Rows[FeeRow], Rows[ReliefRow]]:
    """The fees, and below them who pays less; a relief that all fees of one name have stands once."""
    fees = rows("fees", FeeRow, [asdict(fee) for fee in known], sent, check=check)
    reliefs = {(fee.name, relief): {"fee": fee.name, **asdict(relief)} for fee in known for relief in fee.reliefs}
    return fees, rows("reliefs", partial(ReliefRow, fees=fees), list(reliefs.values()), sent, check=check)


def fees_of(fees: Rows[FeeRow], reliefs: Rows[ReliefRow]) -> tuple[FeePart, ...]:
    """The fees that were written, each with the reliefs of its name."""
    less = [(row["fee"], Relief(**{name: row[name] for name in _RELIEF})) for row in reliefs.values()]
    return tuple(
        FeePart(
            **{name: row[name] for name in _FEE}, reliefs=tuple(each for to, each in less if to in ("", row["name"]))
        )
        for row in fees.values()
    )
