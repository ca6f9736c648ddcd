"""The ballot goes with the slip (Thông tư 01/2018 Điều 12 khoản 2): made with it, in one statement, once an occasion.

No act of its own: it follows from the act that gives the slip or the result out, whose line the journal keeps.
"""

import secrets
from datetime import datetime

from django.conf import settings

from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import send

from ..models import Dossier
from .terms import Occasion

# A slip that is given again, because the first one was wrong, asks for the same opinion.
_INVITE = """
    insert into dossiers_invitation as there (dossier_id, occasion, secret, office_id, officer_id, made_at)
    values (%(dossier)s::bigint, %(occasion)s, %(secret)s, %(office)s::bigint, %(officer)s::bigint, %(at)s)
    on conflict (dossier_id, occasion) do update set occasion = there.occasion
    returning secret
"""


@rule("3.1", "4.6.a")
def invite(dossier: Dossier, occasion: Occasion, office_id: int, *, by: Officer | None, at: datetime) -> str:
    """Ask who was served how it was; gives the address that opens the ballot, with nothing to sign in to."""
    given = {"dossier": dossier.pk, "occasion": occasion.value, "secret": secrets.token_urlsafe(12)}
    ((secret,),) = send(_INVITE, given | {"office": office_id, "officer": by.pk if by else None, "at": at})
    return address_of(secret)


def address_of(secret: str) -> str:
    """Where a ballot is filled in."""
    return f"{settings.SITE_ADDRESS}/danh-gia/{secret}"
