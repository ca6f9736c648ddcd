"""What somebody at home writes about a dossier that was received: shape here, law by the acts."""

from collections.abc import Collection
from typing import Any

from django import forms

from motcua.domain.citizens.told_by import Address
from motcua.domain.dossiers.from_home.sending import Paid
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.messages.terms import AddressKind
from motcua.domain.vietnamese.identity import show_phone
from motcua.web.components.fields import DateField, Form, LongTextField, TextField

TO = {AddressKind.PHONE: "Báo đến số {} bằng", AddressKind.EMAIL: "Báo đến {} bằng"}


class PaidForm(Form):
    """By which receipt or transaction something was paid, and when."""

    number = TextField(
        label="Số biên lai hoặc mã giao dịch", max_length=80, autocomplete="off",
        help_text="Có trên biên lai, hoặc trong tin nhắn của ngân hàng.",
    )  # fmt: skip
    on = DateField(label="Ngày nộp tiền")

    @property
    def paid(self) -> Paid:
        """As the act takes it."""
        return Paid(**self.cleaned_data)


class WishForm(Form):
    """Why."""

    reason = LongTextField(label="Lý do", max_length=2000)


class ReturnForm(Form):
    """How the result is to come."""

    return_by = forms.ChoiceField(label="Cách nhận kết quả", choices=ReturnBy.choices, widget=forms.RadioSelect)


class WaysForm(Form):
    """By which ways somebody is told: a line for each address that is theirs for certain."""

    def __init__(self, *args: Any, addresses: list[Address], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in addresses:
            self.fields[each.kind.value] = forms.MultipleChoiceField(
                label=TO[each.kind].format(
                    show_phone(each.address) if each.kind == AddressKind.PHONE else each.address
                ),
                choices=[(way.value, way.label) for way in each.ways],
                initial=[way.value for way in each.wanted],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    @property
    def chosen(self) -> dict[AddressKind, Collection[str]]:
        """The ways chosen for each address."""
        return {AddressKind(name): ways for name, ways in self.cleaned_data.items()}
