"""What is given to a way out, and what it says of its try."""

import re
from dataclasses import dataclass
from uuid import UUID

from motcua.domain.vietnamese.text import clean

from ..terms import Outcome
from ..texts import Filled

_LONG_NUMBER = re.compile(r"\+?\d[\d .]{7,}\d|[^\s@<]+@[^\s@>]+")


@dataclass(frozen=True)
class Outgoing:
    """A message on its way: under the same key at every try, so that the other side knows it again.

    What it is about and which letter it answers: whoever reads letters in threads finds them together.
    """

    key: UUID
    address: str
    text: Filled
    about: str = ""
    replies_to: str = ""


@dataclass(frozen=True)
class Answer:
    """What came of a try; `said` holds no address and no telephone number."""

    outcome: Outcome
    said: str = ""
    provider_id: str = ""


def answer(outcome: Outcome, said: object, provider_id: object = "") -> Answer:
    """An answer with the other side's words made fit to be kept: short, one line, without personal data."""
    return Answer(outcome, _LONG_NUMBER.sub("…", clean(str(said)))[:300], clean(str(provider_id))[:120])
