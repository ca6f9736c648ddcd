"""The guidance checklist: one complete guidance before receipt, to take home."""

from dataclasses import dataclass

from motcua.domain.papers.facts import FeeLine, Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "guidance", "4.1.c", "5.1.d")


@dataclass(frozen=True)
class Item:
    """One published component: how many of it, on which form, whether it is there and what is to be mended."""

    name: str
    originals: int = 0
    copies: int = 0
    form: str = ""
    present: bool | None = None  # not looked at: None
    advice: str = ""
    group: str = ""  # the case it belongs to, when the procedure knows several


@dataclass(frozen=True)
class Guidance:
    """Phiếu hướng dẫn hoàn thiện hồ sơ."""

    letterhead: Letterhead
    procedure: str
    procedure_code: str
    agency: str
    party: Party
    items: tuple[Item, ...]
    time_limit: str
    fees: tuple[FeeLine, ...]
    ways_to_file: tuple[str, ...]  # each with its place or address
    guide: Signer
    channel: str = ""  # "tại quầy", "qua tổng đài", "bằng văn bản trả lời"
    sets: int = 1
    advice: str = ""
    contact_phone: str = ""
