"""What a dossier asks its applicant to pay: by the tariff of the day on which it was received (4.5.a, 5.3.a)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from motcua.domain.fees.charging import Item, Subject, add_to_charge, ask_charge
from motcua.domain.fees.models import Charge
from motcua.domain.fees.terms import ChargeState
from motcua.domain.journal.acts import together
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import TariffLine
from motcua.domain.procedures.tariff import tariff_on
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day

from .models import Dossier


class AskedAlready(Refused):
    """A dossier has one bill; what changes is added to it or taken off it."""

    clause = "4.5.a"


@dataclass(frozen=True)
class Count:
    """How often a tariff line applies to a dossier, and whom it favours."""

    units: int = 1
    copies: int = 1
    relief: str = ""


def dossier_to_pay(by: Officer, code: str, at: datetime) -> Dossier:
    """A dossier at the desks where this official takes money; raises `Dossier.DoesNotExist`."""
    return _at_desk(by, at).get(code=code.strip().upper())


def code_by_secret(by: Officer, secret: str, at: datetime) -> str:
    """The code of the dossier whose receipt carries this QR; raises `Dossier.DoesNotExist`."""
    return str(_at_desk(by, at).get(secret=secret, code__isnull=False).code)


def lines_for(dossier: Dossier) -> list[TariffLine]:
    """The tariff that this dossier pays: the one in force when it was received, for its way of filing."""
    on = local_day(dossier.when_received())
    return tariff_on(dossier.version.procedure_id, on, dossier.channel)


def ask_fees(dossier: Dossier, *, counts: Mapping[int, Count], by: Officer, at: datetime) -> Charge:
    """Make the bill; a line whose number is not among the counts does not apply to this dossier."""
    with together():
        dossier = Dossier.objects.locked(dossier)
        if bill_of(dossier) is not None:
            raise AskedAlready("Hồ sơ này đã có khoản phải thu.")
        items = _items(dossier, counts)
        subject = Subject(
            about=dossier.stream, code=dossier.code or "", desk_id=dossier.one_stop_id,
            department_id=dossier.department_id, payer=dossier.submitter_name or dossier.applicant_name,
            address=dossier.address, phone=dossier.phone, email=dossier.email,
        )  # fmt: skip
        return ask_charge(subject, items=items, by=by, at=at)


def ask_more(dossier: Dossier, *, counts: Mapping[int, Count], reason: str, by: Officer, at: datetime) -> Charge:
    """Add to the bill of a dossier by the same tariff; without a bill the first one is to be made."""
    with together():
        dossier = Dossier.objects.locked(dossier)
        bill = bill_of(dossier)
        if bill is None:
            raise Refused("Hồ sơ này chưa có khoản phải thu: hãy lập khoản thu trước.", "4.5.a")
        return add_to_charge(bill, items=_items(dossier, counts), reason=reason, by=by, at=at)


def bills_of(dossier: Dossier) -> list[Charge]:
    """Every bill of a dossier that stands, the oldest first."""
    bills = Charge.objects.filter(about=dossier.stream).exclude(state=ChargeState.CANCELLED)
    return list(bills.select_related("department", "desk").order_by("id"))


def bill_of(dossier: Dossier) -> Charge | None:
    """The bill of a dossier that stands."""
    bills = Charge.objects.filter(about=dossier.stream).exclude(state=ChargeState.CANCELLED)
    return bills.order_by("-id").first()


def _items(dossier: Dossier, counts: Mapping[int, Count]) -> list[Item]:
    """The lines of the tariff that apply, each as often as it was counted."""
    counted = ((line, counts[line.pk]) for line in lines_for(dossier) if line.pk in counts)
    return [Item(line, units=each.units, copies=each.copies, relief=each.relief) for line, each in counted]


def _at_desk(by: Officer, at: datetime) -> QuerySet[Dossier]:
    desks = by.places_with(at, Role.CASHIER, Role.ACCOUNTANT)
    return Dossier.objects.filter(one_stop__in=desks).select_related("version", "one_stop", "department")
