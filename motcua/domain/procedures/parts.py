"""The constituent parts of a procedure as plain values: what an official writes, an import reads, the law asks for.

Nghị định 63/2010/NĐ-CP Điều 8 names them; every name here is the column of the same name in the models.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, fields

from .terms import Channel, Level, Online


@dataclass(frozen=True)
class ComponentPart:
    """One paper of the dossier; `case` says when it is asked, empty when always."""

    name: str
    code: str = ""
    case: str = ""
    originals: int = 0
    copies: int = 0
    required: bool = True
    form_name: str = ""
    form_sha256: str = ""


@dataclass(frozen=True)
class TimePart:
    """The time limit of a channel; without an amount as long as nobody knows it."""

    channel: str = Channel.COUNTER
    amount: int | None = None
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class FeePart:
    """One fee or charge as it shall be posted; for all channels when none is named."""

    kind: str
    name: str
    channel: str = ""
    amount: int | None = None
    per: str = ""
    note: str = ""


@dataclass(frozen=True)
class ResultPart:
    """What the applicant gets, with the code of the national catalogue of results."""

    name: str
    code: str = ""


@dataclass(frozen=True)
class Parts:
    """A whole procedure without its code, its owner and its dates."""

    name: str
    field: str = ""
    level: str = Level.PROVINCE
    decision: str = ""
    sequence: str = ""
    filing: str = ""
    copies: int = 1
    applicants: str = ""
    agency: str = ""
    cooperating: str = ""
    conditions: str = ""
    legal_basis: tuple[str, ...] = ()
    online_level: int = Online.TWO
    by_post: bool = False
    synonyms: str = ""
    components: tuple[ComponentPart, ...] = ()
    time_limits: tuple[TimePart, ...] = ()
    fees: tuple[FeePart, ...] = ()
    results: tuple[ResultPart, ...] = ()
    needs_review: tuple[str, ...] = ()

    def digest(self) -> str:
        """SHA-256 of everything it says: the same parts always have the same digest."""
        return hashlib.sha256(json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def differences(self, other: "Parts") -> list[str]:
        """The names of the parts in which the two differ."""
        return [part.name for part in fields(self) if getattr(self, part.name) != getattr(other, part.name)]
