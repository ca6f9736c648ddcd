"""What a tablet asks, and a tap on it: of who was just served at its counter, once, however often it is sent."""

from datetime import datetime, timedelta

from django.db.models import Prefetch, Q, QuerySet

from motcua.domain.dossiers.models import Invitation
from motcua.domain.journal.acts import act
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import offices
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day

from ..giving import Guest, Marked, give_opinion
from ..models import Opinion
from ..terms import Channel
from . import standing
from .models import Seat, Tablet

CLAUSE = "3.1"
ASKED_FOR = timedelta(minutes=10)  # chosen by us: who was served longer ago has left the counter
KEPT_FOR = timedelta(hours=24)  # so long a tablet without a network may keep a tap before it sends it


class NotAskedHere(Refused):
    """The tap is about somebody whom this tablet did not ask, or comes much too late."""

    clause = CLAUSE


def by_secret(secret: str) -> Tablet:
    """The tablet with this secret, while it stands there; raises `DoesNotExist`."""
    return Tablet.objects.select_related("one_stop").get(digest=standing.digest_of(secret), revoked_at=None)


def asks_about(tablet: Tablet, at: datetime) -> Invitation | None:
    """The newest ballot that who sits there has handed out just now and nobody has filled in."""
    seat = tablet.seats.filter(to_at=None).first()
    if seat is None:
        return None
    since = max(seat.from_at, at - ASKED_FOR)
    handed_out = Invitation.objects.filter(officer=seat.officer_id, made_at__gte=since, made_at__lte=at)
    newest = handed_out.select_related("opinion").order_by("-made_at", "-id").first()
    return newest if newest is not None and not hasattr(newest, "opinion") else None


@act(CLAUSE, "4.6.a")
def tap_tablet(tablet: Tablet, *, secret: str, marked: Marked, by: Guest, at: datetime) -> Opinion:
    """A tap on the tablet, perhaps sent again: the first level stands, reasons may follow it once."""
    tablet = standing.locked(tablet)
    invitation = Invitation.objects.select_for_update().filter(secret=secret).first()
    if invitation is None or not _asked(tablet, invitation) or at > invitation.made_at + KEPT_FOR:
        raise NotAskedHere("Máy này không hỏi về lượt phục vụ đó.")
    before = Opinion.objects.filter(invitation=invitation).first()
    if before is None or (before.channel == Channel.TABLET and marked.reasons and not before.reasons):
        first = before.level if before else marked.level
        given = Marked(first, marked.reasons)
        return give_opinion(invitation, marked=given, channel=Channel.TABLET, by=by, at=at)
    if isinstance(by, Officer):
        raise NotAskedHere("Cán bộ không đánh giá thay người dân.")
    return before


def tablets(by: Officer, at: datetime) -> list[Tablet]:
    """All that stand somewhere, with who sits there, for who sets them up."""
    require(standing.may_set_up(by, at))
    return _with_seats(Tablet.objects.filter(revoked_at=None))


def at_ones_counters(by: Officer, at: datetime) -> list[Tablet]:
    """Those at the one-stops where an official receives or gives out."""
    return _with_seats(
        Tablet.objects.filter(revoked_at=None, one_stop__in=by.places_with(at, Role.RECEIVE, Role.RETURN))
    )


def tablet(by: Officer, pk: int, at: datetime) -> Tablet:
    """One that an official may set up or sit at; raises `DoesNotExist`."""
    found = Tablet.objects.select_related("one_stop").get(pk=pk, revoked_at=None)
    if not standing.may_set_up(by, at) and not standing.may_sit_at(by, found, at):
        raise Tablet.DoesNotExist
    return found


def places(at: datetime) -> list[Office]:
    """Where a tablet can stand: the bodies that receive."""
    kinds = (OfficeKind.CENTRE, OfficeKind.DISTRICT_CENTRE, OfficeKind.COMMUNE)
    return list(offices(local_day(at), *kinds))


def sitting(tablet: Tablet) -> Officer | None:
    """Who sits there now."""
    (seat,) = [*getattr(tablet, "taken", ()), None][:1]
    return seat.officer if seat else None


def _with_seats(rows: QuerySet[Tablet]) -> list[Tablet]:
    taken = Prefetch("seats", Seat.objects.filter(to_at=None).select_related("officer"), to_attr="taken")
    return list(rows.select_related("one_stop").prefetch_related(taken).order_by("one_stop__sort_key", "counter"))


def _asked(tablet: Tablet, invitation: Invitation) -> bool:
    """Whether who handed this ballot out sat at this tablet at that moment."""
    there = Q(to_at__isnull=True) | Q(to_at__gte=invitation.made_at)
    return tablet.seats.filter(there, officer=invitation.officer_id, from_at__lte=invitation.made_at).exists()
