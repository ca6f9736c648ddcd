"""What is typed about messages: shape is checked here, the rest by the acts."""

from collections.abc import Iterable
from typing import Any

from django import forms

from motcua.domain.messages.terms import Way
from motcua.web.components.fields import Form, TextField


class FindForm(Form):
    """An address, as somebody says it on the telephone."""

    address = TextField(label="Số điện thoại hoặc địa chỉ thư điện tử", max_length=120, autocomplete="off")


class ChooseForm(Form):
    """By which ways somebody wants to be told."""

    ways = forms.MultipleChoiceField(
        label="Muốn nhận tin qua",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn kênh nào: không gửi tin.",
    )

    def __init__(self, *args: Any, ways: Iterable[Way], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ways"].choices = [(way.value, way.label) for way in ways]  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """The ways as what they are."""
        return {"ways": [Way(each) for each in self.cleaned_data["ways"]]}


class ConsentForm(Form):
    """To which way, and how that was said."""

    way = forms.ChoiceField(label="Kênh")
    how = TextField(
        label="Người nhận đã nói bằng cách nào", help_text="Ví dụ: ký phiếu tại quầy, gọi tổng đài, trả lời tin nhắn."
    )

    def __init__(self, *args: Any, ways: Iterable[Way], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [(way.value, way.label) for way in ways]  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """The way as what it is."""
        return {"way": Way(self.cleaned_data["way"]), "how": self.cleaned_data["how"]}
