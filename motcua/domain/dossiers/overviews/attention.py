"""What an official has to know before anything else, counted in one statement: desks show it first.

Written out, because every desk asks for it; `tests/acts/dossiers/overviews/test_attention.py` holds it against the
lists.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.listing import COUNTED_TO, Counted
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.statements import send

from ..ahead.apology_drafts import APOLOGISABLE
from ..ahead.policies import ANSWERING, OF_DEPARTMENT
from ..ahead.standing_still import AT_WORK, DECIDED, TO_FETCH


@dataclass(frozen=True)
class Attention:
    """How many alerts stand; letters wait to be signed, or are known to the Centre; questions and lists are open."""

    alerts: Counted
    to_sign: Counted
    foreseen: Counted
    to_answer: Counted
    unanswered: Counted
    lists: Counted


def attention(by: Officer, at: datetime) -> Attention:
    """The figures of this official at this moment."""
    desk, seated, own = _lists_of(by, at)
    held = {(place, role) for each in by.held_at(at) for role in each.roles for place in each.places()}
    values: dict[str, Any] = {
        "me": by.pk,
        "offices": [place for place, _ in held],
        "roles": [role for _, role in held],
        "led": list(by.bodies_with(at, Role.HEAD)),
        "watched": list(by.places_with(at, Role.WATCH)),
        "signs": list(by.bodies_with(at, Role.HEAD, Role.APPROVE)),
        "answers": list(by.bodies_with(at, *ANSWERING)),
        "desk": list(desk),
        "seated": list(seated),
        "own": list(own),
        "at": at,
        "cap": COUNTED_TO + 1,
    }
    (counts,) = send(_STATEMENT, values)
    return Attention(*(Counted.of(count) for count in counts))


def _lists_of(by: Officer, at: datetime) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The desks, seats and bodies whose lists of paper one signs: of `handing_queries.visible_to` those with work."""
    desk = by.bodies_with(at, Role.RECEIVE, Role.RETURN)
    seated = by.places_with(at, Role.RECEIVE, Role.RETURN)
    return desk, seated, by.bodies_with(at, Role.RECEIVE, Role.RETURN, *OF_DEPARTMENT)


def _words(stages: Any) -> str:
    return "(" + ", ".join(f"'{stage}'" for stage in stages) + ")"


def _counted(rows: str) -> str:
    return f"(select count(*) from (select {rows} limit %(cap)s) counted)"  # noqa: S608 - put together from the constants below


_ALERTS = f"""
    from dossiers_alert alert
    join dossiers_dossier dossier on dossier.id = alert.dossier_id
    left join dossiers_task task on task.id = alert.task_id
    where alert.closed_at is null
      and (alert.officer_id = %(me)s
        or (alert.officer_id is null and (alert.office_id, alert.role) in
            (select * from unnest(%(offices)s::bigint[], %(roles)s::text[])))
        or (alert.level >= 2 and alert.office_id = any(%(led)s::bigint[]))
        or (alert.level = 3 and alert.one_stop_id = any(%(watched)s::bigint[])))
      and case alert.kind
        when 'not_transferred' then dossier.stage = 'received'
        when 'not_taken' then task.done_at is null and task.taken_at is null and dossier.stage in {_words(AT_WORK)}
        when 'overrun_step' then task.done_at is null and task.waiting_since is null
          and dossier.stage in {_words(AT_WORK)}
        when 'not_handed_over' then dossier.stage in {_words(DECIDED)}
        else dossier.stage in {_words(TO_FETCH)} end
"""  # noqa: S608 - put together from the constants of this package
_LETTERS = f"""
    from dossiers_apologydraft draft
    join dossiers_dossier dossier on dossier.id = draft.dossier_id
    where draft.closed_at is null and draft.due_at = dossier.due_at and dossier.rescheduled_to is null
      and dossier.stage in {_words(APOLOGISABLE)}
"""
# The body that answers for the dossier, or one that has it, taken or not, or overran: `apology_drafts.to_sign`.
_SIGNED = """
    (draft.department_id = any(%(signs)s::bigint[])
      or exists (select from dossiers_leg leg
        where leg.dossier_id = draft.dossier_id and leg.office_id = any(%(signs)s::bigint[])
          and ((coalesce(leg.began_at, leg.handed_at) is not null and leg.ended_at is null)
            or leg.due_at < coalesce(leg.ended_at, %(at)s))))
"""
_QUESTIONS = "from dossiers_progressrequest asked where asked.answered_at is null"
_LISTS = """
    from dossiers_handinglist list
    where list.taken_at is null
      and (list.one_stop_id = any(%(desk)s::bigint[]) or list.office_id = any(%(own)s::bigint[])
        or (list.one_stop_id = any(%(seated)s::bigint[]) and list.office_id = any(%(own)s::bigint[])))
"""
_STATEMENT = "select " + ", ".join(
    _counted(rows)
    for rows in (
        _ALERTS,
        f"{_LETTERS} and {_SIGNED}",
        f"{_LETTERS} and draft.one_stop_id = any(%(watched)s::bigint[])",
        f"{_QUESTIONS} and asked.office_id = any(%(answers)s::bigint[])",
        f"{_QUESTIONS} and asked.one_stop_id = any(%(watched)s::bigint[]) and asked.answer_by < %(at)s",
        _LISTS,
    )
)
