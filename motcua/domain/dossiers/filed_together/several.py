"""Several dossiers of one applicant, handed in together: each with its own code and date, all on one receipt."""

from collections.abc import Sequence
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused
from motcua.domain.statements import add, change

from .. import queries, stages, telling
from ..delivery.handover import Recipient, deliver
from ..delivery.proofs import Proof
from ..intake import receive
from ..interlinked import linked
from ..models import Dossier
from ..taking_in import Filing, begin, ways, write
from . import lot_slips
from .lot_models import InLot, Lot

MOST = 20
AT_DESK = (stages.Stage.AT_CENTRE, stages.Stage.KEPT)


class NotTogether(Refused):
    """One receipt is for one applicant at one one-stop."""

    clause = "5.1.đ-2"


@act("3.3-1", "5.1.đ-2")
def receive_together(
    filings: Sequence[Filing], *, by: Officer, at: datetime, duplicate_seen: bool = False
) -> list[Dossier]:
    """Take in several complete dossiers of one applicant, all or none, and write one receipt for them (Mẫu 01)."""
    _of_one_applicant(filings)
    kinds = {filing.version.pk for filing in filings}
    seen = duplicate_seen or len(kinds) < len(filings)
    begun = [begin(each, stage=stages.BEGINS["receive"], by=by, at=at, duplicate_seen=seen) for each in filings]
    (lot,) = add([Lot(received_at=at, received_by=by)])
    taken = []
    for each in begun:
        agreed = ways(each, at)
        legs = write(each, agreed, by=by, at=at)
        taken.append({**each.facts(), **agreed.facts(), **linked.laid_out(legs)})
    dossiers = [each.dossier for each in begun]
    add([InLot(lot=lot, dossier=dossier) for dossier in dossiers])
    codes = [str(dossier.code) for dossier in dossiers]
    lot.paper = lot_slips.receipt(lot, begun, by=by, at=at)
    change(lot, "paper")
    number = lot.paper.shown_number
    for dossier, facts in zip(dossiers, taken, strict=True):
        record(receive, about=dossier, by=by, at=at, **facts, paper=number, together=codes)
    name = dossiers[0].applicant_name
    line = record(receive_together, about=lot, by=by, at=at, codes=codes, applicant=name, paper=number)
    due = max(dossier.when_due() for dossier in dossiers)
    telling.received_together(dossiers, f"{lot.stream}#{line}", due, at)
    return dossiers


@act("4.1.e")
def deliver_together(
    dossiers: Sequence[Dossier], *, to: Recipient, proof: Proof | None = None, by: Officer, at: datetime
) -> list[Dossier]:
    """Hand out the results of one applicant that lie at the desk together, all or none."""
    if len({(dossier.identity_kind, dossier.identity_number) for dossier in dossiers}) != 1:
        raise NotTogether("Chỉ trả cùng lúc kết quả của một chủ hồ sơ.", "4.1.e")
    in_order = sorted(dossiers, key=lambda dossier: dossier.pk)
    return [deliver(dossier, to=to, proof=proof, by=by, at=at) for dossier in in_order]


def to_hand_out_with(by: Officer, dossier: Dossier, at: datetime) -> list[Dossier]:
    """What lies at the desks of this official for the same applicant, itself first: what can go out in one go."""
    if dossier.stage not in AT_DESK:
        return []
    rows = queries.at_desk(by, at, *AT_DESK).filter(identity_number=dossier.identity_number)
    others = rows.filter(identity_kind=dossier.identity_kind).exclude(pk=dossier.pk).order_by("id")
    return [dossier, *others[: MOST - 1]]


def of(dossier: Dossier) -> list[Dossier]:
    """The dossiers that were handed in together with this one, itself too; none where it came alone."""
    members = InLot.objects.filter(lot__members__dossier=dossier).select_related("dossier__version").order_by("id")
    return [each.dossier for each in members]


def lot_of(dossier: Dossier) -> Lot | None:
    """The handing in a dossier belongs to, with its receipt."""
    found = InLot.objects.filter(dossier=dossier).select_related("lot__paper").first()
    return found.lot if found else None


def _of_one_applicant(filings: Sequence[Filing]) -> None:
    if not 2 <= len(filings) <= MOST:
        raise NotTogether(f"Một giấy tiếp nhận chung dùng cho từ 2 đến {MOST} hồ sơ.")
    if len({filing.one_stop.pk for filing in filings}) > 1:
        raise NotTogether("Các hồ sơ phải được nộp tại cùng một nơi tiếp nhận.")
    applicants = [filing.applicant.checked() for filing in filings]
    owners = {(each.kind, each.identity_kind, each.identity_number) for each in applicants}
    if len(owners) > 1:
        raise NotTogether("Một giấy tiếp nhận chung chỉ dùng cho hồ sơ của một chủ hồ sơ.")
