"""Codes that are sent and read, and accounts opened with them."""

from typing import Any
from uuid import UUID

from motcua.domain.citizens import confirming, local
from motcua.domain.citizens.confirming import Asked
from motcua.domain.citizens.local import Claimed
from motcua.domain.citizens.models import Confirmation, Person
from motcua.domain.citizens.terms import Purpose
from motcua.domain.messages.one_time import digits_of
from tests.citizens import AN, AT

PHONE, OTHER_PHONE, EMAIL = "0912345678", "0987654321", "an.nguyen@example.vn"
CLAIMED = Claimed(AN.name, AN.identity_number, AN.born_on, AN.address)
SIGN_IN = Asked(Purpose.SIGN_IN)


def asked(address: str = PHONE, asked: Asked = SIGN_IN, at: Any = AT) -> Confirmation:
    """A code on its way."""
    return confirming.ask(address, asked, at=at)


def right(one: Confirmation) -> str:
    """The digits that came."""
    return digits_of(str(one.key))


def wrong(one: Confirmation) -> str:
    """Other ones."""
    return f"{(int(right(one)) + 1) % 10**6:06}"


def confirmed(address: str = PHONE, for_what: Asked = SIGN_IN, at: Any = AT) -> UUID:
    """The key of a code that was read and typed."""
    one = asked(address, for_what, at)
    return confirming.check(one.key, right(one), at=at).key


def a_local_account(address: str = PHONE, claimed: Claimed = CLAIMED, password: str = "", at: Any = AT) -> Person:
    """Somebody who opened an account with a code."""
    return local.open_local_account(claimed, confirmed=confirmed(address, at=at), password=password, at=at)
