"""Some people of the demo have said how they want to be told: one agreed to Zalo, one chose SMS, one wants none."""

from typing import Any

from motcua.domain.dossiers.models import Dossier
from motcua.domain.messages import contacts
from motcua.domain.messages.terms import Way

from .bodies import CENTRE
from .timeline import Timeline
from .world import World


def note_wishes(world: World, times: Timeline) -> None:
    """What three of those who filed last told the counter."""
    given: dict[str, Any] = {"by": world.holders(CENTRE, "receive")[0], "at": times.now}
    latest = Dossier.objects.filter(code__isnull=False).order_by("-id").values_list("phone", flat=True)[:100]
    agrees, chooses, declines = (contacts.contact_of(phone) for phone in list(dict.fromkeys(latest))[:3])
    contacts.give_consent(agrees, way=Way.ZNS, how="Ký phiếu đồng ý tại quầy", **given)
    contacts.choose_channels(chooses, ways=[Way.SMS], **given)
    contacts.withdraw_consent(declines, way=Way.SMS, how="Gọi tổng đài", **given)
