"""The editor of a procedure's own form: its questions as rows that are added, moved and taken out without scripts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.domain.procedures.own_forms.fields import (
    CHOOSING,
    IN_A_TABLE,
    LONGEST_HELP,
    LONGEST_KEY,
    LONGEST_LABEL,
    Check,
    Condition,
    FormField,
    Kind,
    OwnForm,
    cleaned,
)
from motcua.domain.vietnamese.text import clean, fold
from motcua.web.components.fields import LongTextField, NumberField, TextField
from motcua.web.components.typed import Rows, Several, Typed

NAME = "questions"
OPTIONAL = "không bắt buộc"
_COLUMN_KINDS = {fold(kind.label): kind for kind in Kind if kind in IN_A_TABLE} | {
    "chu": Kind.TEXT,
    "so tien": Kind.MONEY,
    "tien": Kind.MONEY,
}


class QuestionRow(Typed):
    """One question."""

    label = TextField(label="Câu hỏi hoặc tên mục", max_length=LONGEST_LABEL)
    kind = forms.ChoiceField(
        label="Trả lời bằng", choices=[(kind.value, kind.label) for kind in Kind], initial=Kind.TEXT.value
    )
    optional = forms.BooleanField(label="Không bắt buộc", required=False)
    choices = LongTextField(label="Các lựa chọn", required=False, help_text="Mỗi lựa chọn một dòng.")
    columns = LongTextField(
        label="Các cột của bảng",
        required=False,
        help_text="Mỗi cột một dòng, ví dụ “Họ và tên”, “Vốn góp | số tiền”, “Giới tính | chọn một: Nam; Nữ”.",
    )
    when = forms.ChoiceField(label="Chỉ hiện khi", required=False)
    help = LongTextField(label="Hướng dẫn", max_length=LONGEST_HELP, required=False)
    example = TextField(label="Ví dụ", max_length=LONGEST_HELP, required=False)
    check = forms.ChoiceField(
        label="Kiểm tra", choices=[("", "Không"), *((each.value, each.label) for each in Check)], required=False
    )
    least = NumberField(label="Ít nhất (số hoặc số ký tự)", required=False)
    most = NumberField(label="Nhiều nhất", required=False)
    key = forms.CharField(required=False, max_length=LONGEST_KEY, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("least", "most"):
            self.fields[name].width = "w10"  # type: ignore[attr-defined]

    def clean_columns(self) -> str:
        """Each line is a column of a kind that there is."""
        written: str = self.cleaned_data["columns"]
        wrong = next((line for line in written.splitlines() if clean(line) and _column(line) is None), "")
        if wrong:
            raise forms.ValidationError(f"Không rõ loại của cột “{wrong}”.")
        return written


class OwnFormEditor(Several):
    """The whole form: begun from what is known, or from what was sent."""

    def __init__(self, known: OwnForm, sent: QueryDict | None = None, *, check: bool = False) -> None:
        self.known = known
        if sent is None:
            self.rows = Rows.begun(NAME, QuestionRow, [_initial(each) for each in known])
        else:
            self.rows = Rows.sent(NAME, QuestionRow, sent, check=check)
        options = [("", "Luôn hiện"), *_conditions(self.typed())]
        for row in self.rows:
            row.fields["when"].choices = options  # type: ignore[attr-defined]
        super().__init__(self.rows.rows)

    def form(self) -> OwnForm:
        """What was written, once it was found right."""
        return cleaned(tuple(self._question(said) for said in self.rows.values()))

    def typed(self) -> OwnForm:
        """The questions as far as they can be read now, so that others can be asked depending on them."""
        said = ({name: row[name].value() for name in ("label", "kind", "choices", "key")} for row in self.rows)
        questions = (
            FormField(
                str(each["key"] or ""),
                str(each["kind"] or Kind.TEXT.value),
                clean(str(each["label"] or "")),
                choices=_lines(str(each["choices"] or "")),
            )
            for each in said
        )
        return cleaned(tuple(each for each in questions if each.label))

    def _question(self, said: dict[str, Any]) -> FormField:
        kind = Kind(said["kind"])
        before = next((each for each in self.known if each.key == said["key"]), None)
        return FormField(
            key=said["key"],
            kind=kind,
            label=said["label"],
            help=said["help"],
            example=said["example"],
            required=not said["optional"],
            choices=_lines(said["choices"]) if kind in (Kind.CHOICE, Kind.MULTIPLE) else (),
            least=said["least"],
            most=said["most"],
            check=said["check"],
            shown_when=_condition(said["when"]),
            columns=_columns(said["columns"], before.columns if before else ()) if kind == Kind.TABLE else (),
        )


def _initial(question: FormField) -> dict[str, Any]:
    when = question.shown_when
    names = ("key", "label", "help", "example", "least", "most", "check")
    return {name: getattr(question, name) for name in names} | {
        "kind": str(question.kind),
        "optional": not question.required,
        "choices": "\n".join(question.choices),
        "columns": "\n".join(map(_column_in_words, question.columns)),
        "when": f"{when.key}={when.value}" if when else "",
    }


def _conditions(form: OwnForm) -> Iterator[tuple[str, str]]:
    for asked in form:
        if asked.kind in CHOOSING:
            for option in asked.options():
                yield f"{asked.key}={option}", f"“{asked.label}” là “{option}”"


def _condition(written: str) -> Condition | None:
    key, found, value = written.partition("=")
    return Condition(key, value) if found else None


def _columns(written: str, known: OwnForm) -> OwnForm:
    """The columns as written; one that says the same as before keeps what the line does not show."""
    before = {_column_in_words(each): each for each in known}
    read = (before.get(clean(line)) or _column(line) for line in written.splitlines())
    return tuple(each for each in read if each is not None)


def _column(line: str) -> FormField | None:
    """A column from its line; none when nobody can say of which kind it is."""
    label, _, rest = clean(line).partition("|")
    required = OPTIONAL not in rest.lower()
    said, _, choices = rest.replace(f"({OPTIONAL})", "").partition(":")
    kind = _COLUMN_KINDS.get(fold(said).strip()) if fold(said).strip() else Kind.TEXT
    if kind is None or not label.strip():
        return None
    listed = tuple(clean(each) for each in choices.split(";") if clean(each)) if kind == Kind.CHOICE else ()
    return replace(FormField("", kind, clean(label)), required=required, choices=listed)


def _column_in_words(column: FormField) -> str:
    listed = f": {'; '.join(column.choices)}" if column.choices else ""
    said = "" if column.kind == Kind.TEXT and column.required else f" | {Kind(column.kind).label.lower()}{listed}"
    return clean(f"{column.label}{said}{'' if column.required else f' ({OPTIONAL})'}")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for line in text.splitlines() if (words := clean(line))))
