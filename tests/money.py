"""A cash desk for tests: who takes money, who keeps the books, an open book of receipts, and bills to be paid."""

from dataclasses import dataclass
from typing import Any

from motcua.domain.fees import books, charging, checks, online, shifts
from motcua.domain.fees.arrivals import Came, take_in_arrival
from motcua.domain.fees.models import Arrival, Charge, OnlinePayment, ReceiptBook, Shift
from motcua.domain.fees.money_out import Document
from motcua.domain.fees.signs import ByPayer
from motcua.domain.fees.terms import Source
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.tariff import tariff_on

from .people import CENTRE, PLANNING
from .world import FOUNDED, PASSWORD, World, moment

AT = moment("2024-05-27 08:00")
SENT_BACK = Document("UNC 7", AT.date())  # the bank's paper of a transfer that gives money back


@dataclass
class CashDesk:
    """Yến and Vân take money at the Centre, Thảo keeps its books."""

    world: World

    def __post_init__(self) -> None:
        for code, name, role in (
            ("yen", "Trịnh Hải Yến", Role.CASHIER),
            ("van", "Lê Thanh Vân", Role.CASHIER),
            ("thao", "Phan Thu Thảo", Role.ACCOUNTANT),
        ):
            if not Officer.objects.filter(code=code).exists():
                hired(self.world, code, name, role)
        self.centre, self.department = self.world.offices[CENTRE], self.world.offices[PLANNING]

    def book(self, first: int = 1, last: int = 1000, symbol: str = "AA/24") -> ReceiptBook:
        """A book of the planning department in use at the Centre."""
        return books.open_receipt_book(
            self.department, self.centre, form="01BLP2-001", symbol=symbol, first=first, last=last,
            by=self.world["thao"], at=AT,
        )  # fmt: skip

    def shift(self, cashier: str = "yen", change: int = 500_000) -> Shift:
        """A cashier's shift."""
        return shifts.open_shift(self.centre, change=change, by=self.world[cashier], at=AT)

    def bill(self, number: int = 1, **item: Any) -> Charge:
        """What An owes for a matter of the planning department."""
        (line,) = tariff_on(self.world.version.procedure_id, AT.date())
        subject = charging.Subject(
            f"matter/{number}", self.centre.pk, self.department.pk, "Nguyễn Văn An", phone="0912345678"
        )
        return charging.ask_charge(subject, items=[charging.Item(line, **item)], by=self.world["lan"], at=AT)

    def begun(self, number: int = 1, account: str = "") -> OnlinePayment:
        """A payment that An has begun at the trial gateway, or at the one that the settings name."""
        payer = online.Payer(ByPayer(), account)
        return online.begin_online_payment(self.bill(number), payer=payer, at=AT)

    def came(self, bill: Charge | None = None, **other: Any) -> Came:
        """Money on the planning department's account, with the reference of a bill as its sender wrote it."""
        content = f"NGUYEN VAN AN nop phi {bill.reference}" if bill else "CHUYEN TIEN"
        given = {"amount": 50_000, "content": content, "payer": "NGUYEN VAN AN", "came_at": AT, **other}
        key = given.pop("key", f"FT{len(given['content'])}{given['amount']}")
        return Came(Source.BANK, key, self.department.pk, self.centre.pk, **given)

    def waiting(self, bill: Charge | None = None, **other: Any) -> Arrival:
        """The same, taken in."""
        return take_in_arrival(self.came(bill, **other), by=self.world["thao"], at=AT)

    def is_sound(self) -> bool:
        """Whether every sum is what its parts make."""
        return list(checks.faults()) == []


def hired(world: World, code: str, name: str, role: Role, office: str = CENTRE) -> Officer:
    """Another official, at the Centre when no body is named, with one role."""
    at = moment("2019-05-01")
    officer = acts.register_officer(code, name=name, by=Founder(), at=at)
    position = acts.Position(world.offices[office], "Chuyên viên", (role,), None)
    acts.appoint(officer, position=position, from_on=FOUNDED, by=Founder(), at=at)
    acts.give_account(officer, username=code, password=PASSWORD, by=Founder(), at=at)
    world.cast[code] = Officer.objects.get(pk=officer.pk)
    return world.cast[code]
