"""The procedure has changed while somebody was still writing: what that means for them, and how they go on.

No acts: nothing has been handed in under the version in force. Why it is so: decision 0033.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db import transaction

from motcua.domain.citizens.models import Person
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.handling import HandledComponent
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.own_forms.fields import FormField
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.regulation.citations import rule
from motcua.domain.uploads import arranging
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import fold

from . import declaring, policies
from .drafts import holder_of
from .models import Submission
from .terms import WITH_THE_APPLICANT

ASKED_SO = ("originals", "copies", "required", "form_name", "form_sha256")  # of a paper
ANSWERED_SO = ("kind", "label", "choices", "required", "least", "most", "check", "columns")  # of a question


class Outdated(Refused):
    """It was written under a version that is no longer in force; nothing of it is lost."""

    clause = "4.1.b"


@dataclass(frozen=True)
class Renewal:
    """What the version in force asks otherwise than the one somebody has begun with."""

    was: Version
    now: Version

    @property
    def new_papers(self) -> list[HandledComponent]:
        """Papers that are asked for only now."""
        return [each for each in _papers(self.now) if each.id not in self.pairs.values()]

    @property
    def changed_papers(self) -> list[HandledComponent]:
        """Papers of which another number or another form is asked now."""
        now = {each.id: each for each in _papers(self.now)}
        both = [(each, now[self.pairs[each.id]]) for each in _papers(self.was) if each.id in self.pairs]
        return [new for old, new in both if _differ(old, new, ASKED_SO)]

    @property
    def gone_papers(self) -> list[HandledComponent]:
        """Papers that nobody asks for any more: what was sent for them is let go."""
        return [each for each in _papers(self.was) if each.id not in self.pairs]

    @property
    def new_questions(self) -> list[FormField]:
        """Questions of the declaration that are asked only now."""
        return [each for each in declaring.questions_of(self.now) if each.key not in self._asked]

    @property
    def changed_questions(self) -> list[FormField]:
        """Questions that are asked in other words, or answered otherwise."""
        both = [(self._asked.get(each.key), each) for each in declaring.questions_of(self.now)]
        return [new for old, new in both if old and _differ(old, new, ANSWERED_SO)]

    @property
    def gone_questions(self) -> list[FormField]:
        """Questions that nobody asks any more."""
        now = {each.key for each in declaring.questions_of(self.now)}
        return [each for key, each in self._asked.items() if key not in now]

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing is asked otherwise: only other parts of the procedure have changed."""
        papers = self.new_papers or self.changed_papers or self.gone_papers
        return not (papers or self.new_questions or self.changed_questions or self.gone_questions)

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Which paper of the version in force each paper of the older one has become: by code, or by name."""
        left, found = _papers(self.now), dict[int, int]()
        for same in _SAME:
            for old in _papers(self.was):
                if old.id not in found and (new := next((each for each in left if same(old) == same(each)), None)):
                    found[old.id] = new.id
                    left.remove(new)
        return found

    @cached_property
    def _asked(self) -> dict[str, FormField]:
        return {each.key: each for each in declaring.questions_of(self.was)}


def is_outdated(submission: Submission, at: datetime) -> bool:
    """Whether it was begun under a version that is no longer in force."""
    return not submission.version.current_on(local_day(at))


def renewal(submission: Submission, at: datetime) -> Renewal | None:
    """What has changed for this submission; None where the procedure is not in force in any version."""
    try:
        return Renewal(submission.version, procedures.published(submission.version.procedure.code, local_day(at)))
    except Version.DoesNotExist:
        return None


@rule("4.1.b")
def require_current(submission: Submission, at: datetime) -> None:
    """What is handed in is handed in under the version in force."""
    if is_outdated(submission, at) and renewal(submission, at):
        raise Outdated(
            "Thủ tục đã có bản mới nên chưa nộp được theo bản cũ. Hãy xem những chỗ thay đổi, làm tiếp theo bản mới "
            "rồi nộp. Những gì đã điền và đã gửi vẫn còn nguyên."
        )


@transaction.atomic
def carry_over(submission: Submission, *, by: Person, at: datetime) -> Submission:
    """Go on under the version in force with all that still fits: answers, files, what an official has written."""
    submission = Submission.objects.select_for_update().get(pk=submission.pk, person=by)
    if submission.state not in WITH_THE_APPLICANT:
        raise Refused("Hồ sơ này đã nộp.", policies.CLAUSE)
    changed = renewal(submission, at)
    if changed is None or changed.now == submission.version:
        return submission
    require(policies.may_begin(by, changed.now, at))
    _carry_files(submission, changed)
    _carry_papers(submission, changed.pairs, at)
    if changed.was.own_form != changed.now.own_form:
        submission.answers = {}  # the declaration is printed anew
    submission.version, submission.kept_at = changed.now, at
    submission.save(update_fields=["version", "answers", "kept_at"])
    return submission


def _carry_files(submission: Submission, changed: Renewal) -> None:
    """Files that were sent go to the paper that theirs has become; a paper that is answered now needs none."""
    holder, answered = holder_of(submission.person), declaring.paper_of(changed.now)
    for old in _papers(changed.was):
        new = changed.pairs.get(old.id)
        if new is None or (answered and answered.id == new):
            arranging.let_go(holder, submission.place_of(old.id))
        else:
            arranging.carry(holder, submission.place_of(old.id), to=submission.place_of(new))


def _carry_papers(submission: Submission, pairs: Mapping[int, int], at: datetime) -> None:
    """Papers that were handed in before, and what was found wrong with them; nothing of it stops being readable."""
    for paper in submission.papers.filter(replaced_at=None):
        paper.component_id = pairs.get(paper.component_id, paper.component_id)
        paper.replaced_at = None if paper.component_id in pairs.values() else at
        paper.save(update_fields=["component", "replaced_at"])
    for sent in submission.sendings_back.all():
        sent.faults = [{**each, "component": pairs.get(each["component"])} for each in sent.faults]
        sent.save(update_fields=["faults"])


def _papers(version: Version) -> list[HandledComponent]:
    return list(procedures.handled(version.pk).components)


def _differ(old: object, new: object, names: Iterable[str]) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in names)


# From the surest sign that two papers are one and the same to the weakest.
_SAME: tuple[Callable[[HandledComponent], object], ...] = (
    lambda paper: (paper.code, fold(paper.name), fold(paper.case)),
    lambda paper: (paper.code or paper.id, fold(paper.case)),
    lambda paper: (fold(paper.name), fold(paper.case)),
    lambda paper: fold(paper.name),
)
