"""A submission while it is written: every field is kept as it is typed. No acts: nothing has happened yet."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from motcua.domain.citizens.models import Person
from motcua.domain.procedures.models import Version
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.uploads import arranging
from motcua.domain.vietnamese.dates import local_day

from . import policies
from .models import Submission
from .terms import WITH_THE_APPLICANT, State

KEPT = timedelta(days=30)
MOST = 30  # of one person at a time
LONGEST = 5000
MOST_FIELDS = 2000  # of one form, with every row of its tables
MOST_CHOSEN = 60
PAGES = 20  # open pages whose last word is remembered
Typed = str | list[str]
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that look alike when read out


class TooMany(Refused):
    """Somebody has begun more than anybody files."""

    clause = policies.CLAUSE


def begin(version: Version, *, by: Person, at: datetime) -> Submission:
    """Begin to file; who has begun this procedure already, perhaps under an older version, goes on with that."""
    require(policies.may_begin(by, version, at))
    drafts = Submission.objects.filter(person=by, state=State.DRAFT, kept_at__gt=at - KEPT)
    begun = drafts.filter(version__procedure=version.procedure_id, times_sent_back=0).order_by("-id").first()
    if begun is not None:
        return begun
    if drafts.count() >= MOST:
        raise TooMany(f"Bạn đang soạn {MOST} hồ sơ. Hãy nộp hoặc bỏ bớt rồi bắt đầu hồ sơ mới.")
    return Submission.objects.create(
        code=_code(at), person=by, version=version, begun_at=at, kept_at=at,
        phone=by.phone, email=by.email, address=by.address,
    )  # fmt: skip


@dataclass(frozen=True)
class Turn:
    """Which open page tells something, and for the how manieth time: what comes late or twice changes nothing."""

    page: str
    number: int


def keep(
    submission: Submission, typed: Mapping[str, Typed], *, at: datetime, turn: Turn | None = None,
    whole: tuple[str, ...] = (),
) -> bool:  # fmt: skip
    """Keep what was typed, right or wrong; says whether there was still something to write.

    What begins with one of `whole` is forgotten unless it is told again: rows of a table that were taken out.
    """
    told = {name: _bounded(words) for name, words in typed.items()}
    with transaction.atomic():
        row = Submission.objects.select_for_update().filter(pk=submission.pk, state__in=WITH_THE_APPLICANT).first()
        if row is None:
            return False
        if turn and turn.number <= row.told.get(turn.page, 0):
            return True
        before = {name: words for name, words in row.typed.items() if not name.startswith(whole)}
        row.typed = {**before, **told}
        if len(row.typed) > MOST_FIELDS:
            raise TooMany("Tờ khai này có quá nhiều dòng. Hãy bớt dòng, hoặc nộp tại quầy.")
        if turn:
            row.told = dict([*row.told.items(), (turn.page, turn.number)][-PAGES:])
        row.kept_at = at
        row.save(update_fields=["typed", "told", "kept_at"])
    submission.typed, submission.told = row.typed, row.told
    return True


def discard(submission: Submission) -> None:
    """Let a draft go with its files; what was submitted once is withdrawn instead."""
    if submission.state == State.DRAFT:
        forget(submission)


def forget_old(at: datetime) -> int:
    """Let go what nobody took up for a month: personal data is not kept without a purpose."""
    old = list(Submission.objects.filter(state=State.DRAFT, kept_at__lte=at - KEPT).select_related("person")[:1000])
    for each in old:
        forget(each)
    return len(old)


def forget(submission: Submission) -> None:
    """The row and the files that had come for it."""
    for component in submission.version.components.all():
        arranging.let_go(holder_of(submission.person), submission.place_of(component.pk))
    Submission.objects.filter(pk=submission.pk, state=State.DRAFT).delete()


def holder_of(person: Person) -> str:
    """Whose the files are that a person sends."""
    return f"account/{person.account_id}"


def _bounded(words: Typed) -> Typed:
    if isinstance(words, list):
        return [each.replace("\0", "")[:LONGEST] for each in words[:MOST_CHOSEN]]
    return words.replace("\0", "")[:LONGEST]


def _code(at: datetime) -> str:
    return f"NT{local_day(at):%y%m%d}-{''.join(secrets.choice(LETTERS) for _ in range(8))}"
