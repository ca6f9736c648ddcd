"""What is typed while somebody is on the line: few fields, the keyboard alone is enough."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from motcua.domain.questions.answering import Reply
from motcua.domain.questions.asking import Heard
from motcua.domain.questions.calls import Facts
from motcua.domain.questions.terms import Channel, Outcome
from motcua.web.components.fields import DateField, Form, LongTextField, TextField

LIBRARY = "library:"
IN_CHARGE = "Cơ quan phụ trách thủ tục, hồ sơ"


class CallForm(Form):
    """What was asked and what became of it: the button that is pressed says which."""

    subject = TextField(
        label="Người gọi hỏi gì", max_length=150, error_messages={"required": "Hãy ghi một dòng: người gọi hỏi gì."}
    )
    name = TextField(label="Tên người gọi", max_length=120, required=False)
    procedure = TextField(label="Mã thủ tục", max_length=40, required=False)
    answer = LongTextField(label="Đã trả lời", max_length=6000, required=False)
    to = forms.ChoiceField(label="Chuyển đến", required=False)
    on = DateField(label="Gọi lại ngày", required=False)

    def __init__(self, *args: Any, bodies: Any, pressed: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pressed = pressed
        self.fields["subject"].required = self.library_pk is None
        choices = [("", IN_CHARGE), *((each.code, each.name) for each in bodies)]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]
        self.fields["answer"].widget.attrs["rows"] = "3"

    @property
    def library_pk(self) -> int | None:
        """The answer of the library whose button was pressed."""
        number = self.pressed.removeprefix(LIBRARY)
        chosen = self.pressed.startswith(LIBRARY) and number.isdecimal() and len(number) < 19
        return int(number) if chosen else None

    def clean(self) -> dict[str, Any]:
        """Each button needs its own field, and all but the library's what was asked."""
        said = self.cleaned_data
        if self.pressed == Outcome.ANSWERED and not said.get("answer"):
            self.add_error("answer", "Hãy ghi đã trả lời thế nào, hoặc chọn câu trả lời mẫu.")
        if self.pressed == Outcome.CALL_BACK and "on" in said and not said["on"]:
            self.add_error("on", "Hãy ghi ngày gọi lại.")
        if self.library_pk is None and self.pressed not in (Outcome.ANSWERED, Outcome.FORWARDED, Outcome.CALL_BACK):
            raise ValidationError("Hãy bấm một nút để ghi kết thúc cuộc gọi.")
        return said

    def heard(self, *, entry: Any, to: Any) -> Heard:
        """How the call ended, as the act takes it."""
        said = self.cleaned_data
        if entry is not None:
            return Heard(
                Channel.PHONE, reply=Reply(entry.answer, entry.sources, library=entry), outcome=Outcome.LIBRARY
            )
        if self.pressed == Outcome.ANSWERED:
            return Heard(Channel.PHONE, reply=Reply(said["answer"]), outcome=Outcome.ANSWERED)
        if self.pressed == Outcome.CALL_BACK:
            return Heard(Channel.PHONE, call_back_on=said["on"], outcome=Outcome.CALL_BACK)
        return Heard(Channel.PHONE, forward_to=to, outcome=Outcome.FORWARDED)


class FactsForm(Form):
    """Three things that the caller says and only the applicant knows."""

    name = TextField(label="Họ và tên đầy đủ của người nộp", max_length=120, autocomplete="off")
    last_four = TextField(
        label="4 số cuối giấy tờ của người nộp", max_length=8, inputmode="numeric", autocomplete="off"
    )
    filed_on = DateField(label="Ngày nộp hồ sơ")

    def facts(self) -> Facts:
        """As the act takes them."""
        return Facts(**self.cleaned_data)
