"""Keeping the signed copy of an answer's letter, and handing it out in place of the printed one."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.models import Paper
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Answer, Refused, no, require
from motcua.domain.regulation.citations import rule

from ..letters import letter_of
from ..models import Feedback
from ..policies import may_work_on
from ..terms import State
from .models import SignedAnswer

CLAUSE = "3.3-2"


class AlreadySigned(Refused):
    """A letter has one signed copy."""

    clause = CLAUSE


@act(CLAUSE, "4.6.b-1")
def keep_signed_answer(item: Feedback, *, upload: Upload, by: Officer, at: datetime) -> SignedAnswer:
    """Take in the letter as it was signed and stamped; from then on everybody is handed this copy. Once."""
    item = Feedback.objects.select_for_update(of=("self",)).select_related("owner").get(pk=item.pk)
    require(may_keep(by, item, at))
    paper = letter_of(item)
    if SignedAnswer.objects.filter(paper=paper).exists():
        raise AlreadySigned(f"Bản ký của văn bản số {paper.shown_number} đã có.")
    label = scans.Component(label=f"Bản ký của văn bản số {paper.shown_number}")
    scan = scans.take_in(upload, about=item.stream, by=by, at=at, component=label)
    kept = SignedAnswer.objects.create(paper=paper, scan=scan, kept_by=by, kept_at=at)
    record(keep_signed_answer, about=item, by=by, at=at, paper=paper.shown_number, sha256=scan.file.sha256)
    return kept


@rule(CLAUSE, "4.6.b-1")
def may_keep(by: Officer, item: Feedback, at: datetime) -> Answer:
    """An official of the body that answered."""
    if item.state != State.ANSWERED:
        return no("Chỉ nhập bản ký của phản ánh đã trả lời.", CLAUSE)
    return may_work_on(by, item, at)


def signed_of(paper: Paper) -> SignedAnswer | None:
    """The signed copy of a letter that was already obtained."""
    return SignedAnswer.objects.select_related("scan__file").filter(paper=paper).first()


def as_it_went(paper: Paper, *, at: datetime) -> bytes:
    """What is handed out: the signed copy, or the letter as it was printed as long as there is none."""
    signed = signed_of(paper)
    return scans.bytes_of(signed.scan) if signed else bytes_of(paper, at=at)
