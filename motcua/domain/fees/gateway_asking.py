"""Asking the gateway by ourselves: what it forgot to tell, and the file of yesterday (4.5.a, 4.5.b).

Outside every transaction; what it answers is taken in by the same acts as what it tells.
"""

from datetime import date, datetime, timedelta

from django.db.models import F, Q

from motcua.domain.journal.acts import act, is_inside
from motcua.domain.journal.recording import Signs, record
from motcua.domain.journal.system import System
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.vietnamese.text import clean

from . import gateways, online, policies
from .gateways import Day
from .models import GatewayFile, OnlinePayment
from .signs import ByGateway
from .terms import OnlineState

AT_A_TIME = 50
FIRST_ASKED, AGAIN = timedelta(minutes=5), timedelta(minutes=5)
BACK = 7  # days for which a file that has not come is asked for again


def ask_unanswered(at: datetime) -> int:
    """Ask about payments of which nothing was heard; end those that nobody paid in time. Gives how many have ended."""
    never_inside()
    due = OnlinePayment.objects.filter(state=OnlineState.BEGUN, begun_at__lte=at - FIRST_ASKED)
    due = due.filter(Q(asked_at=None) | Q(asked_at__lte=at - AGAIN))
    ended = 0
    for one in due.select_related("charge").order_by(F("asked_at").asc(nulls_first=True), "id")[:AT_A_TIME]:
        word = gateways.GATEWAYS[one.gateway].ask(one, at)
        OnlinePayment.objects.filter(pk=one.pk).update(asked_at=at)
        if word is not None:
            ended += online.hear_payment(word, gateway=one.gateway, by=ByGateway(), at=at) is not None
        elif one.expires_at + AGAIN <= at:  # the last moment's payment has had its time to be heard of
            ended += _ended(one, at)
    return ended


def read_files(at: datetime) -> int:
    """Ask for the files of the last days that were not read yet; gives how many were."""
    never_inside()
    gateway, found = gateways.chosen(), 0
    if gateway is None:
        return 0
    days = [local_day(at) - timedelta(days=back) for back in range(BACK, 0, -1)]
    read = set(GatewayFile.objects.filter(gateway=gateway.code, day__in=days).values_list("day", flat=True))
    for day in days:
        if day not in read and (file := gateway.day(day, at)) is not None:
            compare_day(file, gateway=gateway.code, by=ByGateway(), at=at)
            found += 1
    return found


@act("4.5.a", "4.5.b")
def compare_day(file: Day, *, gateway: str, by: Signs, at: datetime) -> GatewayFile:
    """Compare the file of a day with what was heard: what it has more is taken in, what it lacks is marked. Once."""
    total = sum(word.amount for word in file.words)
    kept, fresh = GatewayFile.objects.get_or_create(
        gateway=gateway, day=file.day, defaults={"lines": len(file.words), "total": total, "read_at": at}
    )
    if not fresh:
        return kept
    for word in file.words:
        online.hear_payment(word, gateway=gateway, by=by, at=at)
    told = [word.transaction for word in file.words]
    known = OnlinePayment.objects.filter(gateway=gateway, state__in=(OnlineState.PAID, OnlineState.QUESTIONED))
    known.filter(transaction__in=told).update(settled_on=file.day)
    missing = known.filter(settled_on=None, missed_on=None, arrivals__came_at__range=_of_day(file.day))
    lacking = sorted(missing.values_list("pk", flat=True))
    OnlinePayment.objects.filter(pk__in=lacking).update(missed_on=file.day)
    record(compare_day, about=kept, by=by, at=at, day=file.day, lines=kept.lines, total=total, missing=len(lacking))
    return kept


@act("4.5.a", "4.5.b")
def explain_missing(one: OnlinePayment, *, why: str, by: Officer, at: datetime) -> OnlinePayment:
    """Say what became of a payment that the gateway told of and did not hand on."""
    one = OnlinePayment.objects.select_for_update(of=("self",)).select_related("charge").get(pk=one.pk)
    require(policies.may_keep_books(by, one.charge.desk_id, at))
    if one.missed_on is None or one.settled_on is not None or one.missed_why:
        raise Refused("Giao dịch này không thiếu trong bảng đối soát, hoặc đã được giải thích.", "4.5.b")
    if not clean(why):
        raise Refused("Phải ghi vì sao thiếu.", "4.5.b")
    one.missed_why = clean(why)[:500]
    change(one, "missed_why")
    record(explain_missing, about=one, by=by, at=at, amount=one.amount, reference=one.reference, why=one.missed_why)
    return one


def _ended(one: OnlinePayment, at: datetime) -> bool:
    try:
        online.end_online_payment(one, by=System(), at=at)
    except Refused:  # it was heard of a moment ago
        return False
    return True


def _of_day(day: date) -> tuple[datetime, datetime]:
    begin = datetime(day.year, day.month, day.day, tzinfo=LOCAL)
    return begin, begin + timedelta(days=1, microseconds=-1)


def never_inside() -> None:
    if is_inside():
        raise RuntimeError("no gateway is asked inside an act")
