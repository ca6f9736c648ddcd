"""What the page of a dossier says beyond its acts: that it stands still, will be late, was asked about."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.dossiers.ahead import alert_queries, apology_drafts, progress_queries
from motcua.domain.dossiers.ahead import possible as possible_ahead
from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.domain.dossiers.queries import Whole
from motcua.domain.regulation.answers import Answer

SUBJECTS, CAUSES = dict(Subject.choices), dict(Cause.choices)


@dataclass(frozen=True)
class Ahead:
    """Alerts that hold, the letter that waits, the questions with whether one may answer, whether one may ask."""

    alerts: list[tuple[Any, Answer]]
    draft: Any
    asked: list[tuple[Any, Answer]]
    may_ask: bool
    subjects: dict[str, str]
    causes: dict[str, str]


def ahead_of(by: Any, whole: Whole, at: datetime) -> Ahead:
    """For this official. The journal says what there can be: for most dossiers nothing more is read."""
    dossier, happened = whole.dossier, {entry.act for entry in whole.entries}
    asked = progress_queries.about(dossier) if "ask_progress" in happened else []
    waits = any(each.answered_at is None for each in asked)
    alerts = alert_queries.about(dossier) if "raise_alert" in happened else []
    return Ahead(
        alerts=list(possible_ahead.acknowledging(by, alerts, at)),
        draft=apology_drafts.draft_of(dossier) if "draft_apology" in happened else None,
        asked=list(possible_ahead.answering(by, asked, at)),
        may_ask=not waits and bool(possible_ahead.may_ask_now(by, dossier, at)),
        subjects=SUBJECTS,
        causes=CAUSES,
    )
