"""Who reads the letters that were held and decides about them, and who writes back to who spoke."""

from datetime import datetime

from motcua.domain.feedback import policies as feedback
from motcua.domain.feedback.models import Feedback
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Answer, no
from motcua.domain.regulation.citations import rule

from .models import Letter


@rule("4.6.a")
def may_decide(by: Officer, letter: Letter, at: datetime) -> Answer:
    """The Centre's inspectors, about a letter that is theirs to read."""
    return may_read(by, letter, at)


@rule("4.6.a")
def may_read(by: Officer, letter: Letter, at: datetime) -> Answer:
    """The Centre's inspectors; what became feedback as they may see that."""
    if letter.feedback is not None and not (seen := feedback.may_see(by, letter.feedback, at)):
        return seen
    return feedback.may_inspect(by, at)


@rule("4.6.a", "4.6.b-2")
def may_write_back(by: Officer, item: Feedback, at: datetime) -> Answer:
    """Who has it, or an inspector who may see it, once who spoke has left an address; it need not be known to them."""
    works = feedback.may_work_on(by, item, at)
    if not works and not (feedback.may_inspect(by, at) and feedback.may_see(by, item, at)):
        return works
    return feedback.may_see(by, item, at) if item.email else no("Người phản ánh không để lại thư điện tử.", "4.6.a")
