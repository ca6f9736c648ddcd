"""How the result comes, and where to, is the applicant's choice until it is packed for the postman or given out."""

from datetime import datetime

from motcua.domain.citizens.models import Person
from motcua.domain.citizens.terms import Power
from motcua.domain.journal.acts import act, together
from motcua.domain.journal.recording import record
from motcua.domain.post import consigning
from motcua.domain.post import queries as consignments
from motcua.domain.post.homes import Home
from motcua.domain.post.models import Wish
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import change

from ..delivery import proofs
from ..models import Dossier
from ..stages import ENDED_EARLY
from ..terms import ReturnBy
from . import rights

CLAUSE = "4.1.e"


@act(CLAUSE, "4.1.c")
def choose_return(dossier: Dossier, *, return_by: str, by: Person, at: datetime) -> Dossier:
    """Choose anew how the result comes: at the counter, by post, or as a file."""
    dossier = Dossier.objects.locked(dossier)
    require(rights.may_act(by, dossier, Power.FILE, at))
    require(still_open(dossier))
    if return_by not in ReturnBy.values:
        raise Refused("Hãy chọn một cách nhận kết quả.", CLAUSE)
    if return_by == dossier.return_by:
        raise Refused("Bạn đang chọn cách nhận này rồi.", CLAUSE)
    was, dossier.return_by = dossier.return_by, return_by
    change(dossier, "return_by")
    record(choose_return, about=dossier, by=by, at=at, was=was, return_by=return_by)
    return dossier


def bring_to(dossier: Dossier, *, home: Home, by: Person, at: datetime) -> Wish:
    """Say, or say anew, where the postman brings the result; the desk finds it filled in when it packs."""
    with together():
        dossier = Dossier.objects.locked(dossier)
        require(rights.may_act(by, dossier, Power.FILE, at))
        require(still_open(dossier))
        if dossier.return_by != ReturnBy.POST:
            raise Refused("Hãy chọn nhận kết quả qua bưu chính trước, rồi ghi địa chỉ.", CLAUSE)
        return consigning.wish_for_post(dossier.stream, home=home, by=by, at=at)


@rule(CLAUSE)
def still_open(dossier: Dossier) -> Answer:
    """Until it is packed, given out, or the dossier ended; what came back from the post may be sent elsewhere."""
    if dossier.delivered_at is not None or dossier.stage in ENDED_EARLY:
        return no("Kết quả đã trả hoặc hồ sơ đã kết thúc: không đổi cách nhận được nữa.", CLAUSE)
    if dossier.finished_at is not None and _is_packed(dossier):
        return no("Kết quả đã được gói để gửi qua bưu chính: muốn nhận cách khác, hãy gọi tổng đài.", CLAUSE)
    return YES


def _is_packed(dossier: Dossier) -> bool:
    return consignments.open_about(dossier.stream) is not None or proofs.under_way(dossier) is not None
