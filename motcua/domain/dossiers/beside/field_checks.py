"""A dossier is checked on the spot: announced with time and place, recorded with minutes.

Nghị định 61/2018/NĐ-CP, Điều 19.3: who took part, what was found, the minutes and photos are kept with the dossier.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.scans import take_in, take_in_photos
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import show_moment
from motcua.domain.vietnamese.text import clean, clean_lines

from .. import stages, tasks
from ..models import FieldCheck, Task
from . import policies as aside_policies
from . import slips as aside_slips

FOUND = (
    "minutes", "photos", "recorded_at", "recorded_by", "held_at", "officials", "others", "found", "applicant_there",
)  # fmt: skip


class NotAnnounced(Refused):
    """What is recorded was announced first, with time and place."""

    clause = "5.1.đ-1"


class NothingFound(Refused):
    """Minutes say who was there and what was found, and are signed."""

    clause = "5.1.đ-1"


@dataclass(frozen=True)
class Visit:
    """When and where a dossier is to be checked, about what, and who is to come."""

    starts_at: datetime
    place: str
    about: str
    party: str = ""


@dataclass(frozen=True)
class Findings:
    """What the minutes say, with their scan and photos."""

    held_at: datetime
    officials: str
    found: str
    minutes: Upload | None
    others: str = ""
    applicant_there: bool = False
    photos: Sequence[Upload] = ()


@act("5.1.đ-1")
def announce_field_check(task: Task, *, visit: Visit, by: Officer, at: datetime) -> FieldCheck:
    """Tell the applicant when and where; announced again before it was held, it moves to the new time."""
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "announce_field_check")
    require(aside_policies.may_check_on_spot(by, task, at))
    place, about = clean(visit.place), clean_lines(visit.about)
    if not place or not about:
        raise NotAnnounced("Phải ghi địa điểm và nội dung kiểm tra.")
    if visit.starts_at <= at:
        raise NotAnnounced("Thời gian kiểm tra phải sau lúc thông báo.")
    check = FieldCheck.objects.filter(task=task, recorded_at=None).first() or FieldCheck(dossier=dossier, task=task)
    was = check.starts_at if check.pk else None
    check.dossier = dossier
    check.starts_at, check.place, check.about, check.party = visit.starts_at, place, about, clean_lines(visit.party)
    check.announced_at, check.announced_by = at, by
    check.paper = aside_slips.notice(check, was=was, by=by, at=at)
    check.save()
    facts = {"step": task.name, "starts_at": visit.starts_at, "was": was, "place": place}
    record(announce_field_check, about=dossier, by=by, at=at, **facts, paper=check.paper.shown_number)
    return check


@act("5.1.đ-1", "5.1.đ-2")
def record_field_check(task: Task, *, findings: Findings, by: Officer, at: datetime) -> FieldCheck:
    """Keep what was found: who was there, what they saw, the signed minutes, photos. Without minutes it is refused."""
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "record_field_check")
    require(aside_policies.may_check_on_spot(by, task, at))
    check = announced(task)
    found, officials = clean_lines(findings.found), clean_lines(findings.officials)
    if not found or not officials:
        raise NothingFound("Phải ghi cán bộ tham gia và kết quả kiểm tra.")
    if findings.minutes is None:
        raise NothingFound("Phải kèm bản quét biên bản có chữ ký của những người tham gia.")
    if not check.announced_at <= findings.held_at <= at:
        raise NothingFound(f"Thời gian kiểm tra phải từ lúc thông báo ({show_moment(check.announced_at)}) đến bây giờ.")
    signs: dict[str, Any] = {"about": dossier.stream, "by": by, "at": at}
    check.minutes = take_in(findings.minutes, **signs)
    check.photos = take_in_photos(findings.photos, **signs) if findings.photos else None
    check.recorded_at, check.recorded_by, check.held_at = at, by, findings.held_at
    check.officials, check.others, check.found = officials, clean_lines(findings.others), found
    check.applicant_there = findings.applicant_there
    change(check, *FOUND)
    facts = {"step": task.name, "held_at": findings.held_at, "place": check.place, "note": found}
    facts |= {"officials": officials, "others": check.others, "applicant_there": check.applicant_there}
    record(record_field_check, about=dossier, by=by, at=at, **facts, sha256=check.minutes.file.sha256)
    return check


def announced(task: Task) -> FieldCheck:
    """The visit that was announced and is not yet recorded; raises `NotAnnounced`."""
    check = FieldCheck.objects.filter(task=task, recorded_at=None).first()
    if check is None:
        raise NotAnnounced("Chưa thông báo thời gian, địa điểm kiểm tra cho chủ hồ sơ.")
    return check
