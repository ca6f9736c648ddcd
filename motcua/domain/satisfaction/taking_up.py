"""Who was not satisfied and said why is heard like anybody who speaks: an inspector makes feedback of it (4.6.a)."""

from datetime import datetime

from motcua.domain.feedback import intake
from motcua.domain.feedback.digest.masking import without_particulars
from motcua.domain.feedback.intake import Came, Said
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import Channel, Kind
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import require

from . import policies
from .models import Opinion


@act("4.6.a", "3.1")
def take_up_opinion(opinion: Opinion, *, subject: str, kind: Kind, by: Officer, at: datetime) -> Feedback:
    """Make feedback of an opinion, once: its words about its body, with no dossier and nobody who said them."""
    opinion = (
        Opinion.objects.select_for_update(of=("self",))
        .select_related("invitation__dossier", "office")
        .get(pk=opinion.pk)
    )
    require(policies.may_take_up(by, opinion, at))
    words = without_particulars(opinion.words, name=opinion.invitation.dossier.applicant_name)
    said = Said(subject, words, kind, about=opinion.office)
    opinion.feedback = intake.register_feedback(said, Came(Channel.RATING), by=by, at=at)
    opinion.save(update_fields=["feedback"])
    record(take_up_opinion, about=opinion.invitation, by=by, at=at, feedback=opinion.feedback.code)
    return opinion.feedback
