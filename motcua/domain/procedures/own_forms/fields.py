"""A procedure's own form as plain values: its questions in their order, and what makes a form that can not be asked.

Pure. What people answer is checked in `answers`; other programs read the form as JSON Schema (`json_schema`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from motcua.domain.vietnamese.text import clean, clean_lines, fold

MOST_FIELDS, MOST_CHOICES, MOST_COLUMNS = 120, 60, 8
MOST_ROWS = 50  # of a table, when it is answered
LONGEST_LABEL, LONGEST_HELP, LONGEST_KEY = 300, 1000, 40
A_LINE, A_TEXT = 300, 5000
YES, NO = "Có", "Không"


class Kind(StrEnum):
    """What a question is answered with."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    MULTIPLE = "multiple"
    YES_NO = "yes_no"
    PERSON = "person"
    ADDRESS = "address"
    TABLE = "table"

    @property
    def label(self) -> str:
        """As the editor of forms calls it."""
        return _CALLED[self]


_CALLED = {
    Kind.TEXT: "Một dòng chữ",
    Kind.LONG_TEXT: "Nhiều dòng chữ",
    Kind.NUMBER: "Số",
    Kind.MONEY: "Số tiền (đồng)",
    Kind.DATE: "Ngày",
    Kind.CHOICE: "Chọn một",
    Kind.MULTIPLE: "Chọn nhiều",
    Kind.YES_NO: "Có hoặc không",
    Kind.PERSON: "Thông tin một người",
    Kind.ADDRESS: "Địa chỉ",
    Kind.TABLE: "Bảng nhiều dòng",
}
CHOOSING = frozenset({Kind.CHOICE, Kind.MULTIPLE, Kind.YES_NO})
MEASURED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.TEXT, Kind.LONG_TEXT})  # those with a least and a most
IN_A_TABLE = frozenset({Kind.TEXT, Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.CHOICE, Kind.YES_NO})


class Check(StrEnum):
    """What a line of text has to be; each is read by the rules of Vietnam, none is a pattern somebody typed."""

    CITIZEN = "citizen_id"
    PHONE = "phone"
    EMAIL = "email"
    TAX = "tax_code"

    @property
    def label(self) -> str:
        """As the editor of forms calls it."""
        names = {"citizen_id": "Số định danh cá nhân", "phone": "Số điện thoại", "email": "Thư điện tử"}
        return names.get(self.value, "Mã số thuế")


@dataclass(frozen=True)
class Condition:
    """A question is asked when an earlier one was answered so."""

    key: str
    value: str


@dataclass(frozen=True)
class FormField:
    """One question. `least` and `most` bound a number or the length of a text; `columns` are those of a table."""

    key: str
    kind: str
    label: str
    help: str = ""
    example: str = ""
    required: bool = True
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    check: str = ""
    shown_when: Condition | None = None
    columns: tuple["FormField", ...] = ()

    def options(self) -> tuple[str, ...]:
        """What can be answered, where that is fixed."""
        return (YES, NO) if self.kind == Kind.YES_NO else self.choices


OwnForm = tuple[FormField, ...]

PERSON_PARTS: OwnForm = (
    FormField("name", Kind.TEXT, "Họ và tên", example="Nguyễn Văn An"),
    FormField("born_on", Kind.DATE, "Ngày sinh", example="01/02/1980", required=False),
    FormField("identity_number", Kind.TEXT, "Số định danh cá nhân", check=Check.CITIZEN, required=False),
    FormField("phone", Kind.TEXT, "Điện thoại", example="0912 345 678", check=Check.PHONE, required=False),
)
ADDRESS_PARTS: OwnForm = (
    FormField("detail", Kind.TEXT, "Số nhà, đường, thôn, khu phố", example="Tổ 5, khu 3", required=False),
    FormField("commune", Kind.TEXT, "Xã, phường", example="Phường Hồng Hải"),
    FormField("province", Kind.TEXT, "Tỉnh, thành phố", example="Quảng Ninh"),
)


def parts_of(field: FormField) -> OwnForm:
    """The questions that one of several parts is made of: those of a person, an address, a row of a table."""
    fixed = {Kind.PERSON: PERSON_PARTS, Kind.ADDRESS: ADDRESS_PARTS}
    return fixed.get(Kind(field.kind), field.columns)


def to_plain(form: OwnForm) -> list[dict[str, Any]]:
    """The form as it is stored: what is not said is left out."""
    return [_plain(field) for field in form]


def from_plain(stored: Iterable[Mapping[str, Any]]) -> OwnForm:
    """The form again, from what `to_plain` gave."""
    return tuple(_field(each) for each in stored)


def cleaned(form: OwnForm) -> OwnForm:
    """The same form with composed letters, nothing unseen, and a key for every question."""
    done: list[FormField] = []
    for field in form:
        key = field.key or key_for(field.label, {each.key for each in (*form, *done)})
        done.append(
            replace(
                field,
                key=key,
                label=clean(field.label),
                help=clean_lines(field.help),
                example=clean_lines(field.example),
                choices=tuple(dict.fromkeys(words for each in field.choices if (words := clean(each)))),
                columns=cleaned(field.columns),
            )
        )
    return tuple(done)


def key_for(label: str, taken: Iterable[str]) -> str:
    """A key for a new question: its label in plain letters, with a letter behind it when it is taken."""
    words = re.sub(r"[^a-z]+", "_", fold(label)).strip("_")[: LONGEST_KEY - 2].strip("_") or "muc"
    taken, number, key = set(taken), 0, words
    while key in taken:
        key, number = f"{words}_{_letters(number)}", number + 1
    return key


def malformed(form: OwnForm) -> list[str]:
    """Why this form can not be asked, as sentences."""
    faults = list(_faults(form, ()))
    if len(form) > MOST_FIELDS:
        faults.append(f"Biểu mẫu có quá {MOST_FIELDS} mục: hãy bớt hoặc gộp thành bảng.")
    return list(dict.fromkeys(faults))


def _faults(form: OwnForm, above: OwnForm, place: str = "") -> Iterator[str]:
    seen: dict[str, FormField] = {}
    for field in form:
        called = f"Mục “{field.label or field.key}”{place}"
        if not field.label:
            yield f"Có mục chưa có tên{place}."
        if field.kind not in list(Kind):
            yield f"{called} thuộc loại không có: “{field.kind}”."
            continue
        if not re.fullmatch(rf"[a-z][a-z_]{{0,{LONGEST_KEY - 1}}}", field.key) or field.key in seen:
            yield f"{called} có mã “{field.key}” bị trùng hoặc không hợp lệ."
        yield from (f"{called} {said}" for said in _wrong_in(field))
        yield from (f"{called} {said}" for said in _wrong_condition(field, seen))
        if field.kind == Kind.TABLE:
            yield from _faults(field.columns, form, f" trong bảng “{field.label}”")
        if above and (field.kind not in IN_A_TABLE or field.shown_when):
            yield f"{called} không đặt trong bảng được: bảng chỉ có cột chữ, số, ngày, lựa chọn, không có điều kiện."
        seen[field.key] = field


def _wrong_in(field: FormField) -> Iterator[str]:
    if len(field.label) > LONGEST_LABEL or len(field.help) > LONGEST_HELP or len(field.example) > LONGEST_HELP:
        yield "có tên, hướng dẫn hoặc ví dụ quá dài."
    if field.kind in (Kind.CHOICE, Kind.MULTIPLE):
        if not 1 < len(field.choices) <= MOST_CHOICES:
            yield f"phải có từ 2 đến {MOST_CHOICES} lựa chọn."
    elif field.choices:
        yield "không phải là mục lựa chọn nên không có các lựa chọn."
    if field.kind == Kind.TABLE and not 0 < len(field.columns) <= MOST_COLUMNS:
        yield f"phải có từ 1 đến {MOST_COLUMNS} cột."
    if field.kind != Kind.TABLE and field.columns:
        yield "không phải là bảng nên không có cột."
    if field.check and (field.kind != Kind.TEXT or field.check not in list(Check)):
        yield "chỉ kiểm tra được mục một dòng chữ."
    yield from _wrong_bounds(field)


def _wrong_bounds(field: FormField) -> Iterator[str]:
    if field.kind not in MEASURED and (field.least is not None or field.most is not None):
        yield "không phải là chữ hay số nên không có mức ít nhất, nhiều nhất."
    if field.least is not None and field.most is not None and field.least > field.most:
        yield "có mức ít nhất lớn hơn mức nhiều nhất."
    if field.check and (field.least is not None or field.most is not None):
        yield "đã được kiểm tra theo loại nên không đặt độ dài."
    if field.kind == Kind.MONEY and min(field.least or 0, field.most or 0) < 0:
        yield "là số tiền nên không nhận số âm."
    longest = {Kind.TEXT: A_LINE, Kind.LONG_TEXT: A_TEXT}.get(Kind(field.kind))
    if longest and not (0 <= (field.least or 0) <= longest and 0 < (field.most or longest) <= longest):
        yield f"chỉ đặt độ dài từ 0 đến {longest} ký tự."


def _wrong_condition(field: FormField, before: Mapping[str, FormField]) -> Iterator[str]:
    if field.shown_when is None:
        return
    asked = before.get(field.shown_when.key)
    if asked is None or asked.kind not in CHOOSING:
        yield "chỉ hiện theo một mục lựa chọn đứng trước nó."
    elif field.shown_when.value not in asked.options():
        yield f"hiện theo “{asked.label}” nhưng mục đó không có lựa chọn “{field.shown_when.value}”."


def _plain(field: FormField) -> dict[str, Any]:
    said = {name: value for name, value in asdict(field).items() if value not in ("", (), None)}
    said["columns"] = to_plain(field.columns)
    said["choices"] = list(field.choices)
    if field.required:
        del said["required"]
    return {name: value for name, value in said.items() if value != []}


def _field(stored: Mapping[str, Any]) -> FormField:
    given = dict(stored)
    given["choices"] = tuple(given.get("choices", ()))
    given["columns"] = from_plain(given.get("columns", ()))
    given["shown_when"] = Condition(**given["shown_when"]) if given.get("shown_when") else None
    return FormField(**given)


def _letters(number: int) -> str:
    """b, c, … z, bb, bc: what stands behind a key that is taken."""
    found, number = "", number + 1
    while True:
        found, number = chr(ord("a") + number % 26) + found, number // 26
        if not number:
            return found
