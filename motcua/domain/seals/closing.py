"""The register is closed every day it was used: counted, printed, signed; nothing is added behind the last line."""

from datetime import date, datetime

from django.db.models import Max

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.papers.forms.seal_closing.facts import Line, SealClosing
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day, show_date

from . import policies, queries
from .keeping import locked
from .models import Closing, Impression, Seal
from .stamping import day_is_open


@act("4.1.đ")
def close_seal_day(seal: Seal, *, day: date, by: Officer, at: datetime) -> Closing:
    """Close the register of one seal for one day and issue the list that is signed and kept."""
    seal = locked(seal)
    require(policies.may_close(by, seal, at))
    day_is_open(seal, day)
    lines = list(Impression.objects.filter(seal=seal, day=day).select_related("by", "again").order_by("number"))
    if not lines:
        raise Refused(f"Ngày {show_date(day)} không có lần đóng dấu nào để khóa sổ.", "4.1.đ")
    facts = _facts(seal, day, lines, by, at)
    centre = office_at_hand(seal.centre_id)
    paper = issue("seal_closing", facts, office_code=centre.code, about=seal.stream, by=by, at=at)
    first, last = lines[0].number, lines[-1].number
    closing = Closing.objects.create(
        seal=seal, day=day, count=len(lines), first=first, last=last, closed_by=by, closed_at=at, paper=paper
    )
    _closed_through(seal)
    said = {"day": day, "count": len(lines), "first": first, "last": last, "paper": paper.shown_number}
    record(close_seal_day, about=seal, by=by, at=at, **said)
    return closing


def _closed_through(seal: Seal) -> None:
    """Remember until which day nothing is left open, so that nobody has to look through the years before it."""
    left = queries.open_lines().filter(seal=seal).order_by("day").first()
    last = Closing.objects.filter(seal=seal)
    last = last.filter(day__lt=left.day) if left else last
    seal.closed_through = last.aggregate(day=Max("day"))["day"] or seal.closed_through
    seal.save(update_fields=["closed_through"])


def _facts(seal: Seal, day: date, lines: list[Impression], by: Officer, at: datetime) -> SealClosing:
    return SealClosing(
        letterhead=_letterhead(seal, at),
        department=seal.department.name,
        registration=seal.registration,
        day=day,
        lines=tuple(_line(each) for each in lines),
        closed_at=at,
        keeper=Signer(("Người giữ dấu",), by.name),
        leader=Signer(("Lãnh đạo Trung tâm",), note="Ký, ghi rõ họ tên và đóng dấu"),
        department_side=Signer(("Đại diện sở, ngành",)),
    )


def _line(impression: Impression) -> Line:
    note = f"Đóng lại số {impression.again.shown_number}: {impression.reason}" if impression.again else ""
    return Line(
        number=impression.number,
        at=impression.at,
        dossier_code=impression.dossier_code,
        title=impression.title,
        result_number=impression.result_number,
        result_on=impression.result_on,
        digest=impression.digest[:16],
        stamped_by=impression.by.name,
        note=note,
    )


def _letterhead(seal: Seal, at: datetime) -> Letterhead:
    centre = office_at_hand(seal.centre_id)
    return headed(centre, local_day(at))
