"""The notice that a dossier is not worked on: for as long as its applicant asks so, or for good."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.papers.forms.receipt.facts import Component
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "stop_notice", "5.1.e-1", "5.1.đ-1")


@dataclass(frozen=True)
class StopNotice:
    """Thông báo dừng giải quyết hồ sơ. With `ground` the dossier is cancelled and its papers go back."""

    letterhead: Letterhead
    party: Party
    handled_by: str
    procedure: str
    received_at: datetime
    stopped_at: datetime
    reason: str
    signer: Signer
    asked_on: date | None = None  # the day of the applicant's request, when it rests at their wish
    ground: str = ""
    returned: tuple[Component, ...] = ()
    returned_at: str = ""
