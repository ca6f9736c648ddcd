"""A result on its way with a consignment: what happens to the one happens to the dossier, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import together
from motcua.domain.organisations.models import Officer
from motcua.domain.post import consigning, dispatch, endings
from motcua.domain.post.consigning import Order
from motcua.domain.post.endings import HandedOut
from motcua.domain.post.homes import Home
from motcua.domain.post.models import Consignment, DispatchLine, DispatchList
from motcua.domain.post.terms import Direction, LineState, Remedy
from motcua.domain.procedures import tariff
from motcua.domain.procedures.queries import handled
from motcua.domain.regulation.answers import require
from motcua.domain.vietnamese.dates import local_day

from .. import bills, policies, stages
from ..models import Dossier
from ..results.going_out import complete
from . import handover, post, proofs
from .proofs import Proof, UnderWay
from .recipients import Recipient

STREAM = "dossier/"


@dataclass(frozen=True)
class Bringing:
    """How a result is brought home: where to, how heavy, which fees are collected at the door, the sticker's number."""

    home: Home
    grams: int | None = None
    fees: Sequence[tuple[str, int]] = ()
    number: str = ""


def order_return(dossier: Dossier, *, bringing: Bringing, by: Officer, at: datetime) -> Consignment:
    """Make a result ready for the postman; it stays on the shelf until a list is signed."""
    with together():
        dossier = Dossier.objects.locked(dossier)
        require(policies.may_keep_results(by, dossier, at))
        stages.after(dossier.stage, "send_by_post")
        complete(dossier, at)
        if (parcel := proofs.under_way(dossier)) is not None:
            raise UnderWay(f"Kết quả đã được gửi qua bưu chính, số hiệu {parcel}.")
        what = f"Kết quả số {dossier.result_number}" if dossier.result_number else "Hồ sơ trả lại và thông báo"
        order = Order(
            Direction.RETURN, dossier.stream, str(dossier.code), what, dossier.one_stop,
            bringing.home, bringing.grams, bringing.fees, bringing.number,
        )  # fmt: skip
        return consigning.order_consignment(order, by=by, at=at)


def give_to_postman(one: DispatchList, *, postman: str, by: Officer, at: datetime) -> DispatchList:
    """Close a list; every result on it that the postman took is with the post from now on."""
    with together():
        one = dispatch.close_dispatch(one, postman=postman, by=by, at=at)
        taken = DispatchLine.objects.filter(list=one, state=LineState.TAKEN, consignment__about__startswith=STREAM)
        for line in taken.select_related("consignment").order_by("position"):
            post.send_by_post(_dossier(line.consignment), number=line.consignment.number, by=by, at=at)
        return one


def delivered(one: Consignment, *, handed_out: HandedOut, by: Officer, at: datetime) -> None:
    """Keep the post's receipt: with it the dossier is delivered, on the day on which the post handed it out."""
    with together():
        endings.keep_return_receipt(one, handed_out=handed_out, by=by, at=at)
        if is_of_dossier(one):
            handover.deliver(
                _dossier(one), to=Recipient(handed_out.recipient), proof=Proof(proofs.How.POST),
                handed_out_at=handed_out.at, by=by, at=at,
            )  # fmt: skip


def came_back(one: Consignment, *, reason: str, by: Officer, at: datetime) -> None:
    """Take it back in; its result lies at the Centre again."""
    with together():
        endings.take_back_consignment(one, reason=reason, by=by, at=at)
        if is_of_dossier(one):
            post.take_back_parcel(_dossier(one), reason=reason, by=by, at=at)


def lost(one: Consignment, *, remedy: str, explanation: str, by: Officer, at: datetime) -> None:
    """Say that it is lost, with the letter; a result is owed still and can be sent again."""
    with together():
        endings.declare_lost(one, remedy=remedy, explanation=explanation, by=by, at=at)
        if is_of_dossier(one) and one.direction == Direction.RETURN:
            label = Remedy(remedy).label
            post.lose_parcel(_dossier(one), number=one.number, remedy=label, by=by, at=at)


def is_of_dossier(one: Consignment) -> bool:
    """Whether a dossier stands behind it."""
    return one.about.startswith(STREAM)


def fees_of(dossier: Dossier, at: datetime) -> list[tuple[str, int]]:
    """What the postman could collect: what is open on the bill, or the posted fees while there is none."""
    if (bill := bills.bill_of(dossier)) is not None:
        return [("Phí, lệ phí còn phải nộp", bill.open)] if bill.open else []
    lines = tariff.tariff_on(handled(dossier.version_id).procedure_id, local_day(at), dossier.channel)
    return [(line.name, line.amount) for line in lines if line.amount]


def _dossier(one: Consignment) -> Dossier:
    return Dossier.objects.get(pk=int(one.about.removeprefix(STREAM)))
