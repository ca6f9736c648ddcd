"""Letters as officials may see them: what you may not see does not exist."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from motcua.domain.feedback import policies as feedback
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.policies import visible_to
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans, storage

from . import policies
from .models import Enclosure, Letter, Mailbox, Reply
from .terms import State


@dataclass(frozen=True)
class Correspondence:
    """What was written about one piece of feedback by e-mail: letters that came, with their files, and letters back."""

    letters: list[Letter]
    replies: list[Reply]


def letters(by: Officer, at: datetime, state: State, place: Place) -> Page[Letter]:
    """Letters of one state for an inspector: held ones in the order they came, others the newest first."""
    rows = _of(by, at, state)
    return page(rows.select_related("feedback", "decided_by"), "came_at", place, newest_first=state != State.HELD)


def held(by: Officer, at: datetime) -> Counted:
    """How many wait for a human."""
    return counted(_of(by, at, State.HELD))


def letter(by: Officer, pk: int, at: datetime) -> Letter:
    """One letter with its files; raises `Letter.DoesNotExist` also when it may not be read."""
    found = Letter.objects.select_related("raw", "feedback", "feedback__owner", "decided_by").get(pk=pk)
    if not policies.may_read(by, found, at):
        raise Letter.DoesNotExist
    return found


def enclosures(of: Letter) -> list[Enclosure]:
    """What lies in a letter, in its order."""
    return list(of.enclosures.all())


def content_of(by: Officer, pk: int, position: int, at: datetime) -> tuple[str, bytes, bool]:
    """A file of a letter: its name, its bytes, and whether it is a PDF; raises `Letter.DoesNotExist` for others."""
    one = Enclosure.objects.select_related("scan__file", "file", "letter__feedback")
    found = one.filter(letter=pk, position=position).first()
    if found is None or not _may_read_file(by, found.letter, at):
        raise Letter.DoesNotExist
    if found.scan is not None:
        return f"{found.name.rpartition('.')[0] or found.name}.pdf", scans.bytes_of(found.scan), True
    if found.file is None:
        raise Letter.DoesNotExist
    return found.name, storage.read(found.file), False


def correspondence(by: Officer, item: Feedback, at: datetime) -> Correspondence:
    """The letters of a case for who may see it; without who wrote them, where that is hidden from them."""
    if not feedback.may_see(by, item, at):
        return Correspondence([], [])
    came = list(Letter.objects.filter(feedback=item).prefetch_related("enclosures").order_by("came_at", "id"))
    if not feedback.may_read_contact(by, item, at):
        for each in came:
            each.sender = each.sender_name = ""
            for enclosed in each.enclosures.all():
                enclosed.scan_id = enclosed.file_id = None
                enclosed.why = "Người phản ánh đề nghị không lộ mình là ai: tệp ở lại Trung tâm."
    return Correspondence(came, list(item.replies.select_related("by").order_by("at", "id")))


def mailbox() -> Mailbox | None:
    """The mailbox that is read last, and whether it could be; none where none is set."""
    return Mailbox.objects.order_by("-read_at", "-id").first() if settings.MAILBOX_HOST else None


def _of(by: Officer, at: datetime, state: State) -> QuerySet[Letter]:
    rows = Letter.objects.filter(state=state)
    if not feedback.may_inspect(by, at):
        return rows.none()
    if state != State.TAKEN:
        return rows
    return rows.filter(feedback__in=Feedback.objects.filter(visible_to(by, at)))


def _may_read_file(by: Officer, letter: Letter, at: datetime) -> bool:
    """Files of a letter are for those who see its case; of one that was held nothing is given out."""
    item = letter.feedback
    return item is not None and bool(feedback.may_see(by, item, at) and feedback.may_have_files(by, item, at))
