"""The answer library: written by one, approved by another, read again when the procedure changes, old ones kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.finding import in_force_on
from motcua.domain.procedures.models import Version
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines, fold

from . import personal, policies
from .asking import SUBJECT
from .models import LibraryAnswer

CLAUSE = "4.1.c"


class NotComplete(Refused):
    """An answer without words, or one that points to a person."""

    clause = CLAUSE


class NotAsItWas(Refused):
    """Somebody was faster: it is approved, or ended."""

    clause = CLAUSE


@dataclass(frozen=True)
class Written:
    """A question that is asked often, with its answer and what that rests on."""

    subject: str
    answer: str
    sources: str = ""
    version: Version | None = None


@act(CLAUSE)
def write_library_answer(
    office: Office, written: Written, *, by: Officer, at: datetime, replaces: LibraryAnswer | None = None
) -> LibraryAnswer:
    """Write an answer to be given again, or a better one for an old one; somebody else approves it."""
    require(policies.may_write_library(by, office, at))
    subject, answer = clean(written.subject)[:SUBJECT], clean_lines(written.answer)
    if not subject or not answer:
        raise NotComplete("Phải ghi câu hỏi và câu trả lời.")
    if found := list(personal.found_in(f"{subject}\n{answer}")):
        raise NotComplete(f"Câu trả lời mẫu không được chứa {'; '.join(found)}.")
    if replaces is not None and replaces.office_id != office.pk:
        raise NotComplete("Chỉ thay được câu trả lời mẫu của chính cơ quan mình.")
    entry = LibraryAnswer.objects.create(
        office=office, version=written.version, subject=subject, answer=answer, replaces=replaces,
        sources=clean_lines(written.sources), written_by=by, written_at=at,
        folded=fold(f"{subject} {answer} {written.version.name if written.version else ''}"),
    )  # fmt: skip
    record(write_library_answer, about=entry, by=by, at=at, subject=subject, office=office.name,
           replaces=replaces.subject if replaces else "")  # fmt: skip
    return entry


@act(CLAUSE)
def approve_library_answer(entry: LibraryAnswer, *, by: Officer, at: datetime) -> LibraryAnswer:
    """Take it into use from today; what it replaces was in use until yesterday, and stays readable."""
    entry = _locked(entry)
    require(policies.may_approve_library(by, entry, at))
    if entry.approved_by_id is not None or entry.valid_to is not None:
        raise NotAsItWas("Câu trả lời mẫu này đã được duyệt hoặc đã thôi dùng.")
    today = local_day(at)
    entry.approved_by, entry.valid_from = by, today
    entry.save(update_fields=["approved_by", "valid_from"])
    if entry.replaces_id is not None:
        old = LibraryAnswer.objects.select_for_update().filter(pk=entry.replaces_id, valid_to=None)
        old.update(valid_to=today - timedelta(days=1), why_ended="Có câu trả lời mới")
    record(approve_library_answer, about=entry, by=by, at=at, subject=entry.subject)
    return entry


@act(CLAUSE)
def confirm_library_answer(entry: LibraryAnswer, *, by: Officer, at: datetime) -> LibraryAnswer:
    """Say, after reading it against the procedure as it is now, that it is still right."""
    entry = _in_use(entry)
    require(policies.may_keep_library(by, entry, at))
    if entry.version is None:
        raise NotAsItWas("Câu trả lời này không gắn với thủ tục nào.")
    now = in_force_on(local_day(at)).filter(procedure=entry.version.procedure_id).first()
    if now is None:
        raise NotAsItWas("Thủ tục không còn áp dụng: hãy thôi dùng câu trả lời này.")
    if now.pk == entry.version_id:
        raise NotAsItWas("Câu trả lời này đã đọc theo phiên bản đang áp dụng.")
    entry.version = now
    entry.save(update_fields=["version"])
    record(confirm_library_answer, about=entry, by=by, at=at, subject=entry.subject, version=now.number)
    return entry


@act(CLAUSE)
def end_library_answer(entry: LibraryAnswer, *, reason: str, by: Officer, at: datetime) -> LibraryAnswer:
    """Use it no more from today; it stays readable with the questions it answered."""
    entry = _in_use(entry)
    require(policies.may_keep_library(by, entry, at))
    if not clean(reason):
        raise NotComplete("Phải ghi vì sao thôi dùng.")
    entry.valid_to, entry.why_ended = local_day(at) - timedelta(days=1), clean(reason)[:300]
    entry.save(update_fields=["valid_to", "why_ended"])
    record(end_library_answer, about=entry, by=by, at=at, subject=entry.subject, reason=entry.why_ended)
    return entry


def _locked(entry: LibraryAnswer) -> LibraryAnswer:
    return LibraryAnswer.objects.select_for_update().get(pk=entry.pk)


def _in_use(entry: LibraryAnswer) -> LibraryAnswer:
    entry = _locked(entry)
    if entry.valid_to is not None:
        raise NotAsItWas("Câu trả lời mẫu này đã thôi dùng.")
    return entry
