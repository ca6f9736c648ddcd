"""What a provider of electronic receipts answers."""

from dataclasses import dataclass

from ..gateways.answers import Outcome


@dataclass(frozen=True)
class Given:
    """What came of one try: the number or the look-up code that was asked for, or why not."""

    outcome: Outcome
    value: str = ""
    said: str = ""
