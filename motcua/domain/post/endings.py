"""How a consignment ends: handed out against its receipt, brought back, opened at the Centre, or lost (4.1.e)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.text import clean

from . import policies, slips, telling
from .consigning import locked, move
from .models import Consignment, Loss, ReturnReceipt
from .terms import Direction, LineState, Remedy

PROOF = scans.Component(label="Giấy báo phát của bưu chính")


class NoReceipt(Refused):
    """Nothing shows yet that it was handed out."""

    clause = "4.1.e"


@dataclass(frozen=True)
class HandedOut:
    """Who took a consignment at the door and when, and the slip or photo that shows it."""

    recipient: str
    at: datetime
    proof: Upload | None
    collected: int | None = None


@dataclass(frozen=True)
class Found:
    """One paper that should be in a consignment, and whether it is."""

    name: str
    is_there: bool


@act("4.1.e")
def keep_return_receipt(one: Consignment, *, handed_out: HandedOut, by: Officer, at: datetime) -> ReturnReceipt:
    """Keep the post's receipt (báo phát): only with it a consignment counts as handed out."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    move(one, "keep_return_receipt", at)
    if not clean(handed_out.recipient) or handed_out.proof is None:
        raise NoReceipt("Phải có tên người nhận và giấy báo phát đã ký hoặc ảnh chụp lúc phát.")
    left_at = _left_at(one)
    if not left_at <= handed_out.at <= at:
        raise NoReceipt("Ngày giờ phát phải sau khi giao bưu chính và không ở tương lai.")
    if handed_out.collected is not None:
        one.collected = handed_out.collected
    scan = scans.take_in(handed_out.proof, about=one.stream, by=by, at=at, component=PROOF)
    receipt = ReturnReceipt.objects.create(
        consignment=one, recipient=clean(handed_out.recipient), handed_out_at=handed_out.at, proof=scan,
        kept_at=at, kept_by=by,
    )  # fmt: skip
    change(one, "state", "state_at", "collected")
    facts = {"to": receipt.recipient, "handed_out_at": handed_out.at, "sha256": scan.file.sha256}
    facts |= {"to_collect": one.to_collect, "collected": one.collected, "number": one.number}
    record(keep_return_receipt, about=one, by=by, at=at, **facts)
    return receipt


@act("4.1.e")
def take_back_consignment(one: Consignment, *, reason: str, by: Officer, at: datetime) -> Consignment:
    """Take in what the post could not hand out: it lies at the Centre again."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    move(one, "take_back_consignment", at)
    if not clean(reason):
        raise Refused("Phải ghi lý do bưu gửi bị chuyển hoàn.", "4.1.e")
    change(one, "state", "state_at")
    record(take_back_consignment, about=one, by=by, at=at, reason=clean(reason), number=one.number)
    return one


@act("4.1.c", "5.1.d")
def open_consignment(
    one: Consignment, *, found: Sequence[Found], note: str = "", by: Officer, at: datetime
) -> Consignment:
    """Open what the post brought and compare it with what should be in it, before anything is received."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    move(one, "open_consignment", at)
    one.contents = [{"name": clean(each.name), "there": each.is_there} for each in found if clean(each.name)]
    if not one.contents:
        raise Refused("Phải ghi trong bưu gửi có những giấy tờ gì.", "5.1.d")
    change(one, "state", "state_at", "contents")
    missing = [each["name"] for each in one.contents if not each["there"]]
    facts = {"number": one.number, "count": len(one.contents) - len(missing), "missing": missing, "note": clean(note)}
    line = record(open_consignment, about=one, by=by, at=at, **facts)
    telling.papers_opened(one, line, at)
    return one


@act("4.1.e")
def report_missing(one: Consignment, *, reason: str, by: Officer, at: datetime) -> Consignment:
    """Ask the post to trace a consignment of which nobody knows where it is, or which its owner never got."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    move(one, "report_missing", at)
    if not clean(reason):
        raise Refused("Phải ghi vì sao cho là thất lạc.", "4.1.e")
    change(one, "state", "state_at")
    record(report_missing, about=one, by=by, at=at, reason=clean(reason), number=one.number)
    return one


@act("4.1.e")
def declare_lost(one: Consignment, *, remedy: str, explanation: str, by: Officer, at: datetime) -> Loss:
    """Say that it is lost, apologise in writing, and promise how it is made good (NĐ 61/2018, Điều 21 khoản 2, 3)."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    move(one, "declare_lost", at)
    if (remedy == Remedy.PAPERS_REPLACED) != (one.direction == Direction.PICK_UP):
        raise Refused("Cách khắc phục không ứng với thứ đã mất.", "4.1.e")
    if not clean(explanation):
        raise Refused("Phải ghi đã tra tìm ra sao và ai chịu trách nhiệm.", "4.1.e")
    change(one, "state", "state_at")
    paper = slips.apology(one, remedy=Remedy(remedy), explanation=clean(explanation), by=by, at=at)
    loss = Loss.objects.create(
        consignment=one, declared_at=at, declared_by=by, remedy=remedy, explanation=clean(explanation), paper=paper
    )
    facts = {"number": one.number, "remedy": remedy, "explanation": loss.explanation, "paper": paper.shown_number}
    line = record(declare_lost, about=one, by=by, at=at, **facts)
    if one.direction == Direction.PICK_UP:
        telling.papers_lost(one, line, at)
    return loss


@act("4.1.e")
def explain_difference(one: Consignment, *, why: str, by: Officer, at: datetime) -> Consignment:
    """Say why the post brought another amount than it was to collect."""
    one = locked(one)
    require(policies.may_keep_post(by, one.one_stop_id, at))
    if not one.difference:
        raise Refused("Bưu gửi này không có chênh lệch thu hộ.", "4.1.e")
    one.difference_why = clean(why)[:500]
    if not one.difference_why:
        raise Refused("Phải ghi vì sao có chênh lệch.", "4.1.e")
    change(one, "difference_why")
    facts = {"number": one.number, "difference": one.difference, "why": one.difference_why}
    record(explain_difference, about=one, by=by, at=at, **facts)
    return one


def _left_at(one: Consignment) -> datetime:
    """When the postman took it."""
    line = one.lines.filter(state=LineState.TAKEN).select_related("list").first()
    return (line.list.closed_at if line else None) or one.ordered_at
