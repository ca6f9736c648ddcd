"""A copy of a receipt that is gone: reported with the reason, so that nobody settles with it (4.5.a, 4.5.b)."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean

from . import policies
from .charging import locked
from .models import LostCopy, Receipt

COPIES = {1: "Liên 1 (lưu tại nơi thu)", 2: "Liên 2 (giao người nộp)", 3: "Liên 3 (chuyển sở, ngành)"}


class LostAlready(Refused):
    """A copy that was reported before."""

    clause = "4.5.b"


@act("4.5.a", "4.5.b")
def report_lost_copy(receipt: Receipt, *, copy: int, reason: str, by: Officer, at: datetime) -> LostCopy:
    """Say that a copy is lost. The receipt stays good; it is shown with the loss wherever it is shown."""
    charge = locked(receipt.payment.charge)
    require(policies.may_keep_receipts(by, charge.desk_id, at))
    if copy not in COPIES or not clean(reason):
        raise Refused("Phải ghi liên nào bị mất và lý do.", "4.5.b")
    if LostCopy.objects.filter(receipt=receipt, copy=copy).exists():
        raise LostAlready(f"{COPIES[copy]} đã được báo mất.")
    lost = LostCopy.objects.create(receipt=receipt, copy=copy, reason=clean(reason), at=at, by=by)
    record(report_lost_copy, about=charge, by=by, at=at, receipt=receipt.number, copy=copy, reason=lost.reason)
    return lost
