"""A draft that nobody needs any more is discarded: it leaves the lists, the journal goes on telling of it."""

from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.regulation.answers import Refused, require

from . import policies
from .models import Procedure, Version
from .process_models import OPEN, Process
from .taking import draft_of, locked, locked_process


class StillNeeded(Refused):
    """What was decided stays, and so does a draft on which something else rests."""

    clause = "5.1.b"


@act("5.1.b", "5.1.a-1")
def discard_draft(version: Version, *, by: Signs, at: datetime) -> Procedure:
    """Give up the draft of a version; what is posted stays posted.

    With the only version the procedure goes too and its code is free again, unless a process, fees or an
    authorisation already rest on it.
    """
    procedure = locked(version.procedure)
    require(policies.may_draft(by, procedure.owner, at))
    version = draft_of(procedure, version)
    only = not procedure.versions.exclude(pk=version.pk).exists()
    if only:
        _nothing_rests_on(procedure)
    facts = {"code": procedure.code, "version": version.number, "name": version.name}
    record(discard_draft, about=procedure, by=by, at=at, **facts)
    version.delete()
    if only:
        Procedure.objects.filter(pk=procedure.pk).delete()
    return procedure


@act("5.1.a-2")
def discard_process(process: Process, *, by: Signs, at: datetime) -> Procedure:
    """Give up the draft of a process, with its cases and what was said about it; the one in force stays in force."""
    process = locked_process(process)
    require(policies.may_draft(by, process.procedure.owner, at))
    if process.state not in OPEN:
        raise StillNeeded("Quy trình đã được phê duyệt nên không bỏ được.", "5.1.a-2")
    procedure = process.procedure
    facts = {"code": procedure.code, "process": process.number, "was": process.state}
    record(discard_process, about=procedure, by=by, at=at, **facts)
    process.comments.exclude(answers=None).delete()
    process.comments.all().delete()
    process.trials.all().delete()
    process.replays.all().delete()
    process.delete()
    return procedure


def _nothing_rests_on(procedure: Procedure) -> None:
    resting: dict[str, Any] = {
        "quy trình": procedure.processes,
        "mức thu": procedure.tariff,
        "phân công, ủy quyền": procedure.authorisations,
    }
    if there := [name for name, rows in resting.items() if rows.exists()]:
        raise StillNeeded(f"Đây là bản duy nhất của thủ tục và đã có {', '.join(there)} kèm theo nên không bỏ được.")
