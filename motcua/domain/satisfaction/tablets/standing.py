"""A tablet is given to a counter and taken back; whoever works there sits down at it, and leaves it."""

import hashlib
import secrets
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.text import clean

from .models import Seat, Tablet

CLAUSE = "3.1"
LONGEST = 40


class NotThere(Refused):
    """The tablet was taken back, or another stands at that counter."""

    clause = CLAUSE


@rule(CLAUSE)
def may_set_up(by: Officer, at: datetime) -> Answer:
    """An administrator, or who watches over the work for the Centre: never who is rated."""
    if by.has_role(Role.ADMIN, at) or by.has_role(Role.WATCH, at):
        return YES
    return no("Máy đánh giá do quản trị hoặc người theo dõi của Trung tâm cấp.", CLAUSE)


@rule(CLAUSE)
def may_sit_at(by: Officer, tablet: Tablet, at: datetime) -> Answer:
    """Who receives or gives out at the one-stop where it stands."""
    if tablet.one_stop_id in by.places_with(at, Role.RECEIVE, Role.RETURN):
        return YES
    return no("Bạn không tiếp nhận, trả kết quả ở nơi đặt máy này.", CLAUSE)


@act(CLAUSE)
def register_tablet(one_stop: Office, *, counter: str, by: Officer, at: datetime) -> tuple[Tablet, str]:
    """Give a counter its tablet; the secret is told once, and opens the tablet's page until it is taken back."""
    require(may_set_up(by, at))
    name = clean(counter)[:LONGEST]
    if not name:
        raise NotThere("Phải ghi tên quầy.")
    one_stop = Office.objects.select_for_update().get(pk=one_stop.pk)
    if Tablet.objects.filter(one_stop=one_stop, counter=name, revoked_at=None).exists():
        raise NotThere(f"{name} đã có máy đánh giá: thu hồi máy cũ trước.")
    secret = secrets.token_urlsafe(18)
    tablet = Tablet.objects.create(one_stop=one_stop, counter=name, digest=digest_of(secret), registered_at=at)
    record(register_tablet, about=tablet, by=by, at=at, one_stop=one_stop.name, counter=name)
    return tablet, secret


@act(CLAUSE)
def revoke_tablet(tablet: Tablet, *, by: Officer, at: datetime) -> Tablet:
    """Take a tablet back: its address opens nothing any more, and what it still holds is not taken."""
    require(may_set_up(by, at))
    tablet = locked(tablet)
    tablet.revoked_at = at
    tablet.save(update_fields=["revoked_at"])
    Seat.objects.filter(tablet=tablet, to_at=None).update(to_at=at)
    record(revoke_tablet, about=tablet, by=by, at=at, counter=tablet.counter)
    return tablet


@act(CLAUSE)
def sit_at_tablet(tablet: Tablet, *, by: Officer, at: datetime) -> Seat:
    """Sit down at the counter of a tablet: from now on it asks those whom this official serves."""
    tablet = locked(tablet)
    require(may_sit_at(by, tablet, at))
    Officer.objects.select_for_update().get(pk=by.pk)
    if Seat.objects.filter(tablet=tablet, officer=by, to_at=None).exists():
        raise NotThere(f"Bạn đang ngồi {tablet.counter}.")
    for left in (Seat.objects.filter(tablet=tablet, to_at=None), Seat.objects.filter(officer=by, to_at=None)):
        left.update(to_at=at)
    seat = Seat.objects.create(tablet=tablet, officer=by, from_at=at)
    record(sit_at_tablet, about=tablet, by=by, at=at, counter=tablet.counter)
    return seat


@act(CLAUSE)
def leave_tablet(tablet: Tablet, *, by: Officer, at: datetime) -> Tablet:
    """Leave the counter: the tablet asks nobody until somebody sits down."""
    tablet = locked(tablet)
    if not Seat.objects.filter(tablet=tablet, officer=by, to_at=None).update(to_at=at):
        raise NotThere(f"Bạn không ngồi {tablet.counter}.")
    record(leave_tablet, about=tablet, by=by, at=at, counter=tablet.counter)
    return tablet


def digest_of(secret: str) -> str:
    """What is kept of a tablet's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def locked(tablet: Tablet) -> Tablet:
    """The tablet, held for an act; refused once it was taken back."""
    tablet = Tablet.objects.select_for_update(of=("self",)).select_related("one_stop").get(pk=tablet.pk)
    if tablet.revoked_at is not None:
        raise NotThere("Máy này đã được thu hồi.")
    return tablet
