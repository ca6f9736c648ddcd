"""Which papers have to go from hand to hand at a one-stop now, and which lie on a list already."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from motcua.domain.procedures.models import Channel

from ..models import Dossier
from ..stages import Stage
from .models import HandingLine
from .terms import LOST, Direction

LATELY = timedelta(days=10)  # what came earlier went before there were lists
WITH_PAPER = (Channel.COUNTER, Channel.POST)
GOING_OUT = (Stage.RECEIVED, Stage.TRANSFERRED, Stage.PROCESSING)
COMING_BACK = (Stage.RESULT_READY, Stage.REJECTED)


@dataclass(frozen=True)
class Due:
    """The papers that go one way between a one-stop and one body."""

    office_id: int
    direction: Direction
    dossiers: tuple[Dossier, ...]


def due(one_stop_id: int, at: datetime) -> Iterator[Due]:
    """What has to go, body by body: out first, then back."""
    for direction in Direction:
        rows = papers(direction, at).filter(one_stop=one_stop_id).order_by("department_id", "received_at", "id")
        by_body: dict[int, list[Dossier]] = {}
        for dossier in rows:
            by_body.setdefault(dossier.department_id, []).append(dossier)
        for office_id, dossiers in by_body.items():
            yield Due(office_id, direction, tuple(dossiers))


def papers(direction: str, at: datetime) -> QuerySet[Dossier]:
    """Dossiers whose papers go this way and are on no list: received or completed on paper, or a result ready."""
    on_a_list = HandingLine.objects.filter(
        dossier=OuterRef("pk"), direction=direction, occasion=OuterRef("supplements")
    ).exclude(state__in=LOST)
    free = Dossier.objects.filter(~Exists(on_a_list), received_at__lte=at)
    if direction == Direction.BACK:
        return free.filter(stage__in=COMING_BACK)
    came_lately = Q(received_at__gte=at - LATELY) | Q(completed_at__gte=at - LATELY)
    # While it waits for its applicant nothing goes out; what is electronic has no paper to go.
    return free.filter(came_lately, stage__in=GOING_OUT, channel__in=WITH_PAPER).exclude(one_stop=F("department"))
