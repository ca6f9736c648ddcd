"""Paying a bill at a gateway: begun for the exact sum, believed only when the gateway signed it, once (4.5.a)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.queries import offices
from motcua.domain.regulation.answers import Refused
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day

from . import collecting, gateways, telling
from .arrivals import Came, take_in_arrival
from .charging import locked
from .gateways import Begun, Gateway, Word
from .models import Arrival, Charge, OnlinePayment
from .terms import ArrivalState, OnlineState, Source, Why

LASTS = timedelta(minutes=30)  # a try that nobody paid by then is over; chosen


class NotOnline(Refused):
    """Paying online is not possible now."""

    clause = "4.5.a"


@dataclass(frozen=True)
class Payer:
    """Who begins to pay: how the journal names them, and the account on whose page the answer stands too."""

    signs: Signs
    account: str = ""


@act("4.5.a")
def begin_online_payment(
    charge: Charge, *, payer: Payer, at: datetime, gateway: Gateway | None = None
) -> OnlinePayment:
    """Begin to pay what is open on a bill; begun twice it is the same, until it is over or the sum has changed."""
    gateway = gateway or gateways.chosen()
    if gateway is None:
        raise NotOnline("Hiện chưa thanh toán trực tuyến được. Mời chuyển khoản hoặc nộp tại quầy.")
    charge = locked(charge)
    collecting.payable(charge, charge.open)
    before = OnlinePayment.objects.select_for_update(of=("self",)).filter(charge=charge, state=OnlineState.BEGUN)
    if (one := before.first()) is not None:
        if one.expires_at > at and one.amount == charge.open and one.gateway == gateway.code:
            return one
        _over(one, at)
    tries = OnlinePayment.objects.filter(charge=charge).count()
    (one,) = add([
        OnlinePayment(
            charge=charge, reference=f"{charge.reference}-{tries + 1}", amount=charge.open, gateway=gateway.code,
            account=payer.account, begun_at=at, expires_at=at + LASTS,
        )
    ])  # fmt: skip
    facts = {"amount": one.amount, "reference": one.reference, "expires_at": one.expires_at}
    record(begin_online_payment, about=charge, by=payer.signs, at=at, **facts)
    return one


def send_to_gateway(one: OnlinePayment, back: str, at: datetime) -> Begun:
    """Ask for the page on which it is paid, outside every act; asked for once it stays the same page."""
    one = OnlinePayment.objects.select_related("charge__department", "charge__desk").get(pk=one.pk)
    if one.address or one.state != OnlineState.BEGUN:
        return Begun(one.address, one.said)
    begun = gateways.GATEWAYS[one.gateway].begin(one, bill_of(one.charge), back, at)
    OnlinePayment.objects.filter(pk=one.pk, address="").update(address=begun.address, said=begun.said)
    return begun


@act("4.5.a")
def hear_payment(word: Word, *, gateway: str, by: Signs, at: datetime) -> OnlinePayment | None:
    """Take in what the gateway says of one reference: paid once however often it is said, in whatever order.

    Money that does not fit, because of its sum, because it came too late or the bill was paid meanwhile, is kept
    on the list of what people match or give back.
    """
    one = _called(word.reference)
    if one is None:
        if word.paid:
            take_in_arrival(_strange(word, gateway, at), by=by, at=at)
        return None
    if not word.paid:
        return _refused(one, word, by, at)
    key = key_of(gateway, word.transaction)
    if Arrival.objects.filter(source=Source.GATEWAY, key=key).exists():
        return one
    arrival = take_in_arrival(_came(one, word, key), by=by, at=at)
    fits = arrival.state == ArrivalState.SETTLED
    if one.state != OnlineState.PAID:
        one.state = OnlineState.PAID if fits else OnlineState.QUESTIONED
        one.answered_at, one.transaction = at, word.transaction
        change(one, "state", "answered_at", "transaction")
    line = record(hear_payment, about=one, by=by, at=at, paid=True, amount=word.amount, transaction=word.transaction,
                  fits=fits)  # fmt: skip
    if not fits:
        telling.questioned(one, word.amount, f"{one.stream}#{line}", at)
    return one


@act("4.5.a")
def end_online_payment(one: OnlinePayment, *, by: Signs, at: datetime) -> OnlinePayment:
    """End a try that nobody paid in time; nothing is told, for nothing was taken."""
    one = OnlinePayment.objects.select_for_update(of=("self",)).get(pk=one.pk)
    if one.state != OnlineState.BEGUN or one.expires_at > at:
        raise NotOnline("Giao dịch này đã có kết quả hoặc chưa hết hạn.")
    _over(one, at)
    record(end_online_payment, about=one, by=by, at=at, amount=one.amount, reference=one.reference)
    return one


def key_of(gateway: str, transaction: str) -> str:
    """Under which mark money of a gateway is kept."""
    return f"{gateway}/{transaction}"


def bill_of(charge: Charge) -> dict[str, object]:
    """What a gateway is told of the bill, in the words of the platform (ThongTinBienLai); no address, no number."""
    lines = charge.lines.order_by("id")
    return {
        "MaDVC": "", "MaHoSo": charge.code, "MaDonVi": charge.department.code, "TenDonVi": charge.department.name,
        "HoTenNguoiNop": charge.payer, "PhiLePhi": [
            {"LoaiPhiLePhi": each.kind, "TenPhiLePhi": each.name, "SoTien": each.amount} for each in lines
        ],
    }  # fmt: skip


def _called(reference: str) -> OnlinePayment | None:
    """The try under a reference, its bill locked first: cashiers lock in the same order."""
    found = OnlinePayment.objects.filter(reference=reference).values_list("charge", flat=True).first()
    if found is None:
        return None
    locked(Charge(pk=found))
    return OnlinePayment.objects.select_for_update(of=("self",)).select_related("charge").get(reference=reference)


def _came(one: OnlinePayment, word: Word, key: str) -> Came:
    why = ""
    if one.state == OnlineState.PAID:
        why = Why.PAID_BEFORE
    elif one.state == OnlineState.EXPIRED or word.at > one.expires_at:
        why = Why.TOO_LATE
    elif word.amount != one.amount:
        why = Why.UNEQUAL
    charge = one.charge
    return Came(
        Source.GATEWAY, key, charge.department_id, charge.desk_id, word.amount, word.at, content=word.reference,
        payer=word.payer, charge_id=charge.pk, online_id=one.pk, why=why,
    )  # fmt: skip


def _strange(word: Word, gateway: str, at: datetime) -> Came:
    """Money under a reference that was never begun here: the Centre finds out whose it is."""
    centre = offices(local_day(at), OfficeKind.CENTRE).order_by("pk")[:1].get()
    return Came(
        Source.GATEWAY, key_of(gateway, word.transaction), centre.pk, centre.pk, word.amount, word.at,
        content=word.reference, payer=word.payer, why=Why.UNKNOWN,
    )  # fmt: skip


def _refused(one: OnlinePayment, word: Word, by: Signs, at: datetime) -> OnlinePayment:
    """It was not paid; heard after it was, or again, that changes nothing."""
    if one.state != OnlineState.BEGUN:
        return one
    one.state, one.answered_at, one.said = OnlineState.FAILED, at, word.said[:300]
    change(one, "state", "answered_at", "said")
    line = record(hear_payment, about=one, by=by, at=at, paid=False, amount=one.amount, said=one.said)
    telling.refused(one, f"{one.stream}#{line}", at)
    return one


def _over(one: OnlinePayment, at: datetime) -> None:
    one.state, one.answered_at = OnlineState.EXPIRED, at
    change(one, "state", "answered_at")
