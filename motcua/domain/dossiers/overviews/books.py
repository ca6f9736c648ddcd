"""The two papers that are read from the journal and the rows: the control slip (Mẫu 05) and the register (Mẫu 06)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from django.db.models import QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.forms.control_slip.facts import BodyTime, ControlSlip, HandOver, Stood
from motcua.domain.papers.forms.register.facts import Line, Register
from motcua.domain.vietnamese.dates import LOCAL, local, local_day
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for

from .. import body_times
from ..models import Dossier
from ..reading import pauses_of, pauses_of_step
from ..slips import letterhead
from ..terms import ReturnBy

GIVING = {
    "transfer", "complete_step", "answer_consultation", "enter_answer", "go_on_without",
    "send_back", "endorse", "approve", "hand_over",
}  # fmt: skip


def control_slip(dossier: Dossier, entries: list[Entry], at: datetime) -> ControlSlip:
    """Every hand-over of the dossier with who gave, who took, when, and whether in time: read from the journal."""
    passed: list[HandOver] = []
    untaken: dict[str, int] = {}  # the step that was opened, and the hand-over that opened it
    for entry in entries:
        if (place := untaken.pop(entry.facts.get("step", ""), None)) is not None:
            passed[place] = replace(passed[place], taken_by=_person(entry), taken_at=entry.at)
        if entry.act in GIVING and entry.facts.get("next"):
            untaken |= {each["step"]: len(passed) for each in entry.facts["next"]}
            passed.append(_given(entry))
    bodies = dict.fromkeys(each["body"] for entry in entries for each in entry.facts.get("next") or ())
    return ControlSlip(
        letterhead=letterhead(dossier.one_stop, dossier, at),
        request=dossier.summary or dossier.version.name,
        handled_by=dossier.department.name,
        cooperating=tuple(body for body in bodies if body not in (dossier.one_stop.name, dossier.department.name)),
        hand_overs=tuple(passed),
        received_at=dossier.when_received(),
        due_at=dossier.due_at or dossier.when_received(),
        printed_at=at,
        times=_times(dossier, at),
        stood=tuple(Stood(each.kind.label, each.from_, each.to, each.ground) for each in pauses_of(dossier)),
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


def registered(one_stop: Office, since: date, until: date, place: Place) -> Page[Line]:
    """A page of the same book for the screen, without the running numbers of the paper."""
    rows = page(_received(one_stop, since, until), "received_at", place)
    return Page([_line(0, dossier) for dossier in rows.rows], rows.after, rows.before)


def how_many_registered(one_stop: Office, since: date, until: date) -> int:
    """How many lines the book has for these days."""
    return _received(one_stop, since, until).count()


def books_of(by: Officer, at: datetime) -> list[Office]:
    """The one-stops whose books the official watches over."""
    return list(Office.objects.filter(pk__in=by.places_with(at, Role.WATCH)).select_related("parent").order_by("id"))


def _times(dossier: Dossier, at: datetime) -> tuple[BodyTime, ...]:
    """How long each body had it: what is late is charged to who was late."""
    pauses = pauses_of(dossier)
    steps = dossier.tasks.order_by("opened_at", "id")
    found = body_times.times(steps, at, calendar_of, lambda step: pauses_of_step(step, pauses))
    return tuple(BodyTime(office_at_hand(each.office_id).name, each.show()) for each in found)


def calendar_of(office_id: int) -> Calendar:
    """The calendar of a body by its key."""
    return calendar_for(office_at_hand(office_id).code)


def _received(one_stop: Office, since: date, until: date) -> QuerySet[Dossier]:
    """By moments, not by days of the database: so the index of the book is used."""
    first, after = (datetime.combine(day, time(), LOCAL) for day in (since, until + timedelta(days=1)))
    rows = Dossier.objects.filter(one_stop=one_stop, received_at__gte=first, received_at__lt=after)
    return rows.select_related("version", "department").order_by("received_at", "id")


def _before(one_stop: Office, since: date) -> int:
    """How many lines of that year stand before a day."""
    return _received(one_stop, date(since.year, 1, 1), since - timedelta(days=1)).count()


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
        received_on=local_day(dossier.when_received()),
        due_on=local_day(dossier.due_at) if dossier.due_at else None,
        returned_on=local_day(dossier.delivered_at) if dossier.delivered_at else None,
        returned_how=how,
        received_by=dossier.delivered_to,
        note=dossier.get_stage_display() if dossier.delivered_at is None else "",
    )


def _given(entry: Entry) -> HandOver:
    facts = entry.facts
    where = f"Nơi phê duyệt: {facts['place']}." if facts.get("place") and entry.act in ("approve", "endorse") else ""
    due = datetime.fromisoformat(facts["step_due"]) if facts.get("step_due") else None
    return HandOver(
        giver=facts["body"],
        given_by=_person(entry),
        given_at=entry.at,
        taker=", ".join(dict.fromkeys(each["body"] for each in facts["next"])),
        due_at=due,
        outcome=_outcome(entry.at, due),
        note=" ".join(filter(None, (facts.get("note") or facts.get("reason") or "", where))),
    )


def _person(entry: Entry) -> str:
    return entry.by_name.split(",")[0]


def _outcome(at: datetime, due: datetime | None) -> Literal["Trước hạn", "Đúng hạn", "Quá hạn", ""]:
    if due is None:
        return ""
    if at > due:
        return "Quá hạn"
    return "Đúng hạn" if local(at).date() == local(due).date() else "Trước hạn"
