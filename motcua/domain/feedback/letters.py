"""The answer as a letter to each who spoke: numbered, signed by the head of the body, kept as it went (4.6.b-1)."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.feedback_letter.facts import FeedbackLetter
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed, signs
from motcua.domain.papers.models import Paper
from motcua.domain.vietnamese.dates import local_day

from .models import Feedback
from .telling import voices_of
from .terms import Way

FORM = "feedback_letter"


def give_out(item: Feedback, *, by: Officer, at: datetime, copy_to: str = "") -> None:
    """One letter for each who said it: nobody reads in theirs who else did."""
    signer = signs(by, item.owner, at)
    for voice in voices_of(item):
        facts = _facts(item, voice, at, signer, copy_to)
        issue(FORM, facts, office_code=item.owner.code, about=voice.stream, by=by, at=at)


def letter_of(voice: Feedback) -> Paper:
    """The letter of one who spoke; raises `Paper.DoesNotExist` as long as nothing was answered."""
    return Paper.objects.filter(about=voice.stream, form_code=FORM).latest("id")


def _facts(item: Feedback, voice: Feedback, at: datetime, signer: Signer, copy_to: str) -> FeedbackLetter:
    """What it says; who asked to stay unknown is not named, for the body that writes keeps a copy."""
    name, address = ("", "") if voice.hides_contact else (voice.name, voice.address)
    return FeedbackLetter(
        letterhead=headed(item.owner, local_day(at)),
        code=voice.code,
        said_on=local_day(voice.registered_at),
        subject=voice.subject,
        verdict="" if item.way == Way.REPORTED else item.get_verdict_display(),  # a rule is not found true
        answer=item.answer,
        remedy=item.remedy,
        signer=signer,
        name=name,
        address=address,
        copy_to=copy_to,
    )
