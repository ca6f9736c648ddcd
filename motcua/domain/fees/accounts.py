"""Whose account money goes to: of each department one for what is collected, of the Centre one at the treasury (4.5.b).

An account is never changed: another one takes its place from a day on, and what was paid before stays where it went.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean

from . import policies
from .models import BankAccount
from .terms import AccountUse

_BIN = re.compile(r"[0-9]{6}")
_NUMBER = re.compile(r"[0-9A-Z]{4,19}")


class NoAccount(Refused):
    """An account that can not be used so, or none where one is needed."""

    clause = "4.5.b"


@dataclass(frozen=True)
class Details:
    """What the contract with the bank says; the treasury has no BIN."""

    bank: str
    number: str
    holder: str
    bank_bin: str = ""

    def read(self) -> "Details":
        """The same without blanks where none belong."""
        return Details(
            clean(self.bank), re.sub(r"[\s.-]", "", self.number).upper(), clean(self.holder), clean(self.bank_bin)
        )


@act("4.5.b", "5.3.c")
def use_account(
    owner: Office, use: AccountUse, *, details: Details, valid_from: date, by: Officer, at: datetime
) -> BankAccount:
    """Let money for this body go to this account from a day on; the one before it ends the day before."""
    owner = Office.objects.select_for_update(of=("self",), no_key=True).get(pk=owner.pk)
    require(policies.may_keep_accounts(by, at))
    details = details.read()
    _fits(owner, use, details)
    before = BankAccount.objects.filter(owner=owner, use=use).order_by("-valid_from").first()
    _is_time(before, valid_from, at)
    if before is not None and (before.valid_to is None or before.valid_to >= valid_from):
        before.valid_to = valid_from - timedelta(days=1)
        before.save(update_fields=["valid_to"])
    account = BankAccount.objects.create(
        owner=owner, use=use, bank=details.bank, bank_bin=details.bank_bin, number=details.number,
        holder=details.holder, valid_from=valid_from,
    )  # fmt: skip
    facts = {"body": owner.name, "use": use, "bank": account.bank, "number": account.number, "holder": account.holder}
    record(use_account, about=account, by=by, at=at, valid_from=valid_from, **facts)
    return account


def account_of(owner: int, on: date, use: AccountUse = AccountUse.COLLECTING) -> BankAccount | None:
    """The account of a body (by its number) that is in force that day, or none."""
    rows = BankAccount.objects.filter(owner=owner, use=use, valid_from__lte=on)
    return rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on)).first()


def treasury_of(centre: int, on: date) -> BankAccount | None:
    """The Centre's account at the treasury that is in force that day, or none (5.3.c)."""
    return account_of(centre, on, AccountUse.TREASURY)


def _fits(owner: Office, use: AccountUse, details: Details) -> None:
    if use == AccountUse.TREASURY and owner.kind == OfficeKind.DEPARTMENT:
        raise NoAccount("Khoản trích để lại chuyển về tài khoản của Trung tâm tại Kho bạc, không phải của sở, ngành.")
    if not (details.bank and details.holder):
        raise NoAccount("Phải ghi tên ngân hàng và chủ tài khoản.")
    if not _NUMBER.fullmatch(details.number):
        raise NoAccount("Số tài khoản có từ 4 đến 19 chữ số hoặc chữ cái không dấu.")
    needed = use == AccountUse.COLLECTING
    if (needed or details.bank_bin) and not _BIN.fullmatch(details.bank_bin):
        raise NoAccount("Mã BIN của ngân hàng có đúng 6 chữ số, ví dụ 970436.")


def _is_time(before: BankAccount | None, valid_from: date, at: datetime) -> None:
    """What was paid stays where it went: another account begins today at the earliest."""
    if before is None:
        return
    if valid_from < local_day(at):
        raise NoAccount("Tài khoản mới chỉ được dùng từ hôm nay hoặc sau hôm nay.")
    if valid_from <= before.valid_from:
        raise NoAccount(f"Đã có tài khoản dùng từ ngày {show_date(before.valid_from)}: hãy chọn một ngày sau đó.")
