"""Short forms of the desk: copying, publishing, withdrawing, giving away. Shape is checked here, law by the acts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from motcua.web.components.fields import DateField, Form, TextField

CODE = RegexValidator(r"^[\w.-]+\Z", "Mã thủ tục chỉ gồm chữ, số, dấu chấm và dấu gạch nối, ví dụ 1.000703.")


class CopyForm(Form):
    """The code and the owner of the copy."""

    code = TextField(label="Mã thủ tục mới", max_length=40, validators=[CODE], autocomplete="off")
    owner = forms.ChoiceField(label="Cơ quan chủ quản")

    def __init__(self, *args: Any, owners: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", "Chọn cơ quan"), *((each.code, each.name) for each in owners)]  # type: ignore[attr-defined]


class PublishForm(Form):
    """From when, and until when if that is known."""

    valid_from = DateField(label="Ngày bắt đầu có hiệu lực")
    valid_to = DateField(label="Ngày có hiệu lực cuối cùng", required=False)


class WithdrawForm(Form):
    """After which day, and by which decision."""

    valid_to = DateField(label="Ngày có hiệu lực cuối cùng")
    decision = TextField(label="Quyết định bãi bỏ", max_length=200, help_text="Ví dụ 2041/QĐ-UBND ngày 15/06/2019.")


class OwnerForm(Form):
    """To whom a procedure is given, and by which decision."""

    owner = forms.ChoiceField(label="Cơ quan chủ quản mới")
    decision = TextField(label="Quyết định", max_length=200, help_text="Ví dụ 2041/QĐ-UBND ngày 15/06/2019.")

    def __init__(self, *args: Any, owners: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", "Chọn cơ quan"), *((each.code, each.name) for each in owners)]  # type: ignore[attr-defined]
