"""What people write to ask: shape is checked here, and whether a person can have written it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.web.components.by_hand import ByHandForm
from motcua.web.components.fields import Form, LongTextField, PhoneField, TextField


class QuestionForm(ByHandForm):
    """What is asked, and where an answer reaches who asked."""

    subject = TextField(
        label=_("Việc cần hỏi"), max_length=150, help_text=_("Một câu ngắn, ví dụ: Làm giấy khai sinh cần những gì?")
    )
    text = LongTextField(
        label=_("Nội dung câu hỏi"),
        max_length=3000,
        help_text=_("Xin đừng ghi số căn cước hay thông tin riêng nếu không cần cho câu trả lời."),
    )
    name = TextField(label=_("Tên của bạn"), max_length=120, required=False, autocomplete="name")
    phone = PhoneField(label=_("Điện thoại"), required=False, help_text=_("Để nhận tin nhắn khi có trả lời."))
    email = forms.EmailField(label=_("Thư điện tử"), max_length=120, required=False)
    consent = forms.BooleanField(
        label=_("Tôi đồng ý cho người khác đọc câu hỏi và câu trả lời"),
        help_text=_("Tên và thông tin riêng được bỏ đi. Bạn đổi ý lúc nào cũng được."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs |= {"autocomplete": "email"}
        self.fields["text"].widget.attrs |= {"rows": "6"}


class AgainForm(Form):
    """What was not clear."""

    text = LongTextField(label=_("Điều bạn còn chưa rõ"), max_length=3000)
