"""An office edits its letters in Word: template kept, filled in for a dossier, the edited letter taken back.

The paper itself was issued before, with its number; Word only words it. What comes back is kept as PDF/A: as it is, or
made here from the Word document or from the pages of another PDF, and then read by an official before it is final.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import archival, storage, word
from motcua.domain.papers.from_word import setting
from motcua.domain.papers.models import Paper, StoredFile
from motcua.domain.papers.pictures import text_of
from motcua.domain.papers.scans import Component, take_in
from motcua.domain.papers.uploads import Upload, kind_of, pages_of_pdf
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from .models import Dossier, LetterTemplate, SignedLetter

ZIPPED = b"PK\x03\x04"  # how every Word document begins


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
    """Take the edited letter back, in Word or as a PDF: only one in whose text number and dossier code stand.

    A PDF/A is final as it is. From anything else the program makes the PDF/A, which waits until somebody has read it.
    """
    dossier = Dossier.objects.locked(dossier)
    require(may_write(by, paper, at))
    before = _not_final(dossier, paper)
    pdf, original = _archival(upload, paper, at)
    _says(pdf if upload.data.startswith(ZIPPED) else upload.data, paper, dossier)
    label = f"Bản chính thức của văn bản số {paper.shown_number}"
    given = {"component": Component(label=label), "replaces": before.scan if before else None}
    scan = take_in(Upload(_as_pdf(upload.shown_name), pdf), about=dossier.stream, **given, by=by, at=at)  # type: ignore[arg-type]
    made = before or SignedLetter(paper=paper)
    made.scan, made.original, made.returned_by, made.returned_at = scan, original, by, at
    made.confirmed_by, made.confirmed_at = (by, at) if original is None else (None, None)
    made.save()
    facts = {"paper": paper.shown_number, "pages": scan.pages, "sha256": made.sha256}
    facts |= {"original": original.sha256, "kind": original.kind} if original else {}
    record(return_signed_letter, about=dossier, by=by, at=at, **facts)
    return made


@act("5.1.e-2", "5.1.e-3")
def confirm_letter(dossier: Dossier, *, paper: Paper, seen: str, by: Officer, at: datetime) -> SignedLetter:
    """Keep what the program made as the final letter: `seen` is the digest of the pages that were read."""
    dossier = Dossier.objects.locked(dossier)
    require(may_write(by, paper, at))
    made = _not_final(dossier, paper)
    if made is None:
        raise NotThisLetter(f"Chưa có bản nào của văn bản số {paper.shown_number} để xác nhận.")
    if made.sha256 != seen:
        raise NotThisLetter("Vừa có tệp khác được nộp cho văn bản này: hãy đọc lại bản mới rồi xác nhận.")
    made.confirmed_by, made.confirmed_at = by, at
    made.save(update_fields=["confirmed_by", "confirmed_at"])
    record(confirm_letter, about=dossier, by=by, at=at, paper=paper.shown_number, sha256=made.sha256)
    return made


def filled_in(paper: Paper, *, by: Officer, at: datetime) -> bytes:
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
    rows = papers.select_related("signed_letter__scan__file").order_by("-issued_at", "-id")
    return [
        Letter(each, (each.office_code, each.form_code) in used, getattr(each, "signed_letter", None)) for each in rows
    ]


def templates(office: Office) -> list[LetterTemplate]:
    """The templates in use."""
    rows = LetterTemplate.objects.filter(office=office, ended_at=None).select_related("entered_by", "file")
    return list(rows.order_by("kind"))


def _not_final(dossier: Dossier, paper: Paper) -> SignedLetter | None:
    """What was handed in of a letter and waits to be confirmed; raises `NotThisLetter` where it is final."""
    if paper.about != dossier.stream:
        raise NotThisLetter("Văn bản này không thuộc hồ sơ.")
    found = SignedLetter.objects.select_related("scan__file").filter(paper=paper).first()
    if found is not None and found.confirmed_at is not None:
        raise NotThisLetter(f"Bản ký của văn bản số {paper.shown_number} đã được nhận lại.")
    return found


def _archival(upload: Upload, paper: Paper, at: datetime) -> tuple[bytes, StoredFile | None]:
    """The letter as PDF/A, and the file that was handed in where it had to be made from that."""
    title = f"{word.KINDS[paper.form_code]} số {paper.shown_number}"
    if upload.data.startswith(ZIPPED):
        made = setting.pdf_of(upload.data, title=title, on=local_day(paper.issued_at))
        return made, storage.keep(upload.data, kind=StoredFile.Kind.DOCX, pages=1, at=at)
    if kind_of(upload) != "pdf":
        raise NotThisLetter("Hãy nộp tệp Word (.docx) hoặc xuất từ Word thành PDF; ảnh chụp không nhận được ở đây.")
    pages = pages_of_pdf(upload)
    if archival.is_archival(upload.data):
        return upload.data, None
    made = archival.as_pictures(upload.data, title=title)
    return made, storage.keep(upload.data, kind=StoredFile.Kind.PDF, pages=pages, at=at)


def _as_pdf(name: str) -> str:
    return f"{name.rpartition('.')[0] or name}.pdf"


def _says(data: bytes, paper: Paper, dossier: Dossier) -> None:
    there = re.sub(r"\s", "", text_of(data))
    missing = [each for each in (paper.shown_number, str(dossier.code)) if re.sub(r"\s", "", each) not in there]
    if missing:
        raise NotThisLetter(f"Trong tệp không thấy {', '.join(missing)}: hãy kiểm tra lại có đúng văn bản này không.")
