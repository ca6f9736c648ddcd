"""How an applicant found it, when it is over: five levels in words, reasons, free text. Once, changeable for a while.

Kept where feedback will read it (4.6.a); what is made of it comes with feedback.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domain.citizens.models import Person
from motcua.domain.citizens.terms import Power
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.text import clean_lines

from ..models import Dossier, Rating
from . import rights
from .terms import Level, Reason

CLAUSE = "3.1"
CHANGEABLE = timedelta(days=15)  # chosen by us: long enough to use the result once
LONGEST = 2000


@dataclass(frozen=True)
class Opinion:
    """What somebody thinks."""

    level: int
    reasons: Collection[str] = ()
    words: str = ""


@act(CLAUSE)
def rate(dossier: Dossier, *, opinion: Opinion, by: Person, at: datetime) -> Rating:
    """Say how it was; saying it again within some days changes what was said."""
    dossier = Dossier.objects.locked(dossier)
    require(rights.may_act(by, dossier, Power.FOLLOW, at))
    before = Rating.objects.filter(dossier=dossier).first()
    require(may_be_rated(dossier, before, at))
    if opinion.level not in Level.values or not set(opinion.reasons) <= set(Reason.values):
        raise Refused("Hãy chọn một mức hài lòng.", CLAUSE)
    rating = before or Rating(dossier=dossier, given_at=at)
    rating.person, rating.level, rating.words = by, opinion.level, clean_lines(opinion.words)[:LONGEST]
    rating.reasons = [each for each in Reason.values if each in opinion.reasons]
    rating.changed_at = at if before else None
    rating.save()
    record(rate, about=dossier, by=by, at=at, level=rating.level, reasons=rating.reasons, again=before is not None)
    return rating


@rule(CLAUSE)
def may_be_rated(dossier: Dossier, before: Rating | None, at: datetime) -> Answer:
    """When the result was given; what was said can be changed for some days."""
    if dossier.delivered_at is None:
        return no("Bạn đánh giá được sau khi đã nhận kết quả.", CLAUSE)
    if before is not None and at > before.given_at + CHANGEABLE:
        return no(f"Đánh giá chỉ sửa được trong {CHANGEABLE.days} ngày.", CLAUSE)
    return YES


def rating_of(found: Dossier) -> Rating | None:
    """What was said of a dossier that was already obtained."""
    return Rating.objects.filter(dossier=found).first()


@rule(CLAUSE)
def may_read(by: Officer, at: datetime) -> Answer:
    """Those who watch over the work for the Centre."""
    if by.has_role(Role.WATCH, at):
        return YES
    return no("Chỉ người theo dõi của Trung tâm xem đánh giá của người dân.", CLAUSE)


def ratings(by: Officer, at: datetime, place: Place, level: int | None = None) -> Page[Rating]:
    """What people said, the newest first, for who watches."""
    require(may_read(by, at))
    rows = Rating.objects.select_related("dossier__version", "dossier__department")
    return page(rows.filter(level=level) if level else rows, "given_at", place, newest_first=True)
