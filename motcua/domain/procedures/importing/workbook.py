"""Reads procedures from the spreadsheet the application gives out. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from motcua.domain.vietnamese.text import clean, fold

from ..parts import MOST_PAPERS, ComponentPart, FeePart, Parts, ResultPart, TimePart
from ..terms import Channel, FeeKind, Level, Online
from . import reading
from .reading import Doubts, Found, Unreadable
from .sheets import Line, lines_of, opened
from .template import EXAMPLE, SHEETS

_PROCEDURES, *_DETAILS = SHEETS
_COMPONENTS, _TIME_LIMITS, _FEES = _DETAILS
_LEVELS = {fold(level.label): level for level in Level}
_STEPS = ("Mức tiếp theo từ đơn vị thứ", "Mức tiếp theo (đồng)", "Tối đa một bản (đồng)")
_KINDS = {fold(kind.label): kind for kind in FeeKind}


def read(content: bytes) -> Iterator[Found]:
    """Each procedure of a filled-in template, or why a row of it can not be read."""
    book = opened(content)
    lines = {
        name: _filled_in(lines_of(book, name, [column.heading for column in columns if column.needed]))
        for name, columns in SHEETS.items()
    }
    details: dict[str, dict[str, list[Line]]] = {name: defaultdict(list) for name in _DETAILS}
    for name in _DETAILS:
        for line in lines[name]:
            details[name][line["Mã thủ tục"]].append(line)
    known = {line["Mã thủ tục"] for line in lines[_PROCEDURES]}
    for line in lines[_PROCEDURES]:
        yield _found(line, {name: details[name].get(line["Mã thủ tục"], []) for name in _DETAILS})
    for name in _DETAILS:
        for line in lines[name]:
            if line["Mã thủ tục"] not in known:
                why = f"Trang “{_PROCEDURES}” không có thủ tục mang mã này."
                yield Found(line.number, line["Mã thủ tục"], None, (why,), name)


def _filled_in(lines: Iterator[Line]) -> list[Line]:
    return [line for line in lines if fold(line["Mã thủ tục"]) != fold(EXAMPLE)]


def _found(line: Line, details: dict[str, list[Line]]) -> Found:
    code = line["Mã thủ tục"]
    if not code:
        return Found(line.number, "", None, ("Dòng này chưa có mã thủ tục.",), line.sheet)
    try:
        return Found(line.number, code, _parts(line, details), sheet=line.sheet)
    except Unreadable as unreadable:
        return Found(line.number, code, None, (unreadable.sentence,), line.sheet)


def _parts(line: Line, details: dict[str, list[Line]]) -> Parts:
    doubts = Doubts()
    level = _LEVELS.get(fold(line["Cấp thực hiện"]))
    if level is None:
        raise Unreadable(f"Cấp thực hiện phải là một trong: {', '.join(Level.labels)}.")
    components = tuple(_component(each) for each in details[_COMPONENTS])
    time_limits = tuple(_time(each, doubts) for each in details[_TIME_LIMITS])
    fees = tuple(_fee(each, doubts) for each in details[_FEES])
    return Parts(
        name=clean(line["Tên thủ tục"]),
        field=clean(line["Lĩnh vực"]),
        level=level,
        decision=clean(line["Quyết định công bố"]),
        sequence=line["Trình tự thực hiện"],
        filing=line["Cách thức thực hiện"],
        copies=_number(line, "Số lượng hồ sơ (bộ)", 1),
        applicants=line["Đối tượng thực hiện"],
        agency=line["Cơ quan giải quyết"],
        cooperating=line["Cơ quan phối hợp"],
        conditions=line["Yêu cầu, điều kiện"],
        legal_basis=_several(line["Căn cứ pháp lý"]),
        results=tuple(ResultPart(name) for name in _several(line["Kết quả thực hiện"])),
        online_level=_number(line, "Mức độ trực tuyến", Online.TWO),
        by_post=_yes(line, "Nhận qua bưu chính", default=False),
        synonyms=clean(line["Tên gọi thường ngày"]),
        components=components,
        time_limits=time_limits,
        fees=fees,
        needs_review=doubts.points,
    )


def _component(line: Line) -> ComponentPart:
    return ComponentPart(
        clean(line["Tên giấy tờ"]),
        case=line["Trường hợp"],
        originals=_number(line, "Bản chính", 0),
        copies=_number(line, "Bản sao", 0),
        required=_yes(line, "Bắt buộc", default=not line["Trường hợp"]),
        form_name=clean(line["Mẫu đơn, tờ khai"]),
    )


def _time(line: Line, doubts: Doubts) -> TimePart:
    channel = _channel(line)
    amount, unit, unsure = reading.time_of(line["Thời hạn"], line["Đơn vị"])
    if unsure:
        doubts.about("Thời hạn", unsure, where=channel.label)
    return TimePart(channel, amount, unit, line["Ghi chú"])


def _fee(line: Line, doubts: Doubts) -> FeePart:
    kind = _KINDS.get(fold(line["Loại"]))
    if kind is None:
        raise Unreadable(f"Trang “{line.sheet}”, dòng {line.number}: loại phải là Phí hoặc Lệ phí.")
    name, amount = clean(line["Tên khoản thu"]) or kind.label, None
    if not line["Mức thu (đồng)"]:
        doubts.about("Phí, lệ phí", "chưa ghi mức thu.", where=name)
    else:
        amount, unsure = reading.amount_of(line["Mức thu (đồng)"])
        if unsure:
            doubts.about("Phí, lệ phí", unsure, where=name)
    channel = _channel(line) if line["Cách nộp"] else ""
    part = FeePart(kind, name, channel, amount, clean(line["Tính theo"]), line["Ghi chú"])
    later_from, later, ceiling = (_step(line, heading) for heading in _STEPS)
    return replace(part, later_from=later_from, later=later, ceiling=ceiling)


def _step(line: Line, heading: str) -> int | None:
    said = line[heading].replace(".", "").replace(",", "")
    if not said:
        return None
    if not (said.isascii() and said.isdecimal()):
        raise Unreadable(f"Trang “{line.sheet}”, dòng {line.number}: cột “{heading}” phải là một số.")
    return int(said)


def _channel(line: Line) -> Channel:
    channel = reading.channel_of(line["Cách nộp"])
    if channel is None:
        raise Unreadable(
            f"Trang “{line.sheet}”, dòng {line.number}: cách nộp phải là một trong: {', '.join(Channel.labels)}."
        )
    return channel


def _number(line: Line, heading: str, default: int) -> int:
    text = line[heading]
    if not text:
        return default
    if not re.fullmatch(r"\d{1,2}", text) or int(text) > MOST_PAPERS:
        raise Unreadable(
            f"Trang “{line.sheet}”, dòng {line.number}: “{heading}” phải là một số từ 0 đến {MOST_PAPERS}."
        )
    return int(text)


def _yes(line: Line, heading: str, *, default: bool) -> bool:
    answers = {"": default, "co": True, "khong": False}
    if fold(line[heading]) not in answers:
        raise Unreadable(f"Trang “{line.sheet}”, dòng {line.number}: “{heading}” phải là Có hoặc Không.")
    return answers[fold(line[heading])]


def _several(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean(line) for line in text.splitlines() if clean(line)))
