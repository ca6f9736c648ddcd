"""The QR code on a citizen's card (căn cước công dân), as a scanner types it."""

import re
import unicodedata
from dataclasses import dataclass

from .text import NotValid, clean

FIELDS = ("number", "old_number", "name", "born", "sex", "address", "issued")  # newer cards put more behind
_UP_TO_ADDRESS = FIELDS.index("address") + 1
_NUMBER = re.compile(r"\d{12}", re.ASCII)
_STROKES = str.maketrans({"¦": "|", "‖": "||", "ǀ": "|"})

# What the keys of digits write while the keyboard of Windows is set to Vietnamese.
_DIGITS = {"đ": "0", "ă": "1", "â": "2", "ê": "3", "ô": "4"}
_DIGITS |= {"\u0300": "5", "\u0309": "6", "\u0303": "7", "\u0301": "8", "\u0323": "9"}
_TONE = re.compile("[\u0300\u0309\u0303\u0301\u0323]")


@dataclass(frozen=True)
class CitizenCard:
    """What the card says of its holder; the old number is that of the identity card it replaced."""

    number: str
    name: str
    address: str
    old_number: str = ""


def read_card(text: str) -> CitizenCard:
    """The card behind the text of its QR, or `NotValid` with what to do instead.

    The fields stand between strokes, in the order of `FIELDS`. A scanner that knows ASCII only loses the marks
    on letters, and an input method may add some (Telex makes "dd" a "đ"): name and address are taken as they come, for
    the official to mend; of the number the digits are found again.
    """
    said = unicodedata.normalize("NFKC", text.translate(_STROKES))
    fields = dict(zip(FIELDS, map(clean, said.split("|")), strict=False))
    number = _digits(fields.get("number", ""))
    if len(fields) < _UP_TO_ADDRESS or not _NUMBER.fullmatch(number) or not fields["name"]:
        raise NotValid("Không đọc được mã QR này. Hãy quét lại mặt có mã QR của thẻ, hoặc nhập tay.")
    old = _digits(fields["old_number"])
    return CitizenCard(number=number, old_number=old, name=fields["name"], address=fields["address"])


def _digits(text: str) -> str:
    """A number without what an input method made of it, or the text as it is where it never was one."""
    plain = "".join(_DIGITS.get(sign, sign) for letter in text.replace(" ", "") for sign in _signs(letter))
    return plain if plain.isdecimal() else text


def _signs(letter: str) -> str:
    """A letter without its tone, then the tone."""
    apart = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", _TONE.sub("", apart)) + "".join(_TONE.findall(apart))
