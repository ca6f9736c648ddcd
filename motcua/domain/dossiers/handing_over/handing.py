"""Paper goes between the one-stop and the departments at set hours, on a list that both sides confirm by scan.

The list is about the paper alone. What moves the dossier stays what it is (decision 13): giving a list passes on
with `transfer` what nobody has passed on yet; scanning a result in at the Centre is `hand_over`, as at the counter.
"""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import show_moment

from ..ahead import policies as ahead_policies
from ..delivery.handover import hand_over
from ..models import Dossier
from ..processing import transfer
from ..stages import Stage, can
from . import due as handing_due
from . import slips as handing_slips
from .models import HandingLine, HandingList
from .terms import LOST, Direction, LineState


class NothingToHand(Refused):
    """There is nothing to put on a list, or its list was drawn up already."""

    clause = "5.1.đ-2"


class NotOnList(Refused):
    """The papers in hand do not belong on this list; the sentence says why, so that they are not lost."""

    clause = "5.1.đ-2"


class ListClosed(Refused):
    """This side has signed: what comes later goes on the next list."""

    clause = "5.1.đ-2"


@act("5.1.đ-2", "5.1.đ-1")
def draw_up_list(
    one_stop: Office, office: Office, *, direction: Direction, hour_at: datetime, by: Signs, at: datetime
) -> HandingList:
    """Put what has to go between two bodies at this hour on a list, in the order in which it came."""
    Office.objects.select_for_update(of=("self",)).get(pk=one_stop.pk)  # one list at a time for a one-stop
    same = {"one_stop": one_stop, "office": office, "direction": direction, "hour_at": hour_at}
    if HandingList.objects.filter(**same).exists():
        raise NothingToHand("Danh sách của lượt này đã được lập.")
    rows = handing_due.papers(direction, at).filter(one_stop=one_stop, department=office)
    dossiers = list(rows.order_by("received_at", "id"))
    if not dossiers:
        raise NothingToHand("Không có gì để bàn giao.")
    (made,) = add([HandingList(**same, drawn_up_at=at)])
    add([_line(made, dossier, number, at) for number, dossier in enumerate(dossiers, start=1)])
    record(draw_up_list, about=made, by=by, at=at, **_facts(made), codes=[each.code for each in dossiers])
    return made


@act("5.1.đ-2", "5.1.đ-1")
def put_on_list(one: HandingList, *, dossier: Dossier, by: Officer, at: datetime) -> HandingLine:
    """Scan papers into the bag: what was expected is marked as given, what belongs here is added, all else refused."""
    one, dossier = locked(one), Dossier.objects.locked(dossier)
    require(ahead_policies.may_give(by, one, at))
    not_given(one)
    line = HandingLine.objects.filter(list=one, dossier=dossier).first()
    if line is None:
        _belongs(one, dossier)
        line = _line(one, dossier, one.lines.count() + 1, at)
        line.unexpected, line.state = True, LineState.GIVEN
        add([line])
    elif line.state == LineState.GIVEN:
        raise NotOnList(f"Hồ sơ {dossier.code} đã được quét vào danh sách này.")
    else:
        line.state, line.state_at = LineState.GIVEN, at
        change(line, "state", "state_at")
    record(put_on_list, about=one, by=by, at=at, code=dossier.code, unexpected=line.unexpected)
    return line


@act("5.1.đ-2", "5.1.đ-1")
def give_list(one: HandingList, *, by: Officer, at: datetime, explanation: str = "") -> HandingList:
    """Sign as the giving side: what was not scanned did not go and comes on the next list."""
    one = locked(one)
    require(ahead_policies.may_give(by, one, at))
    not_given(one)
    lines = list(one.lines.select_related("dossier").order_by("position"))
    given = [line for line in lines if line.state == LineState.GIVEN]
    if not given:
        raise NothingToHand("Chưa quét hồ sơ nào: không có gì để giao.")
    left = [line for line in lines if line.state == LineState.WAITING]
    for line in left:
        line.state, line.state_at = LineState.NOT_GIVEN, at
        change(line, "state", "state_at")
    if one.direction == Direction.OUT:
        for dossier in (line.dossier for line in given if can(line.dossier.stage, "transfer")):
            transfer(dossier, by=by, at=at, explanation=explanation)
    one.given_by, one.given_at = by, at
    one.paper = handing_slips.handing_list(one, given, by=by, at=at)
    change(one, "given_by", "given_at", "paper")
    facts = {"count": len(given), "missing": [str(line.dossier.code) for line in left]}
    record(give_list, about=one, by=by, at=at, **_facts(one), **facts, paper=one.paper.shown_number)
    return one


@act("5.1.đ-2", "4.1.e")
def take_papers(one: HandingList, *, dossier: Dossier, by: Officer, at: datetime) -> HandingLine:
    """Scan papers out of the bag; a result that nobody has handed over yet is handed over by it."""
    one, dossier = locked(one), Dossier.objects.locked(dossier)
    require(ahead_policies.may_take(by, one, at))
    not_taken(one)
    line = HandingLine.objects.filter(list=one, dossier=dossier).first()
    if line is not None and line.state == LineState.TAKEN:
        raise NotOnList(f"Hồ sơ {dossier.code} đã được quét nhận.")
    if line is None or line.state != LineState.GIVEN:
        _belongs(one, dossier)
    if line is None:
        line = _line(one, dossier, one.lines.count() + 1, at)
        line.unexpected, line.state = True, LineState.TAKEN
        add([line])
    else:
        line.unexpected |= line.state != LineState.GIVEN
        line.state, line.state_at = LineState.TAKEN, at
        change(line, "state", "state_at", "unexpected")
    if one.direction == Direction.BACK and can(dossier.stage, "hand_over"):
        hand_over(dossier, by=by, at=at)
    facts = {"body": office_at_hand(one.office_id).name, "direction": one.direction, "unexpected": line.unexpected}
    record(take_papers, about=dossier, by=by, at=at, **facts, paper=one.paper.shown_number if one.paper else "")
    return line


@act("5.1.đ-2", "4.1.e")
def take_list(one: HandingList, *, by: Officer, at: datetime) -> HandingList:
    """Sign as the taking side: what was on the list and is not there is said to both."""
    one = locked(one)
    require(ahead_policies.may_take(by, one, at))
    not_taken(one)
    lines = list(one.lines.select_related("dossier").order_by("position"))
    absent = [line for line in lines if line.state == LineState.GIVEN]
    for line in absent:
        line.state, line.state_at = LineState.NOT_FOUND, at
        change(line, "state", "state_at")
    one.taken_by, one.taken_at = by, at
    change(one, "taken_by", "taken_at")
    taken = [line for line in lines if line.state == LineState.TAKEN]
    facts = {
        "count": len(taken),
        "missing": [str(line.dossier.code) for line in absent],
        "unexpected": [str(line.dossier.code) for line in taken if line.unexpected],
    }
    record(take_list, about=one, by=by, at=at, **_facts(one), **facts)
    return one


def locked(one: HandingList) -> HandingList:
    """The list, taken until this transaction ends; who signed is read after that, and so never missed."""
    return HandingList.objects.select_for_update(of=("self",)).select_related("paper").get(pk=one.pk)


def not_given(one: HandingList) -> None:
    """Check that the giving side has not signed; raises `ListClosed` naming who did and when."""
    if one.given_at is not None:
        who = one.given_by.name if one.given_by else ""
        raise ListClosed(f"{who} đã ký giao danh sách này lúc {show_moment(one.given_at)}.")


def not_taken(one: HandingList) -> None:
    """Check that it was given and not yet taken; raises `ListClosed`."""
    if one.given_at is None:
        raise ListClosed("Bên giao chưa ký giao danh sách này.")
    if one.taken_at is not None:
        who = one.taken_by.name if one.taken_by else ""
        raise ListClosed(f"{who} đã ký nhận danh sách này lúc {show_moment(one.taken_at)}.")


def _belongs(one: HandingList, dossier: Dossier) -> None:
    """Why papers do not belong on a list on which they were not expected."""
    if dossier.one_stop_id != one.one_stop_id or dossier.department_id != one.office_id:
        where = office_at_hand(dossier.department_id).name
        raise NotOnList(f"Hồ sơ {dossier.code} là của {where}, không thuộc danh sách này.")
    other = (
        HandingLine.objects.filter(dossier=dossier, direction=one.direction, occasion=dossier.supplements)
        .exclude(state__in=LOST)
        .select_related("list")
        .first()
    )
    if other is not None:
        when = show_moment(other.list.hour_at)
        raise NotOnList(f"Hồ sơ {dossier.code} nằm trong danh sách của lượt {when}.")
    back = one.direction == Direction.BACK
    there = (*handing_due.COMING_BACK, Stage.AT_CENTRE) if back else handing_due.GOING_OUT
    if dossier.stage not in there:
        raise NotOnList(f"Hồ sơ {dossier.code} không có gì để giao theo chiều này.")


def _line(one: HandingList, dossier: Dossier, position: int, at: datetime) -> HandingLine:
    return HandingLine(
        list=one,
        dossier=dossier,
        direction=one.direction,
        occasion=dossier.supplements,
        position=position,
        state_at=at,
    )


def _facts(one: HandingList) -> dict[str, object]:
    body = office_at_hand(one.office_id).name
    return {"direction": one.direction, "body": body, "hour_at": one.hour_at}
