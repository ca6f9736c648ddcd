"""What officials type about feedback: shape is checked here, law by the acts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from motcua.domain.feedback.answering import Draft
from motcua.domain.feedback.publishing.publishing import Words
from motcua.domain.feedback.terms import Channel, Kind, Verdict
from motcua.domain.papers.uploads import Upload
from motcua.web.components.fields import Form, LongTextField, PhoneField, TextField

SUBJECT = 150
COME_BY_THEMSELVES = (Channel.PORTAL, Channel.RATING, Channel.API)
NOBODY = ("", "Chưa rõ nơi nào")


class FileField(forms.FileField):
    """A file as acts take it."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The name and the bytes; nothing where no file was chosen."""
        sent = super().clean(data, initial)
        return Upload(sent.name or "", sent.read(settings.MAX_SCAN_BYTES + 1)) if sent else None


class BodyField(forms.ChoiceField):
    """A body of the province, those of a kind together."""

    def offer(self, bodies: Iterable[Any], nobody: tuple[str, str]) -> None:
        """The bodies of this day, each kind under its name."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for each in bodies:
            groups.setdefault(each.get_kind_display(), []).append((each.code, each.name))
        self.choices = [nobody, *groups.items()]


class RecordForm(Form):
    """What somebody said by telephone, at the desk, in the letter box, by letter or on a social network."""

    channel = forms.ChoiceField(
        label="Kênh",
        choices=[(each.value, each.label) for each in Channel if each not in COME_BY_THEMSELVES],
        widget=forms.RadioSelect,
        initial=Channel.HOTLINE.value,
    )
    subject = TextField(label="Phản ánh về việc gì", max_length=SUBJECT)
    text = LongTextField(label="Nội dung", max_length=6000, help_text="Ghi đúng lời người phản ánh.")
    kind = forms.ChoiceField(label="Loại", choices=Kind.choices, initial=Kind.HANDLING.value)
    about = BodyField(label="Nơi bị phản ánh", required=False)
    official = TextField(label="Cán bộ bị phản ánh", max_length=120, required=False, help_text="Họ tên hoặc mã cán bộ.")
    dossier = TextField(label="Mã hồ sơ", max_length=40, required=False)
    name = TextField(label="Người phản ánh", max_length=120, required=False, help_text="Để trống nếu không nêu tên.")
    phone = PhoneField(label="Điện thoại", required=False)
    email = forms.EmailField(label="Thư điện tử", max_length=120, required=False)
    address = TextField(label="Địa chỉ", max_length=300, required=False)
    hidden = forms.BooleanField(label="Không cho cơ quan bị phản ánh biết người phản ánh là ai", required=False)
    link = TextField(label="Đường dẫn bài viết", max_length=500, required=False, help_text="Khi lấy từ mạng xã hội.")
    scan = FileField(label="Bản quét thư, ảnh chụp màn hình", required=False, help_text="PDF hoặc ảnh, tối đa 20 MB.")
    recording = FileField(
        label="Ghi âm cuộc gọi", required=False, help_text="MP3, M4A, WAV, OGG hay AMR, tối đa 20 MB."
    )

    def __init__(self, *args: Any, bodies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].offer(bodies, NOBODY)  # type: ignore[attr-defined]

    def clean_link(self) -> str:
        """An address of a page, or nothing: never something that a browser would run."""
        link: str = self.cleaned_data["link"]
        if link and not link.startswith(("https://", "http://")):
            raise ValidationError("Đường dẫn phải bắt đầu bằng https://.", code="invalid")
        return link


class AttachForm(Form):
    """One more file."""

    file = FileField(label="Tệp", help_text="PDF, ảnh hay ghi âm (MP3, M4A, WAV, OGG, AMR), tối đa 20 MB.")
    names_nobody = forms.BooleanField(
        label="Tệp này không lộ người phản ánh là ai", required=False,
        help_text="Cơ quan bị phản ánh mở được, cả khi người phản ánh đề nghị giữ kín tên.",
    )  # fmt: skip


class RouteForm(Form):
    """What it is, and about whom."""

    kind = forms.ChoiceField(label="Loại", choices=Kind.choices, widget=forms.RadioSelect)
    about = BodyField(label="Nơi bị phản ánh")
    official = TextField(label="Cán bộ bị phản ánh", max_length=120, required=False, help_text="Họ tên hoặc mã cán bộ.")

    def __init__(self, *args: Any, bodies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].offer(bodies, ("", "Chọn một nơi"))  # type: ignore[attr-defined]


class DraftForm(Form):
    """What was found, what is done about it, and what who spoke will read."""

    verdict = forms.ChoiceField(label="Kết luận", choices=Verdict.choices, widget=forms.RadioSelect)
    remedy = LongTextField(
        label="Biện pháp khắc phục", max_length=6000, required=False, help_text="Bắt buộc khi phản ánh đúng."
    )
    text = LongTextField(label="Trả lời người phản ánh", max_length=6000)

    def draft(self) -> Draft:
        """As the act takes it."""
        said = self.cleaned_data
        return Draft(Verdict(said["verdict"]), said["text"], remedy=said["remedy"])


class SignedForm(Form):
    """A letter as it was signed."""

    scan = FileField(label="Bản quét văn bản đã ký, đóng dấu", help_text="PDF, JPEG hoặc PNG.")


class ReasonForm(Form):
    """Why."""

    reason = LongTextField(label="Lý do", max_length=500)


class WhatForm(Form):
    """What has to be said more clearly."""

    what = LongTextField(label="Cần nói rõ thêm điều gì", max_length=3000)


class TextForm(Form):
    """Words of somebody, or to somebody."""

    text = LongTextField(label="Nội dung", max_length=3000)


class IntoForm(Form):
    """Into which other one."""

    into = TextField(label="Nhập vào phản ánh", max_length=20, help_text="Mã phản ánh, ví dụ PA240527-7KQ2MN.")


class PublicForm(Form):
    """What everybody will read."""

    subject = TextField(label="Phản ánh về việc gì", max_length=SUBJECT)
    text = LongTextField(label="Nội dung phản ánh", max_length=6000)
    answer = LongTextField(label="Trả lời và việc đã làm", max_length=12000)

    def words(self) -> Words:
        """As the act takes them."""
        return Words(**self.cleaned_data)
