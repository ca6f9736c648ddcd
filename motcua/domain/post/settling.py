"""The money the post collected, as it says it hands it on: kept as told, differences for people to see."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change

from . import policies
from .carriers import SettledReport
from .models import Consignment, Settlement, SettlementLine


class NoMoney(Refused):
    """Nothing is to be settled by this."""

    clause = "4.1.e"


@act("4.1.e")
def take_in_settlement(report: SettledReport, *, carrier: str, by: Signs, at: datetime) -> Settlement:
    """Keep a report of the carrier; told again it changes nothing. Each consignment is settled by one line at most."""
    if isinstance(by, Officer):
        require(policies.may_match(by, at))
    if not report.lines:
        raise NoMoney("Bảng kê nộp tiền không có dòng nào.")
    known = {"carrier": carrier, "reference": report.reference}
    told = {"day": report.day, "total": report.total, "came_at": at}
    made, fresh = Settlement.objects.get_or_create(**known, defaults=told)
    if not fresh:
        return made
    numbers = [number for number, _ in report.lines]
    open_rows = Consignment.objects.select_for_update().filter(carrier=carrier, number__in=numbers, settled=None)
    ours = {each.number: each for each in open_rows.order_by("id")}
    lines = []
    for number, amount in report.lines:
        one = ours.pop(number, None)  # a second line of the same number belongs to nothing
        lines.append(SettlementLine(settlement=made, number=number, amount=amount, consignment=one))
        if one is not None:
            _settled(one, amount, report.reference, by, at)
    add(lines)
    return made


def _settled(one: Consignment, amount: int, reference: str, by: Signs, at: datetime) -> None:
    one.settled = amount
    change(one, "settled")
    facts = {"number": one.number, "amount": amount, "to_collect": one.to_collect, "reference": reference}
    record(take_in_settlement, about=one, by=by, at=at, **facts)
