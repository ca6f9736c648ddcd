"""What those at home are told of papers that the post fetched from them: opened at the Centre, or lost (4.1.c, 4.1.e).

They are told by the telephone that they gave the postman. Of a result on its way its dossier tells.
"""

from datetime import datetime

from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient

from .models import Consignment


def papers_opened(one: Consignment, line: int, at: datetime) -> None:
    """They have come, and were compared with what should be there."""
    _tell("papers_opened", one, line, at)


def papers_lost(one: Consignment, line: int, at: datetime) -> None:
    """They are lost; the letter of apology says who replaces them at whose cost."""
    _tell("papers_lost", one, line, at)


def _tell(kind: str, one: Consignment, line: int, at: datetime) -> None:
    about = About(f"{one.stream}#{line}", one.about_code, one.one_stop_id)
    outbox.tell(kind, about, to=Recipient("sender", phone=one.phone), facts={"code": one.about_code}, at=at)
