"""Whether the texts keep to what each way allows, filled with the longest facts. Run by tests, shown to officials.

Where a rule comes from stands beside it. What Zalo asks of templates was read in its own guide
(zalo.cloud/zns/guidelines) and in that of a partner (help.nxlink.ai); Zalo changes them, and decides when a
template is registered: what passes here may still be sent back there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from motcua.domain.vietnamese.text import unaccented

from . import texts
from .terms import Way
from .texts import ALWAYS, FACTS, KINDS, Email, Kind, Version, Zns

SEGMENT = 160  # septets of one SMS (3GPP TS 23.038 and 23.040)
# The basic alphabet of 3GPP TS 23.038 as far as folded Vietnamese and our punctuation need it; certain.
_GSM = frozenset("@£$¥_!\"#%&'()*+,-./:;<=>?¡¿§ \n\r0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_GSM_TWICE = frozenset("^{}\\[]~|€")  # behind an escape: two septets each

SUBJECT = 70  # signs; RFC 5322 asks for lines of at most 78, telephones show some 40 to 70; chosen
SENTENCE = 30  # words; longer ones are not read on a telephone; chosen

# Zalo, for templates of text and table ("ZNS tùy chỉnh"); both guides agree.
ZNS_TITLE, ZNS_PARAGRAPH, ZNS_PARAGRAPHS = (9, 65), (9, 400), (1, 4)
ZNS_ROWS, ZNS_ROW_NAME, ZNS_ROW_TEXT = (2, 8), (3, 35), (3, 90)
ZNS_BUTTONS, ZNS_BUTTON = (0, 2), (5, 30)
ZNS_PARAMS, ZNS_TITLE_PARAMS = 10, 4
# The longest a parameter may be by its type ("cài đặt kỹ thuật"): Mã số 30, Thời gian 20, Số lượng 20, Nhãn 30. Zalo
# names these lengths beside the types when a template is made; 30 and 20 fairly sure, not tried against Zalo.
ZNS_PARAM_TYPES = {"code": 30, "moment": 20, "day": 20, "number": 20, "words": 30}
_PARAM_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
# Of a message that is no advertising; Zalo refuses them, and we would not write them.
_PROMOTION = (
    "khuyến mãi",
    "giảm giá",
    "ưu đãi",
    "quà tặng",
    "trúng thưởng",
    "mua ngay",
    "voucher",
    "tri ân",
)
_ADDRESSED = ("anh/chị", "ông/bà", "sms")  # Zalo asks for a neutral address, and not to speak of SMS
_LINK = re.compile(r"https?://|www\.|\.vn\b|\b0\d{8,}\b|\b1[89]00\d{4,}\b")
# Nobody has to know our abbreviations.
_ABBREVIATIONS = re.compile(r"\b(TTHC|GCN|UBND|TTPVHCC|HCC|CCCD|BCCI|DVC)\b")


@dataclass(frozen=True)
class Finding:
    """What is wrong with a text, and by which way it would go."""

    kind: str
    way: Way
    says: str


def findings() -> list[Finding]:
    """Everything that is wrong with any text."""
    return [each for kind in KINDS.values() for version in kind.versions for each in of(kind, version)]


def of(kind: Kind, version: Version) -> Iterator[Finding]:
    """What is wrong with one version of a kind."""
    checks: dict[Way, Any] = {Way.APP: _app, Way.SMS: _sms, Way.EMAIL: _email, Way.ZNS: _zns}
    for way, check in checks.items():
        text = version.by(way)
        if text is not None:
            unknown = sorted({name for part in _parts(text) for name in texts.placeholders(part)} - _known(kind))
            found = [f"có chỗ trống lạ: {', '.join(unknown)}"] if unknown else [*check(kind, text), *_all(kind, text)]
            yield from (Finding(kind.name, way, says) for says in found)


def septets(text: str) -> int | None:
    """How long an SMS is in the alphabet of telephones; none when it has a sign outside it."""
    if not set(text) <= _GSM | _GSM_TWICE:
        return None
    return len(text) + sum(sign in _GSM_TWICE for sign in text)


def longest(kind: Kind) -> dict[str, object]:
    """The facts of a kind, each as long as it can be."""
    return {name: FACTS[name].longest for name in kind.facts}


def _app(kind: Kind, text: str) -> Iterator[str]:
    if len(_filled(kind, text)) > 200:
        yield "dài hơn 200 ký tự"


def _sms(kind: Kind, text: str) -> Iterator[str]:
    sent = unaccented(_filled(kind, text))
    length = septets(sent)
    if length is None:
        strange = "".join(sorted(set(sent) - _GSM - _GSM_TWICE))
        yield f"có ký tự ngoài bảng chữ của tin nhắn: {strange}"
    elif length > SEGMENT:
        yield f"dài {length} ký tự khi điền đủ, quá một tin ({SEGMENT})"
    if "{hotline}" not in text:
        yield "không nói số để gọi"


def _email(kind: Kind, text: Email) -> Iterator[str]:
    subject = _filled(kind, text.subject)
    if not 10 <= len(subject) <= SUBJECT:
        yield f"tiêu đề dài {len(subject)} ký tự, phải từ 10 đến {SUBJECT}"
    if "{hotline}" not in "".join(text.lines):
        yield "không nói số để gọi"


def _zns(kind: Kind, text: Zns) -> Iterator[str]:
    yield from _within("tiêu đề", _filled(kind, text.title), ZNS_TITLE)
    yield from _number("đoạn văn", text.paragraphs, ZNS_PARAGRAPHS)
    yield from _number("nút", text.buttons, ZNS_BUTTONS)
    if text.rows:
        yield from _number("dòng của bảng", text.rows, ZNS_ROWS)
    for paragraph in text.paragraphs:
        yield from _within("đoạn văn", _filled(kind, paragraph), ZNS_PARAGRAPH)
    for name, value in text.rows:
        yield from _within("tên dòng", name, ZNS_ROW_NAME)
        yield from _within("nội dung dòng", _filled(kind, value), ZNS_ROW_TEXT)
        if texts.placeholders(name) or len(texts.placeholders(value)) > 1:
            yield f"dòng “{name}”: tên không có chỗ trống, nội dung có một chỗ trống"
    for name, _ in text.buttons:
        yield from _within("nút", name, ZNS_BUTTON)
    yield from _params(kind, text)
    yield from _wording(" ".join(text.parts()))


def _params(kind: Kind, text: Zns) -> Iterator[str]:
    names = [name for part in text.parts() for name in texts.placeholders(part)]
    if not set(names) & set(kind.facts):
        yield "không có tham số nào nói đây là hồ sơ nào"
    if set(names) & set(ALWAYS):
        yield "đường dẫn và số điện thoại chỉ được đặt ở nút"
    if len(set(names)) > ZNS_PARAMS or len(texts.placeholders(text.title)) > ZNS_TITLE_PARAMS:
        yield f"có hơn {ZNS_PARAMS} tham số, hoặc hơn {ZNS_TITLE_PARAMS} ở tiêu đề"
    for name in sorted(set(names) & set(kind.facts)):
        fact = FACTS[name]
        most, sent = ZNS_PARAM_TYPES.get(fact.type), texts.param(fact, fact.longest)
        if most is None or len(sent) > most or not _PARAM_NAME.fullmatch(name):
            yield f"tham số {name} sai tên, sai kiểu hoặc dài quá {most} ký tự"


def _wording(words: str) -> Iterator[str]:
    said = words.lower()
    if promotion := [each for each in _PROMOTION if each in said]:
        yield f"có lời quảng cáo: {', '.join(promotion)}"
    if addressed := [each for each in _ADDRESSED if each in said]:
        yield f"xưng hô hoặc từ không được dùng: {', '.join(addressed)}"
    if _LINK.search(said):
        yield "có đường dẫn hoặc số điện thoại trong nội dung; chỉ được đặt ở nút"


def _all(kind: Kind, text: "str | Email | Zns") -> Iterator[str]:
    """What holds for every way: it says which dossier, in short sentences without our abbreviations."""
    parts = [_filled(kind, part) for part in _parts(text)]
    if "code" in kind.facts and not any("{code}" in part for part in _parts(text)):
        yield "không nói hồ sơ nào"
    if found := _ABBREVIATIONS.search(" ".join(_parts(text))):
        yield f"có chữ viết tắt không phải ai cũng hiểu: {found[0]}"
    for sentence in (each for part in parts for each in re.split(r"(?<=[.!?])\s", part)):
        if len(sentence.split()) > SENTENCE:
            yield f"câu dài hơn {SENTENCE} chữ: “{sentence[:40]}…”"


def _parts(text: "str | Email | Zns") -> tuple[str, ...]:
    if isinstance(text, Email):
        return (text.subject, *text.lines)
    return (*text.parts(), *(target for _, target in text.buttons)) if isinstance(text, Zns) else (text,)


def _known(kind: Kind) -> set[str]:
    return {*kind.facts, *ALWAYS}


def _filled(kind: Kind, text: str) -> str:
    facts = texts.always() | longest(kind)
    return text.format(**{name: texts.shown_as(FACTS[name], value) for name, value in facts.items()})


def _within(what: str, text: str, between: tuple[int, int]) -> Iterator[str]:
    if not between[0] <= len(text) <= between[1]:
        yield f"{what} dài {len(text)} ký tự, phải từ {between[0]} đến {between[1]}: “{text[:40]}”"


def _number(what: str, found: Iterable[object], between: tuple[int, int]) -> Iterator[str]:
    number = len(list(found))
    if not between[0] <= number <= between[1]:
        yield f"có {number} {what}, phải từ {between[0]} đến {between[1]}"
