"""The Centre says what kind of feedback it is and sends it one of its ways; a body takes it, or gives it back."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import centre
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import policies
from .intake import body_of, set_days
from .models import Feedback, Turn
from .routing import Kind as RoutedKind
from .routing import Level, NoRoute, Owner, Route, route_of
from .routing import Way as RoutedWay
from .telling import tell
from .terms import Kind, State, TurnKind, Way


class NotNow(Refused):
    """Somebody was faster, or it is not at this point."""

    clause = "3.2"


class NoReason(Refused):
    """What is given back says why."""

    clause = "3.2"


class Decided(Refused):
    """The Centre has decided whose it is; now it is handled."""

    clause = "3.2"


@dataclass(frozen=True)
class Sorted:
    """What an inspector says it is: the kind, the body that it is about, and the official if one is named."""

    kind: Kind
    about: Office
    official: Officer | None = None


def propose(kind: Kind, about: Office, on: date) -> tuple[Route, Office]:
    """The way that the table gives and the body that would have it: shown before a human confirms."""
    try:
        route = route_of(RoutedKind(kind), Level(about.kind))
    except ValueError:
        raise NoRoute("Hãy chọn một cơ quan, không chọn phòng bên trong.") from None
    return route, about if route.owner == Owner.ITSELF else _elsewhere(route.owner, about, on)


@act("4.6.b-1", "4.6.b-2", "4.6.b-3", "3.2")
def route_feedback(item: Feedback, told: Sorted, *, by: Officer, at: datetime) -> Feedback:
    """Confirm what it is and whose: from now on that one body has it.

    A complaint or a denunciation is settled by nobody here: it is passed on, and who spoke reads which law it goes by.
    """
    item = locked(item, State.NEW)
    require(policies.may_route(by, item, at))
    item.kind, item.about = told.kind, told.about
    item.official = told.official or item.official
    if item.official is not None and told.kind == Kind.DENUNCIATION:
        item.about = body_of(item.official, at) or told.about
    require(policies.may_know_of(by, item, at))
    route, owner = propose(told.kind, item.about, local_day(at))
    if not owner.exists_on(local_day(at)):
        raise NoRoute("Cơ quan này không còn hoạt động.")
    item.way = Way(route.way)
    by_law = route.way == RoutedWay.BY_ITS_LAW
    item.state = State.PASSED_ON if by_law else _first_state(owner)
    hand_over(item, owner, TurnKind.ROUTED, "", by=by, at=at)
    item.save(update_fields=["kind", "about", "official", "way", "state", "owner", "came_at", "accept_by", "answer_by"])
    line = record(
        route_feedback, about=item, by=by, at=at, code=item.code, kind=item.kind, way=int(route.way),
        clause=route.clause, owner=owner.name, owner_code=owner.code, state=item.state,
    )  # fmt: skip
    if by_law:
        tell("feedback_passed_on", item, line, at, body=owner.name)
    return item


@act("4.6.b-2", "5.5.a", "7.5")
def accept_feedback(item: Feedback, *, by: Officer, at: datetime) -> Feedback:
    """Say for the body that it is its own and that it will be handled."""
    item = locked(item, State.ROUTED)
    require(policies.may_work_on(by, item, at))
    item.state = State.ACCEPTED
    item.save(update_fields=["state"])
    record(accept_feedback, about=item, by=by, at=at, code=item.code, state=item.state, late=at > item.accept_by)
    return item


@act("3.2", "5.5.a", "7.5")
def refuse_to_own(item: Feedback, *, reason: str, by: Officer, at: datetime) -> Feedback:
    """Say that it is another body's: the Centre has it again and decides, once."""
    item = locked(item, State.ROUTED)
    require(policies.may_work_on(by, item, at))
    if not clean(reason):
        raise NoReason("Phải ghi vì sao phản ánh không thuộc cơ quan mình.")
    if item.turns.filter(kind=TurnKind.REFUSED).exists():
        raise Decided("Trung tâm đã quyết định cơ quan mình xử lý phản ánh này.")
    item.state, item.way = State.NEW, None
    hand_over(item, centre(local_day(at)), TurnKind.REFUSED, clean(reason)[:500], by=by, at=at)
    item.save(update_fields=["state", "way", "owner", "came_at", "accept_by", "answer_by"])
    record(
        refuse_to_own, about=item, by=by, at=at, code=item.code, reason=clean(reason)[:500], owner=item.owner.name,
        owner_code=item.owner.code, state=item.state,
    )  # fmt: skip
    return item


def locked(item: Feedback, *states: State) -> Feedback:
    """Take it; refused when it is not where this act begins."""
    item = Feedback.objects.select_for_update().get(pk=item.pk)
    if item.state not in states:
        raise NotNow(f"Phản ánh {item.code} đang ở trạng thái “{item.get_state_display()}”.")
    return item


def hand_over(item: Feedback, to: Office, kind: TurnKind, reason: str, *, by: Officer, at: datetime) -> None:
    """Let another body have it, with the trace; the day to accept is counted anew, the day of the answer is not."""
    if to.pk != item.owner_id:
        Turn.objects.create(
            feedback=item, kind=kind, from_office_id=item.owner_id, to_office=to, reason=reason, by=by, at=at
        )
        item.owner, item.came_at = to, at
    set_days(item)


def _first_state(owner: Office) -> State:
    """The Centre has sorted what is its own: that was its acceptance."""
    return State.ACCEPTED if owner.kind == OfficeKind.CENTRE else State.ROUTED


def _elsewhere(owner: Owner, about: Office, on: date) -> Office:
    if owner == Owner.CENTRE:
        return centre(on)
    if about.parent is not None:
        return about.parent
    raise NoRoute("Không có cơ quan cấp trên của nơi bị phản ánh trong hệ thống.")
