"""The two papers that are read from the journal and the rows: the control slip (Mẫu 05) and the register (Mẫu 06)."""

from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from django.db.models import QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.organisations.models import Office
from motcua.domain.papers.forms.control_slip.facts import ControlSlip, HandOver
from motcua.domain.papers.forms.register.facts import Line, Register
from motcua.domain.vietnamese.dates import local, local_day

from .models import Dossier, ReturnBy
from .slips import letterhead

GIVING = {"transfer", "complete_step", "send_back", "endorse", "approve", "hand_over"}


def control_slip(dossier: Dossier, entries: list[Entry], at: datetime) -> ControlSlip:
    """Every hand-over of the dossier with who gave, who took, when, and whether in time: read from the journal."""
    passed: list[HandOver] = []
    for entry in entries:
        if entry.act in GIVING and entry.facts.get("next"):
            passed.append(_given(entry))
        elif entry.act == "take":
            passed = _taken(passed, entry)
    bodies = dict.fromkeys(each.taker for each in passed if each.taker != dossier.department.name)
    return ControlSlip(
        letterhead=letterhead(dossier.one_stop, dossier, at),
        request=dossier.summary or dossier.version.name,
        handled_by=dossier.department.name,
        cooperating=tuple(body for body in bodies if body != dossier.one_stop.name),
        hand_overs=tuple(passed),
        received_at=dossier.received_at,
        due_at=dossier.due_at or dossier.received_at,
        printed_at=at,
    )


def register(one_stop: Office, since: date, until: date, at: datetime) -> Register:
    """The book of dossiers received at this one-stop from one day to another, numbered in the order of receipt."""
    received = _received(one_stop, since, until)
    return Register(
        letterhead=letterhead(one_stop, None, at),
        year=since.year,
        book=f"{since.year}",
        since=since,
        until=until,
        lines=tuple(_line(number, dossier) for number, dossier in enumerate(received, _before(one_stop, since) + 1)),
    )


def _received(one_stop: Office, since: date, until: date) -> QuerySet[Dossier]:
    rows = Dossier.objects.filter(one_stop=one_stop, received_at__date__gte=since, received_at__date__lte=until)
    return rows.select_related("version", "department").order_by("received_at", "id")


def _before(one_stop: Office, since: date) -> int:
    return _received(one_stop, date(since.year, 1, 1), since).exclude(received_at__date=since).count()


def _line(number: int, dossier: Dossier) -> Line:
    how = ReturnBy(dossier.return_by).label if dossier.delivered_at else ""
    return Line(
        number=number,
        code=dossier.code or "",
        request=dossier.summary or dossier.version.name,
        sets=dossier.copies,
        party=dossier.applicant_name,
        address=dossier.address,
        phone=dossier.phone,
        handled_by=dossier.department.short_name,
        received_on=local_day(dossier.received_at),
        due_on=local_day(dossier.due_at or dossier.received_at),
        returned_on=local_day(dossier.delivered_at) if dossier.delivered_at else None,
        returned_how=how,
        received_by=dossier.delivered_to,
        note=dossier.get_stage_display() if dossier.delivered_at is None else "",
    )


def _given(entry: Entry) -> HandOver:
    facts = entry.facts
    due = datetime.fromisoformat(facts["step_due"]) if facts.get("step_due") else None
    return HandOver(
        giver=facts["body"],
        given_by=entry.by_name.split(",")[0],
        given_at=entry.at,
        taker=", ".join(dict.fromkeys(each["body"] for each in facts["next"])),
        due_at=due,
        outcome=_outcome(entry.at, due),
        note=facts.get("note") or facts.get("reason") or "",
    )


def _taken(passed: list[HandOver], entry: Entry) -> list[HandOver]:
    for place, each in enumerate(passed):
        if each.taken_at is None and entry.facts["body"] in each.taker:
            one = replace(each, taken_by=entry.by_name.split(",")[0], taken_at=entry.at)
            return [*passed[:place], one, *passed[place + 1 :]]
    return passed


def _outcome(at: datetime, due: datetime | None) -> Literal["Trước hạn", "Đúng hạn", "Quá hạn", ""]:
    if due is None:
        return ""
    if at > due:
        return "Quá hạn"
    return "Đúng hạn" if local(at).date() == local(due).date() else "Trước hạn"
