"""What was filed as one, told again: the total date from the limits, and what waits from the stage it is in."""

from collections.abc import Iterator
from datetime import datetime

from motcua.domain.working_days.queries import calendar_for

from ..stages import Stage
from . import bundle_dates
from .bundle_dates import Matter
from .bundle_models import BundledDossier, BundleFiling

BATCH = 500


def differences() -> Iterator[str]:
    """Each dossier that waits without needing to, or that has begun without what it needs."""
    rows = BundledDossier.objects.select_related("dossier", "waits_for").exclude(waits_for=None).order_by("id")
    for row in rows.iterator(chunk_size=BATCH):
        there = row.waits_for is not None and row.waits_for.result_number != ""
        begun = row.dossier.stage != Stage.HELD and row.dossier.completed_at is not None
        if there != begun:
            yield f"{row.dossier}: chờ kết quả của {row.waits_for} không đúng với trạng thái"


def wrong_dates() -> Iterator[str]:
    """Each filing whose total date is not what the limits of its matters say."""
    rows = BundleFiling.objects.select_related("one_stop").prefetch_related("bundled__dossier").order_by("id")
    for filing in rows.iterator(chunk_size=BATCH):
        due = due_of(filing)
        if filing.due_at < filing.received_at or (filing.due_at != due and not is_over(filing)):
            yield f"nhóm {filing}: lưu {filing.due_at}, tính lại {due}"


def due_of(filing: BundleFiling) -> datetime:
    """When all of a filing would be done, by the limits of its matters and today's calendar."""
    bundled = sorted(filing.bundled.all(), key=lambda each: each.position)
    place = {each.dossier_id: number for number, each in enumerate(bundled)}
    matters = [Matter(each.dossier.limit(), place.get(each.waits_for_id or 0)) for each in bundled]
    return max(bundle_dates.ends(matters, filing.received_at, calendar_for(filing.one_stop.code)))


def is_over(filing: BundleFiling) -> bool:
    """Whether all is finished: then the calendar may have changed since, and the date stays as promised."""
    return all(each.dossier.finished_at for each in filing.bundled.all())
