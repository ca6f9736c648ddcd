"""Mẫu 05, the control slip: every hand-over of the dossier, read from the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from motcua.domain.papers.facts import Letterhead
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "control_slip", "4.1.d-1", "5.1.đ-2")


@dataclass(frozen=True)
class HandOver:
    """The dossier passes from one body to the next. Not taken yet: `taken_at` is missing."""

    giver: str
    given_by: str
    given_at: datetime
    taker: str
    taken_by: str = ""
    taken_at: datetime | None = None
    due_at: datetime | None = None  # until when the giver had time for his part
    outcome: Literal["Trước hạn", "Đúng hạn", "Quá hạn", ""] = ""
    note: str = ""


@dataclass(frozen=True)
class BodyTime:
    """How long a body had the dossier, against the time it was given: "3 ngày/2 ngày, chậm 1 ngày"."""

    body: str
    time: str


@dataclass(frozen=True)
class Stood:
    """A time that does not count in the limit: why, from when, until when, on which ground."""

    why: str
    from_at: datetime
    to_at: datetime | None
    ground: str


@dataclass(frozen=True)
class ControlSlip:
    """Phiếu kiểm soát quá trình giải quyết hồ sơ."""

    letterhead: Letterhead
    request: str
    handled_by: str
    cooperating: tuple[str, ...]
    hand_overs: tuple[HandOver, ...]
    received_at: datetime
    due_at: datetime
    printed_at: datetime
    times: tuple[BodyTime, ...] = ()
    stood: tuple[Stood, ...] = ()
