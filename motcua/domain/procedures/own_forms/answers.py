"""What somebody answers to a procedure's own form, read and checked: the one place that says what is right.

Pure. Answers come as people type them ("01/02/1980", "1.500.000") or as other programs send them (ISO dates, numbers);
what comes out is always the same, and read again gives itself. What a condition hides is not an answer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr
from typing import Any

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import parse_date
from motcua.domain.vietnamese.identity import IdentityKind, identity_number, phone
from motcua.domain.vietnamese.money import show_number
from motcua.domain.vietnamese.text import NotValid, clean, clean_lines, in_a_sentence

from .fields import A_LINE, A_TEXT, CHOOSING, MOST_ROWS, NO, YES, Check, FormField, Kind, OwnForm, parts_of

LARGEST = 10**15
_VIETNAMESE = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d{1,6})?|-?\d{1,16}(?:[.,]\d{1,6})?", re.ASCII)
_TRUE, _FALSE = {YES, "true", "on"}, {NO, "false"}


@dataclass(frozen=True)
class Checked:
    """The answers that could be read, and what is wrong with the others: by key, "key/part" or "key/row/column"."""

    values: dict[str, Any]
    faults: dict[str, str]


@rule("5.1.d")
def checked(form: OwnForm, given: Mapping[str, Any]) -> Checked:
    """Read every question that is asked; all that is wrong is said at once."""
    values: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for field in form:
        if is_shown(field, values):
            value = _read(field, given.get(field.key), field.key, faults)
            if value is not None:
                values[field.key] = value
    return Checked(values, faults)


def is_shown(field: FormField, values: Mapping[str, Any]) -> bool:
    """Whether a question is asked, after these answers to those before it."""
    if field.shown_when is None:
        return True
    answer = values.get(field.shown_when.key)
    if isinstance(answer, bool):
        answer = YES if answer else NO
    return field.shown_when.value in (answer if isinstance(answer, list) else [answer])


def samples(form: OwnForm) -> dict[str, Any]:
    """An answer to every question: its example, or something that is right."""
    values: dict[str, Any] = {}
    for field in form:
        if is_shown(field, values):
            values[field.key] = _sample(field)
    return checked(form, values).values


def _read(field: FormField, given: Any, path: str, faults: dict[str, str]) -> Any:
    if field.kind == Kind.TABLE:
        return _rows(field, given, path, faults)
    if field.kind in (Kind.PERSON, Kind.ADDRESS):
        return _group(field, given, path, faults)
    try:
        value = _READERS[Kind(field.kind)](field, given) if given not in (None, "", []) else None
    except NotValid as wrong:
        faults[path] = wrong.sentence
        return None
    if value in (None, "", []) and field.required:
        faults[path] = _unanswered(field)
    return None if value in (None, "", []) and value is not False else value


def _unanswered(field: FormField) -> str:
    if field.kind == Kind.YES_NO:
        return f"{field.label}: hãy chọn có hoặc không."
    return f"Hãy {'chọn' if field.kind in CHOOSING else 'nhập'} {in_a_sentence(field.label)}."


def _group(field: FormField, given: Any, path: str, faults: dict[str, str]) -> dict[str, Any] | None:
    """A person or an address: nothing of it, or all that is needed."""
    said = given if isinstance(given, Mapping) else {}
    if not field.required and not any(said.get(part.key) not in (None, "") for part in parts_of(field)):
        return None
    return _parts(parts_of(field), said, path, faults) or None


def _rows(field: FormField, given: Any, path: str, faults: dict[str, str]) -> list[dict[str, Any]] | None:
    """The rows of a table in which something was written."""
    sent = [row for row in given if isinstance(row, Mapping)] if isinstance(given, list) else []
    rows = [row for row in sent if any(row.get(column.key) not in (None, "") for column in field.columns)]
    if len(rows) > MOST_ROWS:
        faults[path] = f"Bảng này nhận tối đa {MOST_ROWS} dòng."
    elif not rows and field.required:
        faults[path] = f"Hãy điền ít nhất một dòng của {in_a_sentence(field.label)}."
    read = [_parts(field.columns, row, f"{path}/{number}", faults) for number, row in enumerate(rows[:MOST_ROWS])]
    return read or None


def _parts(parts: OwnForm, said: Mapping[str, Any], path: str, faults: dict[str, str]) -> dict[str, Any]:
    read = {part.key: _read(part, said.get(part.key), f"{path}/{part.key}", faults) for part in parts}
    return {key: value for key, value in read.items() if value is not None}


def _text(field: FormField, given: Any) -> str:
    if not isinstance(given, str):
        raise NotValid("Hãy nhập chữ.")
    several = field.kind == Kind.LONG_TEXT
    words, most = (clean_lines(given), A_TEXT) if several else (clean(given), A_LINE)
    if words and len(words) < (field.least or 0):
        raise NotValid(f"Viết ít nhất {field.least} ký tự.")
    if len(words) > (field.most or most):
        raise NotValid(f"Viết tối đa {field.most or most} ký tự.")
    return _CHECKS[Check(field.check)](words) if field.check and words else words


def _email(words: str) -> str:
    address = parseaddr(words)[1]
    if address != words or not re.fullmatch(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+", address):
        raise NotValid("Hãy nhập thư điện tử, ví dụ an@example.vn.")
    return words


_CHECKS = {
    Check.CITIZEN: lambda words: identity_number(IdentityKind.CCCD, words),
    Check.PHONE: phone,
    Check.EMAIL: _email,
    Check.TAX: lambda words: identity_number(IdentityKind.TAX_CODE, words),
}


def _number(field: FormField, given: Any) -> int | float:
    number = _figure(given)
    if abs(number) > LARGEST:
        raise NotValid("Số này quá lớn.")
    if field.least is not None and number < field.least:
        raise NotValid(f"Số phải từ {show_number(field.least)} trở lên.")
    if field.most is not None and number > field.most:
        raise NotValid(f"Số không được quá {show_number(field.most)}.")
    return number


def _money(field: FormField, given: Any) -> int | float:
    written = re.sub(r"(?i)\s*(₫|đ|đồng|vnd|vnđ)\s*$", "", given) if isinstance(given, str) else given
    amount = _number(field, written)
    if amount != int(amount) or amount < 0:
        raise NotValid("Hãy nhập số tiền tròn đồng, ví dụ 150.000.")
    return int(amount)


def _figure(given: Any) -> int | float:
    if isinstance(given, str):
        written = given.replace(" ", "")
        if not _VIETNAMESE.fullmatch(written):
            raise NotValid("Hãy nhập một số, ví dụ 3 hoặc 1.500,5.")
        if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
            written = written.replace(".", "")
        given = float(written.replace(",", "."))
    if isinstance(given, bool) or not isinstance(given, int | float) or given != given:
        raise NotValid("Hãy nhập một số, ví dụ 3 hoặc 1.500,5.")
    return int(given) if abs(given) <= LARGEST and given == int(given) else given


def _date(field: FormField, given: Any) -> str:
    if not isinstance(given, str):
        raise NotValid("Hãy nhập ngày, ví dụ 01/09/2026.")
    try:
        return (
            date.fromisoformat(given).isoformat()
            if re.fullmatch(r"\d{4}-\d\d-\d\d", given, re.ASCII)
            else (parse_date(given).isoformat())
        )
    except NotValid:
        raise
    except ValueError:
        raise NotValid("Không có ngày này trong lịch.") from None


def _choice(field: FormField, given: Any) -> str:
    if given not in field.choices:
        raise NotValid(f"Hãy chọn lại {in_a_sentence(field.label)}.")
    return str(given)


def _multiple(field: FormField, given: Any) -> list[str]:
    said = [given] if isinstance(given, str) else given
    if not isinstance(said, list) or any(each not in field.choices for each in said):
        raise NotValid(f"Hãy chọn lại {in_a_sentence(field.label)}.")
    return [choice for choice in field.choices if choice in said]


def _yes_no(field: FormField, given: Any) -> bool:
    said = given if not isinstance(given, bool) else YES if given else NO
    if not isinstance(said, str) or said not in _TRUE | _FALSE:
        raise NotValid(f"Hãy chọn lại {in_a_sentence(field.label)}.")
    return said in _TRUE


_READERS = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.MULTIPLE: _multiple,
    Kind.YES_NO: _yes_no,
}


def _sample(field: FormField) -> Any:
    if field.kind == Kind.TABLE:
        return [{column.key: _sample(column) for column in field.columns}]
    if parts := parts_of(field):
        return {part.key: _sample(part) for part in parts}
    if field.example and not example_fault(field):
        return field.example
    return _RIGHT[Kind(field.kind)](field)


def example_fault(field: FormField) -> str:
    """What is wrong with an example, as a sentence: people copy what they see."""
    if not field.example or field.kind not in _READERS:
        return ""
    try:
        _READERS[Kind(field.kind)](field, field.example)
    except NotValid as wrong:
        return wrong.sentence
    return ""


def _some_text(field: FormField) -> str:
    known = {Check.CITIZEN: "022080000018", Check.PHONE: "0912345678", Check.EMAIL: "an@example.vn"}
    if field.check:
        return known.get(Check(field.check), "5700100256")
    words = "ví dụ"
    return (words * (1 + (field.least or 0) // len(words)))[: field.most or A_LINE]


def _some_number(field: FormField) -> int:
    least = field.least if field.least is not None else min(1, field.most if field.most is not None else 1)
    return max(least, 0) if field.most is None or field.most >= 0 else least


_RIGHT: dict[Kind, Any] = {
    Kind.TEXT: _some_text,
    Kind.LONG_TEXT: _some_text,
    Kind.NUMBER: _some_number,
    Kind.MONEY: _some_number,
    Kind.DATE: lambda field: "1980-02-01",
    Kind.CHOICE: lambda field: field.choices[0] if field.choices else "",
    Kind.MULTIPLE: lambda field: list(field.choices[:1]),
    Kind.YES_NO: lambda field: True,
}
