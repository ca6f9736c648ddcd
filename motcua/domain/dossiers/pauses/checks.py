"""What must hold of clocks that stand (I5): one at a time, in the right stage, never within a supplement."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise

from django.db.models import Q

from ..models import Dossier
from ..stages import NAMES, PAUSED, Stage

BATCH = 500
NEVER = datetime.max.replace(tzinfo=UTC)


def faults() -> Iterator[str]:
    """Each dossier whose pauses do not fit its stage, or overlap with a time that counts for nobody already."""
    concerned = Dossier.objects.filter(Q(pauses__gt=0) | Q(stage__in=sorted(PAUSED)) | Q(clock_stops__isnull=False))
    rows = concerned.distinct().prefetch_related("clock_stops", "supplement_requests").order_by("id")
    for dossier in rows.iterator(chunk_size=BATCH):
        stops = list(dossier.clock_stops.all())
        if dossier.pauses != len(stops):
            yield f"{dossier}: ghi {dossier.pauses} lần dừng đồng hồ, có {len(stops)}"
        standing = any(stop.to_at is None for stop in stops)
        if standing != (Stage(dossier.stage) in PAUSED):
            yield f"{dossier}: đồng hồ {'dừng' if standing else 'chạy'} khi hồ sơ “{NAMES[Stage(dossier.stage)]}”"
        yield from _overlaps(dossier)


def _overlaps(dossier: Dossier) -> Iterator[str]:
    stood = [(stop.from_at, stop.to_at or NEVER) for stop in dossier.clock_stops.all()]
    asked = [(each.asked_at, each.completed_at or NEVER) for each in dossier.supplement_requests.all()]
    for (_, till), (since, _) in pairwise(sorted(stood + asked)):
        if since < till:
            yield f"{dossier}: hai lần dừng đồng hồ chồng lên nhau từ {since:%d/%m/%Y}"
