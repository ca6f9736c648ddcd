"""A procedure is given to the body that answers for it from now on, by decision: bodies are merged and parted."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import policies
from .handling import forget_handled
from .models import Procedure
from .process_models import Process
from .taking import locked


class CanNotBeGiven(Refused):
    """A procedure that can not change hands like this, or not yet."""

    clause = "5.1.b"


@act("5.1.b", "4.2.a")
def change_owner(procedure: Procedure, *, owner: Office, decision: str, by: Signs, at: datetime) -> Procedure:
    """Make another body answer for a procedure: it writes the next versions, and new dossiers are its own.

    Dossiers under way stay where they are. Refused while a process gives a step to the body that hands it over:
    whoever has left would still have to act.
    """
    procedure = locked(procedure)
    require(policies.may_publish(by, at))
    decision = clean(decision)
    if not decision:
        raise CanNotBeGiven("Phải ghi số quyết định chuyển thủ tục.")
    if owner == procedure.owner:
        raise CanNotBeGiven(f"{owner.name} đang là cơ quan chủ quản của thủ tục này.")
    if owner.kind == Office.Kind.DIVISION or not owner.exists_on(local_day(at)):
        raise CanNotBeGiven(f"{owner.name} không phải là cơ quan đang hoạt động có thể chủ quản thủ tục.")
    _no_step_is_left_with(procedure.owner, procedure)
    was, procedure.owner = procedure.owner, owner
    procedure.save(update_fields=["owner"])
    transaction.on_commit(forget_handled)
    bodies = {"was": was.code, "was_name": was.name, "owner": owner.code, "owner_name": owner.name}
    record(change_owner, about=procedure, by=by, at=at, code=procedure.code, decision=decision, **bodies)
    return procedure


def _no_step_is_left_with(office: Office, procedure: Procedure) -> None:
    its_own = Q(steps__office=office) | Q(steps__office__kind=Office.Kind.DIVISION, steps__office__parent=office)
    living = procedure.processes.exclude(state=Process.State.REPLACED).filter(its_own).order_by("-number").first()
    if living is not None:
        raise CanNotBeGiven(
            f"Quy trình phiên bản {living.number} ({living.get_state_display().lower()}) còn bước do {office.name} "
            "thực hiện. Hãy đưa vào áp dụng một quy trình không còn bước của cơ quan này, hoặc bỏ bản dự thảo, trước."
        )
