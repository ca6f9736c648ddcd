"""The register of results told again from the journal, and where the two disagree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of

from .models import Result

ENTERING = ("record_result", "add_result", "amend_result", "settle_at_once")
FILING = ("draw_up_result", "attach_result", "sign_result", "seal_electronically")
BATCH = 500


@dataclass(frozen=True)
class Told:
    """What the journal says of one result."""

    state: str = "in_force"
    sha256: str = ""
    signers: int = 0


def retell(entries: Iterable[Entry]) -> dict[str, Told]:
    """The results of one dossier by their numbers, from its entries, oldest first."""
    told: dict[str, Told] = {}
    for entry in entries:
        facts = entry.facts
        if entry.act == "amend_result":
            told[facts["amends"]] = replace(told[facts["amends"]], state="amended")
        if entry.act in ENTERING:
            told[facts["number"]] = Told(sha256=facts.get("sha256", ""), signers=len(facts.get("signers", ())))
        elif entry.act in FILING:
            before = told[facts["number"]]
            signers = len(facts["signers"]) if "signers" in facts else before.signers + 1
            told[facts["number"]] = replace(before, sha256=facts["sha256"], signers=signers)
        elif entry.act == "revoke_result":
            told[facts["number"]] = replace(told[facts["number"]], state="revoked")
    return told


def differences() -> Iterator[str]:
    """Each result of which the register says something else than the journal."""
    batch: list[Result] = []
    rows = Result.objects.select_related("dossier", "scan__file").order_by("dossier_id", "id")
    for result in rows.iterator(chunk_size=BATCH):
        if len(batch) >= BATCH and result.dossier_id != batch[-1].dossier_id:
            yield from _of(batch)
            batch = []
        batch.append(result)
    yield from _of(batch)


def _of(batch: list[Result]) -> Iterator[str]:
    streams: dict[str, list[Entry]] = {result.dossier.stream: [] for result in batch}
    for entry in entries_of(streams):
        streams[entry.stream].append(entry)
    told = {stream: retell(entries) for stream, entries in streams.items()}
    for result in batch:
        row = Told(result.state, result.sha256, len(result.signers))
        journal = told[result.dossier.stream].get(result.number)
        if journal != row:
            yield f"{result.dossier} kết quả {result.number}: {row} ≠ {journal}"
