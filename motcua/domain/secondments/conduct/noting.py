"""Noting what was seen, hearing the official, deciding (4.3.c)."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean_lines

from . import policies
from .models import ConductNote
from .terms import Decision

CLAUSE = "4.3.c"


class NotSaid(Refused):
    """A note, a comment or a decision without its words."""

    clause = CLAUSE


@dataclass(frozen=True)
class Seen:
    """What was seen on which day, with a picture or paper if there is one."""

    kind: str
    on: date
    text: str
    scan: Upload | None = None


@act(CLAUSE, "5.2.đ")
def note_conduct(officer: Officer, *, seen: Seen, by: Officer, at: datetime) -> ConductNote:
    """Note something of an official who sits at the Centre that day; he or she reads it and may answer."""
    if seen.on > local_day(at):
        raise NotSaid("Ngày xảy ra không được ở tương lai.")
    require(policies.may_note(by, officer, seen.on, at))
    seat = policies.seat_on(officer, seen.on)
    if seat is None or not clean_lines(seen.text):
        raise NotSaid("Phải ghi sự việc.")
    note = ConductNote(officer=officer, office=seat.office, kind=seen.kind, on=seen.on, noted_by=by, noted_at=at)
    note.text = clean_lines(seen.text)
    note.save()
    if seen.scan is not None:
        label = scans.Component(label="Bằng chứng")
        note.scan = scans.take_in(seen.scan, about=note.stream, by=by, at=at, component=label)
        note.save(update_fields=["scan"])
    facts = {"name": officer.name, "office": seat.office.name, "kind": note.get_kind_display(), "on": seen.on}
    record(note_conduct, about=note, by=by, at=at, **facts)
    return note


@act(CLAUSE)
def comment_on_note(note: ConductNote, *, text: str, by: Officer, at: datetime) -> ConductNote:
    """The official says what he or she has to say."""
    note = _locked(note)
    require(policies.may_comment(by, note, at))
    note.comment, note.commented_at = _said(text), at
    note.save(update_fields=["comment", "commented_at"])
    record(comment_on_note, about=note, by=by, at=at, name=note.officer.name)
    return note


@act(CLAUSE)
def decide_note(note: ConductNote, *, decision: str, reason: str, by: Officer, at: datetime) -> ConductNote:
    """Decide whether it was a breach; the department reads it in the notice of the month."""
    note = _locked(note)
    require(policies.may_decide(by, note, at))
    if decision not in Decision.values:
        raise NotSaid("Hãy chọn kết luận.")
    note.decision, note.reason, note.decided_by, note.decided_at = decision, _said(reason), by, at
    note.save(update_fields=["decision", "reason", "decided_by", "decided_at"])
    facts = {"name": note.officer.name, "decision": note.get_decision_display(), "reason": note.reason}
    record(decide_note, about=note, by=by, at=at, **facts)
    return note


def _locked(note: ConductNote) -> ConductNote:
    rows = ConductNote.objects.select_for_update(of=("self",)).select_related("officer", "office")
    return rows.get(pk=note.pk)


def _said(text: str) -> str:
    if not clean_lines(text):
        raise NotSaid("Phải ghi nội dung.")
    return clean_lines(text)
