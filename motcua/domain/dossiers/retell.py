"""The state of a dossier told again from its journal alone: it must be what the row says, always."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.models import Entry

from . import stages
from .models import Dossier


@dataclass(frozen=True)
class Retold:
    """What the journal says about a dossier; each name is a column of the row."""

    stage: str = ""
    code: str | None = None
    outcome: str = ""
    received_at: datetime | None = None
    due_at: datetime | None = None
    due_by_law_at: datetime | None = None
    completed_at: datetime | None = None
    supplements: int = 0
    rescheduled_at: datetime | None = None
    rescheduled_to: date | None = None
    decided_at: datetime | None = None
    finished_at: datetime | None = None
    delivered_at: datetime | None = None
    result_number: str = ""
    shelf: str = ""
    delivered_to: str = ""


def retell(entries: Iterable[Entry]) -> Retold:
    """Fold the entries of one dossier, oldest first. Pure in what it reads: nothing but the entries."""
    state = Retold()
    for entry in entries:
        if entry.act in stages.BEGINS:
            state = replace(state, stage=stages.BEGINS[entry.act].value)
        elif entry.act in stages.ACTS:
            state = replace(state, stage=stages.after(state.stage, entry.act).value)
        state = replace(state, **_told(entry))
    return state


def differences(dossier: Dossier, entries: Iterable[Entry]) -> Iterator[str]:
    """Where the row and its journal disagree, as `column: row ≠ journal`."""
    told = retell(entries)
    for each in fields(told):
        row, journal = getattr(dossier, each.name), getattr(told, each.name)
        if row != journal:
            yield f"{each.name}: {row} ≠ {journal}"


def _told(entry: Entry) -> dict[str, Any]:
    facts, at = entry.facts, entry.at
    match entry.act:
        case "receive":
            due = _moment(facts["due"])
            return {"code": facts["code"], "received_at": at, "due_at": due, "due_by_law_at": due}
        case "request_supplement":
            return {"supplements": facts["number"], "due_at": None, "due_by_law_at": None}
        case "accept_supplement":
            law = _moment(facts["due_by_law"])
            return {"completed_at": at, "due_at": _moment(facts["due"]), "due_by_law_at": law}
        case "apologise_and_reschedule":
            new = date.fromisoformat(facts["new_due_on"])
            return {"rescheduled_at": at, "rescheduled_to": new, "due_at": _moment(facts["due"])}
        case "approve":
            return {"outcome": "approved", "decided_at": at}
        case "reject":
            return {"outcome": "rejected", "decided_at": at}
        case "record_result":
            return {"result_number": facts["number"]}
        case "hand_over":
            return {"finished_at": at}
        case "keep_uncollected":
            return {"shelf": facts["shelf"]}
        case "deliver":
            return {"delivered_at": at, "delivered_to": facts["to"], "shelf": ""}
    return {}


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
