"""What is typed at the desk of the second seals, checked for shape; the acts check the law."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings

from motcua.domain.papers.uploads import Upload
from motcua.domain.vietnamese.dates import show_date
from motcua.web.components.fields import DateField, Form, LongTextField, TextField

ONE_FILE = "Một tệp PDF, hoặc một ảnh JPEG, PNG."


class NothingForm(Form):
    """Only the press of the button is asked for."""


class AgainForm(Form):
    """Why a result is stamped a second time."""

    reason = TextField(label="Lý do đóng dấu lại", max_length=300, help_text="Ví dụ: bản đã đóng dấu bị nhòe mực.")


class GiveForm(Form):
    """Into whose hands the seal goes."""

    to = forms.ChoiceField(label="Người nhận")
    note = TextField(label="Biên bản, ghi chú", max_length=300, required=False)

    def __init__(self, *args: Any, officers: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.officers = {each.code: each for each in officers}
        named = [(each.code, each.name) for each in self.officers.values()]
        self.fields["to"].choices = [("", "Chọn người nhận"), *named]  # type: ignore[attr-defined]

    def officer(self) -> Any:
        """The chosen official."""
        return self.officers[self.cleaned_data["to"]]


class DamagedForm(Form):
    """What happened to the seal, and under which minutes it was withdrawn."""

    reason = TextField(label="Hư hỏng như thế nào", max_length=300)
    minutes = TextField(label="Số biên bản thu con dấu", max_length=120)


class LostForm(Form):
    """How the seal was lost, and where that was reported."""

    reason = LongTextField(label="Mất khi nào, trong trường hợp nào", max_length=1000)
    police_report = TextField(label="Số văn bản trình báo cơ quan công an", max_length=120)


class AgreementForm(Form):
    """What both sides signed on paper."""

    department = forms.ChoiceField(label="Sở, ngành")
    number = TextField(label="Số quy chế", max_length=80, help_text="Ví dụ 05/QCPH-SKHĐT-TTPVHCC.")
    signed_on = DateField(label="Ngày ký")
    valid_from = DateField(label="Có hiệu lực từ ngày")
    valid_to = DateField(label="Đến hết ngày", required=False)
    codes = LongTextField(
        label="Mã các thủ tục được đóng dấu tại Trung tâm",
        required=False,
        help_text="Mỗi dòng một mã. Để trống nếu quy chế nói về mọi thủ tục của sở, ngành.",
    )
    signed_copy = forms.FileField(label="Bản quét quy chế đã ký", required=False, help_text=ONE_FILE)

    def __init__(self, *args: Any, departments: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.departments = {each.code: each for each in departments}
        named = [(each.code, each.name) for each in self.departments.values()]
        first = [("", "Chọn sở, ngành")] if len(named) != 1 else []
        self.fields["department"].choices = [*first, *named]  # type: ignore[attr-defined]

    def chosen(self) -> Any:
        """The chosen department."""
        return self.departments[self.cleaned_data["department"]]

    def wanted(self) -> list[str]:
        """The codes that were typed."""
        return list(dict.fromkeys(self.cleaned_data["codes"].replace(",", " ").replace(";", " ").split()))


class RegistrationForm(Form):
    """What the certificate of registration says."""

    number = TextField(label="Số giấy chứng nhận đăng ký mẫu con dấu", max_length=80)
    on = DateField(label="Ngày đăng ký")
    sample = forms.FileField(label="Mẫu dấu đã đóng", required=False, help_text=ONE_FILE)
    replaces = forms.ChoiceField(label="Thay cho con dấu", required=False)

    def __init__(self, *args: Any, stopped: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stopped = {str(each.pk): each for each in stopped}
        named = [(pk, f"{each.registration} ({each.get_state_display().lower()})") for pk, each in self.stopped.items()]
        self.fields["replaces"].choices = [("", "Không thay con dấu nào"), *named]  # type: ignore[attr-defined]
        if not named:
            del self.fields["replaces"]

    def replaced(self) -> Any:
        """The damaged or lost seal that this one replaces."""
        return self.stopped.get(self.cleaned_data.get("replaces", ""))


class EndForm(Form):
    """From when on results are sealed elsewhere again."""

    last_on = DateField(label="Ngày áp dụng cuối cùng")
    reason = TextField(label="Lý do", max_length=300)


class SearchForm(Form):
    """Which lines of the register are looked for; what can not be read is left out."""

    tim = TextField(label="Mã hồ sơ hoặc số kết quả", required=False, max_length=80, autocomplete="off")
    ngay = DateField(label="Ngày đóng dấu", required=False, help_text="")
    dau = forms.ChoiceField(label="Con dấu", required=False)

    def __init__(self, *args: Any, seals: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(each.pk), f"{each.department.short_name}: {each.registration}") for each in seals]
        self.fields["dau"].choices = [("", "Mọi con dấu"), *named]  # type: ignore[attr-defined]


def upload_of(file: Any) -> Upload | None:
    """A file that was sent along, read no further than it may be large."""
    return Upload(file.name or "", file.read(settings.MAX_SCAN_BYTES + 1)) if file else None


def days(first: Any, last: Any) -> str:
    """From when to when, in words."""
    return f"từ {show_date(first)}" + (f" đến hết {show_date(last)}" if last else ", không thời hạn")
