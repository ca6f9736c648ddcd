"""What stands beside the steps, told again from the journal, and where the two disagree."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of

from ..models import Consultation, FieldCheck, Sitting

ANSWERING = ("answer_consultation", "enter_answer")
BATCH = 500
Told = dict[str, str]


def retell(entries: Iterable[Entry]) -> Told:
    """For each letter, notice and sitting of one dossier what came of it, from its entries, oldest first."""
    told: Told = {}
    for entry in entries:
        facts = entry.facts
        for question in facts.get("questions", ()):
            told.setdefault(f"văn bản {question['number']}", "")
        if entry.act == "consult":
            told[f"văn bản {facts['number']}"] = ""
        elif entry.act in ANSWERING:
            told[f"văn bản {facts['number']}"] = facts["opinion"]
        elif entry.act == "record_field_check":
            told[f"biên bản {facts['sha256']}"] = facts["held_at"]
        elif entry.act in ("convene_council", "conclude_council", "adjourn_council"):
            told[f"họp lần {facts['number']}"] = _outcome(entry)
    return told


def differences() -> Iterator[str]:
    """Where the rows and the journal disagree, for every dossier that has something beside its steps."""
    rows = _rows()
    streams = sorted(rows)
    for start in range(0, len(streams), BATCH):
        batch = streams[start : start + BATCH]
        lines = {stream: list(of) for stream, of in groupby(entries_of(batch), lambda entry: entry.stream)}
        for stream in batch:
            told = retell(lines.get(stream, []))
            for what in sorted(rows[stream].keys() | told.keys()):
                row, journal = rows[stream].get(what), told.get(what)
                if row != journal:
                    yield f"{stream} {what}: {row} ≠ {journal}"


def _rows() -> dict[str, Told]:
    rows: dict[str, Told] = {}
    for question in Consultation.objects.order_by("id").iterator(chunk_size=BATCH):
        rows.setdefault(f"dossier/{question.dossier_id}", {})[f"văn bản {question.number}"] = question.opinion
    checks = FieldCheck.objects.filter(recorded_at__isnull=False).select_related("minutes__file").order_by("id")
    for check in checks.iterator(chunk_size=BATCH):
        of_dossier = rows.setdefault(f"dossier/{check.dossier_id}", {})
        digest = check.minutes.file.sha256 if check.minutes else ""
        of_dossier[f"biên bản {digest}"] = check.held_at.isoformat() if check.held_at else ""
    for sitting in Sitting.objects.order_by("id").iterator(chunk_size=BATCH):
        rows.setdefault(f"dossier/{sitting.dossier_id}", {})[f"họp lần {sitting.number}"] = sitting.outcome
    return rows


def _outcome(entry: Entry) -> str:
    if entry.act == "adjourn_council":
        return "adjourned"
    return str(entry.facts.get("outcome", ""))
