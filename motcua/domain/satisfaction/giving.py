"""Somebody says how it was: once an occasion, changeable for some days, from their own page or with the ballot's QR."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.citizens.models import Person
from motcua.domain.citizens.terms import Power
from motcua.domain.dossiers.from_home import rights
from motcua.domain.dossiers.inviting.invitations import invite
from motcua.domain.dossiers.inviting.terms import Occasion
from motcua.domain.dossiers.models import Dossier, Invitation
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean_lines

from . import policies
from .models import Opinion
from .terms import Channel, Level, Reason

CLAUSE = "3.1"
LONGEST = 2000


class NotRated(Refused):
    """No level was chosen, or there is nothing to rate yet."""

    clause = CLAUSE


class Guest:
    """Somebody who was served: the journal knows no more than that, also of who has an account."""

    code = "nguoi-duoc-phuc-vu"

    def signature(self) -> str:
        """As the journal names them."""
        return "Người được phục vụ"


@dataclass(frozen=True)
class Marked:
    """What somebody marks on a ballot."""

    level: int
    reasons: Collection[str] = ()
    words: str = ""


@act(CLAUSE, "4.6.a")
def give_opinion(
    invitation: Invitation, *, marked: Marked, channel: Channel = Channel.LINK, by: Guest, at: datetime
) -> Opinion:
    """Fill in a ballot that was handed out; who holds its secret may, and sends it again to change it."""
    opinion = keep(invitation, marked, channel, by, at)
    _note(give_opinion, invitation, opinion, by, at)
    return opinion


@act(CLAUSE)
def rate(dossier: Dossier, *, marked: Marked, by: Person, at: datetime) -> Opinion:
    """Say on one's own page how it was, when it is over; the ballot of the result is filled in by this."""
    dossier = Dossier.objects.locked(dossier)
    require(rights.may_act(by, dossier, Power.FOLLOW, at))
    if dossier.delivered_at is None:
        raise NotRated("Bạn đánh giá được sau khi đã nhận kết quả.")
    # What was delivered before ballots were handed out has none yet.
    invite(dossier, Occasion.DELIVERED, dossier.department_id, by=None, at=dossier.delivered_at)
    invitation = Invitation.objects.get(dossier=dossier, occasion=Occasion.DELIVERED)
    opinion = keep(invitation, marked, Channel.OWN_PAGE, Guest(), at, person=by)
    _note(rate, invitation, opinion, Guest(), at)
    return opinion


def keep(
    invitation: Invitation, marked: Marked, channel: Channel, by: Guest, at: datetime, person: Person | None = None
) -> Opinion:
    """Keep what was marked as the one opinion on a ballot, new or changed; for the acts of each way."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    before = Opinion.objects.filter(invitation=invitation).first()
    require(policies.may_give(by, invitation, before, at))
    if marked.level not in Level.values or not set(marked.reasons) <= set(Reason.values):
        raise NotRated("Hãy chọn một mức hài lòng.")
    opinion = before or Opinion(invitation=invitation, office_id=invitation.office_id, channel=channel, given_at=at)
    opinion.person = person or opinion.person
    opinion.level, opinion.words = marked.level, clean_lines(marked.words)[:LONGEST]
    opinion.reasons = [each for each in Reason.values if each in marked.reasons]
    opinion.changed_at = at if before else None
    opinion.save()
    return opinion


def _note(what: object, invitation: Invitation, opinion: Opinion, by: Guest, at: datetime) -> None:
    """Write it into the invitation's own stream: the level and the reasons, never the words nor who said them."""
    record(
        what, about=invitation, by=by, at=at, level=opinion.level, reasons=opinion.reasons, channel=opinion.channel,
        again=opinion.changed_at is not None,
    )  # fmt: skip
