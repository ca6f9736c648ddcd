"""Reads procedures as the national portal publishes them: one JSON object a line, in the portal's own fields. Pure."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from motcua.domain.vietnamese.text import clean, clean_lines, fold

from ..parts import MOST_PAPERS, ComponentPart, FeePart, Parts, ResultPart, TimePart
from ..terms import Channel, FeeKind, Online
from . import reading
from .reading import Doubts, Found, Unreadable

_MOST_COUNTED = 9  # more copies of one paper than this are digits of the text before the number


def read(lines: Iterable[str]) -> Iterator[Found]:
    """Each line that is not empty as a procedure, or as the reason why it can not be read."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _found(number, line)


def _found(number: int, line: str) -> Found:
    code = ""
    try:
        source = json.loads(line)
        if not isinstance(source, dict):
            raise Unreadable("Dòng này không phải là một thủ tục.")
        code = clean(_text(source, "code"))
        if not code:
            raise Unreadable("Thủ tục không có mã.")
        return Found(number, code, _parts(source))
    except ValueError:
        return Found(number, code, None, ("Dòng này không phải là JSON.",))
    except Unreadable as unreadable:
        return Found(number, code, None, (unreadable.sentence,))


def _parts(source: dict[str, Any]) -> Parts:
    doubts = Doubts()
    level, unsure = reading.level_of(_text(source, "level"))
    if level is None:
        raise Unreadable(f"Cấp thực hiện: {unsure}")
    if unsure:
        doubts.about("Cấp thực hiện", unsure)
    channels = _channels(source)
    numbers, swollen = reading.legal_basis_of([clean(_is_text(each)) for each in _list(source, "legal_basis")])
    for each in swollen:
        doubts.about("Căn cứ pháp lý", f"số “{each}” có thể dính chữ của văn bản bên cạnh.")
    return Parts(
        name=clean(_text(source, "name")),
        field=clean(_text(source, "field")),
        level=level,
        decision=reading.said(_text(source, "decision")),
        sequence=clean_lines(_text(source, "sequence")),
        filing=_filing(channels),
        applicants=reading.said(_text(source, "applicants")),
        agency=reading.said(_text(source, "agency")),
        cooperating=reading.said(_text(source, "cooperating")),
        conditions=_lines(source, "conditions"),
        legal_basis=numbers,
        online_level=Online.THREE if Channel.ONLINE in channels else Online.TWO,
        by_post=Channel.POST in channels,
        components=tuple(_components(source, doubts)),
        time_limits=tuple(_time(channel, said, doubts) for channel, said in channels.items()),
        fees=_fees(channels, doubts),
        results=tuple(_results(source)),
        needs_review=doubts.points,
    )


def _channels(source: dict[str, Any]) -> dict[Channel, list[dict[str, str]]]:
    """What is said of each way of filing, in the order of our own list: the portal may say several things of one."""
    found: dict[Channel, list[dict[str, str]]] = {channel: [] for channel in Channel}
    for row in _list(source, "channels"):
        if not isinstance(row, dict):
            raise Unreadable("Cách thức thực hiện không đọc được.")
        channel = reading.channel_of(_text(row, "kenh"))
        if channel is None:
            raise Unreadable(f"Không có cách nộp “{clean(_text(row, 'kenh'))[:40]}”.")
        found[channel].append({key: clean_lines(_text(row, key)) for key in ("thoi_gian", "don_vi", "phi", "ghi_chu")})
    return {channel: rows for channel, rows in found.items() if rows}


def _filing(channels: Iterable[Channel]) -> str:
    ways = {Channel.COUNTER: "trực tiếp", Channel.ONLINE: "trực tuyến", Channel.POST: "qua dịch vụ bưu chính công ích"}
    named = [ways[channel] for channel in channels]
    return f"Nộp hồ sơ {', '.join(named)}." if named else ""


def _time(channel: Channel, rows: list[dict[str, str]], doubts: Doubts) -> TimePart:
    note = "\n".join(dict.fromkeys(row["ghi_chu"] for row in rows if row["ghi_chu"]))
    read = [reading.time_of(row["thoi_gian"], row["don_vi"]) for row in rows]
    if len({(amount, unit) for amount, unit, _ in read}) > 1:
        shown = "; ".join(clean(f"{row['thoi_gian']} {row['don_vi']}") or "không ghi" for row in rows)
        doubts.about("Thời hạn", f"nguồn ghi nhiều thời hạn: {shown}.", where=channel.label)
        return TimePart(channel, note=note)
    amount, unit, unsure = read[0]
    if unsure:
        doubts.about("Thời hạn", unsure, where=channel.label)
    elif amount and (others := reading.other_days_in(note, amount)):
        doubts.about("Thời hạn", f"ghi chú còn nêu {others}.", where=channel.label)
    return TimePart(channel, amount, unit, note)


def _fees(channels: dict[Channel, list[dict[str, str]]], doubts: Doubts) -> tuple[FeePart, ...]:
    """The fees that are clear; one for all channels where all say the same."""
    found = {channel: _fees_of(channel, rows, doubts) for channel, rows in channels.items()}
    if len(set(found.values())) == 1:
        return next(iter(found.values()))
    return tuple(replace(fee, channel=channel) for channel, fees in found.items() for fee in fees)


def _fees_of(channel: Channel, rows: list[dict[str, str]], doubts: Doubts) -> tuple[FeePart, ...]:
    said = {(row["phi"], row["ghi_chu"]) for row in rows}
    if len({fee for fee, _ in said}) > 1:
        doubts.about(
            "Phí, lệ phí", f"nguồn ghi nhiều mức: {'; '.join(sorted(f for f, _ in said))}.", where=channel.label
        )
        return ()
    return tuple(fee for text, note in sorted(said) if (fee := _fee(channel, text, note, doubts)))


def _fee(channel: Channel, text: str, note: str, doubts: Doubts) -> FeePart | None:
    if fold(text) == "mien phi":
        if reading.speaks_of_money(note):
            doubts.about(
                "Phí, lệ phí", f"nguồn ghi “{text}” nhưng ghi chú nói đến phí: {_first(note)}", where=channel.label
            )
        return None
    if not reading.said(text):
        doubts.about("Phí, lệ phí", "nguồn không có thông tin về mức thu.", where=channel.label)
        return None
    amount, unsure = reading.amount_of(text)
    if unsure:
        doubts.about("Phí, lệ phí", unsure, where=channel.label)
        return None
    if not amount:
        if note:
            doubts.about("Phí, lệ phí", f"nguồn ghi “{text}” kèm ghi chú: {_first(note)}", where=channel.label)
        return None
    return _clear_fee(channel, amount, note, doubts)


def _clear_fee(channel: Channel, amount: int, note: str, doubts: Doubts) -> FeePart | None:
    """A fee with a clear amount, where the note says which kind it is and names no other amount."""
    kind = reading.fee_kind_of(note)
    if kind is None:
        doubts.about(
            "Phí, lệ phí",
            f"nguồn ghi {amount:,} đồng mà không rõ là phí hay lệ phí.".replace(",", "."),
            where=channel.label,
        )
        return None
    if others := reading.other_amounts_in(note, amount):
        doubts.about(
            "Phí, lệ phí",
            f"nguồn ghi {amount:,} đồng nhưng ghi chú còn nêu {others}.".replace(",", "."),
            where=channel.label,
        )
        return None
    named = re.match(r"[\s(–-]*((?:Phí|Lệ phí)\b[^:\d\n]{0,150}?) ?:", note)
    return FeePart(kind, clean(named[1]) if named else FeeKind(kind).label, amount=amount, note=_first(note))


def _components(source: dict[str, Any], doubts: Doubts) -> Iterator[ComponentPart]:
    for number, row in enumerate(_list(source, "components"), start=1):
        if not isinstance(row, dict):
            raise Unreadable("Thành phần hồ sơ không đọc được.")
        part, name, case = f"Thành phần hồ sơ {number}", clean(_text(row, "ten")), clean_lines(_text(row, "nhom"))
        if not name:
            doubts.about(part, "nguồn không ghi tên giấy tờ.")
            continue
        originals, copies = (_count(part, row, key, doubts) for key in ("ban_chinh", "ban_sao"))
        if any(fold(text[:40]).lstrip("*-+ (").startswith("luu y") for text in (name, case)):
            doubts.about(part, f"“{_first(name)}” có thể là lưu ý, không phải giấy tờ.")
        elif not (row.get("ban_chinh") or row.get("ban_sao")):
            doubts.about(part, f"“{_first(name)}” không rõ số bản chính, bản sao.")
        case = "" if set(case) <= {"-", " "} else case
        form = _form(part, _text(row, "mau"), doubts)
        yield ComponentPart(name, case=case, originals=originals, copies=copies, required=not case, form_name=form)


def _count(part: str, row: dict[str, Any], key: str, doubts: Doubts) -> int:
    count = row.get(key) or 0
    if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= MOST_PAPERS * 10**6:
        raise Unreadable(f"{part}: số bản không phải là số.")
    if count > _MOST_COUNTED:
        what = "bản chính" if key == "ban_chinh" else "bản sao"
        doubts.about(part, f"nguồn ghi {count} {what}, có thể dính số của tên giấy tờ.")
        return 0
    return count


def _form(part: str, form: str, doubts: Doubts) -> str:
    form = clean(form)
    if form and reading.form_is_glued(form):
        doubts.about(part, f"tên mẫu “{_first(form)}” có thể dính chữ của tên giấy tờ.")
    return re.sub(r"\.(?:docx?|xlsx?|pdf)$", "", form, flags=re.IGNORECASE)


def _results(source: dict[str, Any]) -> Iterator[ResultPart]:
    for row in _list(source, "results"):
        if not isinstance(row, dict):
            raise Unreadable("Kết quả thực hiện không đọc được.")
        if name := reading.said(_text(row, "ten")):
            yield ResultPart(name, clean(_text(row, "ma")))


def _lines(source: dict[str, Any], key: str) -> str:
    text = clean_lines(_text(source, key))
    return text if reading.said(text) else ""


def _text(source: dict[str, Any], key: str) -> str:
    return _is_text(source.get(key))


def _is_text(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unreadable("Có ô không phải là chữ.")
    return value


def _list(source: dict[str, Any], key: str) -> list[Any]:
    value = source.get(key) or []
    if not isinstance(value, list):
        raise Unreadable(f"“{key}” không phải là danh sách.")
    return value


def _first(text: str) -> str:
    text = clean(text)
    return text if len(text) <= 120 else f"{text[:119].rstrip()}…"
