"""What an applicant says beside the papers."""

from typing import Any

from django import forms

from motcua.domain.dossiers.terms import ReturnBy
from motcua.web.components.fields import Form, LongTextField, PhoneField, TextField

SELF = "self"
KEPT = ("for_whom", "one_stop", "phone", "address", "email", "summary", "return_by")


class Matter(Form):
    """For whom, where, how to reach the applicant, how the result comes. Choices are given by the page."""

    for_whom = forms.ChoiceField(label="Nộp cho", widget=forms.RadioSelect)
    one_stop = forms.ChoiceField(label="Nơi tiếp nhận")
    phone = PhoneField(label="Điện thoại liên hệ")
    address = TextField(label="Địa chỉ", autocomplete="street-address")
    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        error_messages={"invalid": "Thư điện tử chưa đúng, ví dụ ten@congty.vn."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    summary = LongTextField(label="Nội dung đề nghị", required=False, max_length=500)
    return_by = forms.ChoiceField(label="Nhận kết quả", widget=forms.RadioSelect, choices=ReturnBy.choices)

    def __init__(self, *args: Any, whom: list[tuple[str, str]], where: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["for_whom"].choices = whom  # type: ignore[attr-defined]
        self.fields["one_stop"].choices = where  # type: ignore[attr-defined]
        if len(where) == 1:  # said whole, which a list would cut off on a telephone
            self.fields["one_stop"].widget = forms.RadioSelect(choices=where)
        if len(whom) == 1:
            self.fields["for_whom"].widget = forms.HiddenInput()
