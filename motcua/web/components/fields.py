"""Fields that read what people in Vietnam type, and say in Vietnamese what is wrong with it.

They check shape only; the acts check law.
"""

import re
from collections.abc import Callable
from datetime import date, time
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.domain.vietnamese.dates import parse_date, show_date
from motcua.domain.vietnamese.identity import phone, show_phone
from motcua.domain.vietnamese.money import show_number
from motcua.domain.vietnamese.text import NotValid, clean, clean_lines, in_a_sentence

A_LINE, A_TEXT = 300, 5000
WHOLE_NUMBER = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)", re.ASCII)
CLOCKS = ("%H:%M", "%Hh%M", "%Hg%M", "%H giờ %M", "%H.%M", "%H")


class Form(forms.Form):
    """A form whose fields say what to do when they are empty or wrong, without the browser's own bubbles.

    What a form words itself stays; fields that a form adds as it is made are worded too.
    """

    use_required_attribute = False

    def full_clean(self) -> None:
        """Read what was sent, with our own words for what is wrong with it."""
        for name, field in self.fields.items():
            said, unworded = field.error_messages, _wordings(type(field))  # type: ignore[arg-type]
            for code, words in _words_of(field, in_a_sentence(str(field.label or name))).items():
                if said.get(code) is unworded.get(code):
                    said[code] = words
        super().full_clean()


@cache
def _wordings(kind: type[forms.Field]) -> dict[str, Any]:
    """What the framework would say."""
    wordings: dict[str, Any] = {}
    for each in reversed(kind.__mro__):
        wordings |= vars(each).get("default_error_messages", {}) if each.__module__.startswith("django.") else {}
    return wordings


def _words_of(field: forms.Field, label: str) -> dict[str, str]:
    if isinstance(field, (forms.ChoiceField, forms.FileField, forms.BooleanField)):
        words = {"required": gettext("Hãy chọn {label}.").format(label=label)}
    else:
        words = {"required": gettext("Hãy nhập {label}.").format(label=label)}
    if isinstance(field, forms.ChoiceField):
        words["invalid_choice"] = gettext("Hãy chọn lại {label}.").format(label=label)
    elif isinstance(field, forms.IntegerField):
        shown: Callable[[Any], str] = show_number if isinstance(field, NumberField) else str
        most = "trở lên" if field.max_value is None else f"đến {shown(field.max_value)}"
        wrong = f"Số phải từ {shown(field.min_value or 0)} {most}."
        words |= {"min_value": wrong, "max_value": wrong, "invalid": f"Hãy ghi {label} bằng chữ số."}
    elif isinstance(field, forms.EmailField):
        words["invalid"] = gettext("Thư điện tử có dạng ten@noi.vn; hãy xem lại.")
    elif isinstance(field, forms.FileField):
        words["empty"] = gettext("Tệp này trống; hãy chọn tệp khác.")
    return words


class TextField(forms.CharField):
    """One line. Extra keyword arguments become attributes of the input: autocomplete, inputmode, …"""

    cleaner: Callable[[str], str] = staticmethod(clean)

    def __init__(self, *, max_length: int = A_LINE, **kwargs: Any) -> None:
        names = {"autocomplete", "inputmode", "enterkeyhint", "autocapitalize", "spellcheck"}
        attributes = {name: kwargs.pop(name) for name in names & kwargs.keys()}
        super().__init__(max_length=max_length, strip=False, **kwargs)
        self.widget.attrs |= attributes
        self.error_messages["max_length"] = format_lazy(_("Viết tối đa {number} ký tự."), number=max_length)

    def to_python(self, value: Any) -> str:
        """Composed letters, single blanks, nothing invisible."""
        return self.cleaner(super().to_python(value) or "")


class LongTextField(TextField):
    """Several lines."""

    widget = forms.Textarea
    cleaner = staticmethod(clean_lines)

    def __init__(self, *, max_length: int = A_TEXT, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.widget.attrs = {name: value for name, value in self.widget.attrs.items() if name not in {"cols", "rows"}}


class NumberField(forms.IntegerField):
    """A whole number, with or without full stops between the thousands: 150.000 is never read as 150."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    width = "w5"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages["invalid"] = "Hãy nhập một số, ví dụ 3 hoặc 150.000."

    def to_python(self, value: Any) -> int | None:
        """The number; 1.500.000 and 1500000 are the same."""
        written = str(value).replace(" ", "") if value not in self.empty_values else ""
        if written and not WHOLE_NUMBER.fullmatch(written):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(written.replace(".", ""))

    def prepare_value(self, value: Any) -> Any:
        """A number is shown with full stops; what was typed stays as typed."""
        return show_number(value) if isinstance(value, int) else value


class MoneyField(NumberField):
    """A sum in whole đồng."""

    width = "w10"

    def to_python(self, value: Any) -> int | None:
        """The sum, also when its currency was typed behind it."""
        written = str(value).strip().rstrip("₫đ") if value not in self.empty_values else value
        try:
            return super().to_python(written)
        except ValidationError:
            raise ValidationError("Hãy ghi số tiền bằng chữ số, ví dụ 150.000.", code="invalid") from None


class DateField(forms.Field):
    """A day as people write it: 1/9/2026, 01-09-2026, 01092026."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    width = "w10"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": _("Ngày/tháng/năm, ví dụ 01/09/2026")} | kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day, or the sentence of what is wrong."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        return _read(parse_date, value)

    def prepare_value(self, value: Any) -> Any:
        """A day is shown as it is written here; what was typed stays as typed."""
        return show_date(value) if isinstance(value, date) else value


class ClockField(forms.TimeField):
    """A time of day as people write it: 8:30, 14h00."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    width = "w10"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"input_formats": CLOCKS, "help_text": "Giờ:phút, ví dụ 14:30"} | kwargs)
        self.error_messages["invalid"] = "Hãy viết giờ như 14:30."

    def prepare_value(self, value: Any) -> Any:
        """Shown without seconds."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


class PhoneField(TextField):
    """A telephone number in any usual writing, kept in the international one."""

    width = "w20"

    def __init__(self, **kwargs: Any) -> None:
        attributes: dict[str, Any] = {"max_length": 30, "inputmode": "tel", "autocomplete": "tel"}
        super().__init__(**attributes | kwargs)

    def to_python(self, value: Any) -> str:
        """The number as it is stored, or the sentence of what is wrong."""
        written = super().to_python(value)
        return _read(phone, written) if written else ""

    def prepare_value(self, value: Any) -> Any:
        """A stored number is shown with blanks between its groups; what was typed stays as typed."""
        try:
            return show_phone(value) if value and phone(value) == value else value
        except NotValid:
            return value


def _read(read: Callable[[str], Any], text: str) -> Any:
    try:
        return read(text)
    except NotValid as wrong:
        raise ValidationError(wrong.sentence, code="invalid") from None
