"""What leaves with the postman today: a list in two copies, each parcel scanned, both sides sign (4.1.e)."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.vietnamese.text import clean

from . import policies, slips
from .consigning import locked, move
from .models import Consignment, DispatchLine, DispatchList
from .terms import Direction, LineState, State

MOST = 200  # on one list: what the postman carries


class NothingToDispatch(Refused):
    """There is nothing for the postman, or a list is open already."""

    clause = "4.1.e"


class NotOnDispatch(Refused):
    """The parcel in hand does not belong on this list; the sentence says why."""

    clause = "4.1.e"


class DispatchClosed(Refused):
    """Both sides have signed."""

    clause = "4.1.e"


@act("4.1.e")
def draw_up_dispatch(one_stop: Office, *, by: Officer, at: datetime) -> DispatchList:
    """Put what waits for the postman on today's list, in the order in which it was made ready."""
    Office.objects.select_for_update(of=("self",)).get(pk=one_stop.pk)  # one list at a time for a one-stop
    require(policies.may_keep_post(by, one_stop.pk, at))
    if DispatchList.objects.filter(one_stop=one_stop, closed_at=None).exists():
        raise NothingToDispatch("Còn một bảng kê chưa giao xong; hãy giao bảng kê đó trước.")
    rows = list(waiting(one_stop.pk).order_by("id")[:MOST])
    if not rows:
        raise NothingToDispatch("Không có bưu gửi nào chờ giao bưu chính.")
    (made,) = add([DispatchList(one_stop=one_stop, day=local_day(at), drawn_up_at=at)])
    add([DispatchLine(list=made, consignment=each, position=n) for n, each in enumerate(rows, start=1)])
    facts = {"one_stop": one_stop.name, "day": made.day, "numbers": [each.number for each in rows]}
    record(draw_up_dispatch, about=made, by=by, at=at, **facts)
    return made


@act("4.1.e")
def scan_parcel(one: DispatchList, *, consignment: Consignment, by: Officer, at: datetime) -> DispatchLine:
    """Scan a parcel into the postman's bag; one that was made ready meanwhile is added, all else refused."""
    one, consignment = _open(one, by, at), locked(consignment)
    line = DispatchLine.objects.filter(list=one, consignment=consignment).first()
    if line is not None and line.state == LineState.TAKEN:
        raise NotOnDispatch(f"Bưu gửi {consignment} đã được quét vào bảng kê này.")
    if line is None or line.state == LineState.LEFT:
        _belongs(one, consignment)
        line = DispatchLine(list=one, consignment=consignment, position=one.lines.count() + 1, state=LineState.TAKEN)
        add([line])
    else:
        line.state = LineState.TAKEN
        change(line, "state")
    record(scan_parcel, about=one, by=by, at=at, number=consignment.number, code=consignment.about_code)
    return line


@act("4.1.e")
def close_dispatch(one: DispatchList, *, postman: str, by: Officer, at: datetime) -> DispatchList:
    """The postman signs for what was scanned; what was not stays here and goes on the next list."""
    one = _open(one, by, at)
    if not clean(postman):
        raise Refused("Phải ghi tên và số thẻ của bưu tá nhận.", "4.1.e")
    lines = list(one.lines.select_related("consignment").order_by("position"))
    taken = [line for line in lines if line.state == LineState.TAKEN]
    if not taken:
        raise NothingToDispatch("Chưa quét bưu gửi nào: không có gì để giao.")
    for line in lines:
        if line.state == LineState.WAITING:
            line.state = LineState.LEFT
            change(line, "state")
    one.closed_at, one.closed_by, one.postman = at, by, clean(postman)[:200]
    for line in taken:
        _leaves(line.consignment, one, by, at)
    one.paper = slips.dispatch_list(one, [line.consignment for line in taken], by=by, at=at)
    change(one, "closed_at", "closed_by", "postman", "paper")
    facts = {"count": len(taken), "left": len(lines) - len(taken), "postman": one.postman, "day": one.day}
    record(close_dispatch, about=one, by=by, at=at, **facts, paper=one.paper.shown_number)
    return one


def waiting(one_stop_id: int) -> QuerySet[Consignment]:
    """Results that are ready for the postman and on no list."""
    on_a_list = DispatchLine.objects.filter(consignment=OuterRef("pk")).exclude(state=LineState.LEFT)
    free = Consignment.objects.filter(one_stop=one_stop_id, direction=Direction.RETURN, state=State.ORDERED)
    return free.exclude(number="").filter(~Exists(on_a_list))


def _open(one: DispatchList, by: Officer, at: datetime) -> DispatchList:
    one = DispatchList.objects.select_for_update(of=("self",)).select_related("closed_by", "one_stop").get(pk=one.pk)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    if one.closed_at is not None:
        who = one.closed_by.name if one.closed_by else ""
        raise DispatchClosed(f"{who} đã giao bảng kê này lúc {show_moment(one.closed_at)}.")
    return one


def _leaves(one: Consignment, on: DispatchList, by: Officer, at: datetime) -> None:
    one = locked(one)
    move(one, "close_dispatch", at)
    change(one, "state", "state_at")
    record(close_dispatch, about=one, by=by, at=at, number=one.number, postman=on.postman, day=on.day)


def _belongs(one: DispatchList, consignment: Consignment) -> None:
    """Why a parcel does not belong on a list on which it was not expected."""
    if consignment.one_stop_id != one.one_stop_id:
        raise NotOnDispatch(f"Bưu gửi {consignment} là của nơi tiếp nhận khác.")
    if not waiting(one.one_stop_id).filter(pk=consignment.pk).exists():
        raise NotOnDispatch(f"Bưu gửi {consignment} không chờ giao bưu chính: {consignment.get_state_display()}.")
