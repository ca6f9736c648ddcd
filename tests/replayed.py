"""A dossier replayed on the very process it ran on is as late as its rows say: steps, bodies, and the whole."""

from datetime import datetime

from motcua.domain.dossiers.interlinked import split
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.dossiers.replay import replaying
from motcua.domain.journal.queries import entries
from motcua.domain.organisations.queries import office_at_hand


def told_otherwise(dossier: Dossier) -> str:
    """What a replay says otherwise than the rows of a finished dossier; empty when they agree."""
    judged = replaying.as_it_was(dossier, entries(dossier))
    if judged is None:
        return f"{dossier}: its journal was not understood"
    replayed = (judged.late, sorted(judged.late_steps - {(1, 1)}), sorted(judged.late_bodies))
    rows = (_is_late(dossier), _late_steps(dossier), _late_bodies(dossier))
    return "" if replayed == rows else f"{dossier}: replayed {replayed}, rows {rows}"


def _is_late(dossier: Dossier) -> bool:
    due, finished = dossier.due_by_law_at, dossier.finished_at
    return isinstance(due, datetime) and isinstance(finished, datetime) and finished > due


def _late_steps(dossier: Dossier) -> list[tuple[int, int]]:
    """The steps of the process that were done too late; while one waits for an answer its date waits too."""
    rows = Task.objects.filter(dossier=dossier, step__isnull=False, waiting_since=None).exclude(kind="return")
    done = rows.exclude(done_at=None).select_related("step")
    return sorted({(task.stage, task.step.branch) for task in done if task.done_at > task.due_at})


def _late_bodies(dossier: Dossier) -> list[str]:
    rows = split.rows_of(dossier.pk, dossier.process_id)
    return sorted(office_at_hand(office).code for office in split.who_overran(rows, dossier.finished_at))
