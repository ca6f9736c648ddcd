"""The clauses that no program carries out, or not yet: each with the reason, or with the part that will."""

import tomllib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from .clauses import clause


class Part(Enum):
    """A part of the project still to come, with the name officials read."""

    FEEDBACK = "feedback", "Phản ánh, kiến nghị"
    SECONDMENTS = "secondments", "Cán bộ biệt phái"
    OVERSIGHT = "oversight-reports-coordination", "Giám sát, báo cáo và phối hợp"

    def __init__(self, key: str, label: str) -> None:
        self.key = key
        self.label = label


@dataclass(frozen=True)
class Silence:
    """Why a clause is not carried out here: for ever (`why`), or until the parts in `later` are there."""

    clause: str
    why: str = ""
    later: tuple[Part, ...] = ()
    partly: bool = False


def _read() -> dict[str, Silence]:
    with (Path(__file__).parent / "silent.toml").open("rb") as file:
        written = tomllib.load(file)
    return {clause(number).id: _silence(number, **fields) for number, fields in written.items()}


def _silence(number: str, why: str = "", later: tuple[str, ...] = (), partly: bool = False) -> Silence:
    parts = {part.key: part for part in Part}
    return Silence(number, why, tuple(parts[key] for key in later), partly)


SILENT: dict[str, Silence] = _read()
