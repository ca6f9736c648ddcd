"""Who was served in the tests, and what they say of it."""

from typing import Any

from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.models import Dossier, Invitation
from motcua.domain.satisfaction import giving
from motcua.domain.satisfaction.giving import Guest, Marked
from motcua.domain.satisfaction.models import Opinion
from tests.moments import moment
from tests.world import World

SERVED = moment("2024-05-29 09:00")
EVENING = moment("2024-05-29 20:00")


def delivered(world: World, at: Any = SERVED, **other: Any) -> Dossier:
    """A dossier whose result An has in the hand."""
    dossier = world.at_centre(**other)
    return handover.deliver(dossier, to=Recipient(dossier.applicant_name), by=world["ngoc"], at=at)


def asked(dossier: Dossier, occasion: str = "receipt") -> Invitation:
    """The ballot of an occasion."""
    return Invitation.objects.select_related("office").get(dossier=dossier, occasion=occasion)


def says(invitation: Invitation, level: int = 5, at: Any = EVENING, **other: Any) -> Opinion:
    """Somebody fills a ballot in."""
    return giving.give_opinion(invitation, marked=Marked(level, **other), by=Guest(), at=at)
