"""Money that did not come over the counter: one paid online, one under way, a statement with what nobody knows yet."""

from datetime import datetime, timedelta
from typing import Any

from motcua.domain.dossiers import bills
from motcua.domain.dossiers.models import Dossier
from motcua.domain.fees import matching, online
from motcua.domain.fees.gateways import GATEWAYS, embedded
from motcua.domain.fees.models import Arrival, Charge, ReceiptBook
from motcua.domain.fees.online import Payer
from motcua.domain.fees.signs import ByGateway, ByPayer
from motcua.domain.fees.statements.importing import import_statement, keep_statement
from motcua.domain.fees.terms import ArrivalState
from motcua.domain.organisations.models import Officer

from .bodies import CENTRE
from .timeline import Timeline
from .world import World

NEEDED = 3


def pay_from_afar(world: World, times: Timeline) -> None:
    """Three bills more: the first paid at the trial gateway, the second begun a moment ago, the third by transfer."""
    (cashier,), (accountant,) = world.at_desk(CENTRE, "cashier")[:1], world.at_desk(CENTRE, "accountant")[:1]
    at = times.at_work
    charges = _charges(cashier, at)
    if len(charges) < NEEDED:
        return
    trial = GATEWAYS[embedded.CODE]
    paid, waiting, transferred = charges
    begun = online.begin_online_payment(paid, payer=Payer(ByPayer()), gateway=trial, at=at - timedelta(minutes=9))
    said = embedded.said(begun, paid=True, at=at - timedelta(minutes=7))
    online.hear_payment(said, gateway=embedded.CODE, by=ByGateway(), at=at - timedelta(minutes=7))
    one = online.begin_online_payment(waiting, payer=Payer(ByPayer()), gateway=trial, at=at)
    online.send_to_gateway(one, "/", at)
    _statement(transferred, world, accountant, at)
    odd = Arrival.objects.filter(state=ArrivalState.WAITING).order_by("-amount").first()
    if odd is not None:
        matching.propose_return(odd, reason="Người gửi gọi điện báo chuyển nhầm", by=cashier, at=at)


def _charges(by: Officer, at: datetime) -> list[Charge]:
    """Bills of dossiers that have none yet, of bodies that have a book of receipts in use."""
    kept = ReceiptBook.objects.filter(desk__code=CENTRE, closed_at=None).values("department")
    rows = Dossier.objects.filter(one_stop__code=CENTRE, code__isnull=False, department__in=kept, received_at__lt=at)
    found: list[Charge] = []
    for dossier in rows.select_related("version", "one_stop", "department").order_by("-id")[:100]:
        lines = [line for line in bills.lines_for(dossier) if line.amount]
        if lines and bills.bill_of(dossier) is None and len(found) < NEEDED:
            counts = {line.pk: bills.Count() for line in lines}
            found.append(bills.ask_fees(dossier, counts=counts, by=by, at=at - timedelta(minutes=10)))
    return found


def _statement(charge: Charge, world: World, accountant: Officer, at: datetime) -> None:
    """What the bank says of the morning: a transfer with its reference, one of nobody knows whom, and a charge."""
    day = f"{at:%d/%m/%Y}"
    rows = (
        "Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung;Tên tài khoản đối ứng",
        f"{day};FT0001;;{charge.open};{charge.reference};{charge.payer.upper()}",
        f"{day};FT0002;;150000;Nop tien ho so cho bo;TRAN THI HIEN",
        f"{day};FT0003;;2000000;Thanh toan hop dong 12;CONG TY THUY SAN",
        f"{day};FT0004;11000;;Phi quan ly tai khoan;",
    )
    content = "\n".join(rows).encode()
    given: dict[str, Any] = {"desk": world.office(CENTRE), "office": charge.department, "by": accountant, "at": at}
    import_statement(keep_statement(content, name=f"sao-ke-{at:%Y%m%d}.csv", **given), by=accountant, at=at)
