"""Whether the results of a dossier may be put into somebody's hands: each signed or sealed as it has to be."""

from datetime import datetime

from motcua.domain.regulation.answers import YES, Answer, Refused, no

from ..models import Dossier
from .sealing import sealed
from .signing import signed_as_needed


def complete(dossier: Dossier, at: datetime) -> None:
    """Check that electronic results carry their signatures and paper ones their second seal; raises `Refused`."""
    signed_as_needed(dossier)
    sealed(dossier, at)


def may_leave(dossier: Dossier, at: datetime) -> Answer:
    """What `complete` says, for the screen that shows it before anybody tries."""
    try:
        complete(dossier, at)
    except Refused as refusal:
        return no(refusal.sentence, refusal.clause)
    return YES
