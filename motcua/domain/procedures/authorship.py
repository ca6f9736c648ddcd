"""Who wrote and who agreed, told from the journal: for the rule that nobody approves alone what they wrote."""

from motcua.domain.journal.models import Entry

from .models import Procedure, Version
from .process_models import Process
from .rows import parts_of

_WROTE_PROCESS = ("draft_process", "amend_process")
_WROTE_VERSION = ("draft_procedure", "copy_procedure", "revise_procedure", "amend_draft", "write_own_form")


def writer_of_process(process: Process) -> str:
    """The code of who last wrote the steps of a process."""
    return _last(process.procedure, _WROTE_PROCESS, process=process.number)


def agreed_as_department(process: Process) -> str:
    """The code of who last agreed to a process for its department."""
    return _last(process.procedure, ("agree_as_department",), process=process.number)


def writer_of_version(version: Version) -> str:
    """The code of who last wrote a version of a procedure; nobody here where it stands as its source gave it."""
    if version.imported and version.imported == parts_of(version).digest():
        return ""
    return _last(version.procedure, _WROTE_VERSION, version=version.number) or _last(
        version.procedure, ("draft_procedure",)
    )


def _last(procedure: Procedure, acts: tuple[str, ...], **facts: int) -> str:
    rows = Entry.objects.filter(stream=procedure.stream, act__in=acts)
    rows = rows.filter(**{f"facts__{name}": value for name, value in facts.items()})
    return rows.order_by("-number").values_list("by_code", flat=True).first() or ""
