"""What administrators write about the places of approval: shape is checked here, law by the acts."""

from collections.abc import Iterable
from typing import Any

from django import forms

from motcua.web.components.bodies import by_kind
from motcua.web.components.fields import DateField, Form, TextField


class OfOffice(Form):
    """A form about one of some bodies."""

    office = forms.ChoiceField(label="Nơi tiếp nhận")

    def __init__(self, *args: Any, offices: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = {each.code: each for each in offices}
        self.fields["office"].choices = [("", "Chọn một nơi"), *by_kind(self.offices.values())]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Any:
        """The body that was chosen."""
        return self.offices[self.cleaned_data["office"]]


class NetworkForm(OfOffice):
    """A range of addresses of a one-stop."""

    cidr = TextField(
        label="Dải địa chỉ mạng",
        max_length=43,
        autocomplete="off",
        help_text="Ví dụ 10.20.30.0/24. Chỉ khai báo mạng không dùng được từ ngoài Trung tâm.",
    )
    label = TextField(label="Tên gọi", max_length=80, help_text="Ví dụ “mạng quầy tầng 1”.")


class DeviceForm(OfOffice):
    """The computer on which this is filled in."""

    name = TextField(label="Tên máy", max_length=80, help_text="Ví dụ “máy phòng họp lãnh đạo”.")


class PermitForm(OfOffice):
    """What permits a body to decide elsewhere."""

    document = TextField(label="Văn bản cho phép", max_length=120, help_text="Số, ngày của văn bản.")
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].label = "Cơ quan"


class WhyForm(Form):
    """Why."""

    reason = TextField(label="Lý do", max_length=300)
