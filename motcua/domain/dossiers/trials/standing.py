"""The clock stands in thought: a payment the applicant owes, or the applicant's wish; and going on. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from motcua.domain.working_days.pauses import Pause, PauseKind

from .. import stages

if TYPE_CHECKING:
    from .life import Life

PAUSED = "paused"


def ask_for_payment(life: Life, at: datetime) -> None:
    """What has to be paid is told; the clock stands until it is proven."""
    life.take()
    _stand(life, "ask_for_payment", PauseKind.PAYMENT, at)


def stop_on_request(life: Life, at: datetime) -> None:
    """The matter rests because the applicant asks so in writing."""
    _stand(life, "stop_on_request", PauseKind.REQUEST, at)


def payment_proven(life: Life, at: datetime) -> None:
    """The receipt is there: the clock goes on where it stood."""
    _go_on(life, "payment_proven", at)


def resume(life: Life, at: datetime) -> None:
    """The applicant wishes to go on."""
    _go_on(life, "resume", at)


def _stand(life: Life, act: str, kind: PauseKind, at: datetime) -> None:
    life.stage = stages.after(life.stage, act)
    life.close(life.open_turns(), at, how=PAUSED)
    life.facts = replace(life.facts, pauses=(*life.facts.pauses, Pause(kind, at, None, kind.label)))


def _go_on(life: Life, act: str, at: datetime) -> None:
    """Everything has the time it had left when the clock stopped; late stays late."""
    life.stage = stages.after(life.stage, act)
    *before, last = life.facts.pauses
    life.facts = replace(life.facts, pauses=(*before, replace(last, to=at)))
    for turn in [each for each in life.turns if each.how == PAUSED]:
        calendar, due = life.calendars(turn.step.office), turn.due_at
        minutes = calendar.working_minutes_between(last.from_, at)
        if minutes and due > last.from_ and turn.waiting_since is None:  # an answer waited for moves it by itself
            due = calendar.working_minutes_after(due, minutes)
        life.change([turn], done_at=None, how="", due_at=due)
