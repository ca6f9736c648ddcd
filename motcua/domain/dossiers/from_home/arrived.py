"""The files that somebody sent from home, taken in as papers of a dossier: each paper one document."""

from datetime import datetime
from functools import partial

from django.db import transaction

from motcua.domain.citizens.models import Person
from motcua.domain.papers import scans
from motcua.domain.papers.from_word import setting
from motcua.domain.papers.models import Scan
from motcua.domain.papers.uploads import Upload
from motcua.domain.uploads import arranging
from motcua.domain.vietnamese.dates import local_day

from ..models import ClockStop, SupplementRequest


def place_of_paper(asked: SupplementRequest, component_id: int) -> str:
    """Under which name the files of a paper that was asked for arrive."""
    return f"bs-{asked.pk}-{component_id}"


def place_of_proof(stop: ClockStop) -> str:
    """Under which name the proof of a payment arrives."""
    return f"nt-{stop.pk}-0"


def holder_of(person: Person) -> str:
    """Whose the files are."""
    return f"account/{person.account_id}"


def arrived(person: Person, place: str, title: str, at: datetime) -> Upload | None:
    """What has arrived for a paper, as it is kept: a Word document becomes a PDF/A, everything else stays."""
    document = arranging.document(holder_of(person), place, at)
    if document is None or document.kind != "docx":
        return Upload(document.name, document.data) if document else None
    pdf = setting.pdf_of(document.data, title=title, on=local_day(at))
    return Upload(f"{document.name.rsplit('.', 1)[0]}.pdf", pdf)


def keep(file: Upload, place: str, *, about: str, component: scans.Component, by: Person, at: datetime) -> Scan:
    """Take it in; what had arrived goes when it is kept for certain: who is killed in between finds it once more."""
    scan = scans.take_in(file, about=about, component=component, by=by, at=at)
    transaction.on_commit(partial(arranging.let_go, holder_of(by), place))
    return scan
