"""Turns at the desk: settled while the citizen waits, a receipt put right by one person or by two, scanned later."""

from collections.abc import Generator
from datetime import datetime

from motcua.domain.dossiers import corrections, intake
from motcua.domain.dossiers.at_once import immediate
from motcua.domain.dossiers.at_once.immediate import Certified
from motcua.domain.dossiers.at_once.terms import Book
from motcua.domain.dossiers.models.correction import Correction
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import Upload

from .case import Case
from .scanned import picture
from .stories import to_the_end
from .turns import under_way
from .way import Moments


def settled_at_once(case: Case) -> Moments:
    """Copies are certified and handed back; the line stands in the book of the year."""
    yield case.at
    copies = case.chance.choice((1, 2, 2, 3, 5))
    signer = case.described.approvers[0]
    certified = Certified(
        case.say("certified", "papers"), copies, copies * case.chance.randint(1, 4), Book.COPY, signer
    )
    wanted = case.chance.random() < 0.2
    case.dossier = immediate.settle_at_once(
        case.filing(), certified, receipt_wanted=wanted, by=case.receiver, at=case.at
    )


def slip_of_the_pen(case: Case) -> Moments:
    """The number of the house was forgotten on the receipt; who receives mends it alone."""
    yield from under_way(case)
    yield case.wait(10, 60)
    details = {"address": f"Số nhà {case.chance.randrange(2, 190)}, {case.applicant.address}"}
    reason = "Giấy tiếp nhận ghi thiếu số nhà, người nộp hồ sơ báo lại"
    corrections.correct_receipt(case.dossier, details=details, reason=reason, by=case.receiver, at=case.at)
    yield from to_the_end(case)


def promise_put_right(case: Case) -> Moments:
    """One paper was miscounted; somebody else confirms, and there is a new receipt."""
    row = yield from _miscounted(case)
    yield case.wait(20, 120)
    corrections.confirm_correction(row, by=_second_person(case), at=case.at)
    yield from to_the_end(case)


def promise_kept(case: Case) -> Moments:
    """The second person finds the receipt right as it is."""
    row = yield from _miscounted(case)
    yield case.wait(20, 120)
    why = "Đã đếm lại cùng cán bộ tiếp nhận: giấy tiếp nhận ghi đúng."
    corrections.decline_correction(row, reason=why, by=_second_person(case), at=case.at)
    yield from to_the_end(case)


def promise_in_doubt(case: Case) -> Moments:
    """Nobody has confirmed yet."""
    yield from _miscounted(case)


def scanned_later(case: Case) -> Moments:
    """One paper is scanned when the applicant has left."""
    yield from under_way(case)
    yield case.wait(5, 40)
    paper = case.dossier.submitted.select_related("component").order_by("id")[0]
    upload = Upload("ban-quet.jpg", picture(paper.component.name, case.applicant))
    label, by = scans.Component(label=paper.component.name), case.receiver
    scan = scans.take_in(upload, about=case.dossier.stream, component=label, by=by, at=case.at)
    intake.add_scan(case.dossier, component_id=paper.component_id, scan=scan, by=by, at=case.at)
    yield from to_the_end(case)


def _miscounted(case: Case) -> Generator[datetime, None, Correction]:
    yield from under_way(case)
    yield case.wait(10, 60)
    paper = case.dossier.submitted.order_by("id")[0]
    promise = corrections.Promise(papers={paper.component_id: (paper.originals, paper.copies + 1)})
    reason = "Đếm sót một bản sao khi tiếp nhận"
    return corrections.propose_correction(case.dossier, promise=promise, reason=reason, by=case.receiver, at=case.at)


def _second_person(case: Case) -> Officer:
    """Somebody who leads or watches at the one-stop and did not receive it."""
    there = case.world.holders(case.described.one_stop, "watch", "head")
    return next(each for each in there if each != case.receiver)
