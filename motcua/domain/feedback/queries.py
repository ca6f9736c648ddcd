"""Feedback as officials and who spoke may see it: what you may not see does not exist."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import offices
from motcua.domain.papers.models import Scan
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import fold

from . import policies
from .models import OPEN, Copy, Feedback, Turn, Urging
from .routing import Level, NoRoute, Route
from .sorting import propose
from .terms import BY_ITS_LAW, OVER, Kind, State, Verdict
from .urging.queries import urgings_of

FOUNDED = Q(state=State.ANSWERED, verdict__in=(Verdict.FOUNDED, Verdict.PARTLY))
MOST_WORDS = 8
ALIKE, ALIKE_DAYS = 5, 90
_CONTACT = ("name", "phone", "email", "address")
_WITH = ("owner", "about", "official", "dossier", "taken_by", "drafted_by", "approved_by", "signed_by", "same_as")


@dataclass(frozen=True)
class Whole:
    """What belongs to one piece of feedback, as this official may see it."""

    turns: list[Turn]
    copies: list[Copy]
    urgings: list[Urging]
    merged: list[Feedback]
    alike: list[Feedback]


def to_do(by: Officer, at: datetime, place: Place, *, words: str = "", state: State | None = None) -> Page[Feedback]:
    """What waits at the bodies of this official, or for an inspector anywhere; what is due first comes first."""
    rows = Feedback.objects.filter(OPEN & policies.visible_to(by, at) & holding(words))
    rows = rows.filter(state=state) if state else rows
    found: Page[Feedback] = page(rows.select_related("owner", "about"), "answer_by", place)
    for each in found.rows:
        _without_contact(each, by, at)
    return found


def over(by: Officer, at: datetime, place: Place, *, words: str = "", state: State | None = None) -> Page[Feedback]:
    """What these bodies answered or were passed, or for an inspector all of it; the newest first."""
    rows = Feedback.objects.exclude(state=State.HELD).filter(~OPEN & policies.visible_to(by, at) & holding(words))
    rows = rows.filter(state=state) if state else rows
    found: Page[Feedback] = page(rows.select_related("owner", "about"), "id", place, newest_first=True)
    for each in found.rows:
        _without_contact(each, by, at)
    return found


def for_official(by: Officer, code: str, at: datetime) -> Feedback:
    """One of them; raises `Feedback.DoesNotExist` also when it may not be seen. Hidden contacts are not in it."""
    found = Feedback.objects.select_related(*_WITH).get(code=code.strip().upper())
    if not policies.may_see(by, found, at):
        raise Feedback.DoesNotExist
    return _without_contact(found, by, at)


def whole(item: Feedback, by: Officer, at: datetime) -> Whole:
    """What belongs to one that was already obtained; what looks like it only for who may merge them."""
    turns = item.turns.select_related("from_office", "to_office", "by").order_by("id")
    seen = policies.visible_to(by, at)
    inspects = item.state not in OVER and policies.may_inspect(by, at)
    return Whole(
        list(turns),
        list(item.copies.select_related("office")),
        urgings_of(item),
        list(item.merged.filter(seen).order_by("id")[:ALIKE]),
        list(alike(item).filter(seen)[:ALIKE]) if inspects else [],
    )


def alike(item: Feedback) -> QuerySet[Feedback]:
    """What may be the same said twice: still open, of the same dossier or telephone, or in much the same words."""
    same = Q(folded__trigram_word_similar=fold(item.subject))
    same |= Q(dossier=item.dossier_id) if item.dossier_id else Q()
    same |= Q(phone=item.phone) if item.phone else Q()
    since = item.registered_at - timedelta(days=ALIKE_DAYS)
    rows = Feedback.objects.filter(OPEN & same, registered_at__gte=since).exclude(pk=item.pk)
    return rows.exclude(kind__in=BY_ITS_LAW).select_related("owner").order_by("-id")


def story(item: Feedback) -> list[Entry]:
    """What happened to one that was already obtained."""
    return entries(item)


def scan(item: Feedback, by: Officer, at: datetime) -> Scan:
    """What came with it; raises `Scan.DoesNotExist` also where it stays with the Centre."""
    if not policies.may_have_files(by, item, at):
        raise Scan.DoesNotExist
    return Scan.objects.select_related("file").get(pk=item.scan_id or 0)


def bodies(at: datetime) -> QuerySet[Office]:
    """What feedback can be about, each kind in Vietnamese order."""
    return offices(local_day(at), *Level).order_by("kind", "sort_key")


def proposed(item: Feedback, at: datetime) -> tuple[Route, Office] | None:
    """The way the table gives to what was said, and who would have it; nothing where the body is not known yet."""
    if item.about is None:
        return None
    with suppress(NoRoute):
        return propose(Kind(item.kind), item.about, local_day(at))
    return None


def dossier_named(code: str) -> Dossier | None:
    """The dossier that somebody outside names, to be linked to; whether there is one is told to nobody."""
    return Dossier.objects.filter(code=code.strip().upper()).first() if code.strip() else None


def founded_of_dossiers(dossiers: Iterable[int]) -> set[int]:
    """About which of these dossiers something was found true, or partly; what was not counts nowhere."""
    rows = Feedback.objects.filter(FOUNDED, dossier__in=list(dossiers))
    return set(rows.values_list("dossier_id", flat=True))


def founded_against(official: Officer, since: datetime, until: datetime) -> list[Feedback]:
    """What was answered in this time and found true of an official: it goes into the record, nothing else does."""
    rows = Feedback.objects.filter(FOUNDED, official=official, answered_at__gte=since, answered_at__lt=until)
    return list(rows.select_related("owner", "dossier").order_by("answered_at", "id"))


def by_secret(secret: str) -> Feedback:
    """One of them for who spoke and has its address; raises `Feedback.DoesNotExist`."""
    return Feedback.objects.select_related("owner", "same_as__owner").get(secret=secret)


def by_code_and_phone(code: str, last_four: str) -> Feedback:
    """One of them for who knows its code and the end of the telephone number they left; raises `DoesNotExist`."""
    if len(last_four) != 4:
        raise Feedback.DoesNotExist
    return Feedback.objects.get(code=code.strip().upper(), phone__endswith=last_four)


def mine(person: Person, place: Place) -> Page[Feedback]:
    """What somebody said with their account, the newest first."""
    rows = Feedback.objects.filter(person=person.pk).select_related("owner")
    return page(rows, "id", place, newest_first=True)


def holding(words: str) -> Q:
    """What holds all of these words, whatever their diacritics."""
    found = Q()
    for word in fold(words).split()[:MOST_WORDS]:
        found &= Q(folded__contains=word) | Q(code__iexact=word)
    return found


def _without_contact(item: Feedback, by: Officer, at: datetime) -> Feedback:
    """Take out of it who spoke, for whom that is hidden: nothing shown from it can say so any more."""
    if not policies.may_read_contact(by, item, at):
        for name in _CONTACT:
            setattr(item, name, "")
        item.person, item.link = None, ""
    return item
