"""An office edits its letters in Word: template checked and kept, filled in for a dossier, the signed PDF taken back.

The paper itself was issued before, with its number; Word only words it. No converter is needed or used: the official
exports the PDF from Word, and it is taken in when number and dossier code stand in it.
"""

import re
from dataclasses import dataclass
from datetime import datetime

import pypdfium2

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import storage, word
from motcua.domain.papers.models import Paper, StoredFile
from motcua.domain.papers.scans import Component, take_in
from motcua.domain.papers.uploads import Upload, kind_of
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule

from .models import Dossier, LetterTemplate, SignedLetter


class NotThisLetter(Refused):
    """A file that is not the letter it should be, or one that was handed in before."""

    clause = "5.1.e-3"


@act("5.1.e-2", "5.1.e-3")
def enter_letter_template(office: Office, *, kind: str, upload: Upload, by: Officer, at: datetime) -> LetterTemplate:
    """Keep an office's own template for a kind of letter, tried with sample facts; it replaces the one before."""
    office = Office.objects.select_for_update().get(pk=office.pk)
    require(may_enter_template(by, office.pk, at))
    if kind not in word.KINDS:
        raise NotThisLetter("Không có loại văn bản này.")
    word.check(upload.data)
    LetterTemplate.objects.filter(office=office, kind=kind, ended_at=None).update(ended_at=at)
    file = storage.keep(upload.data, kind=StoredFile.Kind.DOCX, pages=1, at=at)
    given = {"file": file, "name": upload.shown_name, "entered_by": by, "entered_at": at}
    made = LetterTemplate.objects.create(office=office, kind=kind, **given)
    facts = {"kind": word.KINDS[kind], "file": made.name, "sha256": file.sha256}
    record(enter_letter_template, about=office, by=by, at=at, office=office.name, **facts)
    return made


@act("5.1.e-2", "5.1.e-3")
def return_signed_letter(dossier: Dossier, *, paper: Paper, upload: Upload, by: Officer, at: datetime) -> SignedLetter:
    """Take the signed letter back as a PDF: only one in whose text number and dossier code stand."""
    dossier = Dossier.objects.locked(dossier)
    require(may_write(by, paper, at))
    if paper.about != dossier.stream:
        raise NotThisLetter("Văn bản này không thuộc hồ sơ.")
    if SignedLetter.objects.filter(paper=paper).exists():
        raise NotThisLetter(f"Bản ký của văn bản số {paper.shown_number} đã được nhận lại.")
    if kind_of(upload) != "pdf":
        raise NotThisLetter("Hãy xuất văn bản từ Word thành PDF rồi nộp; ảnh chụp không nhận được ở đây.")
    _says(upload.data, paper.shown_number, str(dossier.code))
    label = f"Bản ký của văn bản số {paper.shown_number}"
    scan = take_in(upload, about=dossier.stream, by=by, at=at, component=Component(label=label))
    made = SignedLetter.objects.create(paper=paper, scan=scan, returned_by=by, returned_at=at)
    record(return_signed_letter, about=dossier, by=by, at=at, paper=paper.shown_number, pages=scan.pages)
    return made


def filled_in(dossier: Dossier, paper: Paper, *, by: Officer, at: datetime) -> bytes:
    """The letter in Word for this paper; raises `LetterTemplate.DoesNotExist` where the office has no template."""
    require(may_write(by, paper, at))
    template = LetterTemplate.objects.select_related("file").get(
        office__code=paper.office_code, kind=paper.form_code, ended_at=None
    )
    return word.merge(storage.read(template.file), word.words_of(paper.shown_number, paper.facts, paper.issued_at))


@rule("5.1.e-3")
def may_enter_template(by: Officer, office_id: int, at: datetime) -> Answer:
    """The clerk or the head of the office."""
    if office_id in by.bodies_with(at, Role.CLERK, Role.HEAD, Role.PROCEDURES):
        return YES
    return no("Chỉ văn thư, thủ trưởng hoặc người kiểm soát thủ tục của cơ quan được đưa mẫu văn bản vào.", "5.1.e-3")


@rule("5.1.e-2", "5.1.e-3")
def may_write(by: Officer, paper: Paper, at: datetime) -> Answer:
    """Who works for the office that gives the letter out."""
    if any(each.body_code == paper.office_code for each in by.held_at(at)):
        return YES
    return no("Văn bản này do cơ quan khác ban hành.", "5.1.e-3")


@dataclass(frozen=True)
class Letter:
    """A paper of a dossier that can be worded in Word, whether the office has a template, and the signed copy."""

    paper: Paper
    has_template: bool
    signed: SignedLetter | None


def of_dossier(dossier: Dossier, *, by: Officer, at: datetime) -> list[Letter]:
    """The letters of a dossier that bodies of this official gave out, the newest first."""
    mine = {each.body_code for each in by.held_at(at)}
    papers = Paper.objects.filter(about=dossier.stream, form_code__in=word.KINDS, office_code__in=mine)
    used = set(LetterTemplate.objects.filter(ended_at=None).values_list("office__code", "kind"))
    rows = papers.select_related("signed_letter").order_by("-issued_at", "-id")
    return [
        Letter(each, (each.office_code, each.form_code) in used, getattr(each, "signed_letter", None)) for each in rows
    ]


def templates(office: Office) -> list[LetterTemplate]:
    """The templates in use."""
    rows = LetterTemplate.objects.filter(office=office, ended_at=None).select_related("entered_by", "file")
    return list(rows.order_by("kind"))


def _says(data: bytes, *words: str) -> None:
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    there = re.sub(r"\s", "", text)
    missing = [each for each in words if re.sub(r"\s", "", each) not in there]
    if missing:
        raise NotThisLetter(
            f"Trong tệp PDF không thấy {', '.join(missing)}: hãy kiểm tra lại có đúng văn bản này không."
        )
