"""Questions as officials, their askers and the public may see them: what you may not see does not exist."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from motcua.domain.citizens.models import Person
from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Scan
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import fold

from . import policies
from .models import PublicQuestion, Question, Turn
from .terms import State

_WITH = ("version__procedure", "dossier", "owner", "taken_by", "answered_by", "library", "person", "before", "late")
MOST_WORDS = 8
LATEST = 5


@dataclass(frozen=True)
class Whole:
    """A question with everything that belongs to it."""

    question: Question
    turns: list[Turn]
    public: list[PublicQuestion]
    after: Question | None
    story: list[Entry]


def to_answer(by: Officer, at: datetime, place: Place) -> Page[Question]:
    """What waits for an answer from the bodies of this official, what is due first."""
    return page(_waiting(by, at).select_related("version", "owner"), "due_at", place)


def how_many_wait(by: Officer, at: datetime) -> tuple[Counted, Counted]:
    """How many wait for an answer, and how many of them are overdue; one statement."""
    rows = _waiting(by, at).order_by()[:1001].values_list("due_at", flat=True)
    dues = list(rows)
    return Counted.of(len(dues)), Counted.of(sum(each < at for each in dues))


def answered(by: Officer, at: datetime, place: Place) -> Page[Question]:
    """What these bodies have answered, the newest first."""
    rows = Question.objects.filter(owner__in=by.bodies_with(at, *policies.TAKES_DOWN)).exclude(state=State.OPEN)
    return page(rows.select_related("version", "owner"), "answered_at", place, newest_first=True)


def to_read(by: Officer, at: datetime, place: Place) -> Page[PublicQuestion]:
    """What was prepared for the public and waits for its second reader at these bodies."""
    mine = by.bodies_with(at, *policies.ANSWERS)
    rows = PublicQuestion.objects.filter(office__in=mine, published_at=None, withdrawn_at=None)
    return page(rows.select_related("question", "prepared_by"), "id", place)


def to_call_back(by: Officer, at: datetime, place: Place) -> Page[Question]:
    """Whom these bodies promised to call back, the earliest day first."""
    rows = _waiting(by, at).filter(call_back_on__isnull=False).select_related("version", "taken_by")
    return page(rows, "call_back_on", place)


def everywhere(by: Officer, at: datetime, place: Place, *, body: str = "") -> Page[Question]:
    """What waits in the whole province, late ones first; nothing for who does not watch over it."""
    rows = Question.objects.filter(state=State.OPEN) if policies.may_watch(by, at) else Question.objects.none()
    rows = rows.filter(owner__code=body) if body else rows
    return page(rows.select_related("version", "owner"), "due_at", place)


def how_many_overdue(by: Officer, at: datetime) -> Counted:
    """How many are overdue in the whole province; none for who does not watch over it."""
    late = Question.objects.filter(state=State.OPEN, due_at__lt=at)
    return counted(late) if policies.may_watch(by, at) else Counted.of(0)


def for_official(by: Officer, code: str, at: datetime) -> Question:
    """One question; raises `Question.DoesNotExist` also when it may not be seen."""
    found = Question.objects.select_related(*_WITH).get(code=code.strip().upper())
    if not policies.may_see(by, found, at):
        raise Question.DoesNotExist
    return found


def whole(found: Question) -> Whole:
    """All that belongs to a question that was already obtained, in four statements."""
    public = found.public.select_related("prepared_by", "read_by").order_by("-id")
    turns = found.turns.select_related("from_office", "to_office", "by").order_by("id")
    after = Question.objects.filter(before=found).first()
    return Whole(found, list(turns), list(public), after, entries(found))


def letter(found: Question) -> Scan:
    """The scan of the letter with which it was asked; raises `Scan.DoesNotExist`."""
    return Scan.objects.select_related("file").get(pk=found.scan_id or 0)


def by_secret(secret: str) -> Question:
    """A question for who asked it and has its address; raises `Question.DoesNotExist`."""
    return Question.objects.select_related("version__procedure", "owner", "person").get(secret=secret)


def coming_after(found: Question) -> Question | None:
    """The question with which its asker came back, if so."""
    return Question.objects.filter(before=found).first()


def mine(by: Person, place: Place) -> Page[Question]:
    """What a person asked with an account, the newest first."""
    return page(Question.objects.filter(person=by).select_related("owner", "version"), "id", place, newest_first=True)


def public_of(by: Officer, pk: int, at: datetime) -> PublicQuestion:
    """The words for the public, for officials of the body and the watchers; raises `DoesNotExist`."""
    found = PublicQuestion.objects.select_related("question", "office", "prepared_by").get(pk=pk)
    if found.office_id not in by.bodies_with(at, *policies.TAKES_DOWN) and not policies.may_watch(by, at):
        raise PublicQuestion.DoesNotExist
    return found


def published(pk: int) -> PublicQuestion:
    """One public question; raises `PublicQuestion.DoesNotExist` when it is not public, or not any more."""
    return _public().select_related("question").get(pk=pk)


def search_public(words: str, place: Place, *, procedure: str = "", field: str = "") -> Page[PublicQuestion]:
    """Public questions that hold all the words, whatever their marks; the newest first."""
    rows = _public()
    for word in fold(words).split()[:MOST_WORDS]:
        rows = rows.filter(folded__contains=word)
    rows = rows.filter(procedure__code=procedure) if procedure else rows
    rows = rows.filter(field__code=field) if field else rows
    return page(rows, "published_at", place, newest_first=True)


def latest_of(procedure_id: int) -> list[PublicQuestion]:
    """The newest public questions about a procedure."""
    return list(_public().filter(procedure=procedure_id).order_by("-published_at", "-id")[:LATEST])


def fields_of_public() -> list[tuple[str, str, int]]:
    """The fields with public questions: code, name, how many."""
    rows = _public().filter(field__isnull=False).order_by()
    groups = rows.values_list("field__code", "field__name").annotate(number=Count("id")).order_by("field__sort_key")
    return [(code, name, number) for code, name, number in groups.values_list("field__code", "field__name", "number")]


def bodies(by: Officer, at: datetime) -> QuerySet[Office]:
    """Where a question can be passed on to, in Vietnamese order."""
    today = local_day(at)
    there = Office.objects.filter(kind__in=policies.CAN_OWN, valid_from__lte=today).exclude(valid_to__lt=today)
    return there.order_by("kind", "sort_key")


def _public() -> QuerySet[PublicQuestion]:
    rows = PublicQuestion.objects.filter(published_at__isnull=False, withdrawn_at=None)
    return rows.select_related("office", "procedure", "field")


def _waiting(by: Officer, at: datetime) -> QuerySet[Question]:
    return Question.objects.filter(Q(owner__in=by.bodies_with(at, *policies.ANSWERS)), state=State.OPEN)
