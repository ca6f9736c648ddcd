"""What was sent for one paper, as its sender reads it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.domain.uploads import queries
from motcua.domain.uploads.readability import Fault
from motcua.domain.vietnamese.money import show_size

PLACE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
FAULTS = {
    Fault.DARK: "quá tối",
    Fault.BLURRED: "bị mờ, có thể do rung tay",
    Fault.EMPTY: "gần như không có chữ",
}
NAMED = 3  # pages that a warning names, before it says how many more


@dataclass(frozen=True)
class Sent:
    """One file: what the system says of it, what to mind, and what can be done with it."""

    key: UUID
    name: str
    state: str
    words: str
    warning: str
    why: str
    is_photo: bool
    turn: int
    first: bool
    last: bool


@dataclass(frozen=True)
class Paper:
    """All files of one paper, and what they are together."""

    place: str
    files: list[Sent]
    pages: int
    photos: int


def paper(holder: str, place: str, at: datetime) -> Paper:
    """What this holder has sent for this paper."""
    return _paper(place, queries.of_paper(holder, place, at) if holder else [])


def papers(holder: str, places: Sequence[str], at: datetime) -> dict[str, Paper]:
    """The same for several papers, by place."""
    rows = queries.of_papers(holder, places, at) if holder else []
    return {place: _paper(place, [each for each in rows if each.place == place]) for place in places}


def _paper(place: str, rows: list[Any]) -> Paper:
    kept = [each for each in rows if each.state == "kept"]
    return Paper(
        place,
        [_sent(each, first=each in kept[:1], last=each in kept[-1:]) for each in rows],
        pages=sum(each.pages for each in kept),
        photos=sum(each.kind == "jpeg" for each in kept),
    )


def received(incoming: Any) -> str:
    """What was received, in words: "Đã nhận 3 trang, 1,2 MB, đọc được.\""""
    what = f"{incoming.pages} trang" if incoming.kind != "docx" else "văn bản Word"
    readable = "" if incoming.faults else ", đọc được"
    return f"Đã nhận {what}, {show_size(incoming.kept_size)}{readable}."


def warning(incoming: Any) -> str:
    """Which pages can hardly be read and what to do; nothing is stopped by it."""
    if not incoming.faults:
        return ""
    if incoming.pages == 1:
        said = f"Trang này {FAULTS[incoming.faults[0][1]]}"
    else:
        named = [f"trang {number} {FAULTS[fault]}" for number, fault in incoming.faults[:NAMED]]
        more = len(incoming.faults) - len(named)
        said = ", ".join(named).capitalize() + (f" và {more} trang khác cũng khó đọc" if more else "")
    return f"{said}. Nên chụp lại ở nơi sáng, giữ máy thẳng và yên; nếu vẫn đọc được thì có thể để nguyên."


def _sent(incoming: Any, *, first: bool, last: bool) -> Sent:
    kept = incoming.state == "kept"
    going = f"Mới nhận {show_size(incoming.arrived)} trong {show_size(incoming.size)}: chọn lại tệp để gửi tiếp."
    return Sent(
        key=incoming.key,
        name=incoming.name,
        state=incoming.state,
        words=received(incoming) if kept else "" if incoming.why else going,
        warning=warning(incoming) if kept else "",
        why=incoming.why,
        is_photo=incoming.kind == "jpeg",
        turn=incoming.turn,
        first=first,
        last=last,
    )
