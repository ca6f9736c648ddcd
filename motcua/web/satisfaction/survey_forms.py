"""A survey as it is written, and its questions as they are answered: shape is checked here, law by the acts."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from motcua.domain.satisfaction.surveys import queries
from motcua.domain.satisfaction.surveys.designing import Design
from motcua.domain.satisfaction.surveys.questions import LONGEST, Kind, Question
from motcua.web.components.fields import DateField, Form, LongTextField, NumberField, TextField
from motcua.web.inspection.forms import BodyField

from .words import LEVELS

KINDS = {"mức": Kind.LEVEL, "chọn": Kind.CHOICE, "viết": Kind.WORDS}
FIRST = (
    "mức | Bạn hài lòng về thái độ phục vụ đến mức nào?\n"
    "chọn | Bạn phải đi lại mấy lần? | một lần | hai lần | ba lần trở lên\n"
    "viết | Điều gì cần làm tốt hơn?"
)
HELP = "Mỗi dòng một câu: “mức | câu hỏi”, “chọn | câu hỏi | lựa chọn | lựa chọn”, hoặc “viết | câu hỏi”."


class BodiesField(forms.MultipleChoiceField):
    """Bodies, those of a kind together, each with a box to tick."""

    widget = forms.CheckboxSelectMultiple
    offer = BodyField.offer


class SurveyForm(Form):
    """What is asked about which days, of whom how many."""

    title = TextField(label="Tên cuộc khảo sát", max_length=150)
    first = DateField(label="Hồ sơ đã trả kết quả từ ngày")
    last = DateField(label="Đến hết ngày")
    ends_on = DateField(label="Nhận trả lời đến hết ngày")
    lines = LongTextField(label="Câu hỏi", max_length=6000, initial=FIRST, help_text=HELP)
    bodies = BodiesField(label="Khảo sát về")
    quota = NumberField(label="Số phiếu cần có của mỗi nơi", min_value=1, max_value=5000)
    others = LongTextField(
        label="Nơi cần số phiếu khác", max_length=3000, required=False, help_text="Mỗi dòng “mã cơ quan = số phiếu”."
    )

    def __init__(self, *args: Any, offices: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bodies"].choices = [(each.code, each.name) for each in offices]  # type: ignore[attr-defined]

    def clean_lines(self) -> tuple[Question, ...]:
        """The questions."""
        return tuple(_question(line) for line in self.cleaned_data["lines"].splitlines() if line.strip())

    def clean_others(self) -> dict[str, int]:
        """The quotas that differ, by body."""
        found = {}
        for line in self.cleaned_data["others"].splitlines():
            code, _, number = (part.strip() for part in line.partition("="))
            if line.strip() and not (code and number.isdecimal() and len(number) < 6 and int(number)):
                raise ValidationError(f"Dòng “{line.strip()}” chưa đúng: ghi mã cơ quan, dấu bằng, số phiếu.")
            if line.strip():
                found[code] = int(number)
        return found

    def design(self) -> Design:
        """What the act takes."""
        said = self.cleaned_data
        quotas = dict.fromkeys(said["bodies"], said["quota"]) | said["others"]
        return Design(said["title"], said["first"], said["last"], said["ends_on"], said["lines"], quotas)


class AnswerForm(Form):
    """The questions of one survey, each of which may stay empty."""

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = [f"cau-{number}" for number in range(1, len(questions) + 1)]
        for name, question in zip(self.names, questions, strict=True):
            self.fields[name] = _field(question)

    @property
    def answers(self) -> list[Any]:
        """In the order of the questions, what is empty as nothing."""
        return [None if self.cleaned_data[name] in ("", None) else self.cleaned_data[name] for name in self.names]


class PaperForm(AnswerForm):
    """The same, with the code of the paper."""

    mark = TextField(
        label="Mã trên phiếu", max_length=200, autocomplete="off", spellcheck="false",
        help_text="Quét mã QR trên phiếu, hoặc gõ phần cuối của địa chỉ.",
    )  # fmt: skip

    def clean_mark(self) -> Any:
        """The ballot."""
        try:
            return queries.on_paper(self.cleaned_data["mark"])
        except ObjectDoesNotExist:
            self.add_error("mark", "Không có phiếu nào mang mã này: hãy quét lại.")
            return None


class NoteForm(Form):
    """What a desk did about what people said."""

    note = LongTextField(label="Việc đã làm với ý kiến nhận được", max_length=1000)


def _field(question: Question) -> forms.Field:
    if question.kind is Kind.WORDS:
        return LongTextField(label=question.text, max_length=LONGEST, required=False)
    choices = LEVELS if question.kind is Kind.LEVEL else list(enumerate(question.choices))
    return forms.TypedChoiceField(
        label=question.text, choices=choices, coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )


def _question(line: str) -> Question:
    kind, *rest = (part.strip() for part in line.split("|"))
    if kind.lower() not in KINDS or not rest or not rest[0]:
        raise ValidationError(f"Dòng “{line.strip()[:80]}” chưa đúng. {HELP}")
    return Question(KINDS[kind.lower()], rest[0], tuple(each for each in rest[1:] if each))
