"""Both sides speak about the steps of a draft: a comment, its answers, and the word that it is settled (4.1.a-1)."""

from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean_lines

from . import policies, queries
from .agreement_models import Comment
from .difference import Difference
from .process_models import Process
from .taking import locked_process
from .terms import Side

LONGEST = 2000


class NothingSaid(Refused):
    """A comment without words, with too many of them, or about a step that is not there."""

    clause = "4.1.a-1"


class AlreadySettled(Refused):
    """A comment is settled once; what was said stays."""

    clause = "4.1.a-1"


@act("4.1.a-1")
def comment_on_step(process: Process, *, stage: int, branch: int = 1, text: str, by: Officer, at: datetime) -> Comment:
    """Say something about a step of a draft, in the name of one's side; it is open until that side settles it."""
    process = locked_process(process)
    require(policies.may_comment(by, process, at))
    step = process.steps.filter(stage=stage, branch=branch).first()
    if step is None:
        raise NothingSaid("Bước này không còn trong dự thảo. Hãy mở lại trang để xem các bước hiện nay.")
    place = {"stage": step.stage, "branch": step.branch, "step": step.name}
    return _say(comment_on_step, process, place, text, by=by, at=at)


@act("4.1.a-1")
def answer_comment(comment: Comment, *, text: str, by: Officer, at: datetime) -> Comment:
    """Answer a comment; either side may, as often as it takes."""
    comment = _open(comment)
    require(policies.may_comment(by, comment.process, at))
    place = {"stage": comment.stage, "branch": comment.branch, "step": comment.step, "answers": comment}
    return _say(answer_comment, comment.process, place, text, by=by, at=at)


@act("4.1.a-1")
def settle_comment(comment: Comment, *, by: Officer, at: datetime) -> Comment:
    """The side that raised it says that it is answered for."""
    comment = _open(comment)
    require(policies.may_settle(by, comment, at))
    comment.settled_by, comment.settled_at = by, at
    comment.save(update_fields=["settled_by", "settled_at"])
    _record(settle_comment, comment, by, at)
    return comment


def open_in(process: Process) -> int:
    """How many comments on a process are not settled."""
    return process.comments.filter(answers=None, settled_at=None).count()


def comments_on(process: Process) -> list[Comment]:
    """What both sides said about a process, each comment before its answers."""
    rows = list(process.comments.select_related("said_by", "settled_by"))
    for each in rows:
        each.process = process
    return sorted(rows, key=lambda each: (each.answers_id or each.pk, each.pk))


def comment_for(by: Any, comment_id: int, at: datetime) -> Comment:
    """A comment that is not an answer, for those who may see its process; raises `ObjectDoesNotExist` for others."""
    comment = Comment.objects.select_related("said_by").get(pk=comment_id, answers=None)
    comment.process = queries.process_for(by, comment.process_id, at)
    return comment


def follow(process: Process, difference: Difference) -> None:
    """Let comments stand by their steps after these moved. A comment whose step was taken out has no place."""
    placed = list(process.comments.exclude(stage=None))
    for comment in placed:
        comment.stage, comment.branch = difference.place_now(comment.stage or 0, comment.branch or 0) or (None, None)
    Comment.objects.bulk_update(placed, ["stage", "branch"])


def _open(comment: Comment) -> Comment:
    process = locked_process(comment.process)
    found = Comment.objects.get(pk=comment.pk, answers=None)
    found.process = process
    if found.settled_at is not None:
        raise AlreadySettled("Ý kiến này đã được xác nhận giải quyết xong.")
    return found


def _say(said: Any, process: Process, place: dict[str, Any], text: str, *, by: Officer, at: datetime) -> Comment:
    text = clean_lines(text)
    if not text or len(text) > LONGEST:
        raise NothingSaid(f"Phải ghi nội dung ý kiến, tối đa {LONGEST} ký tự.")
    side = policies.side_of(by, process, at) or Side.DEPARTMENT
    comment = Comment.objects.create(process=process, side=side, text=text, said_by=by, said_at=at, **place)
    _record(said, comment, by, at, note=text)
    return comment


def _record(said: Any, comment: Comment, by: Officer, at: datetime, **more: Any) -> None:
    procedure = comment.process.procedure
    side = policies.side_of(by, comment.process, at)
    facts = {"code": procedure.code, "process": comment.process.number, "stage": comment.stage, "step": comment.step}
    record(said, about=procedure, by=by, at=at, **facts, side=side, **more)
