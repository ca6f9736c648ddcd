"""A cashier's shift: opened with change, counted blind, closed by somebody else when it is not right (4.5.a)."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Sum

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean

from . import ledger, policies
from .models import Posting, Shift
from .terms import Book, MovementKind


class NoShift(Refused):
    """Cash without an open shift, a shift opened twice, a drawer not counted yet."""

    clause = "4.5.a"


@act("4.5.a")
def open_shift(desk: Office, *, change: int, by: Officer, at: datetime) -> Shift:
    """Begin at the drawer with so much change in it."""
    require(policies.may_collect(by, desk.pk, at))
    if change < 0:
        raise Refused("Tiền lẻ đầu ca phải từ 0 đồng trở lên.", "4.5.a")
    try:
        with transaction.atomic():
            shift = Shift.objects.create(desk=desk, cashier=by, opened_at=at, change=change)
    except IntegrityError:
        raise NoShift("Bạn đang có một ca chưa đóng: hãy kiểm tiền và đóng ca đó trước.") from None
    record(open_shift, about=shift, by=by, at=at, desk=desk.name, change=change)
    return shift


@act("4.5.a")
def count_drawer(shift: Shift, *, counted: int, by: Officer, at: datetime) -> Shift:
    """Enter what lies in the drawer before anybody sees what should; from now on it takes no money. Once."""
    shift = _locked(shift)
    require(policies.may_close(by, shift, 0, at))
    if shift.counted is not None:
        raise NoShift("Tiền trong ca đã được đếm.")
    if counted < 0:
        raise Refused("Số tiền đếm được phải từ 0 đồng trở lên.", "4.5.a")
    shift.counted, shift.counted_at, shift.expected = counted, at, in_drawer(shift)
    shift.save(update_fields=["counted", "counted_at", "expected"])
    record(count_drawer, about=shift, by=by, at=at, counted=counted, expected=shift.expected)
    return shift


@act("4.5.a", "3.2")
def close_shift(shift: Shift, *, reason: str = "", by: Officer, at: datetime) -> Shift:
    """End the shift; a difference is explained and looked at by somebody who did not hold the drawer."""
    shift = _locked(shift)
    if shift.closed_at is not None:
        raise NoShift("Ca này đã đóng.")
    if shift.counted is None or shift.expected is None:
        raise NoShift("Phải kiểm tiền trước khi đóng ca.")
    difference = shift.counted - shift.expected
    require(policies.may_close(by, shift, difference, at))
    if difference and not clean(reason):
        raise Refused("Tiền đếm được khác sổ: phải ghi lý do.", "4.5.a")
    lines = [ledger.Line(Book.DRAWER, difference, shift=shift.pk), ledger.Line(Book.DIFFERENCE, -difference)]
    ledger.enter(MovementKind.COUNTED, lines, about=shift.stream, department=shift.desk_id, by=by, at=at)
    shift.closed_at, shift.closed_by, shift.reason = at, by, clean(reason)
    shift.save(update_fields=["closed_at", "closed_by", "reason"])
    record(close_shift, about=shift, by=by, at=at, difference=difference, reason=shift.reason)
    return shift


@act("4.5.a", "3.2")
def settle_difference(shift: Shift, *, document: str, by: Officer, at: datetime) -> Shift:
    """Enter that who held the drawer paid what was missing, or that what was too much was handed over: once."""
    shift = _locked(shift)
    require(policies.may_settle_difference(by, shift, at))
    if shift.closed_at is None or not shift.difference:
        raise NoShift("Ca chưa đóng, hoặc tiền đếm được khớp sổ: không có gì phải xử lý.")
    if shift.settled_at is not None:
        raise NoShift("Chênh lệch của ca này đã được xử lý.")
    if not clean(document):
        raise Refused("Phải ghi số phiếu thu tiền bồi hoàn, hoặc số chứng từ nộp tiền thừa.", "4.5.a")
    lines = [
        ledger.Line(Book.DRAWER, -shift.difference, shift=shift.pk),
        ledger.Line(Book.DIFFERENCE, shift.difference),
    ]
    ledger.enter(MovementKind.MADE_GOOD, lines, about=shift.stream, department=shift.desk_id, by=by, at=at)
    shift.document, shift.settled_at, shift.settled_by = clean(document)[:80], at, by
    shift.save(update_fields=["document", "settled_at", "settled_by"])
    record(settle_difference, about=shift, by=by, at=at, difference=shift.difference, document=shift.document)
    return shift


def open_shift_of(cashier: Officer, desk_id: int) -> Shift:
    """The shift cash goes into now, locked so that it is not counted meanwhile; raises `NoShift`."""
    shift = Shift.objects.select_for_update(of=("self",)).filter(cashier=cashier, closed_at=None).first()
    if shift is None or shift.desk_id != desk_id:
        raise NoShift("Bạn chưa mở ca thu tiền tại nơi này.")
    if shift.counted is not None:
        raise NoShift("Ca này đã kiểm tiền: hãy đóng ca rồi mở ca mới.")
    return shift


def in_drawer(shift: Shift) -> int:
    """What should be there: the change of the morning and every movement of this shift."""
    moved = Posting.objects.filter(shift=shift.pk, book=Book.DRAWER).aggregate(sum=Sum("amount"))["sum"]
    return shift.change + (moved or 0)


def _locked(shift: Shift) -> Shift:
    return Shift.objects.select_for_update(of=("self",)).get(pk=shift.pk)
