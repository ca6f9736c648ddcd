"""How the words of a source are read: what is clear becomes a value, what is not a doubt, never a guess. Pure."""

import re
from dataclasses import dataclass, field
from typing import TypeVar

from motcua.domain.vietnamese.money import show_money
from motcua.domain.vietnamese.text import clean, fold
from motcua.domain.working_days.limit import Unit

from ..parts import LONGEST, Parts
from ..terms import Channel, FeeKind, Level

T = TypeVar("T")

NOTHING = {"", "khong co thong tin"}
_CHANNELS = {
    "truc tiep": Channel.COUNTER,
    "truc tuyen": Channel.ONLINE,
    "dich vu buu chinh": Channel.POST,
    "buu chinh cong ich": Channel.POST,
    "qua buu chinh": Channel.POST,
    "buu chinh": Channel.POST,
}
_UNITS = {
    "gio": Unit.WORKING_HOURS,
    "gio lam viec": Unit.WORKING_HOURS,
    "ngay lam viec": Unit.WORKING_DAYS,
    "ngay": Unit.CALENDAR_DAYS,
    "ngay lich": Unit.CALENDAR_DAYS,
    "thang": Unit.MONTHS,
}
_LEVELS = {"cap tinh": Level.PROVINCE, "cap huyen": Level.DISTRICT, "cap xa": Level.COMMUNE}
_MINISTRY = {"cap bo", "cap trung uong"}


class Unreadable(Exception):
    """A row or a file that can not be read at all; the sentence says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Found:
    """One procedure of a source: where it stands, its code and parts, or why it can not be taken in."""

    line: int
    code: str
    parts: Parts | None
    errors: tuple[str, ...] = ()
    sheet: str = ""


@dataclass
class Doubts:
    """What is unclear in one procedure, in the order of reading; the same doubt in several places is one point."""

    _places: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def about(self, part: str, why: str, *, where: str = "") -> None:
        """Note what is unclear in a part, and where in it."""
        places = self._places.setdefault((part, why), [])
        if where and where not in places:
            places.append(where)

    @property
    def points(self) -> tuple[str, ...]:
        """Each point as a sentence."""
        return tuple(
            f"{part} ({', '.join(places)}): {why}" if places else f"{part}: {why}"
            for (part, why), places in self._places.items()
        )


def said(text: str | None) -> str:
    """The text, or nothing where the source only says that it knows nothing."""
    return "" if fold(text or "").strip(" .") in NOTHING else clean(text or "")


def channel_of(text: str) -> Channel | None:
    """The way of filing of this name."""
    return _CHANNELS.get(fold(text))


def time_of(amount: str | None, unit: str | None) -> tuple[int | None, str, str]:
    """Amount and unit where both are clear; else no amount and why."""
    amount, unit = clean(amount or ""), clean(unit or "")
    if not amount:
        return None, "", "nguồn không ghi thời gian."
    if not re.fullmatch(r"\d{1,4}", amount) or int(amount) > LONGEST:
        return None, "", f"nguồn ghi “{_short(f'{amount} {unit}')}”, không phải là một số."
    if not unit:
        return None, "", f"nguồn ghi “{amount}” mà không có đơn vị."
    if fold(unit) not in _UNITS:
        return None, "", f"nguồn ghi “{_short(f'{amount} {unit}')}”, không rõ đơn vị."
    return int(amount), _UNITS[fold(unit)], ""


def other_days_in(note: str, amount: int) -> str:
    """Numbers of days that a note promises beside this amount, as written; empty when there are none."""
    named = re.findall(r"(?<![\d/.,])0*(\d{1,3}) (?:\([^)]{1,30}\) )?ngày(?! \d)", note)
    others = list(dict.fromkeys(number for number in named if int(number) != amount))
    return ", ".join(f"{number} ngày" for number in others)


def level_of(text: str) -> tuple[Level | None, str]:
    """The one level below the ministry that settles it; the highest of several, with the doubt."""
    names = [fold(name) for name in text.split(",")]
    found = [level for name, level in _LEVELS.items() if name in names]
    if not found:
        return None, f"nguồn ghi “{_short(text)}”, không có cấp nào của địa phương."
    others = [name for name in names if name not in _MINISTRY and name not in _LEVELS]
    if len(found) > 1 or others:
        return found[0], f"nguồn ghi “{_short(text)}”, nhiều cấp cùng giải quyết."
    return found[0], ""


def amount_of(text: str) -> tuple[int | None, str]:
    """An amount in đồng where it is clear: "10,000 Việt Nam Đồng" is, "100 VNĐ" is not."""
    shape = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})*|\d+) ?(việt nam đồng|vnđ|vnd|đồng|đ|₫)?", clean(text).lower())
    if shape is None:
        return None, f"nguồn ghi “{_short(text)}”, không phải là một số tiền đồng."
    amount = int(re.sub(r"[.,]", "", shape[1]))
    if 0 < amount < 1000:
        return None, f"nguồn ghi “{_short(text)}”, có thể thiếu hàng nghìn."
    return amount, ""


def other_amounts_in(note: str, amount: int) -> str:
    """Amounts that a note names beside this one; empty when there are none."""
    named = re.findall(r"(?<![\d/.,])(\d{1,3}(?:\.\d{3})+|\d{4,9})(?: (?:đồng|vnđ)|đ\b|/)", note.lower())
    others = {int(number.replace(".", "")) for number in named} - {amount}
    return ", ".join(show_money(each) for each in sorted(others))


def fee_kind_of(text: str) -> FeeKind | None:
    """Phí or lệ phí, where a text names one of them and not the other as well."""
    folded = re.sub(r"mien (?:le )?phi|luat phi va le phi|phi,? (?:va )?le phi", "", fold(text))
    charge, fee = "le phi" in folded, re.search(r"(?<!le )\bphi\b", folded) is not None
    return None if charge == fee else (FeeKind.CHARGE if charge else FeeKind.FEE)


def speaks_of_money(note: str) -> bool:
    """Whether a note says anything of fees beyond that there are none."""
    rest = re.sub(r"mien (?:phi|le phi|thu phi)[\w ]*|khong (?:co|thu|quy dinh|mat)?[\w ]*phi\b", "", fold(note))
    return re.search(r"\b(?:phi|muc thu)\b", rest) is not None


_BODIES = (
    "BCA|BCT|BGDĐT|BGTVT|BKHCN|BKHĐT|BLĐTBXH|BNG|BNNMT|BNNPTNT|BNN|BNV|BQP|BTC|BTNMT|BTP|BTTTT|BVHTTDL|BXD|BYT|"
    "NHNN|VPCP|TTCP|UBDT|TANDTC|VKSNDTC|KTNN|BDTTG"
)
_LAW_NUMBER = re.compile(
    rf"\d{{1,3}}/(?:19|20)\d\d/(?:QH\d{{1,2}}|UBTVQH\d{{1,2}}|PL-UBTVQH\d{{1,2}}|NĐ-CP|QĐ-TTg|NQ-CP|"
    rf"(?:TT|QĐ)-(?:{_BODIES})|TTLT(?:-(?:{_BODIES})){{2,}})"
)


def legal_basis_of(numbers: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The documents, and those whose number seems to have swallowed a neighbour's letter or digit.

    A swollen number that continues a sound one of the same list is the same document written twice, and is left out.
    """
    sound = [number for number in numbers if _LAW_NUMBER.fullmatch(number)]
    swollen = [number for number in numbers if number not in sound and not number.startswith(tuple(sound))]
    return tuple(dict.fromkeys(each for each in numbers if each in sound or each in swollen)), swollen


_FORM = re.compile(r"(?:mau|mus|phu luc|phlc|pl|tk|to khai|don|giay|phieu|bieu|bao cao|danh sach)(?![a-z])")
_INSIDE = re.compile(r"[^\s(/_-](?:Mẫu|MẪU|Mau|Mus|TK|PL|Phụ lục|PHỤ LỤC) ?")


def form_is_glued(form: str) -> bool:
    """Whether the name of a form carries a piece of the text before it, or of a second form."""
    endings = re.findall(r"\.(?:docx?|xlsx?|pdf)", form.lower())
    return not _FORM.match(fold(form)) or len(endings) > 1 or _INSIDE.search(form) is not None


def _short(text: str) -> str:
    text = clean(text)
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
