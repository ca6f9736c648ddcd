"""What an official may do now with a leg of an interlinked dossier: for each act a yes, or a no with the reason."""

from collections.abc import Callable
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import YES, Answer, asked

from .. import stages
from . import passing
from . import policies as leg_policies
from .models import Leg

ACTS = ("take_leg", "hand_on_leg", "tell_late_leg", "urge_leg")


def on_leg(by: Officer, leg: Leg, at: datetime) -> dict[str, Answer]:
    """Every act on one leg; the dossier comes with it."""
    checks: dict[str, tuple[Callable[[Leg], object], Callable[[Officer, Leg, datetime], Answer]]] = {
        "take_leg": (passing.waits_to_be_taken, leg_policies.may_take_leg),
        "hand_on_leg": (passing.waits_to_be_handed_on, leg_policies.may_hand_on),
        "tell_late_leg": (passing.may_be_told_late, leg_policies.may_tell_late),
        "urge_leg": (passing.is_with_a_body, leg_policies.may_urge),
    }
    stage = leg.dossier.stage
    in_stage = {act: asked(stages.after, stage, act) if act in stages.ACTS else YES for act in checks}
    return {act: in_stage[act] and asked(check, leg) and right(by, leg, at) for act, (check, right) in checks.items()}
