"""Turns that stop the clock or end a matter early: a payment, the applicant's wish, taken back, cancelled."""

from datetime import timedelta

from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.dossiers.terms import CancelGround
from motcua.domain.vietnamese.dates import local_day

from .case import Case
from .stories import to_the_end
from .way import Moments, found_lacking, passed_on, received, taken

LAND = "Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4"
LONG_ENOUGH = 20  # working days until the day told for a supplement


def paid_late(case: Case) -> Moments:
    """The tax has to be paid first; days later the receipt comes, and everything goes on."""
    yield from _asked_to_pay(case)
    yield case.wait_days(4, 9)
    proof = pausing.Proof(f"{case.chance.randrange(10_000, 99_999):07d}", local_day(case.at))
    case.dossier = pausing.payment_proven(case.dossier, proof=proof, by=case.receiver, at=case.at)
    yield from to_the_end(case)


def not_yet_paid(case: Case) -> Moments:
    """The tax has to be paid first, and has not been."""
    yield from _asked_to_pay(case)


def rested(case: Case) -> Moments:
    """At the applicant's wish it rests for some days."""
    yield from resting(case)
    yield case.wait_days(3, 8)
    request = pausing.Request("Gia đình đã thống nhất, đề nghị giải quyết tiếp", local_day(case.at))
    case.dossier = pausing.resume(case.dossier, request=request, by=case.receiver, at=case.at)
    yield from to_the_end(case)


def resting(case: Case) -> Moments:
    """At the applicant's wish it rests."""
    yield from under_way(case)
    request = pausing.Request("Chờ các thành viên trong gia đình thống nhất", local_day(case.at))
    case.dossier = pausing.stop_on_request(case.dossier, request=request, by=case.receiver, at=case.at)


def withdrawn(case: Case) -> Moments:
    """Taken back, and the papers fetched the next days."""
    yield from taken_back(case)
    yield case.wait_days(1, 3)
    yield from _given_back(case)


def taken_back(case: Case) -> Moments:
    """Taken back; the papers have not been fetched yet."""
    yield from under_way(case)
    request = pausing.Request("Không còn nhu cầu thực hiện thủ tục", local_day(case.at))
    case.dossier = ending.withdraw(case.dossier, request=request, by=case.receiver, at=case.at)


def received_by_mistake(case: Case) -> Moments:
    """The desk finds that it belongs elsewhere; the head cancels it, and the papers are fetched."""
    yield from under_way(case)
    why = ending.Cancelling(
        CancelGround.RECEIVED_BY_MISTAKE, "Hồ sơ trùng với hồ sơ đang giải quyết của cùng người nộp"
    )
    ending.propose_cancellation(case.dossier, why=why, by=case.receiver, at=case.at)
    yield case.wait(40, 200)
    case.dossier = ending.cancel(case.dossier, why=why, by=case.world.head_of(case.described.owner), at=case.at)
    yield case.wait_days(1, 4)
    yield from _given_back(case)


def not_cancelled_after_all(case: Case) -> Moments:
    """Proposed to be cancelled; the head finds no reason, and it goes on."""
    yield from under_way(case)
    why = ending.Cancelling(CancelGround.RECEIVED_BY_MISTAKE, "Hồ sơ có vẻ thuộc thẩm quyền của cấp huyện")
    ending.propose_cancellation(case.dossier, why=why, by=case.receiver, at=case.at)
    yield case.wait(40, 200)
    by, reason = case.world.head_of(case.described.owner), "Đúng thẩm quyền của sở theo quyết định công bố."
    case.dossier = ending.decline_cancellation(case.dossier, reason=reason, by=by, at=case.at)
    yield from to_the_end(case)


def never_supplemented(case: Case) -> Moments:
    """Nothing was brought until the day that was told; the head cancels it."""
    yield from received(case)
    yield from passed_on(case)
    yield from found_lacking(case, days=(0, 0))
    until = case.days_after(local_day(case.at), LONG_ENOUGH)
    yield case.wait_until(case.hour_on(case.calendar.opening(until + timedelta(days=1))))
    why = ending.Cancelling(CancelGround.NOT_SUPPLEMENTED, "Đã quá hạn ghi trong thông báo mà không bổ sung", until)
    case.dossier = ending.cancel(case.dossier, why=why, by=case.world.head_of(case.described.owner), at=case.at)


def under_way(case: Case) -> Moments:
    """Received, passed on, and taken by whoever handles it."""
    yield from received(case)
    yield from passed_on(case)
    yield from taken(case)
    yield case.wait(30, 120)


def _asked_to_pay(case: Case) -> Moments:
    yield from under_way(case)
    task = next(each for each in case.open_tasks() if each.office_id == case.dossier.department_id)
    number = f"{case.chance.randrange(100, 999)}/TB-CCT"
    notice = pausing.Notice(LAND, number, local_day(case.at), case.chance.randrange(8, 90) * 250_000)
    case.dossier = pausing.ask_for_payment(task, notice=notice, by=case.worker(task), at=case.at)


def _given_back(case: Case) -> Moments:
    yield case.wait(5, 20)
    to = Recipient(case.applicant.name)
    case.dossier = ending.give_back_papers(case.dossier, to=to, by=case.returner, at=case.at)
