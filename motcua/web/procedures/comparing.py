"""Two versions of a procedure beside each other: part by part and line by line."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from motcua.domain.procedures.own_forms.fields import Check, FormField
from motcua.domain.procedures.own_forms.fields import Kind as Answer
from motcua.domain.procedures.parts import CALLED, ComponentPart, FeePart, Parts, ResultPart, TimePart
from motcua.domain.procedures.terms import Channel, FeeKind, Level, Online
from motcua.domain.vietnamese.money import show_money, show_number
from motcua.domain.working_days.limit import Limit, Unit


@dataclass(frozen=True)
class Line:
    """A line that both say (nothing), that was taken out ("out") or added ("in")."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """A part in which the two differ."""

    part: str
    lines: tuple[Line, ...]


def compared(old: Parts, new: Parts, *, leave: Container[str] = ()) -> list[Change]:
    """The parts in which the two differ, in the order of the law; without those that are to be left out."""
    names = (name for name in new.differences(old) if name not in leave)
    return [Change(_title(name), tuple(_lines(old, new, name))) for name in names]


def written(parts: Parts, name: str) -> list[str]:
    """A part as lines of text."""
    value = getattr(parts, name)
    if isinstance(value, tuple):
        return [_sentence(each) for each in value]
    return _plain(name, value).splitlines()


def _lines(old: Parts, new: Parts, name: str) -> Iterator[Line]:
    before, after = written(old, name), written(new, name)
    for tag, start, end, begin, finish in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Line("", text) for text in before[start:end])
            continue
        yield from (Line("out", text) for text in before[start:end])
        yield from (Line("in", text) for text in after[begin:finish])


def _plain(name: str, value: Any) -> str:
    if name == "level":
        return str(Level(value).label)
    if name == "online_level":
        return str(Online(value).label)
    if name == "by_post":
        return "Có" if value else "Không"
    return str(value)


def _sentence(part: Any) -> str:
    if isinstance(part, ComponentPart):
        return paper_in_words(part)
    if isinstance(part, TimePart):
        return time_in_words(part)
    if isinstance(part, FeePart):
        return fee_in_words(part)
    if isinstance(part, FormField):
        return question_in_words(part)
    return part.name if isinstance(part, ResultPart) else str(part)


def paper_in_words(part: ComponentPart) -> str:
    """A paper as one line."""
    counts = ((part.originals, "bản chính"), (part.copies, "bản sao"))
    said = [f"{number} {what}" for number, what in counts if number]
    said += [part.form_name] if part.form_name else []
    said += [f"tệp mẫu có dấu {part.form_sha256[:8]}"] if part.form_sha256 else []
    said += [f"khi: {part.case}"] if part.case else []
    said += [] if part.required else ["không bắt buộc"]
    return f"{part.name} ({'; '.join(said)})" if said else part.name


def question_in_words(part: FormField) -> str:
    """A question of the procedure's own form as one line."""
    said = [Answer(part.kind).label.lower()]
    said += [f"lựa chọn: {'; '.join(part.choices)}"] if part.choices else []
    said += [f"cột: {'; '.join(question_in_words(column) for column in part.columns)}"] if part.columns else []
    said += [f"từ {show_number(part.least)}"] if part.least is not None else []
    said += [f"đến {show_number(part.most)}"] if part.most is not None else []
    said += [f"phải là {Check(part.check).label.lower()}"] if part.check else []
    said += [f"khi {part.shown_when.key} là “{part.shown_when.value}”"] if part.shown_when else []
    said += [f"hướng dẫn: {part.help}"] if part.help else []
    said += [f"ví dụ: {part.example}"] if part.example else []
    said += [] if part.required else ["không bắt buộc"]
    return f"{part.label} ({', '.join(said)})"


def time_in_words(part: TimePart) -> str:
    """A time limit as one line."""
    limit = Limit(part.amount, Unit(part.unit)).show() if part.amount is not None and part.unit else "chưa rõ thời hạn"
    return f"{Channel(part.channel).label}: {limit}{f' ({part.note})' if part.note else ''}"


def fee_in_words(part: FeePart) -> str:
    """A fee as one line."""
    amount = show_money(part.amount) if part.amount is not None else "chưa rõ mức thu"
    where = f", nộp {Channel(part.channel).label.lower()}" if part.channel else ""
    note = f" ({'; '.join(part.terms)})" if part.terms else ""
    return f"{FeeKind(part.kind).label} {part.name}: {amount}{f'/{part.per}' if part.per else ''}{where}{note}"


def _title(name: str) -> str:
    return CALLED[name][:1].upper() + CALLED[name][1:]
