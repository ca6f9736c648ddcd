"""Everything of mine in one list: what I write, what I handed in, and the dossiers I may follow, wherever received.

What is awaited from me stands first, then what is under way, then what is over; within each the newest first. One
statement gives a page; the index `dossier_of_applicant` gives the newest of each stage, however many there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.from_home import rights
from motcua.domain.dossiers.stages import PAUSED, UNDER_THE_CLOCK, Stage
from motcua.domain.listing import Mark, Page, Place, paged
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import send

from .terms import State

SHOWN = 20


class Rank(IntEnum):
    """What stands before what."""

    OVER = 1
    UNDER_WAY = 2
    AWAITED = 3  # from the applicant: to mend, to bring, to pay, to fetch


@dataclass(frozen=True)
class Line:
    """A line of the list: a dossier, or a submission that is none yet."""

    rank: int
    moment: datetime  # when it was received, handed in, begun
    table: str
    id: int
    code: str
    procedure: str
    owner: str
    state: str  # of a dossier its stage
    outcome: str
    due_at: datetime | None
    one_stop_id: int | None
    has_sent: bool  # from home, and an official has not answered yet

    @property
    def is_dossier(self) -> bool:
        """Whether it was received."""
        return self.table == "d"

    @property
    def key(self) -> str:
        """Its place in the list, beside its number."""
        return f"{self.rank}{self.table}{self.moment.astimezone(UTC).isoformat()}"


STAGES = {
    Stage.AWAITING_SUPPLEMENT: Rank.AWAITED,
    Stage.AWAITING_PAYMENT: Rank.AWAITED,
    Stage.AT_CENTRE: Rank.AWAITED,
    Stage.KEPT: Rank.AWAITED,
    Stage.WITHDRAWN: Rank.AWAITED,
    Stage.CANCELLED: Rank.AWAITED,
    Stage.DELIVERED: Rank.OVER,
    Stage.GIVEN_BACK: Rank.OVER,
    **dict.fromkeys(sorted((UNDER_THE_CLOCK | PAUSED | {Stage.HELD}) - {Stage.AWAITING_PAYMENT}), Rank.UNDER_WAY),
}
STATES = {
    State.DRAFT: Rank.AWAITED,
    State.SENT_BACK: Rank.AWAITED,
    State.SUBMITTED: Rank.UNDER_WAY,
    State.WITHDRAWN: Rank.OVER,
}
# Beyond a mark, or before it: the same statement with its signs turned.
_TURN: Mapping[bool, dict[str, str]] = {
    False: {"beyond": "<", "order": "desc", "edge": "<=", "end": "infinity"},
    True: {"beyond": ">", "order": "asc", "edge": ">=", "end": "-infinity"},
}
_LIST = """
    with whose (kind, number, filed_by) as (
             select * from unnest(%(kinds)s::text[], %(numbers)s::text[], %(filed_by)s::text[])),
         stage (name, rank) as (select * from unnest(%(stages)s::text[], %(stage_ranks)s::int[])),
         state (name, rank) as (select * from unnest(%(states)s::text[], %(state_ranks)s::int[])),
         line as (
             select stage.rank, found.received_at as moment, 'd' as "table", found.id, found.code, found.version_id,
                    found.applicant_name as owner, found.stage as state, found.outcome, found.due_at, found.one_stop_id
             from whose cross join stage cross join lateral (
                 select * from dossiers_dossier dossier
                 where dossier.identity_number = whose.number and dossier.identity_kind = whose.kind
                   and dossier.stage = stage.name and whose.filed_by in ('', dossier.submitter_identity)
                   and dossier.received_at {edge}
                       case when stage.rank = %(rank)s::int then %(moment)s::timestamptz else '{end}' end
                   and (%(rank)s::int is null or (stage.rank, dossier.received_at, 'd', dossier.id)
                        {beyond} (%(rank)s::int, %(moment)s::timestamptz, %(table)s::text, %(id)s::bigint))
                 order by dossier.received_at {order}, dossier.id {order} limit %(most)s::int
             ) found
             union all
             select state.rank, coalesce(submission.submitted_at, submission.begun_at), 's', submission.id,
                    submission.code, submission.version_id, coalesce(business.name, authority.name, person.name),
                    submission.state, '', submission.answer_due_at, submission.one_stop_id
             from filing_submission submission
             join citizens_person person on person.id = submission.person_id
             left join citizens_business business on business.id = submission.business_id
             left join citizens_authority authority on authority.id = submission.authority_id
             join state on state.name = submission.state
             where submission.person_id = %(person)s::bigint
         )
    select line.rank, line.moment, line."table", line.id, line.code, version.name, line.owner, line.state,
           line.outcome, line.due_at, line.one_stop_id,
           line."table" = 'd' and exists (
               select from dossiers_sent sent where sent.dossier_id = line.id and sent.answered_at is null)
    from line join procedures_version version on version.id = line.version_id
    where %(rank)s::int is null or (line.rank, line.moment, line."table", line.id)
          {beyond} (%(rank)s::int, %(moment)s::timestamptz, %(table)s::text, %(id)s::bigint)
    order by line.rank {order}, line.moment {order}, line."table" {order}, line.id {order} limit %(most)s::int
"""


@rule("3.3-1")
def mine(person: Person, at: datetime, place: Place) -> Page[Line]:
    """A page of what this person may follow; whose identity is only claimed sees the own submissions alone."""
    whose = rights.followed(person, at)
    given = {
        "kinds": [each.kind for each in whose],
        "numbers": [each.number for each in whose],
        "filed_by": [each.filed_by for each in whose],
        "stages": [stage.value for stage in STAGES],
        "stage_ranks": [rank.value for rank in STAGES.values()],
        "states": [state.value for state in STATES],
        "state_ranks": [rank.value for rank in STATES.values()],
        "person": person.pk,
    }

    def fetch(mark: Mark | None, back: bool, most: int) -> list[Line]:
        rank, table, moment = mark[0] if mark else (None, None, None)
        where = {"rank": rank, "table": table, "moment": moment, "id": mark[1] if mark else None, "most": most}
        return [Line(*row) for row in send(_LIST.format(**_TURN[back]), given | where)]

    return paged(place, "key", read=_read, fetch=fetch)


def _read(key: Any) -> tuple[int, str, datetime]:
    """A place in the list as it stood in an address; raises `ValueError` for what is none."""
    rank, table, moment = int(key[:1]), key[1:2], datetime.fromisoformat(key[2:])
    if table not in ("d", "s") or moment.tzinfo is None:
        raise ValueError(key)
    return rank, table, moment
