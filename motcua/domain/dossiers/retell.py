"""The state of a dossier told again from its journal alone: it must be what the row says, always."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.models import Entry

from . import stages
from .models import Dossier

PAUSING = ("ask_for_payment", "stop_on_request")


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
    pauses: int = 0
    rescheduled_at: datetime | None = None
    rescheduled_to: date | None = None
    decided_at: datetime | None = None
    finished_at: datetime | None = None
    delivered_at: datetime | None = None
    result_number: str = ""
    shelf: str = ""
    delivered_to: str = ""
    return_by: str | None = None  # receipts of before did not say it


def retell(entries: Iterable[Entry]) -> Retold:
    """Fold the entries of one dossier, oldest first. Pure in what it reads: nothing but the entries."""
    state = Retold()
    for entry in entries:
        if entry.act in stages.BEGINS:
            state = replace(state, stage=stages.BEGINS[entry.act].value)
        elif entry.act in stages.ACTS:
            state = replace(state, stage=stages.after(state.stage, entry.act).value)
        state = replace(state, **_told(entry))
        if entry.act in PAUSING:
            state = replace(state, pauses=state.pauses + 1)
    return state


def differences(dossier: Dossier, entries: Iterable[Entry]) -> Iterator[str]:
    """Where the row and its journal disagree, as `column: row ≠ journal`."""
    told = retell(entries)
    for each in fields(told):
        row, journal = getattr(dossier, each.name), getattr(told, each.name)
        if row != journal and not (each.name == "return_by" and journal is None):
            yield f"{each.name}: {row} ≠ {journal}"


def _told(entry: Entry) -> dict[str, Any]:
    return _TOLD[entry.act](entry.facts, entry.at) if entry.act in _TOLD else {}


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _due_again(facts: dict[str, Any]) -> dict[str, datetime | None]:
    return {"due_at": _moment(facts["due"]), "due_by_law_at": _moment(facts["due_by_law"])}


def _received(facts: dict[str, Any], at: datetime) -> dict[str, Any]:
    due = _moment(facts["due"])
    return_by = facts.get("return_by")
    return {"code": facts["code"], "received_at": at, "due_at": due, "due_by_law_at": due, "return_by": return_by}


_TOLD: dict[str, Callable[[dict[str, Any], datetime], dict[str, Any]]] = {
    "receive": _received,
    "settle_at_once": lambda facts, at: {
        **_received(facts, at),
        "outcome": "approved",
        "decided_at": at,
        "finished_at": at,
        "delivered_at": at,
        "result_number": facts["number"],
        "delivered_to": facts["to"],
    },
    "request_supplement": lambda facts, at: {"supplements": facts["number"], "due_at": None, "due_by_law_at": None},
    "accept_supplement": lambda facts, at: {
        "completed_at": at,
        "due_at": _moment(facts["due"]),
        "due_by_law_at": _moment(facts["due_by_law"]),
    },
    "apologise_and_reschedule": lambda facts, at: {
        "rescheduled_at": at,
        "rescheduled_to": date.fromisoformat(facts["new_due_on"]),
        "due_at": _moment(facts["due"]),
    },
    "confirm_correction": lambda facts, at: _due_again(facts),
    "recompute_due_dates": lambda facts, at: _due_again(facts),
    "ask_for_payment": lambda facts, at: {"due_at": None, "due_by_law_at": None},
    "stop_on_request": lambda facts, at: {"due_at": None, "due_by_law_at": None},
    "payment_proven": lambda facts, at: _due_again(facts),
    "resume": lambda facts, at: _due_again(facts),
    "withdraw": lambda facts, at: {"outcome": "withdrawn", "due_at": None, "due_by_law_at": None},
    "cancel": lambda facts, at: {"outcome": "cancelled", "due_at": None, "due_by_law_at": None},
    "hold_in_bundle": lambda facts, at: {"due_at": None, "due_by_law_at": None},
    "begin_in_bundle": lambda facts, at: {
        "completed_at": at,
        "due_at": _moment(facts["due"]),
        "due_by_law_at": _moment(facts["due"]),
    },
    "drop_in_bundle": lambda facts, at: {
        "outcome": "rejected",
        "decided_at": at,
        "due_at": _moment(facts["due"]),
        "due_by_law_at": _moment(facts["due"]),
    },
    "choose_return": lambda facts, at: {"return_by": facts["return_by"]},
    "approve": lambda facts, at: {"outcome": "approved", "decided_at": at},
    "reject": lambda facts, at: {"outcome": "rejected", "decided_at": at},
    "record_result": lambda facts, at: {"result_number": facts["number"]},
    "hand_over": lambda facts, at: {"finished_at": at},
    "deliver_at_department": lambda facts, at: {"finished_at": at, "delivered_at": at, "delivered_to": facts["to"]},
    "keep_uncollected": lambda facts, at: {"shelf": facts["shelf"]},
    "deliver": lambda facts, at: {
        "delivered_at": _moment(facts.get("handed_out_at")) or at,
        "delivered_to": facts["to"],
        "shelf": "",
    },
}
