"""An inspector of the Centre urges the body that has feedback, in words of their own (4.6.b-2, 7.5)."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean_lines

from ..models import Feedback
from ..sorting import locked
from ..terms import State
from . import policies
from .clocks import Level
from .models import Urging
from .standing import listeners

LONGEST = 1000


class NoText(Refused):
    """Who is urged reads what is wanted."""

    clause = "4.6.b-2"


class JustUrged(Refused):
    """The same was said a moment ago."""

    clause = "4.6.b-2"


@act("4.6.b-2", "7.5")
def urge_feedback(item: Feedback, *, text: str, by: Officer, at: datetime) -> Urging:
    """Say what is wanted of the body and its head; they are told, and everybody who follows it reads it."""
    item = locked(item, *State)
    require(policies.may_urge(by, item, at))
    words = clean_lines(text)[:LONGEST]
    if not words:
        raise NoText("Hãy ghi nội dung đôn đốc.")
    if item.urgings.filter(office=item.owner_id, text=words, by=by).exists():
        raise JustUrged("Bạn đã đôn đốc cơ quan này bằng đúng những lời ấy.")
    urging = Urging.objects.create(feedback=item, office=item.owner, text=words, by=by, at=at)
    line = record(urge_feedback, about=item, by=by, at=at, code=item.code, body=item.owner.name, text=words)
    facts = {"voice": item.code, "until": local_day(item.answer_by)}
    about = About(f"{item.stream}#{line}", item.code, item.owner_id)
    for officer in listeners(item, Level.HEAD, at, newly=False):
        outbox.tell("feedback_urged", about, to=Recipient(officer.code, email=officer.email), facts=facts, at=at)
    return urging
