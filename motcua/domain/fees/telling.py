"""What a payer is told of the own money, and what accountants are told of a month that is due (4.5.b, 5.3)."""

from datetime import date, datetime
from typing import Any

from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.organisations.queries import colleagues
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.money import show_number

from .models import Charge, MonthStatement, OnlinePayment, Receipt


def paid(charge: Charge, receipt: Receipt, event: str, at: datetime, *, account: str = "") -> None:
    """The money is there, and this is the receipt."""
    _tell("fee_paid", charge, event, at, account, amount=receipt.amount, receipt=f"{receipt.number:07}")


def refused(one: OnlinePayment, event: str, at: datetime) -> None:
    """The gateway did not take the money: it can be tried again, or paid otherwise."""
    _tell("fee_refused", one.charge, event, at, one.account, amount=one.amount)


def questioned(one: OnlinePayment, amount: int, event: str, at: datetime) -> None:
    """Money came and does not fit the bill: somebody looks at it, nothing should be paid again."""
    _tell("fee_questioned", one.charge, event, at, one.account, amount=amount)


def given_back(charge: Charge, amount: int, event: str, at: datetime, *, account: str = "") -> None:
    """So much goes back, the way it came."""
    _tell("fee_given_back", charge, event, at, account, amount=amount)


def month_is_due(one: MonthStatement, body_id: int, step: str, until: date, event: str, at: datetime) -> None:
    """The side whose turn it is hears what is to be done until when: its accountants, or its head where it has none."""
    people = colleagues(body_id, Role.ACCOUNTANT, at) or colleagues(body_id, Role.HEAD, at)
    facts = {"fee_month": str(one), "department": one.department.name, "step": step, "until": until}
    about = About(event, str(one), one.desk_id)
    for officer in people:
        outbox.tell("fee_month_due", about, to=Recipient(officer.code, email=officer.email), facts=facts, at=at)


def _tell(kind: str, charge: Charge, event: str, at: datetime, account: str, *, amount: int, **facts: Any) -> None:
    about = About(event, charge.code or charge.reference, charge.desk_id)
    to = Recipient("payer", phone=charge.phone, email=charge.email, account=account)
    said = {"code": charge.code or charge.reference, "amount": f"{show_number(amount)} đồng", **facts}
    outbox.tell(kind, about, to=to, facts=said, at=at)
