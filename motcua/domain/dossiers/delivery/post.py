"""A result goes to its holder by post: sent under a number, handed out there, or it comes back (4.1.e)."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.post import queries as consignments
from motcua.domain.post.terms import State
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean

from .. import policies, stages, telling
from ..models import Dossier
from ..results.going_out import complete
from . import handover, proofs
from .handover import Recipient
from .models import Parcel
from .proofs import Proof, UnderWay


@act("4.1.e")
def send_by_post(dossier: Dossier, *, number: str, by: Officer, at: datetime) -> Parcel:
    """Give the result to the post; it stays the Centre's until the post has handed it out."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_keep_results(by, dossier, at))
    stages.after(dossier.stage, "send_by_post")
    complete(dossier, at)
    if not clean(number):
        raise Refused("Phải ghi số hiệu bưu gửi.", "4.1.e")
    if (waiting := consignments.open_about(dossier.stream)) is not None and waiting.state == State.ORDERED:
        raise UnderWay(f"Bưu gửi {waiting} chờ bưu tá: hãy giao theo bảng kê ở bàn Bưu chính.")
    if (parcel := proofs.under_way(dossier)) is not None:
        raise UnderWay(f"Kết quả đã được gửi qua bưu chính, số hiệu {parcel}.")
    parcel = Parcel.objects.create(dossier=dossier, number=clean(number), sent_at=at, sent_by=by)
    line = record(send_by_post, about=dossier, by=by, at=at, number=parcel.number)
    telling.parcel_left(dossier, parcel.number, line, at)
    return parcel


@act("4.1.e")
def take_back_parcel(dossier: Dossier, *, reason: str, by: Officer, at: datetime) -> Parcel:
    """Take in a parcel that the post could not hand out: the result lies at the Centre again."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_keep_results(by, dossier, at))
    stages.after(dossier.stage, "take_back_parcel")
    parcel = _on_its_way(dossier)
    proofs.free_of_post(dossier, by=by, at=at)
    if not clean(reason):
        raise Refused("Phải ghi lý do bưu gửi bị chuyển hoàn.", "4.1.e")
    parcel.ended, parcel.ended_at, parcel.reason = Parcel.Ended.CAME_BACK, at, clean(reason)
    parcel.save(update_fields=["ended", "ended_at", "reason"])
    line = record(take_back_parcel, about=dossier, by=by, at=at, number=parcel.number, reason=parcel.reason)
    telling.parcel_came_back(dossier, line, at)
    return parcel


@act("4.1.e")
def lose_parcel(dossier: Dossier, *, number: str, remedy: str, by: Officer, at: datetime) -> Parcel:
    """Note that the post has lost the result: it is owed still, and comes again as was promised in the letter."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_keep_results(by, dossier, at))
    stages.after(dossier.stage, "lose_parcel")
    parcel = _on_its_way(dossier)
    if parcel.number != number:
        raise Refused("Bưu gửi này không phải bưu gửi đang trên đường của hồ sơ.", "4.1.e")
    parcel.ended, parcel.ended_at, parcel.reason = Parcel.Ended.LOST, at, clean(remedy)[:300]
    parcel.save(update_fields=["ended", "ended_at", "reason"])
    line = record(lose_parcel, about=dossier, by=by, at=at, number=number, remedy=clean(remedy))
    telling.parcel_lost(dossier, line, at)
    return parcel


def delivered_by_post(dossier: Dossier, *, to: str, by: Officer, at: datetime) -> Dossier:
    """Record that the post handed the result out, to whom it says: the end of the dossier like any delivery."""
    return handover.deliver(dossier, to=Recipient(to), proof=Proof(proofs.How.POST), by=by, at=at)


def _on_its_way(dossier: Dossier) -> Parcel:
    parcel = proofs.under_way(dossier)
    if parcel is None:
        raise Refused("Kết quả này không có bưu gửi nào đang trên đường.", "4.1.e")
    return parcel
