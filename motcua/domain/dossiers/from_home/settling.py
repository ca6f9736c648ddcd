"""What was sent from home is answered by the act that it asked for, wherever an official does it."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.statements import send

from ..models import Dossier
from .terms import Answered, SentKind

_SETTLE = """
    update dossiers_sent set answered_at = %(at)s, answered_by_id = %(by)s::bigint,
           outcome = case kind when %(kind)s then %(accepted)s else %(overtaken)s end
    where dossier_id = %(dossier)s::bigint and answered_at is null and (kind = %(kind)s or %(all)s)
    returning id
"""


def settle(dossier: Dossier, kind: SentKind | None, *, by: Officer, at: datetime) -> bool:
    """Note that this was accepted; says whether it had been sent. An end of the dossier (`all`) overtakes the rest."""
    ends = kind in (None, SentKind.WITHDRAWAL)
    given = {
        "at": at, "by": by.pk, "kind": kind.value if kind else "", "dossier": dossier.pk, "all": ends,
        "accepted": Answered.ACCEPTED.value, "overtaken": Answered.OVERTAKEN.value,
    }  # fmt: skip
    return bool(send(_SETTLE, given))
