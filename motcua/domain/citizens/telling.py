"""The owner of an account is told of what touches its safety, by every way that reached them before it."""

from datetime import datetime

from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.organisations import queries as organisations
from motcua.domain.vietnamese.dates import local_day

from .models import Person

KIND = "account_security"
ABOUT = "Tài khoản người dân"


def reached(person: Person) -> Recipient:
    """Where the owner is reached: addresses that were confirmed, and the own page."""
    return Recipient(
        "owner",
        phone=person.phone if person.phone_confirmed_at else "",
        email=person.email if person.email_confirmed_at else "",
        account=f"account/{person.account_id}",
    )


def about_security(person: Person, line: int, what: str, at: datetime, *, to: Recipient) -> None:
    """Say what happened, and whom to call if it was somebody else."""
    about = About(f"{person.stream}#{line}", ABOUT, organisations.centre(local_day(at)).pk)
    outbox.tell(KIND, about, to=to, facts={"what": what, "moment": at}, at=at)
