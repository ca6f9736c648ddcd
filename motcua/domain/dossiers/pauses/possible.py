"""What an official may do now to stop a clock, let it go on, or end a dossier early: parts of `possible`."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import YES, Answer, asked

from ..models import Dossier, Task
from ..stages import UNDER_THE_CLOCK
from . import ending
from . import policies as pause_policies
from .queries import early_end_at_hand

Rights = dict[str, tuple[Answer, ...]]


def on_step(by: Officer, task: Task, at: datetime) -> Rights:
    """With one step: say what has to be paid first."""
    return {"ask_for_payment": (pause_policies.may_ask_for_payment(by, task, at),)}


def on_dossier(by: Officer, dossier: Dossier, at: datetime) -> Rights:
    """With the dossier as a whole: what its applicant asks for or proves, cancelling, giving its papers back."""
    for_applicant = pause_policies.may_act_for_applicant(by, dossier, at)
    may_cancel = pause_policies.may_cancel(by, dossier, at)
    return {
        "payment_proven": (for_applicant,),
        "stop_on_request": (for_applicant,),
        "resume": (for_applicant,),
        "withdraw": (for_applicant,),
        "propose_cancellation": (pause_policies.may_propose_cancellation(by, dossier, at),),
        "cancel": (may_cancel, _two_persons(by, dossier) if may_cancel else YES),
        "decline_cancellation": (may_cancel, _proposed(dossier) if may_cancel else YES),
        "give_back_papers": (pause_policies.may_give_back(by, dossier, at),),
    }


def _two_persons(by: Officer, dossier: Dossier) -> Answer:
    """What the act will say; asked only where it matters."""
    if dossier.stage not in UNDER_THE_CLOCK:
        return YES
    return asked(ending.proposed_by_another, dossier, early_end_at_hand(dossier), by)


def _proposed(dossier: Dossier) -> Answer:
    return asked(ending.is_proposed, early_end_at_hand(dossier))
