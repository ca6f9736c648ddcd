"""What a page of checking shows of a result: plain values, the holder's name masked."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from motcua.domain.dossiers.results import queries as result_queries
from motcua.domain.dossiers.results.terms import ResultForm
from motcua.domain.papers.signing.door import examine
from motcua.domain.papers.signing.report import Report
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import masked
from motcua.web.components.badges import Badge
from motcua.web.dossier.show.results import Signer, holds, signers_of, state_of


@dataclass(frozen=True)
class Checked:
    """A result, for who holds its paper or its file."""

    title: str
    number: str
    on: date
    issuer: str
    holder: str
    holds: str
    form: str
    state: Badge
    in_force: bool
    ended_on: date | None
    replaced_by: str
    digest: str
    signers: list[Signer]
    secret: str


@dataclass(frozen=True)
class File:
    """A file that was handed in: its signatures, its digest, the result that it is."""

    report: Report
    digest: str
    result: Checked | None


def of_result(result: Any, at: datetime) -> Checked:
    """The result; its secret stays on the page only where its file may be opened with it."""
    return Checked(
        title=result.title,
        number=result.number,
        on=result.on,
        issuer=result.office.name,
        holder=masked(result.holder),
        holds=holds(result),
        form=ResultForm(result.form).label,
        state=state_of(result, at),
        in_force=result.state == "in_force" and not result.has_run_out(local_day(at)),
        ended_on=result.ended_on,
        replaced_by=result.replaced_by.number if result.replaced_by else "",
        digest=result.sha256,
        signers=signers_of(result.signers),
        secret=result.secret if may_be_given(result) else "",
    )


def of_file(data: bytes, at: datetime) -> File:
    """What a file is worth; nothing of it is kept."""
    digest = sha256(data).hexdigest()
    result = result_queries.by_digest(digest)
    return File(examine(data, at=at), digest, of_result(result, at) if result else None)


def may_be_given(result: Any) -> bool:
    """Whether the file of a result may be handed to who holds its secret: an electronic one that is signed."""
    return result.form == ResultForm.ELECTRONIC and bool(result.signers)
