"""The state of a seal told again from its journal alone: its row, its keeper and its register must agree with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from motcua.domain.journal.models import Entry

from .models import Seal
from .terms import SealState


@dataclass(frozen=True)
class Retold:
    """What the journal says about a seal."""

    state: str = ""
    keeper: str = ""
    impressions: int = 0
    closed_days: int = 0


def retell(entries: Iterable[Entry]) -> Retold:
    """Fold the entries of one seal, oldest first. Pure in what it reads: nothing but the entries."""
    told = Retold()
    for entry in entries:
        told = replace(told, **_told(told, entry.act, entry.facts))
    return told


def differences(seal: Seal, entries: Iterable[Entry]) -> Iterator[str]:
    """Where the rows of a seal and its journal disagree."""
    told = retell(entries)
    keeper = seal.custodies.filter(taken_at__isnull=False, ended_at=None).values_list("keeper__code", flat=True).first()
    row = Retold(seal.state, keeper or "", seal.impressions.count(), seal.closings.count())
    for name in ("state", "keeper", "impressions", "closed_days"):
        if getattr(row, name) != getattr(told, name):
            yield f"{name}: {getattr(row, name)} ≠ {getattr(told, name)}"


def _told(told: Retold, act: str, facts: dict[str, Any]) -> dict[str, Any]:
    if act == "register_seal":
        return {"state": SealState.REGISTERED.value, "keeper": facts["keeper"]}
    if act == "take_seal":
        return {"state": facts["state"], "keeper": facts["keeper"]}
    if act in ("stamp", "stamp_again"):
        return {"impressions": told.impressions + 1}
    if act == "close_seal_day":
        return {"closed_days": told.closed_days + 1}
    stops = {"withdraw_damaged_seal": SealState.DAMAGED, "report_lost_seal": SealState.LOST}
    return {"state": stops[act].value} if act in stops else {}
