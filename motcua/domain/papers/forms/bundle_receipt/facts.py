"""The one receipt for linked procedures that were filed as one: every matter with its code, and one total date."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import FeeLine, Letterhead, Party, Signer
from motcua.domain.papers.forms.receipt.facts import Component
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "bundle_receipt", "5.1.đ-1", "5.1.đ-2")


@dataclass(frozen=True)
class Matter:
    """One procedure of the bundle as it was received: its own code, body, time, and what it waits for."""

    code: str
    procedure: str
    body: str
    time_limit: str
    until: datetime
    waits_for: str = ""


@dataclass(frozen=True)
class BundleReceipt:
    """Giấy tiếp nhận nhóm hồ sơ liên thông và hẹn trả kết quả."""

    letterhead: Letterhead
    receiving_unit: str
    submitter: Party
    bundle: str
    matters: tuple[Matter, ...]
    components: tuple[Component, ...]
    received_at: datetime
    due_at: datetime
    hand_out: str
    result_at: str
    receiver: Signer
    owner: Party | None = None
    fees: tuple[FeeLine, ...] = ()
