"""The notice that a dossier is checked on the spot: when, where, about what, by whom."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "field_check_notice", "5.1.đ-1")


@dataclass(frozen=True)
class FieldCheckNotice:
    """Thông báo kiểm tra thực địa (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 3); `was` when it moves an earlier date."""

    letterhead: Letterhead
    party: Party
    procedure: str
    checked_by: str
    starts_at: datetime
    place: str
    about: str
    signer: Signer
    party_to_come: str = ""
    was: datetime | None = None
    contact_phone: str = ""
