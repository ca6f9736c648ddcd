"""The papers of a submission are taken in: what was answered becomes the declaration, what was sent is kept for good.

No act here: handing in calls it inside its transaction.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from motcua.domain.citizens.models import Person
from motcua.domain.papers.from_word import setting
from motcua.domain.papers.scans import Component as PaperOf
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.handling import HandledComponent
from motcua.domain.regulation.answers import Refused
from motcua.domain.uploads import arranging
from motcua.domain.vietnamese.dates import local_day

from . import declaring, own_papers
from .declaring import Declared
from .drafts import holder_of
from .models import Submission, SubmittedPaper
from .queries import faults_of

There = Mapping[int, SubmittedPaper]


class NotWhole(Refused):
    """Something is missing: everything is named at once."""

    clause = "5.1.d"


def take_in_all(
    submission: Submission, answers: Mapping[str, Any], *, by: Person, at: datetime
) -> list[SubmittedPaper]:
    """Take in what was answered and what has come; refused with all that is missing or wrong, named at once."""
    there = {paper.component_id: paper for paper in submission.papers.filter(replaced_at=None)}
    said = declaring.declared(submission.version, answers)
    faulty = faults_of(submission)
    wrong = said.in_words() if said else []
    arrived, missing = [], []
    for component in procedures.handled(submission.version_id).components:
        if said and component.id == said.paper.id:
            if component.id in faulty and said.values == submission.answers:
                wrong.append("chưa sửa chỗ cán bộ đã ghi")
            continue
        document = arranging.document(holder_of(by), submission.place_of(component.id), at)
        if document is not None:
            arrived.append((component, document))
        elif component.id in faulty or (component.required and not component.case and component.id not in there):
            missing.append(component.name)
    if wrong or missing:
        raise NotWhole(_sentence(wrong, missing))
    files = [(component, _as_kept(document, component, at)) for component, document in arrived]
    sent = [_handed_in(submission, component, file, there, by, at) for component, file in files]
    own_papers.remember(sent, of=by, at=at)
    return [*_declaration(submission, said, there, by, at), *sent]


def _sentence(wrong: list[str], missing: list[str]) -> str:
    said = [f"Tờ khai: {'; '.join(wrong)}."] if wrong else []
    said += [f"Còn thiếu: {'; '.join(missing)}."] if missing else []
    return " ".join([*said, "Những gì đã điền và đã gửi vẫn còn nguyên."])


def _declaration(
    submission: Submission, said: Declared | None, there: There, by: Person, at: datetime
) -> Iterator[SubmittedPaper]:
    """The answers as a paper; the one that is there stays when nothing was answered otherwise."""
    if said is None or (said.paper.id in there and said.values == submission.answers):
        return
    submission.answers = said.values
    yield _handed_in(submission, said.paper, declaring.printed(submission.version, said, by=by, at=at), there, by, at)


def _handed_in(
    submission: Submission, component: HandledComponent, file: Upload, there: There, by: Person, at: datetime
) -> SubmittedPaper:
    before = there.get(component.id)
    if before is not None:
        before.replaced_at = at
        before.save(update_fields=["replaced_at"])
    what = PaperOf(component.code, component.name)
    scan = take_in(
        file, about=submission.stream, component=what, by=by, at=at, replaces=before.scan if before else None
    )
    paper = SubmittedPaper(
        submission=submission, component_id=component.id, scan=scan, size=len(file.data), handed_in_at=at
    )
    paper.save(force_insert=True)
    # Only when it is kept for certain; who is killed in between finds the file once more, and hands in the same.
    transaction.on_commit(partial(arranging.let_go, holder_of(by), submission.place_of(component.id)))
    return paper


def _as_kept(document: arranging.Document, component: HandledComponent, at: datetime) -> Upload:
    """A Word document becomes a PDF/A here; everything else stays what it is."""
    if document.kind != "docx":
        return Upload(document.name, document.data)
    pdf = setting.pdf_of(document.data, title=component.name, on=local_day(at))
    return Upload(f"{document.name.rsplit('.', 1)[0]}.pdf", pdf)
