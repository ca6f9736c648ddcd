"""What is typed to answer: shape is checked here, law by the acts."""

from typing import Any

from django import forms

from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.web.components.fields import DateField, Form, LongTextField


class AcknowledgeForm(Form):
    """Known, why, and by when it will move."""

    until = DateField(label="Sẽ xử lý trước hết ngày")
    reason = LongTextField(label="Vì sao hồ sơ đứng yên", max_length=2000)


class AskForm(Form):
    """What is asked, and until when the answer is expected."""

    subject = forms.ChoiceField(label="Hỏi về", choices=Subject.choices)
    question = LongTextField(label="Nội dung cần báo cáo", required=False, max_length=2000)
    answer_by = DateField(label="Trả lời trước hết ngày")


class AnswerForm(Form):
    """The cause, what is said about it, and the day on which it is expected to be done."""

    cause = forms.ChoiceField(label="Nguyên nhân", choices=[("", "Chọn một nguyên nhân"), *Cause.choices])
    words = LongTextField(label="Trả lời", max_length=4000)
    expected_on = DateField(label="Dự kiến có kết quả ngày", required=False)

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, the cause as what it is."""
        return {**self.cleaned_data, "cause": Cause(self.cleaned_data["cause"])}
