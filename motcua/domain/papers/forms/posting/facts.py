"""The posting of one procedure: all its parts as the law wants them on the wall (NĐ 63/2010 Điều 8)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import FeeLine, Letterhead
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "posting", "4.1.b")


@dataclass(frozen=True)
class Channel:
    """One way of filing, with the time and the fee that go with it."""

    name: str
    time_limit: str
    fee: str = ""
    note: str = ""


@dataclass(frozen=True)
class Component:
    """One paper of the dossier; `group` is the case it belongs to."""

    name: str
    originals: int = 0
    copies: int = 0
    form: str = ""
    group: str = ""


@dataclass(frozen=True)
class Posting:
    """Niêm yết một thủ tục hành chính: mọi bộ phận tạo thành."""

    letterhead: Letterhead
    code: str
    name: str
    field: str
    level: str
    decision: str  # the decision that published it
    valid_from: date
    sequence: str
    channels: tuple[Channel, ...]
    components: tuple[Component, ...]
    applicants: str
    agency: str
    results: tuple[str, ...]
    fees: tuple[FeeLine, ...]
    legal_basis: tuple[str, ...]
    sets: int = 1
    cooperating: str = ""
    conditions: str = ""
    online_level: str = ""
    postal: str = ""  # whether it may be filed and returned by post
    feedback_address: str = ""  # where feedback about procedures goes; the posting has to name it
