"""The post is asked to fetch papers or to bring a result, with what it costs and what it collects (4.1.c, 5.1.f)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.vietnamese.text import clean

from . import carriers, policies, states
from .homes import Home
from .models import Collected, Consignment, Wish
from .signs import where
from .tariff import postage
from .terms import ENDED, Direction, Errand, LineState, State

POSTAGE = {Direction.RETURN: "Cước trả kết quả tận nơi", Direction.PICK_UP: "Cước lấy giấy tờ tại nhà"}
MOST_COLLECTED = 1_000_000_000


class OnItsWay(Refused):
    """The post was asked already."""

    clause = "4.1.c"


class NotNow(Refused):
    """The consignment is not where this could be done; the sentence says where it is."""

    clause = "4.1.e"


class NumberTaken(Refused):
    """A tracking number belongs to one consignment."""

    clause = "4.1.e"


@dataclass(frozen=True)
class Order:
    """What the post is asked to do: which way, about what, for whom, how heavy, which fees it collects."""

    direction: Direction
    about: str
    about_code: str
    what: str
    one_stop: Office
    home: Home
    grams: int | None = None
    fees: Sequence[tuple[str, int]] = ()
    number: str = ""  # the sticker of the post, where it is at hand


@act("4.1.c", "5.1.f")
def order_consignment(order: Order, *, by: Signs, at: datetime) -> Consignment:
    """Ask the post to fetch papers at home, or to bring a result there; one consignment each way at a time."""
    require(policies.may_order(by, order.one_stop.pk, at))
    home = order.home.checked()
    cost = postage(home.province, order.grams, local_day(at))
    money = [*order.fees, (POSTAGE[order.direction], cost.amount)]
    if any(amount < 0 for _, amount in money) or sum(amount for _, amount in money) > MOST_COLLECTED:
        raise Refused("Số tiền thu hộ phải từ 0 đến 1.000.000.000 đồng.", "4.1.c")
    carrier = carriers.chosen()
    made = Consignment(
        direction=order.direction, state_at=at, ordered_at=at, about=order.about, about_code=order.about_code,
        what=clean(order.what), one_stop=order.one_stop, **asdict(home), grams=order.grams, postage=cost.amount,
        to_collect=sum(amount for _, amount in money), carrier=carrier.code,
        errand="" if carrier.is_at_hand else Errand.ORDER, errand_at=None if carrier.is_at_hand else at,
    )  # fmt: skip
    _add(made)
    add([Collected(consignment=made, position=n, name=name, amount=amount)
         for n, (name, amount) in enumerate(money, start=1)])  # fmt: skip
    if carrier.is_at_hand:
        made.number = clean(order.number).upper() or carriers.own_number(made.pk)
        _write_number(made)
    facts: dict[str, object] = {"direction": made.direction, "of": made.about_code, "what": made.what}
    facts |= {"to": made.home.masked, "postage": made.postage, "to_collect": made.to_collect}
    record(order_consignment, about=made, by=by, at=at, **facts, carrier=carrier.name, number=made.number)
    return made


@act("4.1.c", "4.1.e")
def give_number(one: Consignment, *, number: str, by: Signs, at: datetime) -> Consignment:
    """Note under which number the post has a consignment: as its system answered, or as its sticker says."""
    one = locked(one)
    if isinstance(by, Officer):
        require(policies.may_keep_post(by, one.one_stop_id, at))
    if one.state in ENDED:
        raise NotNow(f"Bưu gửi này {where(one.state)}, không ghi số hiệu được nữa.")
    if one.number:
        raise NumberTaken(f"Bưu gửi này đã có số hiệu {one.number}.")
    one.number = clean(number).upper()
    if not one.number:
        raise Refused("Phải ghi số hiệu bưu gửi.", "4.1.e")
    one.errand, one.errand_at, one.errand_why = "", None, ""
    _write_number(one)
    change(one, "errand", "errand_at", "errand_why")
    record(give_number, about=one, by=by, at=at, number=one.number, about_code=one.about_code)
    return one


@act("4.1.c")
def cancel_consignment(one: Consignment, *, reason: str, by: Signs, at: datetime) -> Consignment:
    """Take an order back before the post has the papers; the post is told, if it knows of it."""
    one = locked(one)
    require(policies.may_order(by, one.one_stop_id, at))
    move(one, "cancel_consignment", at)
    if not clean(reason):
        raise Refused("Phải ghi lý do hủy.", "4.1.c")
    told = bool(one.number or one.errand_tries) and not carriers.by_code(one.carrier).is_at_hand
    one.errand, one.errand_at, one.errand_tries = (Errand.CANCEL, at, 0) if told else ("", None, 0)
    one.errand_why = ""
    change(one, "state", "state_at", "errand", "errand_at", "errand_tries", "errand_why")
    one.lines.filter(list__closed_at=None).update(state=LineState.LEFT)
    record(cancel_consignment, about=one, by=by, at=at, reason=clean(reason), number=one.number)
    return one


@act("4.1.c")
def try_again(one: Consignment, *, by: Officer, at: datetime) -> Consignment:
    """Let the program tell the carrier once more, after somebody has seen why it gave up."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    if not one.given_up:
        raise NotNow("Không có gì chờ báo lại cho bưu chính.")
    one.errand_at, one.errand_tries = at, 0
    change(one, "errand_at", "errand_tries")
    record(try_again, about=one, by=by, at=at, errand=one.errand, why=one.errand_why)
    return one


@act("4.1.c", "5.1.f")
def wish_for_post(about: str, *, home: Home, by: Signs, at: datetime) -> Wish:
    """Keep where somebody wants the result brought to; said again, the last word counts."""
    home = home.checked()
    wish, _ = Wish.objects.update_or_create(about=about, defaults=asdict(home))
    record(wish_for_post, about=wish, by=by, at=at, to=home.masked, wished=about)
    return wish


@act("4.1.c")
def carry_over(before: str, *, to: str, code: str, by: Signs, at: datetime) -> int:
    """What was sent and wished for a submission belongs to the dossier it has become; gives how many consignments."""
    Wish.objects.filter(about=before).update(about=to)
    rows = list(Consignment.objects.select_for_update().filter(about=before).order_by("id"))
    for one in rows:
        one.about, one.about_code = to, code
        change(one, "about", "about_code")
        record(carry_over, about=one, by=by, at=at, dossier=code)
    return len(rows)


def locked(one: Consignment) -> Consignment:
    """The consignment, taken until this transaction ends."""
    return Consignment.objects.select_for_update().get(pk=one.pk)


def move(one: Consignment, act_name: str, at: datetime) -> None:
    """Put it where the act leads; raises `NotNow` with where it is and since when."""
    to = states.after(one.state, one.direction, act_name)
    if to is None:
        raise NotNow(f"Bưu gửi {one} {where(one.state)} từ {show_moment(one.state_at)}, không làm được việc này.")
    one.state, one.state_at = to, at


def _add(made: Consignment) -> None:
    """One consignment each way: of two at the same moment the second reads that the post was asked."""
    try:
        with transaction.atomic():
            add([made])
    except IntegrityError:
        raise OnItsWay(f"Đã đặt bưu chính {made.get_direction_display().lower()} cho {made.about_code}.") from None


def _write_number(one: Consignment) -> None:
    try:
        with transaction.atomic():
            change(one, "number")
    except IntegrityError:
        raise NumberTaken(f"Số hiệu {one.number} đã dùng cho một bưu gửi khác.") from None


def is_open(one: Consignment) -> bool:
    """Whether something may still happen to it."""
    return State(one.state) not in ENDED
