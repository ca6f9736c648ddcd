"""The ballot of who holds its secret; what was said, for who watches."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.inviting.terms import Occasion
from motcua.domain.dossiers.models import Dossier, Invitation
from motcua.domain.feedback.digest.masking import without_particulars
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Answer, no, require
from motcua.domain.vietnamese.dates import local_day

from . import figures, policies
from .counting import in_month
from .models import Heard, Opinion
from .terms import Channel, Level, Reason


def by_secret(secret: str) -> Invitation:
    """The ballot that a slip or a message leads to; raises `DoesNotExist`."""
    return Invitation.objects.select_related("office", "opinion").get(secret=secret)


def on_paper(code: str) -> Invitation:
    """The ballot whose mark was read off a paper, as the whole address or its end; raises `DoesNotExist`."""
    mark = code.strip().rstrip("/").rpartition("/")[2]
    return Invitation.objects.select_related("office", "opinion", "dossier").get(secret=mark)


def opinion_on(invitation: Invitation) -> Opinion | None:
    """What was said to an invitation, if anything."""
    return getattr(invitation, "opinion", None)


def may_change(invitation: Invitation, at: datetime) -> Answer:
    """Whether the ballot can be filled in, or changed, at that moment."""
    return policies.may_give(None, invitation, opinion_on(invitation), at)


def opinion_of(found: Dossier) -> Opinion | None:
    """What was said when the result of a dossier was there; of one that was already obtained."""
    return Opinion.objects.filter(invitation__dossier=found, invitation__occasion=Occasion.DELIVERED).first()


def may_rate(by: Person, found: Dossier, before: Opinion | None, at: datetime) -> Answer:
    """Whether the own page of a dossier takes an opinion at that moment."""
    if found.delivered_at is None:
        return no("Bạn đánh giá được sau khi đã nhận kết quả.", policies.CLAUSE)
    made_at = before.invitation.made_at if before else found.delivered_at
    return policies.may_give(by, Invitation(dossier=found, made_at=made_at), before, at)


@dataclass(frozen=True)
class Wanted:
    """Which opinions: of a level, by a channel, about a body; nothing asks for all."""

    level: int | None = None
    channel: str = ""
    office: str = ""

    def rows(self) -> QuerySet[Opinion]:
        """Those that fit."""
        rows = Opinion.objects.all()
        rows = rows.filter(level=self.level) if self.level else rows
        rows = rows.filter(channel=self.channel) if self.channel else rows
        return rows.filter(office__code=self.office) if self.office else rows


@dataclass(frozen=True)
class Line:
    """An opinion as officials read it: no dossier, no person, no hour, and nothing in the words that names anybody."""

    pk: int
    on: date
    occasion: str
    office: str
    office_code: str
    channel: str
    level: int
    level_name: str
    reasons: list[str]
    words: str
    feedback: str
    may_take_up: Answer


def opinions(by: Officer, at: datetime, place: Place, wanted: Wanted = Wanted()) -> Page[Line]:
    """What people said, the newest first, for who watches."""
    require(policies.may_read(by, at))
    found = page(_shown(wanted.rows()), "given_at", place, newest_first=True)
    return Page([_line(each, by, at) for each in found.rows], found.after, found.before)


def every_opinion(by: Officer, at: datetime, wanted: Wanted) -> Iterator[Line]:
    """The same, all of them, to be written into a table."""
    require(policies.may_read(by, at))
    for each in _shown(wanted.rows()).order_by("-given_at", "-id").iterator(chunk_size=500):
        yield _line(each, by, at)


def own_opinions(by: Officer, at: datetime, place: Place) -> Page[Line]:
    """What people said of the official's own body, in months in which enough did that nobody can tell who it was."""
    offices = Office.objects.filter(pk__in=policies.bodies_of(by, at))
    rows = _shown(Opinion.objects.filter(_told_months(offices, at)))
    found = page(rows, "given_at", place, newest_first=True)
    return Page([_line(each, by, at) for each in found.rows], found.after, found.before)


def own_bodies(by: Officer, at: datetime) -> list[Office]:
    """The bodies whose opinions these are."""
    return list(Office.objects.filter(pk__in=policies.bodies_of(by, at)).order_by("kind", "sort_key"))


def opinion(by: Officer, pk: int, at: datetime) -> Opinion:
    """One of them, for who watches; raises `DoesNotExist` for anybody else."""
    if not policies.may_read(by, at):
        raise Opinion.DoesNotExist
    return Opinion.objects.select_related("office", "invitation__dossier").get(pk=pk)


def rated_bodies() -> list[Office]:
    """The bodies of which anything was said, in Vietnamese order."""
    return list(Office.objects.filter(pk__in=Heard.objects.values("office")).order_by("kind", "sort_key"))


def _told_months(offices: QuerySet[Office], at: datetime) -> Q:
    codes, told = dict(offices.values_list("code", "pk")), Q(pk__in=[])
    for body in figures.wall(at).bodies if codes else ():
        for period in body.groups:
            if body.code in codes and period.kind == "month":
                told |= Q(office=codes[body.code]) & in_month(period.months()[0])
    return told


def _shown(rows: QuerySet[Opinion]) -> QuerySet[Opinion]:
    return rows.select_related("invitation__dossier", "office", "feedback")


def _line(row: Opinion, by: Officer, at: datetime) -> Line:
    words = without_particulars(row.words, name=row.invitation.dossier.applicant_name)
    return Line(
        pk=row.pk, on=local_day(row.given_at), occasion=Occasion(row.invitation.occasion).label, office=row.office.name,
        office_code=row.office.code, channel=Channel(row.channel).label, level=row.level,
        level_name=Level(row.level).label, reasons=[Reason(each).label for each in row.reasons], words=words,
        feedback=row.feedback.code if row.feedback else "", may_take_up=policies.may_take_up(by, row, at),
    )  # fmt: skip
