"""A procedure or a process is taken before it is changed: whoever else wants to change it waits."""

from motcua.domain.regulation.answers import Refused

from .models import Procedure, Version
from .process_models import Process


class Gone(Refused):
    """A draft that somebody discarded a moment ago."""

    clause = "5.1.b"


class NotADraft(Refused):
    """What was published is not edited: it is revised in a new version."""

    clause = "4.1.b"


def locked(procedure: Procedure) -> Procedure:
    """Take a procedure: everything about it waits until this transaction ends.

    Whose owner changed while we waited is missed by the statement that waited, and found by the next.
    """
    rows = Procedure.objects.select_for_update(of=("self",)).select_related("owner").filter(pk=procedure.pk)
    found = rows.first() or rows.first()
    if found is None:
        raise Gone("Thủ tục này vừa được bỏ cùng với bản dự thảo duy nhất của nó.")
    return found


def locked_process(process: Process) -> Process:
    """Take a process with its procedure, as it is now."""
    procedure = locked(process.procedure)
    found = Process.objects.filter(pk=process.pk).first()
    if found is None:
        raise Gone("Bản dự thảo quy trình này vừa được bỏ.")
    found.procedure = procedure
    return found


def draft_of(procedure: Procedure, version: Version) -> Version:
    """The version as it is now, of a procedure that was taken; raises `NotADraft` once it was published."""
    found = procedure.versions.select_related("field", "procedure__owner").filter(pk=version.pk).first()
    if found is None:
        raise Gone("Bản dự thảo này vừa được bỏ.")
    if found.state != Version.State.DRAFT:
        raise NotADraft("Phiên bản này đã công khai, không sửa được nữa. Hãy lập phiên bản mới.")
    return found


def latest(procedure: Procedure) -> Version:
    """The last version, draft or not."""
    return procedure.versions.select_related("field", "procedure").latest("number")
