"""What officials type about questions: shape is checked here, law by the acts."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from motcua.domain.papers.uploads import Upload
from motcua.domain.questions.answering import Reply
from motcua.domain.questions.library import Written
from motcua.domain.questions.publishing import Words
from motcua.domain.questions.terms import Channel
from motcua.web.components.fields import Form, LongTextField, PhoneField, TextField

SUBJECT = 150
NOT_MINE = "Cơ quan phụ trách thủ tục"


class FileField(forms.FileField):
    """A file as acts take it."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The name and the bytes; nothing where no file was chosen."""
        sent = super().clean(data, initial)
        return Upload(sent.name or "", sent.read(settings.MAX_SCAN_BYTES + 1)) if sent else None


class AnswerForm(Form):
    """The answer, what it rests on, and the procedures that it names."""

    text = LongTextField(label="Trả lời", max_length=6000)
    sources = LongTextField(label="Căn cứ", max_length=2000, required=False, help_text="Điều, khoản của văn bản.")
    named = TextField(
        label="Mã thủ tục nêu trong trả lời", required=False, help_text="Nhiều mã thì cách nhau bằng dấu phẩy."
    )
    why_late = TextField(label="Vì sao trả lời chậm", required=False, max_length=500)

    def __init__(self, *args: Any, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sources"].widget.attrs["rows"] = "2"
        if not late:
            del self.fields["why_late"]

    def reply(self, library: Any = None) -> Reply:
        """The answer as the act takes it."""
        said = self.cleaned_data
        return Reply(said["text"], said["sources"], tuple(said["named"].split(",")), library)


class ReasonForm(Form):
    """Why."""

    reason = LongTextField(label="Lý do", max_length=500)


class ForwardForm(Form):
    """To whom, and why."""

    to = forms.ChoiceField(label="Chuyển đến")
    reason = LongTextField(label="Ghi chú", max_length=500, required=False)

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Chọn một cơ quan"), *((each.code, each.name) for each in bodies)]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]


class PublicForm(Form):
    """What everybody will read."""

    subject = TextField(label="Câu hỏi", max_length=SUBJECT)
    text = LongTextField(label="Nội dung hỏi", max_length=3000)
    answer = LongTextField(label="Trả lời", max_length=6000)

    def words(self) -> Words:
        """As the act takes them."""
        return Words(**self.cleaned_data)


class LibraryForm(Form):
    """A question that is asked often, and its answer."""

    subject = TextField(label="Câu hỏi", max_length=SUBJECT, help_text="Như người dân hỏi, một câu ngắn.")
    answer = LongTextField(label="Trả lời", max_length=6000)
    sources = LongTextField(label="Căn cứ", max_length=2000, required=False)
    procedure = TextField(label="Mã thủ tục", max_length=40, required=False, help_text="Để trống nếu hỏi chung.")

    def written(self, version: Any) -> Written:
        """As the act takes it."""
        said = self.cleaned_data
        return Written(said["subject"], said["answer"], said["sources"], version)


class DaysForm(Form):
    """Within how many working days."""

    days = forms.IntegerField(label="Số ngày làm việc", min_value=1, max_value=10)


class SampleFile(Form):
    """A paper that somebody has filled in."""

    file = FileField(label="Tệp PDF hoặc ảnh", help_text="Điền bằng người và số tưởng tượng, đủ mọi ô. Tối đa 20 MB.")


class RecordForm(Form):
    """A contact at the counter, by letter or social network, written down."""

    channel = forms.ChoiceField(
        label="Kênh",
        choices=[(each.value, each.label) for each in Channel if each not in (Channel.PORTAL, Channel.PHONE)],
        widget=forms.RadioSelect,
        initial=Channel.COUNTER.value,
    )
    subject = TextField(label="Việc cần hỏi", max_length=SUBJECT)
    text = LongTextField(label="Nội dung", max_length=3000, required=False)
    procedure = TextField(label="Mã thủ tục", max_length=40, required=False)
    name = TextField(label="Người hỏi", max_length=120, required=False)
    phone = PhoneField(label="Điện thoại", required=False)
    email = forms.EmailField(label="Thư điện tử", max_length=120, required=False)
    address = TextField(label="Địa chỉ", max_length=300, required=False, help_text="Cần khi trả lời bằng thư.")
    link = TextField(label="Đường dẫn bài viết, tin nhắn", max_length=500, required=False)
    letter = FileField(label="Bản quét thư", required=False)
    answer = LongTextField(
        label="Trả lời ngay",
        max_length=6000,
        required=False,
        help_text="Để trống thì chuyển cơ quan phụ trách trả lời.",
    )

    def clean_link(self) -> str:
        """An address of a page, or nothing: never something that a browser would run."""
        link: str = self.cleaned_data["link"]
        if link and not link.startswith(("https://", "http://")):
            raise ValidationError("Đường dẫn phải bắt đầu bằng https://.", code="invalid")
        return link
