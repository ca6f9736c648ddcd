"""The cash desk of the demo: books in use, two shifts, bills paid in every way, and what waits for a second person."""

from datetime import datetime, timedelta
from typing import Any

from motcua.domain.dossiers import bills
from motcua.domain.dossiers.models import Dossier
from motcua.domain.fees import books, collecting, money_out, shifts
from motcua.domain.fees.models import Charge, Receipt
from motcua.domain.fees.terms import Method
from motcua.domain.organisations.models import Officer

from .bodies import CENTRE
from .timeline import Timeline
from .world import World

PAID = (Method.CASH, Method.TRANSFER, Method.CASH, Method.CARD, Method.ONLINE, Method.CASH)
MOST = 12


def take_money(world: World, times: Timeline) -> None:
    """Yesterday's drawer was short and somebody else closed it; today's is open."""
    first, second = world.at_desk(CENTRE, "cashier")[:2]
    (accountant,) = world.at_desk(CENTRE, "accountant")[:1]
    before = times.working_days_ago(CENTRE, 1)
    dossiers = _with_fees(before)
    for number, department in enumerate({each.department_id: each.department for each in dossiers}.values(), start=1):
        books.open_receipt_book(
            department, world.office(CENTRE), form="01BLP2-001", symbol=f"A{chr(64 + number)}/19E", first=1, last=5000,
            by=accountant, at=before,
        )  # fmt: skip
    half = len(dossiers) // 2
    _yesterday(dossiers[:half], world, first, accountant, before + timedelta(minutes=30))
    _today(
        dossiers[half:],
        world,
        second,
        accountant,
        max(times.at_work - timedelta(minutes=20), before + timedelta(hours=9)),
    )


def _with_fees(before: datetime) -> list[Dossier]:
    """The latest dossiers at the Centre that cost something and were received before the desk opened."""
    rows = Dossier.objects.filter(one_stop__code=CENTRE, received_at__lt=before, code__isnull=False)
    rows = rows.select_related("version", "one_stop", "department").order_by("-id")[: MOST * 6]
    costly = (each for each in rows if any(line.amount for line in bills.lines_for(each)))
    return [each for each in costly if bills.bill_of(each) is None][:MOST]


def _yesterday(dossiers: list[Dossier], world: World, cashier: Officer, accountant: Officer, at: datetime) -> None:
    shift = shifts.open_shift(world.office(CENTRE), change=1_000_000, by=cashier, at=at)
    receipts = [
        _paid(_asked(each, cashier, at), method, number, cashier, at)
        for number, (each, method) in enumerate(zip(dossiers, PAID * 2, strict=False), start=1)
    ]
    evening = at + timedelta(hours=8)
    by: dict[str, Any] = {"by": cashier, "at": at + timedelta(hours=1)}
    wrong = money_out.propose_void(receipts[0], reason="Ghi sai tên người nộp tiền", **by)
    money_out.agree_to_money_out(wrong, by=accountant, at=at + timedelta(hours=2))
    shift = shifts.count_drawer(shift, counted=shifts.in_drawer(shift) - 5_000, by=cashier, at=evening)
    shifts.close_shift(shift, reason="Trả lại thừa 5.000 ₫ cho một người nộp", by=accountant, at=evening)


def _today(dossiers: list[Dossier], world: World, cashier: Officer, accountant: Officer, at: datetime) -> None:
    """Some have paid, one need not, the last wait; a refund and a reduction wait for the accountant."""
    shifts.open_shift(world.office(CENTRE), change=1_000_000, by=cashier, at=at)
    waiting = [_asked(each, cashier, at, favoured=True) for each in dossiers]
    open_ones = [each for each in waiting if each.open]
    for number, (bill, method) in enumerate(zip(open_ones[:3], PAID, strict=False), start=101):
        receipt = _paid(bill, method, number, cashier, at)
    if open_ones:
        money_out.propose_refund(
            receipt.payment,
            amount=receipt.amount,
            reason="Người nộp rút hồ sơ ngay sau khi nộp tiền",
            by=cashier,
            at=at,
        )
        asked = money_out.propose_reduction(
            open_ones[-1], amount=open_ones[-1].open, reason="Chưa có giấy tờ chứng minh", by=cashier, at=at
        )
        money_out.decline_money_out(asked, reason="Không thuộc đối tượng được giảm", by=accountant, at=at)


def _asked(dossier: Dossier, by: Officer, at: datetime, *, favoured: bool = False) -> Charge:
    """The bill, with the first relief that each line has."""
    counts = {
        line.pk: bills.Count(relief=line.favoured[0].group if favoured and line.favoured else "")
        for line in bills.lines_for(dossier)
    }
    return bills.ask_fees(dossier, counts=counts, by=by, at=at)


def _paid(bill: Charge, method: Method, number: int, by: Officer, at: datetime) -> Receipt:
    document = "" if method == Method.CASH else f"{method.name[:2]}{at:%y%m%d}{number:04}"
    return collecting.collect(bill, method=method, amount=bill.open, document=document, by=by, at=at)
