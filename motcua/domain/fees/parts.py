"""For what a payment was: which fees and charges of its bill, so that every month can be told line by line (4.5.b)."""

from collections.abc import Iterable

from motcua.domain.statements import add

from .charging import standing
from .models import Charge, ChargeLine, Payment, PaymentPart


def still_open(charge: Charge) -> list[ChargeLine]:
    """What of each line of a bill nothing was paid on yet, before the payment at hand."""
    lines = {(line.tariff_id, line.name): line for line in standing(charge)}
    for part in PaymentPart.objects.filter(payment__charge=charge):
        lines[part.tariff_id, part.name].amount -= part.amount
    return list(lines.values())


def shared_out(lines: Iterable[ChargeLine], amount: int) -> list[ChargeLine]:
    """What a payment of so much is for: all that is open, or of a part of it the first lines first."""
    lines = list(lines)
    if sum(line.amount for line in lines) == amount:
        return lines
    for line in lines:
        line.amount = min(max(line.amount, 0), amount)
        amount -= line.amount
    return lines


def keep(payment: Payment, lines: Iterable[ChargeLine]) -> None:
    """Note for what a payment was; what it was given for comes to its amount, or the program is at fault."""
    made = [
        PaymentPart(payment=payment, tariff_id=line.tariff_id, kind=line.kind, name=line.name, amount=line.amount)
        for line in lines
        if line.amount
    ]
    if sum(each.amount for each in made) != payment.amount:
        raise ValueError(f"parts of payment {payment.pk} do not come to {payment.amount}")
    add(made)
