"""What people write to ask: shape is checked here, and whether a person can have written it."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError

from motcua.web.components.fields import Form, LongTextField, PhoneField, TextField

QUICKEST, LONGEST = timedelta(seconds=3), timedelta(days=1)
SALT = "hoi-dap"
AGAIN = "Chưa gửi được: biểu mẫu gửi quá nhanh hoặc mở đã quá một ngày. Nội dung vẫn còn; hãy bấm Gửi câu hỏi lần nữa."
LEAVE_EMPTY = "Ô này phải để trống: nó chỉ để nhận ra máy gửi tự động."


def stamp(at: datetime) -> str:
    """When a form was given out, signed, so that nobody can write it themselves."""
    return signing.dumps(at.isoformat(), salt=SALT)


class QuestionForm(Form):
    """What is asked, and where an answer reaches who asked.

    A program fills every field and sends at once; nobody else is asked, and no other site.
    """

    subject = TextField(
        label="Việc cần hỏi", max_length=150, help_text="Một câu ngắn, ví dụ: Làm giấy khai sinh cần những gì?"
    )
    text = LongTextField(
        label="Nội dung câu hỏi",
        max_length=3000,
        help_text="Xin đừng ghi số căn cước hay thông tin riêng nếu không cần cho câu trả lời.",
    )
    name = TextField(label="Tên của bạn", max_length=120, required=False, autocomplete="name")
    phone = PhoneField(label="Điện thoại", required=False, help_text="Để nhận tin nhắn khi có trả lời.")
    email = forms.EmailField(label="Thư điện tử", max_length=120, required=False)
    consent = forms.BooleanField(
        label="Tôi đồng ý cho người khác đọc câu hỏi và câu trả lời",
        help_text="Tên và thông tin riêng được bỏ đi. Bạn đổi ý lúc nào cũng được.",
        required=False,
    )
    website = forms.CharField(label=LEAVE_EMPTY, required=False)
    opened = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        self.fields["website"].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}
        self.fields["email"].widget.attrs |= {"autocomplete": "email"}
        self.fields["text"].widget.attrs |= {"rows": "6"}

    @property
    def shown(self) -> list[Any]:
        """The fields that people fill."""
        return [self[name] for name in self.fields if name not in ("website", "opened")]

    def clean(self) -> dict[str, Any]:
        """Refuse what no hand can have written, in words, and keep what was typed."""
        if self.cleaned_data.pop("website", ""):
            raise ValidationError(LEAVE_EMPTY)
        try:
            opened = datetime.fromisoformat(signing.loads(self.cleaned_data.pop("opened", ""), salt=SALT))
        except (signing.BadSignature, ValueError):
            raise ValidationError(AGAIN) from None
        if not QUICKEST <= self.at - opened <= LONGEST:
            raise ValidationError(AGAIN)
        return self.cleaned_data


class AgainForm(Form):
    """What was not clear."""

    text = LongTextField(label="Điều bạn còn chưa rõ", max_length=3000)
