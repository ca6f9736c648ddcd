"""What the scanner of a counter brought and nobody has taken: looked at, put to a paper, put back, thrown away."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.models import Scan
from motcua.domain.regulation.answers import Refused

from .models import Arrival, stream_of
from .scanner import places

SHOWN = 30
REFUSALS_SHOWN = 5
TOLD_FOR = timedelta(hours=8)
THROWN_AWAY = "thrown-away"


class Taken(Refused):
    """A colleague was quicker."""

    clause = "5.1.đ-2"


def counters_of(one_stop: Office) -> list[str]:
    """The counters of a one-stop whose scanners have a folder."""
    return [each.counter for each in places(Path(settings.SCANNER_FOLDER)) if each.one_stop.pk == one_stop.pk]


def waiting(by: Officer, one_stop: Office, counter: str, at: datetime) -> list[Arrival]:
    """What waits at a counter, oldest first, for those who receive at its one-stop."""
    rows = Arrival.objects.filter(one_stop=one_stop, counter=counter, scan__about=stream_of(one_stop.pk, counter))
    return list(rows.select_related("scan__file").order_by("id")[:SHOWN]) if may_use(by, one_stop.pk, at) else []


def refused(by: Officer, one_stop: Office, counter: str, at: datetime) -> list[Arrival]:
    """What could not be taken in today, with the sentences, newest first."""
    rows = Arrival.objects.filter(one_stop=one_stop, counter=counter, scan=None, arrived_at__gt=at - TOLD_FOR)
    return list(rows.order_by("-arrived_at", "-id")[:REFUSALS_SHOWN]) if may_use(by, one_stop.pk, at) else []


def may_use(by: Officer, one_stop_id: int, at: datetime) -> bool:
    """Whether somebody receives there and may therefore look at what its scanners brought."""
    return one_stop_id in by.places_with(at, Role.RECEIVE)


def give(arrival: Arrival, *, to: str) -> Scan:
    """Put a scan into a stream, such as that of a form that is being filled; raises `Taken` when it is gone."""
    if not (arrival.scan and _move(arrival.scan.pk, arrival.stream, to)):
        raise Taken(f"Tệp “{arrival.name}” vừa được lấy đi.")
    return arrival.scan


def put_back(scan_id: int, *, out_of: str) -> bool:
    """Lay a scan that was put to the wrong paper into the inbox again; says whether it had come from there."""
    arrival = Arrival.objects.filter(scan=scan_id).first()
    return arrival is not None and _move(scan_id, out_of, arrival.stream)


def throw_away(arrival: Arrival) -> None:
    """Take a scan out of the inbox for good; raises `Taken` when it is gone."""
    give(arrival, to=f"{THROWN_AWAY}/{arrival.stream}")


def _move(scan_id: int, out_of: str, to: str) -> bool:
    return bool(Scan.objects.filter(pk=scan_id, about=out_of).update(about=to))
