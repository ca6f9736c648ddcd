"""Money that the postman took at the door: when the post hands it on, it pays the bill of the dossier, once (4.5.a)."""

from datetime import datetime

from motcua.domain.fees.arrivals import Came, take_in_arrival
from motcua.domain.fees.terms import Source
from motcua.domain.journal.acts import together
from motcua.domain.journal.recording import Signs
from motcua.domain.post import settling
from motcua.domain.post.carriers import SettledReport
from motcua.domain.post.models import Settlement, SettlementLine

from .. import bills
from ..models import Dossier
from .consigned import STREAM


def take_in_settlement(report: SettledReport, *, carrier: str, by: Signs, at: datetime) -> Settlement:
    """Keep what the post hands on, and pay with it what it was collected for; told again it changes nothing."""
    with together():
        settlement = settling.take_in_settlement(report, carrier=carrier, by=by, at=at)
        lines = settlement.lines.filter(consignment__about__startswith=STREAM).select_related("consignment")
        for line in lines.order_by("id"):
            _pay(line, settlement, by, at)
        return settlement


def _pay(line: SettlementLine, settlement: Settlement, by: Signs, at: datetime) -> None:
    """What is left after the postage is for the fees; where it is not what the bill asks for, people match it."""
    one = line.consignment
    if one is None or one.to_collect == one.postage or line.amount <= one.postage:
        return
    dossier = Dossier.objects.get(pk=int(one.about.removeprefix(STREAM)))
    bill = bills.bill_of(dossier)
    came = Came(
        Source.POST, f"{settlement.carrier}/{settlement.reference}/{one.number}", dossier.department_id,
        dossier.one_stop_id, line.amount - one.postage, at, content=f"Thu hộ {one.number}, hồ sơ {dossier.code}",
        payer=one.name, charge_id=bill.pk if bill else None,
    )  # fmt: skip
    take_in_arrival(came, by=by, at=at)
