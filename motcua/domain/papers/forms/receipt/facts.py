"""Mẫu 01, the receipt: what was handed in, when it was received, when and where the result will be."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import FeeLine, Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "receipt", "5.1.đ-1", "5.1.đ-2", "4.1.a-2")


@dataclass(frozen=True)
class Component:
    """One paper of the dossier and how many of each sort were handed in."""

    name: str
    originals: int = 0
    certified: int = 0
    photocopies: int = 0


@dataclass(frozen=True)
class Matter:
    """One of several dossiers on one receipt."""

    code: str
    request: str
    procedure_code: str
    components: tuple[Component, ...]
    time_limit: str
    due_at: datetime
    fees: tuple[FeeLine, ...] = ()


@dataclass(frozen=True)
class Share:
    """One body's share of the time of an interlinked dossier."""

    body: str
    hours: int
    until: datetime


@dataclass(frozen=True)
class Receipt:
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả."""

    letterhead: Letterhead
    receiving_unit: str
    submitter: Party
    channel: str  # "nộp trực tiếp", "nộp qua bưu chính", "nộp trực tuyến"
    request: str  # what is asked for: usually the name of the procedure
    procedure_code: str
    components: tuple[Component, ...]
    time_limit: str  # "15 ngày làm việc"
    received_at: datetime
    due_at: datetime
    result_at: str  # where and how the result will be handed over
    receiver: Signer
    owner: Party | None = None  # when somebody else handed it in
    sets: int = 1
    fees: tuple[FeeLine, ...] = ()
    book: str = ""
    book_number: int | None = None
    special: tuple[str, ...] = ()  # what was specially agreed for the procedure (4.1.a-2)
    submitter_signs: bool = True  # not when it was filed online or by post
    shares: tuple[Share, ...] = ()  # the bodies that settle it one after the other or side by side (5.1.đ-1)
    matters: tuple[Matter, ...] = ()  # when several dossiers were handed in together
    replaces: str = ""  # the paper that was wrong
