"""The bank accounts of the demo: invented numbers at real banks, one for each department, and the Centre's own."""

from datetime import datetime

from motcua.domain.fees import accounts
from motcua.domain.fees.accounts import Details
from motcua.domain.fees.terms import AccountUse
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import offices
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE
from .world import World

BANKS = (("Vietcombank Quảng Ninh", "970436"), ("BIDV Quảng Ninh", "970418"), ("VietinBank Quảng Ninh", "970415"))


def name_accounts(world: World, accountant: Officer, at: datetime) -> None:
    """Each department has one for what is collected; the Centre has one to collect on and one at the treasury."""
    centre, on = world.office(CENTRE), local_day(at)
    treasury = Details("Kho bạc Nhà nước Quảng Ninh", "371310900001", centre.name)
    accounts.use_account(centre, AccountUse.TREASURY, details=treasury, valid_from=on, by=accountant, at=at)
    for number, body in enumerate([centre, *offices(on, OfficeKind.DEPARTMENT)]):
        bank, bank_bin = BANKS[number % len(BANKS)]
        details = Details(bank, f"10190{number:02}22000", body.name, bank_bin)
        accounts.use_account(body, AccountUse.COLLECTING, details=details, valid_from=on, by=accountant, at=at)
