"""The QR code on a citizen's card (căn cước công dân), as a scanner types it."""

import re
from dataclasses import dataclass

from .text import NotValid, clean

_NUMBER = re.compile(r"\d{12}", re.ASCII)


@dataclass(frozen=True)
class CitizenCard:
    """What the card says of its holder; the old number is that of the identity card it replaced."""

    number: str
    name: str
    address: str
    old_number: str = ""


def read_card(text: str) -> CitizenCard:
    """The card behind the text of its QR, or `NotValid` with what to do instead.

    The fields stand between strokes: number | old number | name | born | sex | address | issued; newer
    cards put more behind them. A scanner that knows ASCII only loses the marks on letters: the name is
    taken as it comes, for the official to mend.
    """
    fields = [clean(field) for field in text.split("|")]
    if len(fields) < 6 or not _NUMBER.fullmatch(fields[0]) or not fields[2]:
        raise NotValid("Không đọc được mã QR này. Hãy quét lại mặt có mã QR của thẻ, hoặc nhập tay.")
    return CitizenCard(number=fields[0], old_number=fields[1], name=fields[2], address=fields[5])
