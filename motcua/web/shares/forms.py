"""What is typed about promoters and targets, and what the address of the shares asks for."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from motcua.web.components.fields import DateField, Form, TextField

LONGEST_TASK, LONGEST_DOCUMENT = 300, 120


class PromoterForm(Form):
    """An official, a procedure, what he or she does, from–to."""

    procedure = forms.ChoiceField(label="Thủ tục")
    officer = forms.ChoiceField(label="Cán bộ")
    task = TextField(
        label="Việc làm",
        max_length=LONGEST_TASK,
        help_text="Ví dụ: hướng dẫn tạo tài khoản và nộp trực tuyến ngay tại quầy.",
    )
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày", required=False)

    def __init__(
        self, *args: Any, procedures: Iterable[tuple[str, str]], officers: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["procedure"].choices = [("", "Chọn thủ tục"), *procedures]  # type: ignore[attr-defined]
        self.fields["officer"].choices = [("", "Chọn cán bộ"), *officers]  # type: ignore[attr-defined]


class EndForm(Form):
    """The last day."""

    to_on = DateField(label="Đến hết ngày")


class TargetForm(Form):
    """The shares that a body aims at, and the document that asks for them."""

    office = forms.ChoiceField(label="Cơ quan")
    online = forms.IntegerField(
        label="Tỷ lệ nộp trực tuyến (%)", min_value=0, max_value=100, widget=forms.TextInput({"inputmode": "numeric"})
    )
    postal = forms.IntegerField(
        label="Tỷ lệ nộp hoặc nhận qua bưu chính (%)",
        min_value=0,
        max_value=100,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    document = TextField(label="Văn bản giao chỉ tiêu", max_length=LONGEST_DOCUMENT, help_text="Ví dụ: 45/KH-UBND.")
    from_on = DateField(label="Áp dụng từ ngày")

    def __init__(self, *args: Any, offices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [("", "Chọn cơ quan"), *offices]  # type: ignore[attr-defined]


def month_in(text: str, today: date) -> date:
    """The first day of the month that an address names (2019-05); this month where it names none, or one to come."""
    this = today.replace(day=1)
    if not re.fullmatch(r"20[0-9]{2}-(0[1-9]|1[0-2])", text, re.ASCII):
        return this
    return min(date(int(text[:4]), int(text[5:]), 1), this)
